"""A compound with many residents on either database: what the commit benchmark decides on."""

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import Connection, make_url

from bot.unit import InboxUnit
from domain.calls.service import join, open_call
from domain.cases.intake import report
from domain.cases.rules import Draft
from domain.kernel.people import Actor, Role
from domain.polls import drafting, posting
from domain.polls.drafts import Wording
from domain.polls.rules import Option, Unit
from domain.polls.voting import tap
from knowledge.calendar import WorkingCalendar
from storage import migrate, seeding
from storage.arrivals import Arrival
from storage.ids import Ids
from storage.inbox import accept
from storage.open import open_store
from storage.scope import Scope
from storage.store import Store
from storage.tx import SqlTx, TxDeps, transaction
from storage.vault import Vault

BOT = 42
RESIDENTS = 800
CAPTAIN = 999
GROUP = -100200
KINDS = ("report", "vote", "signup")
"""Of each, one update a resident waits."""

WORDS = "3栋2单元电梯又停了，一早老人下不了楼，请师傅尽快来看看。" * 3


class StillClock:
    """A clock that stands still, so that every round decides the same."""

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class House:
    """A seeded, closed database: `url` to copy from, and the inbox rows that wait in it."""

    url: str
    rows: dict[str, list[int]]
    call_id: int
    poll_id: int


def deps() -> TxDeps:
    """What transactions are made of here."""
    clock = StillClock()
    return TxDeps(clock, Vault.from_settings(bytes(32)), WorkingCalendar(), Ids(clock), BOT)


def actor(index: int) -> Actor:
    """One resident writing in private."""
    return Actor(1000 + index, f"resident {index}", "zh-CN", chat_id=1000 + index)


def _seed(shared: TxDeps, connection: Connection) -> int:
    scope: Scope = shared.scope(connection)
    home = seeding.add_compound(scope, "Sunshine", "Asia/Shanghai")
    body = seeding.add_body(scope, home, "property", "Property")
    for user, role in [(CAPTAIN, Role.CAPTAIN), *((1000 + i, Role.RESIDENT) for i in range(RESIDENTS))]:
        person = seeding.add_person(scope, user, _name(user), "zh-CN", private_open=True)
        seeding.grant(scope, person, role, home, home)
        if role is Role.RESIDENT:
            _move_in(scope, home, person, _name(user))
    seeding.name_duty(scope, home, body, person)
    seeding.bind_chat(scope, GROUP, "supergroup", home)
    return home


def _move_in(scope: Scope, home: int, person: int, room: str) -> None:
    household = seeding.add_place(scope, home, home, "household", room, "Asia/Shanghai")
    seeding.move_in(scope, person, (household, home, home))


def _name(user: int) -> str:
    return f"resident {user - 1000}"


def _letters(shared: TxDeps, connection: Connection, first: int) -> list[int]:
    arrivals = [
        Arrival(first + i, "message", 1000 + i, "new", b"{}", chat_id=1000 + i, sender_id=1000 + i)
        for i in range(RESIDENTS)
    ]
    return [row.id for row in accept(connection, shared.vault, BOT, arrivals, shared.clock.now())]


async def build(url: str) -> House:
    """Seed an empty database: residents, a call, one waiting update of each kind a resident."""
    migrate.upgrade(url)
    shared, store = deps(), open_store(url)
    await store.start()
    await store.write(partial(_seed, shared))
    captain = Actor(CAPTAIN, _name(CAPTAIN), "zh-CN", chat_id=CAPTAIN)
    call = await store.write(transaction(shared, open_call, captain, "clean-up", 30))
    poll = await store.write(transaction(shared, _poll, captain))
    rows = {
        kind: await store.write(partial(_letters, shared, first=10_000 * place + 1))
        for place, kind in enumerate(KINDS)
    }
    await store.close()
    return House(url, rows, call.id, poll)


def _poll(tx: SqlTx, captain: Actor) -> int:
    """An open poll, one vote a household, in the compound's group."""
    wording = Wording("几点大扫除？", (Option("9点"), Option("10点")), Unit.HOUSEHOLD)
    drafted = drafting.draft(tx, captain, wording)
    return posting.post(tx, captain, drafted.id, GROUP).id


Work = Callable[[Connection], Any]
Around = Callable[[Work], Work]


class Spied:
    """A store whose writes are handed to `around` first: how statements are recorded, nothing else."""

    def __init__(self, store: Store, around: Around) -> None:
        self._store, self._around = store, around

    async def write(self, work: Work) -> Any:
        """The write, with its work wrapped."""
        return await self._store.write(self._around(work))


async def decide(house: House, store: Any, shared: TxDeps, kind: str, clients: int = 50) -> None:
    """Every waiting update of that kind through the unit, `clients` at a time."""
    rows = iter(enumerate(house.rows[kind]))

    async def client() -> None:
        for index, row_id in rows:
            unit = InboxUnit(store, shared, row_id, tells=lambda _: None)
            if kind == "report":
                draft = Draft(WORDS, message_id=index, said_at=shared.clock.now())
                await unit.transact(report, actor(index), draft)
            elif kind == "vote":
                await unit.transact(tap, actor(index), house.poll_id, index % 2)
            else:
                await unit.transact(join, actor(index), house.call_id)

    await asyncio.gather(*(client() for _ in range(clients)))


async def copied(url: str, name: str) -> str:
    """A fresh copy of a closed database; its URL."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        assert parsed.database is not None
        return f"sqlite:///{_copied_file(Path(parsed.database), name)}"
    admin = await asyncpg.connect(dsn=dsn(url, "postgres"))
    await admin.execute(f'DROP DATABASE IF EXISTS "{name}"')
    await admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{parsed.database}"')
    await admin.close()
    return parsed.set(database=name).render_as_string(hide_password=False)


def _copied_file(source: Path, name: str) -> Path:
    target = source.with_name(f"{name}.db")
    for suffix in ("", "-wal", "-shm"):
        Path(f"{target}{suffix}").unlink(missing_ok=True)
    return Path(shutil.copy(source, target))


async def dropped(url: str, names: list[str]) -> None:
    """Remove PostgreSQL databases that a benchmark made."""
    admin = await asyncpg.connect(dsn=dsn(url, "postgres"))
    for name in names:
        await admin.execute(f'DROP DATABASE IF EXISTS "{name}"')
    await admin.close()


def dsn(url: str, database: str | None = None) -> str:
    """The URL as asyncpg itself takes it."""
    parsed = make_url(url).set(drivername="postgresql")
    return parsed.set(database=database or parsed.database).render_as_string(hide_password=False)
