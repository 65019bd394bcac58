"""What grows with a compound: so many people, and still a handful of statements in the writer."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from domain.kernel.people import Role
from domain.places import homes
from domain.polls import drafting, posting, voting
from domain.polls.drafts import Wording
from domain.polls.rules import Option, Unit
from storage import seeding
from storage.polls import SqlPolls
from storage.scope import Scope
from storage.tables import grants
from tests.machines.block import Block, say
from tests.machines.desk import GROUP, Desk

MANY, NO_POLL = 120, 1


class Counting:
    """A connection that counts."""

    def __init__(self, connection: Any) -> None:
        self._connection, self.statements = connection, 0

    def execute(self, *args: Any) -> Any:
        self.statements += 1
        return self._connection.execute(*args)


def silent(scope: Scope, poll_id: int, place_id: int, unit: Unit) -> tuple[tuple[int, ...], int]:
    counting = Counting(scope.connection)
    found = SqlPolls(replace(scope, connection=counting)).silent(poll_id, place_id, unit)  # type: ignore[arg-type]  # it only counts
    return found, counting.statements


def crowd(desk: Desk, block: Block) -> None:
    def add(connection: Connection) -> None:
        scope = desk.deps.scope(connection)
        tx = desk.deps.open(connection)
        for number in range(MANY):
            person = seeding.add_person(scope, 70_000 + number, f"p{number}", "zh-CN", private_open=True)
            household = seeding.add_place(
                scope, block.units[0], desk.compound, "household", f"{1000 + number}", "Asia/Shanghai"
            )
            at, state = desk.clock.now(), homes.HomeState.CONFIRMED
            one = homes.Residency(
                tx.new_id(), person, household, block.units[0], desk.compound, state, at, homes.Kind.TENANT
            )
            tx.homes.keep(one)
            tx.homes.admit(one)

    desk.write(add)


def test_whoever_has_not_voted_is_found_in_a_few_statements(desk: Desk) -> None:
    block = Block(desk)
    lives = block.settled("an")
    crowd(desk, block)
    everybody = select(grants.c.person_id).where(grants.c.role == Role.RESIDENT.value)
    people = {row[0] for row in desk.rows(everybody)}
    found, statements = desk.write(
        lambda c: silent(desk.deps.scope(c), NO_POLL, block.building, Unit.HOUSEHOLD)
    )
    assert len(found) == MANY + 1
    assert set(found) <= people
    assert statements <= 4
    assert lives.person_id in found


def test_a_household_that_voted_is_not_silent(desk: Desk) -> None:
    block = Block(desk)
    block.settled("an")
    crowd(desk, block)

    def bind(connection: Connection) -> None:
        seeding.grant(
            desk.deps.scope(connection), desk.people["zhao"], Role.CAPTAIN, desk.compound, desk.compound
        )

    desk.write(bind)
    poll = say(desk, "zhao", drafting.draft, Wording("When?", (Option("9"), Option("10")), Unit.HOUSEHOLD))
    say(desk, "zhao", posting.post, poll.id, GROUP)
    say(desk, "an", voting.tap, poll.id, 0)
    found, _ = desk.write(lambda c: silent(desk.deps.scope(c), poll.id, desk.compound, Unit.HOUSEHOLD))
    assert len(found) == MANY
    assert desk.people["an"] not in found
