"""A database with towns in it, and one of each thing that people and the program do there, to be timed."""

import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import asyncpg
from sqlalchemy import Connection, make_url, update

from benchmarks.bench_house import dropped, dsn
from benchmarks.commits import POSTGRES
from benchmarks.letters import QUESTION, WORDS
from benchmarks.town import ZONE, Builder, Size, Town
from bot import guiding
from bot.delivery.core import Core
from bot.delivery.looking import Looking
from bot.feeds import Library
from bot.guide_files import entries_of
from bot.sweep import Sweep
from domain.calls.service import join, leave
from domain.cases.intake import report
from domain.cases.rules import Draft
from domain.flows import duties, mine
from domain.guide import asking
from domain.guide.rules import Asked
from domain.kernel.people import Actor
from domain.polls import voting
from handlers.ports import Shown, Wanted
from handlers.rendering import Renderer
from handlers.texts import load
from knowledge.calendar import WorkingCalendar
from storage import migrate
from storage.ids import Ids
from storage.open import Stores, open_store
from storage.queue import OPEN
from storage.reader import SqlReader
from storage.tables import cards, outbox
from storage.tx import TxDeps, transaction
from storage.vault import Vault

BOT = 42
GUIDE = Path("bot/seed/guide")
STEP = timedelta(seconds=10)
"""By how much time goes on with each thing that is done."""

WAITING = 20
"""Reports whose words wait to be sent when the dispatcher looks."""

SCAN = 500
"""Rows that it takes up at once."""

Job = Callable[[int], Awaitable[object]]


class WalkingClock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """UTC."""
        return self._now

    def walk(self) -> None:
        """One step on."""
        self._now += STEP


class World:
    """One database with its towns; `job` numbers say who does it, spread over towns and residents."""

    def __init__(self, store: Stores) -> None:
        self.store, self.clock, self.towns = store, WalkingClock(), list[Town]()
        self.deps = TxDeps(
            self.clock, Vault.from_settings(bytes(32)), WorkingCalendar(), Ids(self.clock), BOT
        )
        self._library = Library(store, self.deps)
        self._taps = Counter[tuple[str, int]]()
        self._renderer = Renderer(load(), self.clock)
        self._sweep = Sweep(store, self.deps, moved_by_hand=True)
        core = SimpleNamespace(clock=self.clock, bounds=SimpleNamespace(scan=SCAN), rows=set())
        self._looking = Looking(cast("Core", core))

    async def fill(self, count: int, size: Size) -> None:
        """So many towns of that size, and the demo's guide."""
        for number in range(1, count + 1):
            self.towns.append(
                await self.store.write(partial(_built, deps=self.deps, number=number, size=size))
            )
        entries = entries_of(GUIDE)
        await self.store.write(transaction(self.deps, guiding.plant, None, entries))
        await self._library.refresh()

    @property
    def jobs(self) -> Mapping[str, Job]:
        """Everything that is timed, by its name."""
        return {
            "report": self.report,
            "vote": self.vote,
            "sign-up": self.sign_up,
            "question": self.question,
            "my own": self.mine,
            "duties": self.duties,
            "sweep": self.sweep,
            "look for what to send": self.look,
        }

    async def report(self, number: int) -> None:
        """A resident reports in private."""
        draft = Draft(WORDS, message_id=number, said_at=self.clock.now())
        await self._decided(report, self._resident(number), draft)

    async def vote(self, number: int) -> None:
        """A resident taps, the other option with each tap."""
        actor, town = self._resident(number), self._town(number)
        await self._decided(voting.tap, actor, town.polls[-1], self._turn("vote", actor) % 2)

    async def sign_up(self, number: int) -> None:
        """A resident joins, or leaves again."""
        actor, town = self._resident(number), self._town(number)
        service = leave if self._turn("sign-up", actor) % 2 else join
        await self._decided(service, actor, town.calls[-1])

    async def question(self, number: int) -> None:
        """A resident asks what the guide answers."""
        actor = self._resident(number)
        asked = Asked(QUESTION, number, self.clock.now(), True)
        await self._decided(asking.ask, actor, asked, await self._library.find(QUESTION, actor))

    async def mine(self, number: int) -> None:
        """A resident looks at their own, and the screen is rendered."""
        actor = self._resident(number)
        await self._decided(mine.show, actor)
        await self._screen("mine", actor, self._town(number))

    async def duties(self, number: int) -> None:
        """A worker looks at their duties, and the list is rendered."""
        town = self._town(number)
        await self._decided(duties.show, town.worker)
        await self._screen("duty-list", town.worker, town)

    async def sweep(self, number: int) -> None:
        """One tick in which nothing falls due."""
        await self._sweep()

    async def look(self, number: int) -> None:
        """One look of the dispatcher at everything that is open."""
        seen = await self.store.read(partial(self._looking._read, full=True))
        assert len(seen.rows) + len(seen.cards) >= WAITING, seen

    async def card(self, kind: str, subject: int, town: Town) -> Shown:
        """A card of the residents' group, rendered."""
        to = f"chat:{town.group}"
        wanted = Wanted(f"card:{kind}", {}, subject, to, "zh-CN", ZONE, False, None)
        return await self._rendered(wanted)

    async def prepare(self, name: str) -> None:
        """What stands there before a job is timed: nothing to send, or what the dispatcher is to find."""
        await self.store.write(_sent)
        if name.startswith("look"):
            for number in range(WAITING):
                await self.report(number)

    def _town(self, number: int) -> Town:
        return self.towns[number * 37 % len(self.towns)]

    def _resident(self, number: int) -> Actor:
        return self._town(number).resident(number // len(self.towns) if len(self.towns) > 1 else number)

    def _turn(self, name: str, actor: Actor) -> int:
        self._taps[name, actor.user_id] += 1
        return self._taps[name, actor.user_id] - 1

    async def _decided(self, service: Callable[..., Any], *args: object) -> None:
        self.clock.walk()
        await self.store.write(transaction(self.deps, service, *args))

    async def _screen(self, key: str, actor: Actor, town: Town) -> None:
        person = town.persons[town.users.index(actor.user_id)]
        to = f"person:{person}"
        await self._rendered(Wanted(key, {"person": person}, None, to, "zh-CN", ZONE, True, person))

    async def _rendered(self, wanted: Wanted) -> Shown:
        shown = await self.store.read(lambda c: self._renderer.render(wanted, SqlReader(c, self.deps.vault)))
        assert shown is not None, wanted
        return shown


def _built(connection: Connection, deps: TxDeps, number: int, size: Size) -> Town:
    return Builder(deps, connection, number, size).build()


def _sent(connection: Connection) -> None:
    connection.execute(update(outbox).where(outbox.c.state.in_(OPEN)).values(state="sent"))
    connection.execute(
        update(cards).where(cards.c.shown < cards.c.version).values(shown=cards.c.version, message_id=77)
    )


@asynccontextmanager
async def world(url: str, towns: int, size: Size) -> AsyncIterator[World]:
    """An empty database at `url` filled with so many towns."""
    migrate.upgrade(url)
    store = open_store(url)
    await store.start()
    try:
        made = World(store)
        await made.fill(towns, size)
        if not url.startswith("sqlite"):
            await _analysed(url)
        yield made
    finally:
        await store.close()


@asynccontextmanager
async def databases(*names: str) -> AsyncIterator[dict[str, dict[str, str]]]:
    """Empty databases by the kind of database and these names; PostgreSQL only where one answers."""
    with tempfile.TemporaryDirectory() as folder:
        found = {"SQLite": {name: f"sqlite:///{folder}/{name}.db" for name in names}}
        own = {name: f"linli_bench_{name}" for name in names}
        try:
            await _created(list(own.values()))
        except (OSError, asyncpg.PostgresError, TimeoutError):
            yield found
            return
        at = make_url(POSTGRES)
        found["PostgreSQL"] = {
            name: at.set(database=base).render_as_string(hide_password=False) for name, base in own.items()
        }
        try:
            yield found
        finally:
            await dropped(POSTGRES, list(own.values()))


async def _created(names: list[str]) -> None:
    await (await asyncpg.connect(dsn=dsn(POSTGRES), timeout=3)).close()
    await dropped(POSTGRES, names)
    admin = await asyncpg.connect(dsn=dsn(POSTGRES))
    for name in names:
        await admin.execute(f'CREATE DATABASE "{name}"')
    await admin.close()


async def _analysed(url: str) -> None:
    """What autovacuum would have done in the meantime."""
    connection = await asyncpg.connect(dsn=dsn(url))
    await connection.execute("VACUUM ANALYZE")
    await connection.close()
