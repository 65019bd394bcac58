"""A barrier of fifty for the last place of a call: on a stream a race stays hidden."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, select

from domain.calls import service as calls
from domain.calls.rules import Seat
from domain.kernel.people import Actor, Role
from knowledge.calendar import WorkingCalendar
from storage import seeding
from storage.ids import Ids
from storage.open import Stores, open_store
from storage.postgres import CONNECTIONS
from storage.tables import signups
from storage.tx import TxDeps
from storage.vault import Vault
from tests.proofs.clocks import SharedClock
from tests.proofs.databases import fresh

KEY = bytes(range(32))
CAPACITY = 4
"""All but one are taken before the barrier."""


@dataclass(slots=True)
class Raced:
    """What all rounds came to."""

    rounds: int = 0
    taps: int = 0
    over: int = 0
    errors: int = 0
    wrong_list: int = 0

    @property
    def clean(self) -> bool:
        """No seat too many, nobody refused, every waiting list whole."""
        return not (self.over or self.errors or self.wrong_list)


def race(kind: str, folder: Path, *, rounds: int, people: int = 50, server: str | None = None) -> Raced:
    """`rounds` barriers of `people` on a fresh database."""
    with fresh(kind, folder, server) as url:
        return asyncio.run(_race(url, folder, rounds, people))


async def _race(url: str, folder: Path, rounds: int, people: int) -> Raced:
    clock = SharedClock(folder / "clock")
    deps = TxDeps(clock, Vault.from_settings(KEY), WorkingCalendar(), Ids(clock), 42)
    # On PostgreSQL one store holds 8 connections: as many stores as let all taps run at once.
    stores = [open_store(url) for _ in range(1 if url.startswith("sqlite") else -(-people // CONNECTIONS))]
    await asyncio.gather(*(store.start() for store in stores))
    try:
        actors = await stores[0].write(lambda connection: _people(deps, connection, people + CAPACITY))
        result = Raced()
        for _ in range(rounds):
            await _round(stores, deps, actors, result)
        return result
    finally:
        await asyncio.gather(*(store.close() for store in stores))


def _people(deps: TxDeps, connection: Connection, count: int) -> list[Actor]:
    scope = deps.scope(connection)
    compound = seeding.add_compound(scope, "竹园", "Asia/Shanghai")
    seeding.bind_chat(scope, -1001, "supergroup", compound)
    for number in range(count):
        person = seeding.add_person(scope, 1000 + number, f"P{number}", "zh-CN")
        seeding.grant(scope, person, Role.CAPTAIN, compound, compound)
    return [Actor(1000 + n, f"P{n}", "zh-CN", -1001, private=False) for n in range(count)]


async def _round(stores: list[Stores], deps: TxDeps, actors: list[Actor], result: Raced) -> None:
    write = stores[0].write
    call = await write(lambda c: calls.open_call(deps.open(c), actors[0], "搬家具", CAPACITY))
    for actor in actors[: CAPACITY - 1]:
        await write(partial(_join, deps=deps, actor=actor, call_id=call.id))
    late = actors[CAPACITY:]
    barrier = asyncio.Barrier(len(late))

    async def tap(store: Stores, actor: Actor) -> calls.Taken:
        await barrier.wait()
        return await store.write(partial(_join, deps=deps, actor=actor, call_id=call.id))

    taps = (tap(stores[n % len(stores)], actor) for n, actor in enumerate(late))
    outcomes = await asyncio.gather(*taps, return_exceptions=True)
    _judge(await stores[0].read(lambda c: _seats(c, call.id)), outcomes, result)


def _join(connection: Connection, deps: TxDeps, actor: Actor, call_id: int) -> calls.Taken:
    return calls.join(deps.open(connection), actor, call_id)


def _judge(
    seats: list[tuple[str, int]], outcomes: Sequence[calls.Taken | BaseException], result: Raced
) -> None:
    kept = Counter(seat for seat, _turn in seats)
    told = Counter(outcome.seat for outcome in outcomes if isinstance(outcome, calls.Taken))
    waiting = [turn for seat, turn in seats if seat == Seat.WAITING]
    result.rounds += 1
    result.taps += len(outcomes)
    result.errors += sum(isinstance(outcome, BaseException) for outcome in outcomes)
    result.over += max(0, kept[Seat.CONFIRMED] - CAPACITY) + max(0, told[Seat.CONFIRMED] - 1)
    whole = len(set(waiting)) == len(waiting) == told[Seat.WAITING] == len(outcomes) - 1
    result.wrong_list += not whole


def _seats(connection: Connection, call_id: int) -> list[tuple[str, int]]:
    rows = connection.execute(select(signups.c.seat, signups.c.turn).where(signups.c.call_id == call_id))
    return [(row.seat, row.turn) for row in rows]
