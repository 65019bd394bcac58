"""A small compound on a database of its own, spoken to synchronously: what both machines stand on."""

import asyncio
import contextlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from bot.sweep import Sweep
from bot.unit import InboxUnit
from domain.kernel.errors import DomainError
from domain.kernel.people import Actor, Role
from knowledge.calendar import WorkingCalendar
from storage import migrate, seeding
from storage.arrivals import Arrival
from storage.ids import Ids
from storage.inbox import accept
from storage.open import open_store
from storage.scope import Scope
from storage.tables import outbox
from storage.tx import TxDeps
from storage.vault import Vault

BOT = 42
GROUP, TOPIC = -1005, 7
MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 09:00 in Shanghai
MEMORY = Path("/dev/shm")


class HandClock:
    """A clock that moves only when it is told to."""

    def __init__(self) -> None:
        self.at = MONDAY

    def now(self) -> datetime:
        return self.at


@dataclass(frozen=True, slots=True)
class Said:
    """What came of one update: whether it was new, and the answer or the refusal."""

    new: bool
    answer: Any = None
    refused: DomainError | None = None


WORKERS = ("wang", "li")
RESIDENTS = ("an", "bo", "cui", "deng")
STRANGER = "stranger"
CAPTAIN = "captain"


@dataclass(frozen=True, slots=True)
class Template:
    """A seeded, closed database to copy, who lives in it and where."""

    path: Path
    people: dict[str, int]
    compound: int


@cache
def _template() -> Template:
    path = Path(tempfile.mkdtemp()) / "template.db"
    migrate.upgrade(f"sqlite:///{path}")
    with contextlib.closing(Desk(path)) as desk:
        return Template(path, desk.people, desk.write(desk.seed))


class Desk:
    """One compound with two workers, four residents and a captain, and another compound with a stranger."""

    @classmethod
    def fresh(cls) -> "Desk":
        """A desk on a copy of its own."""
        template = _template()
        folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        desk = cls(Path(shutil.copy(template.path, folder / "desk.db")), folder)
        desk.people, desk.compound = template.people, template.compound
        return desk

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        self.clock = HandClock()
        self.folder = folder
        vault = Vault.from_settings(bytes(32))
        self.deps = TxDeps(self.clock, vault, WorkingCalendar(), Ids(self.clock), BOT)
        self.loop = asyncio.new_event_loop()
        self.store = open_store(f"sqlite:///{path}")
        self.run(self.store.start())
        self.people: dict[str, int] = {}
        self.compound = 0
        self.seen_rows = 0
        self.sweep = Sweep(self.store, self.deps)

    def close(self) -> None:
        """Stop the writer and forget the database."""
        self.run(self.store.close())
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()
        if self.folder is not None:
            shutil.rmtree(self.folder)

    def run(self, work: Any) -> Any:
        """Run a coroutine to its end."""
        return self.loop.run_until_complete(work)

    def write(self, work: Callable[[Connection], Any]) -> Any:
        """One transaction."""
        return self.run(self.store.write(work))

    def rows(self, statement: Any) -> list[Any]:
        """All rows of a query."""
        return list(self.run(self.store.read(lambda connection: connection.execute(statement).all())))

    def actor(self, name: str, *, group: bool = False) -> Actor:
        """That person, writing in private or in a topic of the compound's group."""
        user = 1000 + list(self.people).index(name)
        if group:
            return Actor(user, name, "zh-CN", chat_id=GROUP, thread_id=TOPIC, private=False)
        return Actor(user, name, "zh-CN", chat_id=user)

    def say(
        self, update_id: int, name: str, service: Callable[..., Any], *args: Any, group: bool = False
    ) -> Said:
        """One update through the inbox and the unit, as a lane would."""
        arrival = Arrival(update_id, "message", 1, "new", b"{}", chat_id=1, sender_id=1)
        opened = self.write(
            lambda connection: accept(connection, self.deps.vault, BOT, [arrival], self.clock.now())
        )
        if not opened:
            return Said(new=False)
        unit = InboxUnit(self.store, self.deps, opened[0].id, tells=lambda _tx: None)
        try:
            return Said(True, self.run(unit.transact(service, self.actor(name, group=group), *args)))
        except DomainError as refused:
            return Said(True, refused=refused)

    def fresh_outbox(self) -> list[Any]:
        """Outbox rows since the last look, by id."""
        found = self.rows(select(outbox).where(outbox.c.id > self.seen_rows).order_by(outbox.c.id))
        if found:
            self.seen_rows = found[-1].id
        return found

    def pass_time(self, by: timedelta) -> None:
        """Move the clock and sweep twice, as two ticks in the same second would."""
        self.clock.at += by
        self.run(self.sweep())
        self.run(self.sweep())

    def seed(self, connection: Connection) -> int:
        """Everybody, once; the compound's id."""
        scope = self.deps.scope(connection)
        home = seeding.add_compound(scope, "Sunshine", "Asia/Shanghai")
        body = seeding.add_body(scope, home, "property", "Property")
        other = seeding.add_compound(scope, "Elsewhere", "Asia/Shanghai")
        seeding.name_duty(scope, other, seeding.add_body(scope, other, "property", "Other"), None)
        add = partial(self._add, scope)
        for name in WORKERS:
            add(name, Role.WORKER, home, body)
        for name in RESIDENTS:
            add(name, Role.RESIDENT, home)
        add(CAPTAIN, Role.CAPTAIN, home)
        add(STRANGER, Role.WORKER, other)
        seeding.name_duty(scope, home, body, self.people[WORKERS[0]])
        seeding.bind_chat(scope, GROUP, "supergroup", home)
        return home

    def _add(self, scope: Scope, name: str, role: Role, place: int, body: int | None = None) -> None:
        user = 1000 + len(self.people)
        self.people[name] = seeding.add_person(scope, user, name, "zh-CN", private_open=True)
        seeding.grant(scope, self.people[name], role, place, place, body)
