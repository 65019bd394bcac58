"""Barriers on votes and codes: the last place of an option, two of one household, twenty behind one code."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from domain.kernel.people import Actor, Role
from domain.places import codes, homes
from domain.places.codes import CodeUsed
from domain.places.households import Code, Kind, Residency
from domain.polls import drafting, posting, voting
from domain.polls.drafts import Wording
from domain.polls.refusals import HouseholdVoted, OptionFull
from domain.polls.rules import Option, Unit
from domain.polls.voting import Done, Voted
from knowledge.calendar import WorkingCalendar
from storage import seeding
from storage.ids import Ids
from storage.open import Stores, open_store
from storage.postgres import CONNECTIONS
from storage.tables import ballots, home_codes, places, poll_options, polls, residencies
from storage.tx import TxDeps
from storage.vault import Vault
from tests.proofs.clocks import SharedClock
from tests.proofs.databases import fresh
from tests.proofs.stage import START

KEY = bytes(range(32))
GROUP = -1001
PEOPLE, PAIRS, FOLLOWERS = 50, 25, 20
"""Who taps at once: on the last place of an option; two of each household; behind one code."""

CAP = 4
"""Votes that the option takes; all but one are given before the barrier."""


@dataclass(slots=True)
class Barriers:
    """What all rounds came to: what went wrong, by race, and what nobody expected."""

    rounds: int = 0
    taps: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)


def barriers(kind: str, folder: Path, *, rounds: int) -> Barriers:
    """So many rounds of each of the three on a fresh database."""
    with fresh(kind, folder) as url:
        return asyncio.run(_run(url, folder, rounds))


async def _run(url: str, folder: Path, rounds: int) -> Barriers:
    clock = SharedClock(folder / "clock")
    clock.set(START)
    deps = TxDeps(clock, Vault.from_settings(KEY), WorkingCalendar(), Ids(clock), 42)
    stores = [open_store(url) for _ in range(1 if url.startswith("sqlite") else -(-PEOPLE // CONNECTIONS))]
    await asyncio.gather(*(store.start() for store in stores))
    try:
        town = _Town(stores, deps)
        await stores[0].write(town.build)
        for number in range(rounds):
            await town.last_place()
            await town.households()
            await town.one_code(number)
            town.result.rounds += 1
        return town.result
    finally:
        await asyncio.gather(*(store.close() for store in stores))


def _actor(number: int) -> Actor:
    return Actor(1000 + number, f"P{number}", "zh-CN", GROUP, private=False)


class _Town:
    """One compound in which all rounds are played; its captain is number 0."""

    def __init__(self, stores: list[Stores], deps: TxDeps) -> None:
        self._stores, self._deps = stores, deps
        self._compound = 0
        self.result = Barriers()

    def build(self, connection: Connection) -> None:
        """A captain, fifty-four residents, two of them in each of twenty-five households."""
        scope = self._deps.scope(connection)
        self._compound = seeding.add_compound(scope, "竹园", "Asia/Shanghai")
        seeding.bind_chat(scope, GROUP, "supergroup", self._compound)
        people = [
            seeding.add_person(scope, 1000 + n, f"P{n}", "zh-CN", private_open=True)
            for n in range(PEOPLE + CAP + 1)
        ]
        seeding.grant(scope, people[0], Role.CAPTAIN, self._compound, self._compound)
        for person in people[1:]:
            seeding.grant(scope, person, Role.RESIDENT, self._compound, self._compound)
        for pair in range(PAIRS):
            building, room = self._room(connection, f"{pair}")
            for person in people[1 + 2 * pair : 3 + 2 * pair]:
                seeding.move_in(scope, person, (room, building, self._compound))

    async def last_place(self) -> None:
        """Fifty at once on an option that takes one more vote."""
        poll = await self._write(partial(self._poll, unit=Unit.PERSON, cap=CAP))
        for number in range(CAP - 1):
            await self._write(self._voting(1 + PEOPLE + number, poll, 0))
        answers = await self._at_once([self._voting(1 + n, poll, 0) for n in range(PEOPLE)])
        stored, tally, voters = await self._stores[0].read(partial(_stored, poll_id=poll))
        noted = self._counted(answers, OptionFull)
        right = noted == 1 and stored == voters == CAP and tally[0] == CAP
        self.result.wrong["last places of an option"] += not right

    async def households(self) -> None:
        """Both of every household at once, each for something else: the first wins."""
        poll = await self._write(partial(self._poll, unit=Unit.HOUSEHOLD, cap=None))
        answers = await self._at_once([self._voting(1 + n, poll, n % 2) for n in range(2 * PAIRS)])
        stored, tally, voters = await self._stores[0].read(partial(_stored, poll_id=poll))
        noted = self._counted(answers, HouseholdVoted)
        told = Counter(one.mine[0] for one in answers if isinstance(one, Voted))
        right = noted == stored == voters == PAIRS and tally == [told[0], told[1]]
        self.result.wrong["households with one vote"] += not right

    async def one_code(self, number: int) -> None:
        """Twenty follow one code, and answer how they live there at once: one comes in."""
        (code,), token, room = await self._write(partial(self._code, name=f"new{number}"))
        opened = await self._at_once(
            [partial(self._open, number=1 + n, token=token) for n in range(FOLLOWERS)]
        )
        begun = [(n, one) for n, one in enumerate(opened) if isinstance(one, Residency)]
        answers = await self._at_once([partial(self._choose, number=1 + n, mine=one.id) for n, one in begun])
        let_in = self._counted(answers, CodeUsed)
        used, waiting = await self._stores[0].read(partial(_let_in, code_id=code, room=room))
        right = len(begun) == FOLLOWERS and let_in == waiting == 1 and used
        self.result.wrong["codes for one person"] += not right

    def _counted(self, answers: Sequence[object], refusal: type[Exception]) -> int:
        """How many were accepted; whatever is neither that nor this refusal is an error."""
        self.result.taps += len(answers)
        for one in answers:
            if isinstance(one, BaseException) and not isinstance(one, refusal):
                self.result.errors[f"{type(one).__name__}: {one}"] += 1
        accepted = (not isinstance(one, Voted) or one.done is Done.NOTED for one in answers if _fine(one))
        return sum(accepted)

    async def _write(self, work: Callable[[Connection], Any]) -> Any:
        return await self._stores[0].write(work)

    async def _at_once(self, works: Sequence[Callable[[Connection], Any]]) -> list[Any]:
        barrier = asyncio.Barrier(len(works))

        async def one(store: Stores, work: Callable[[Connection], Any]) -> Any:
            await barrier.wait()
            return await store.write(work)

        taps = (one(self._stores[n % len(self._stores)], work) for n, work in enumerate(works))
        return await asyncio.gather(*taps, return_exceptions=True)

    def _voting(self, number: int, poll: int, choice: int) -> Callable[[Connection], Voted]:
        return lambda connection: voting.tap(self._deps.open(connection), _actor(number), poll, choice)

    def _poll(self, connection: Connection, unit: Unit, cap: int | None) -> int:
        tx = self._deps.open(connection)
        local = (tx.now + timedelta(hours=10)).replace(tzinfo=None, microsecond=0)
        wording = Wording("什么时候", (Option("早上", cap), Option("晚上")), unit, 1, local)
        return posting.post(tx, _actor(0), drafting.draft(tx, _actor(0), wording).id, GROUP).id

    def _room(self, connection: Connection, name: str) -> tuple[int, int]:
        """A building with one household; both."""
        scope, home = self._deps.scope(connection), self._compound
        building = seeding.add_place(scope, home, home, "building", f"{name}号楼", "Asia/Shanghai")
        room = seeding.add_place(scope, building, home, "household", f"{name}01", "Asia/Shanghai")
        return building, room

    def _code(self, connection: Connection, name: str) -> tuple[list[int], str, int]:
        """A code of the captain's for a room of its own, and its token."""
        _building, room = self._room(connection, name)
        tx = self._deps.open(connection)
        made = Code(tx.new_id(), room, self._compound, tx.people.enter(_actor(0)).person_id,
                          tx.now + codes.LASTS)  # fmt: skip
        token = codes.token(tx.new_nonce())
        tx.homes.add_code(made, token)
        return [made.id], token, room

    def _open(self, connection: Connection, number: int, token: str) -> Residency:
        return homes.open_code(self._deps.open(connection), _actor(number), token)

    def _choose(self, connection: Connection, number: int, mine: int) -> Residency:
        return homes.choose(self._deps.open(connection), _actor(number), mine, Kind.TENANT)


def _fine(answer: object) -> bool:
    return not isinstance(answer, BaseException)


def _stored(connection: Connection, poll_id: int) -> tuple[int, list[int], int]:
    """Ballots, the tally, the counter of voters."""
    kept = connection.execute(select(func.count()).select_from(ballots).where(ballots.c.poll_id == poll_id))
    tally = connection.execute(
        select(poll_options.c.votes).where(poll_options.c.poll_id == poll_id).order_by(poll_options.c.place)
    )
    voters = connection.execute(select(polls.c.voters).where(polls.c.id == poll_id))
    return kept.scalar() or 0, [row[0] for row in tally], voters.scalar() or 0


def _let_in(connection: Connection, code_id: int, room: int) -> tuple[bool, int]:
    """Whether the code is used, and how many wait to be confirmed below the building of its room."""
    used = connection.execute(select(home_codes.c.used).where(home_codes.c.id == code_id)).scalar()
    above = connection.execute(select(places.c.parent_id).where(places.c.id == room)).scalar()
    there = select(func.count()).select_from(residencies)
    waiting = there.where(residencies.c.place_id == above, residencies.c.state == "pending")
    return bool(used), connection.execute(waiting).scalar() or 0
