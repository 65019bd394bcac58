"""The last place of a call, wanted by fifty at once: one gets it, the others wait, nobody meets an error."""

import asyncio

import pytest
from sqlalchemy import Connection, func, select

from domain.calls import service as calls
from domain.calls.rules import Seat
from domain.kernel.people import Actor
from storage.tables import persons, signups
from storage.tx import transaction
from tests.compound import Compound, stranger

CROWD = 50
ROUNDS = 3


def crowd(compound: Compound) -> list[Actor]:
    return [stranger(9000 + number, f"p{number}", compound.residents) for number in range(CROWD)]


async def join_at_once(compound: Compound, call_id: int, actors: list[Actor]) -> list[calls.Taken]:
    barrier = asyncio.Barrier(len(actors))

    async def tap(actor: Actor) -> calls.Taken:
        await barrier.wait()
        return await compound.store.write(transaction(compound.deps, calls.join, actor, call_id))

    return await asyncio.gather(*(tap(actor) for actor in actors))


def seats(connection: Connection, call_id: int, seat: Seat) -> list[int]:
    wanted = (signups.c.call_id == call_id) & (signups.c.seat == seat.value)
    return list(connection.execute(select(signups.c.turn).where(wanted).order_by(signups.c.turn)).scalars())


@pytest.mark.timeout(300)
async def test_fifty_want_the_last_place(seeded: Compound) -> None:
    for _ in range(ROUNDS):
        captain = seeded.actor("chen", "residents")
        call = await seeded.store.write(transaction(seeded.deps, calls.open_call, captain, "-", 2))
        await seeded.store.write(transaction(seeded.deps, calls.join, captain, call.id))
        taken = await join_at_once(seeded, call.id, crowd(seeded))
        assert sorted(one.seat for one in taken) == [Seat.CONFIRMED] + [Seat.WAITING] * (CROWD - 1)
        assert sorted(one.ahead for one in taken if one.seat is Seat.WAITING) == list(range(CROWD - 1))
        confirmed = await seeded.store.read(lambda c, call_id=call.id: seats(c, call_id, Seat.CONFIRMED))
        waiting = await seeded.store.read(lambda c, call_id=call.id: seats(c, call_id, Seat.WAITING))
        assert len(confirmed) == 2
        assert waiting == list(range(3, CROWD + 2))


async def test_whoever_waited_longest_moves_up(seeded: Compound) -> None:
    captain = seeded.actor("chen", "residents")
    call = await seeded.store.write(transaction(seeded.deps, calls.open_call, captain, "-", 1))
    for who in ("zhang", "zhao", "xiao"):
        await seeded.store.write(
            transaction(seeded.deps, calls.join, seeded.actor(who, "residents"), call.id)
        )
    await seeded.store.write(
        transaction(seeded.deps, calls.leave, seeded.actor("zhang", "residents"), call.id)
    )
    assert await seeded.store.read(lambda c: seats(c, call.id, Seat.CONFIRMED)) == [2]
    assert await seeded.store.read(lambda c: seats(c, call.id, Seat.WAITING)) == [3]


async def test_one_person_who_first_writes_twenty_times_at_once_is_one_person(seeded: Compound) -> None:
    newcomer = stranger(9999, "new", seeded.residents)

    def enter(tx, actor: Actor) -> int:
        return tx.people.enter(actor).person_id

    work = transaction(seeded.deps, enter, newcomer)
    entered = await asyncio.gather(*(seeded.store.write(work) for _ in range(20)))
    assert len(set(entered)) == 1
    known = select(func.count()).select_from(persons).where(persons.c.telegram_id == 9999)
    assert await seeded.store.read(lambda c: c.execute(known).scalar()) == 1


async def test_reports_at_once_are_numbered_without_a_gap(seeded: Compound) -> None:
    def number(tx) -> int:
        return tx.cases.next_number(seeded.id)

    work = transaction(seeded.deps, number)
    numbers = await asyncio.gather(*(seeded.store.write(work) for _ in range(40)))
    assert sorted(numbers) == list(range(1, 41))
