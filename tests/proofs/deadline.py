"""Ten thousand votes raced against their closing hour, through the inbox, the unit and the real sweep."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from bot.sweep import Sweep
from bot.unit import InboxUnit
from domain.kernel.errors import DomainError
from domain.kernel.people import Actor, Role
from domain.polls import drafting, posting, voting
from domain.polls.drafts import Wording
from domain.polls.refusals import HouseholdVoted, OptionFull, PollClosed
from domain.polls.rules import Option, Unit
from knowledge.calendar import WorkingCalendar
from storage import inbox, seeding
from storage.arrivals import Arrival
from storage.ids import Ids
from storage.open import Stores, open_store
from storage.tables import ballots, poll_options, polls
from storage.tx import TxDeps
from storage.vault import Vault
from tests.proofs.clocks import SharedClock
from tests.proofs.databases import fresh
from tests.proofs.stage import START

BOT, GROUP = 42, -1001
KEY = bytes(range(32))
STORES = 3
"""On PostgreSQL one store holds 8 connections: so many vote at the same instant."""

CAP = 150
"""Votes that the last option takes: fewer than want it."""

BEFORE = timedelta(milliseconds=40)
"""Where the clock is put, before the closing hour, once half of a round has voted; from there on it runs."""

TOO_LATE = 10
"""Votes of each round that begin after the hour for sure, however quick the machine is."""

TICK = 0.01
"""Seconds between two looks at what is due: the sweep closes the poll in the middle of the votes."""


LATE, LOST, EARLY, GHOST = (
    "accepted after the hour", "accepted and not kept", "refused before the hour", "refused and kept",
)  # fmt: skip
NOT_FULL, OTHER, ERRORS = "refused as full beside a free place", "answered otherwise", "errors"
TALLY, OVER = "tallies that are not the ballots", "votes over a cap"
UNTOLD, COUNTER = "ballots that nobody was told of", "counters of voters that are wrong"
WRONGS = (LATE, LOST, EARLY, GHOST, NOT_FULL, OTHER, ERRORS, TALLY, OVER, UNTOLD, COUNTER)
"""All that can be wrong."""


@dataclass(slots=True)
class Vote:
    """One vote: who, what, the clock as its deciding transaction read it, what came of it."""

    person_id: int
    choice: int
    read: list[datetime] = field(default_factory=list)
    answer: object = None


@dataclass(slots=True)
class Deadline:
    """What all rounds came to."""

    rounds: int = 0
    votes: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(WRONGS, 0)))


def deadline(kind: str, folder: Path, *, rounds: int, people: int) -> Deadline:
    """`rounds` polls, each with `people` votes around its closing hour, on a fresh database."""
    with fresh(kind, folder) as url:
        return asyncio.run(_run(url, folder, rounds, people))


async def _run(url: str, folder: Path, rounds: int, people: int) -> Deadline:
    clock = SharedClock(folder / "clock")
    clock.set(START)
    deps = TxDeps(clock, Vault.from_settings(KEY), WorkingCalendar(), Ids(clock), BOT)
    stores = [open_store(url) for _ in range(1 if url.startswith("sqlite") else STORES)]
    await asyncio.gather(*(store.start() for store in stores))
    try:
        race = _Race(stores, deps, clock, await stores[0].write(partial(_town, deps=deps, people=people)))
        for number in range(rounds):
            await race.round(Unit.HOUSEHOLD if number % 2 else Unit.PERSON)
        return race.result
    finally:
        await asyncio.gather(*(store.close() for store in stores))


def _town(connection: Connection, deps: TxDeps, people: int) -> list[int]:
    """A captain and so many residents, two of them in each household; their ids."""
    scope = deps.scope(connection)
    compound = seeding.add_compound(scope, "竹园", "Asia/Shanghai")
    seeding.bind_chat(scope, GROUP, "supergroup", compound)
    captain = seeding.add_person(scope, 1000, "P0", "zh-CN", private_open=True)
    seeding.grant(scope, captain, Role.CAPTAIN, compound, compound)
    found = []
    for number in range(1, people + 1):
        if number % 2:
            room = seeding.add_place(scope, compound, compound, "household", f"{number}", "Asia/Shanghai")
        person = seeding.add_person(scope, 1000 + number, f"P{number}", "zh-CN", private_open=True)
        seeding.grant(scope, person, Role.RESIDENT, compound, compound)
        seeding.move_in(scope, person, (room, compound, compound))
        found.append(person)
    return found


class _Race:
    """Rounds on one town."""

    def __init__(self, stores: list[Stores], deps: TxDeps, clock: SharedClock, people: list[int]) -> None:
        self._stores, self._deps, self._clock, self._people = stores, deps, clock, people
        self._updates = count(1)
        self.result = Deadline()

    async def round(self, unit: Unit) -> None:
        """One poll: half of the votes well before its hour, half while it strikes."""
        poll_id, closes = await self._stores[0].write(partial(self._open, unit=unit))
        votes = [Vote(person, number % 3) for number, person in enumerate(self._people)]
        rows = await self._stores[0].write(self._arrive)
        half = len(votes) // 2
        tries = [
            self._vote(place, row, votes[place], poll_id) for place, row in enumerate(rows)
        ]  # fmt: skip
        await asyncio.gather(*tries[:half])
        self._clock.set(closes - BEFORE)
        async with self._sweeping():
            await asyncio.gather(*tries[half:-TOO_LATE])
            while self._clock.now() < closes:  # noqa: ASYNC110  a clock, no event
                await asyncio.sleep(TICK)
            await asyncio.gather(*tries[-TOO_LATE:])
            await self._until_closed(poll_id)
        stored = await self._stores[0].read(partial(_stored, poll_id=poll_id))
        self.result.rounds += 1
        self.result.votes += len(votes)
        judge(votes, stored, closes, self.result)

    def _open(self, connection: Connection, unit: Unit) -> tuple[int, datetime]:
        captain = Actor(1000, "P0", "zh-CN", GROUP, private=False)
        options = (Option("早上"), Option("下午"), Option("晚上", CAP))
        local = (self._clock.now() + timedelta(hours=9)).replace(tzinfo=None, microsecond=0)
        tx = self._deps.open(connection)
        poll = drafting.draft(tx, captain, Wording("什么时候", options, unit, 1, local))
        opened = posting.post(tx, captain, poll.id, GROUP)
        return opened.id, opened.closes_at

    def _arrive(self, connection: Connection) -> list[int]:
        arrivals = [
            Arrival(next(self._updates), "callback_query", GROUP, "new", b"{}", GROUP, sender_id=1)
            for _ in self._people
        ]
        opened = inbox.accept(connection, self._deps.vault, BOT, arrivals, self._clock.now())
        return [one.id for one in opened]

    async def _vote(self, place: int, row_id: int, vote: Vote, poll_id: int) -> None:
        store = self._stores[place % len(self._stores)]
        unit = InboxUnit(store, self._deps, row_id, tells=lambda _: None)
        actor = Actor(1001 + place, f"P{place + 1}", "zh-CN", 1001 + place)
        try:
            vote.answer = await unit.transact(_tap, actor, poll_id, vote)
        except Exception as error:
            vote.answer = error

    @asynccontextmanager
    async def _sweeping(self) -> Any:
        sweep, over = Sweep(self._stores[-1], self._deps), asyncio.Event()

        async def tick() -> None:
            while not over.is_set():
                await sweep()
                await asyncio.sleep(TICK)

        task = asyncio.create_task(tick())
        try:
            yield
        finally:
            over.set()
            await task

    async def _until_closed(self, poll_id: int) -> None:
        wanted = select(polls.c.state).where(polls.c.id == poll_id)
        async with asyncio.timeout(30):
            while await self._stores[0].read(lambda c: c.execute(wanted).scalar()) != "closed":  # noqa: ASYNC110
                await asyncio.sleep(TICK)


def _tap(tx: Any, actor: Actor, poll_id: int, vote: Vote) -> voting.Voted:
    vote.read.append(tx.now)
    return voting.tap(tx, actor, poll_id, vote.choice)


@dataclass(frozen=True, slots=True)
class Stored:
    """What the database holds of one poll: voters and options of its ballots, the tally, the counter."""

    ballots: Sequence[tuple[int, str]]
    tally: Sequence[tuple[int, "int | None"]]
    voters: int


def _stored(connection: Connection, poll_id: int) -> Stored:
    kept = connection.execute(
        select(ballots.c.person_id, ballots.c.options).where(ballots.c.poll_id == poll_id)
    )
    tally = connection.execute(
        select(poll_options.c.votes, poll_options.c.cap)
        .where(poll_options.c.poll_id == poll_id)
        .order_by(poll_options.c.place)
    )
    voters = connection.execute(select(polls.c.voters).where(polls.c.id == poll_id)).scalar() or 0
    return Stored([(row[0], row[1]) for row in kept], [(row[0], row[1]) for row in tally], voters)


def judge(votes: Sequence[Vote], stored: Stored, closes: datetime, result: Deadline) -> None:
    """Every vote against the clock that its transaction read, the ballots against the tally."""
    kept = Counter(stored.ballots)
    for vote in votes:
        early = vote.read[-1] < closes if vote.read else False
        there = kept[vote.person_id, str(vote.choice)]
        result.outcomes[_outcome(vote, early)] += 1
        for what in _wrongs(vote.answer, early, there, stored.tally[vote.choice]):
            result.wrong[what] += 1
    counted = Counter(int(one) for _person, options in stored.ballots for one in options.split(","))
    for place, (number, cap) in enumerate(stored.tally):
        result.wrong[TALLY] += counted[place] != number
        result.wrong[OVER] += max(0, number - cap) if cap is not None else 0
    accepted = sum(isinstance(vote.answer, voting.Voted) for vote in votes)
    result.wrong[UNTOLD] += len(stored.ballots) - accepted
    result.wrong[COUNTER] += stored.voters != len(stored.ballots)


def _outcome(vote: Vote, early: bool) -> str:
    when = "before" if early else "after"
    if isinstance(vote.answer, voting.Voted):
        return f"accepted {when}"
    return f"{type(vote.answer).__name__} {when}"


def _wrongs(answer: object, early: bool, there: int, option: tuple[int, "int | None"]) -> list[str]:
    """What is wrong with one vote; `there` counts its ballots, `option` is its votes and its cap."""
    if isinstance(answer, voting.Voted):
        return [LATE] * (not early) + [LOST] * (there != 1)
    if isinstance(answer, PollClosed):
        return [EARLY] * early + [GHOST] * there
    if isinstance(answer, OptionFull) and early:
        return [NOT_FULL] * (option[0] != option[1])
    if isinstance(answer, HouseholdVoted) and early:
        return []
    return [OTHER if isinstance(answer, DomainError) else ERRORS]
