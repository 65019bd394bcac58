"""What is read for showing, where hundreds have signed up or have not voted: a handful of statements."""

import pytest
from sqlalchemy import Connection, select, update

from domain.calls.rules import Seat, Signup
from domain.calls.service import open_call
from domain.calls.sheets import NAMED, CallSheet
from domain.kernel.people import Role
from domain.polls import drafting, posting
from domain.polls.drafts import Wording
from domain.polls.rules import Option, Unit
from domain.polls.sheets import Missing
from handlers.calls.cards import VIEWS
from handlers.ports import Wanted
from handlers.showing import Showing
from handlers.texts import load
from storage import seeding
from storage.calls import SqlCalls
from storage.reader import SqlReader
from storage.tables import calls, grants, signups, subject_keys
from tests.machines.block import Block, say
from tests.machines.desk import GROUP, Desk
from tests.services.test_many import MANY, Counting, crowd

SIGNED = NAMED + 60
FEW = 12
"""Statements; the keys of people that this process has not met yet are read one by one."""


@pytest.fixture
def call_id(desk: Desk) -> int:
    """A call that far more people have signed up for than a card can name, the first of them erased since."""
    made = desk.say(1, "captain", open_call, "clean-up", 500).answer.id

    def fill(connection: Connection) -> None:
        scope = desk.deps.scope(connection)
        for turn in range(1, SIGNED + 1):
            person = seeding.add_person(scope, 80_000 + turn, f"h{turn}", "zh-CN")
            SqlCalls(scope).keep(Signup(made, person, Seat.CONFIRMED, turn, scope.now))
        connection.execute(update(calls).where(calls.c.id == made).values(confirmed=SIGNED, turn=SIGNED))

    desk.write(fill)
    return made


def sheet(desk: Desk, call_id: int) -> tuple[CallSheet, int]:
    def read(connection: Connection) -> tuple[CallSheet, int]:
        counting = Counting(connection)
        found = SqlReader(counting, desk.deps.vault).call_sheet(call_id)  # type: ignore[arg-type]  # it only counts
        assert found is not None
        return found, counting.statements

    return desk.write(read)


def card(desk: Desk, call_id: int) -> str:
    def shown(connection: Connection) -> str:
        reader = SqlReader(connection, desk.deps.vault)
        wanted = Wanted("card:call", {}, call_id, f"chat:{GROUP}", "zh-CN", "Asia/Shanghai", False, None)
        found = VIEWS["card:call"](Showing(load(), wanted, reader, desk.clock.now()))
        assert found is not None
        return found.html

    return desk.write(shown)


def test_a_call_with_hundreds_is_read_in_a_few_statements(desk: Desk, call_id: int) -> None:
    found, statements = sheet(desk, call_id)
    assert statements <= FEW
    assert (found.coming[0], len(found.coming), len(found.roll)) == ("h1", NAMED, NAMED)


def test_its_card_counts_everybody(desk: Desk, call_id: int) -> None:
    text = card(desk, call_id)
    named = text.count("h")
    assert f"{SIGNED}/500" in text
    assert f"还有{SIGNED - named}人" in text


def test_those_who_came_are_counted_beyond_the_names(desk: Desk, call_id: int) -> None:
    desk.write(lambda c: c.execute(update(signups).where(signups.c.call_id == call_id).values(came=True)))
    found, _ = sheet(desk, call_id)
    assert (found.ticked, len(found.came)) == (SIGNED, NAMED)


def test_whoever_was_erased_has_no_name_on_it(desk: Desk, call_id: int) -> None:
    first = select(signups.c.person_id).where(signups.c.call_id == call_id, signups.c.turn == 1)
    ((person,),) = desk.rows(first)
    # By another process, which leaves this one's keys open.
    gone = update(subject_keys).where(subject_keys.c.person_id == person).values(wrapped=None)
    desk.write(lambda c: c.execute(gone))
    found, _ = sheet(desk, call_id)
    assert found.coming[:2] == ("", "h2")


def missing(desk: Desk, poll_id: int) -> tuple[Missing, int]:
    def read(connection: Connection) -> tuple[Missing, int]:
        counting = Counting(connection)
        found = SqlReader(counting, desk.deps.vault).poll_missing(poll_id)  # type: ignore[arg-type]  # it only counts
        assert found is not None
        return found, counting.statements

    return desk.write(read)


@pytest.mark.parametrize("unit", Unit)
def test_who_has_not_voted_is_read_in_a_few_statements(desk: Desk, unit: Unit) -> None:
    block = Block(desk)
    crowd(desk, block)
    desk.write(
        lambda c: c.execute(
            update(grants)
            .where(grants.c.person_id == desk.people["zhao"], grants.c.role == Role.CAPTAIN.value)
            .values(place_id=desk.compound)
        )
    )
    poll = say(desk, "zhao", drafting.draft, Wording("When?", (Option("9"), Option("10")), unit))
    say(desk, "zhao", posting.post, poll.id, GROUP)
    found, statements = missing(desk, poll.id)
    assert statements <= FEW
    assert found.count >= MANY
    assert len(found.names) == found.count
    named = "3号楼 1单元 1007" if unit is Unit.HOUSEHOLD else "p7"
    assert named in found.names
