"""Our own bot as `linli run` starts it, in a compound whose residents are a crowd of the sandbox."""

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from sqlalchemy import Connection, Table, func, or_, select

from benchmarks.bots.crowd import Crowd
from benchmarks.bots.processes import children, free_port, running
from benchmarks.letters import BOT
from bot import guiding
from bot.clock import RealClock
from bot.guide_files import entries_of
from domain.kernel.people import Role
from knowledge.calendar import WorkingCalendar
from storage import migrate, seeding
from storage.ids import Ids
from storage.open import Stores, open_store
from storage.queue import OPEN
from storage.scope import Scope
from storage.tables import cards, outbox
from storage.tx import SqlTx, TxDeps, transaction
from storage.vault import Vault

GUIDE = Path("bot/seed/guide")
MASTER = bytes(range(32))
UNLIMITED = dict.fromkeys(
    ("PER_SECOND", "PER_GROUP_MINUTE", "PER_CHAT_SECOND", "FLOOD_BURST", "ALOUD_A_DAY"), "1000000"
)
"""Limits are for the platform and for floods; here the CPU alone is asked for."""


@dataclass(slots=True)
class House:
    """A compound on one sandbox and one database: people[0] is the captain, people[1] the worker on duty."""

    base: str
    url: str
    folder: Path
    crowd: Crowd
    residents_chat: int
    store: Stores
    port: int = 0

    @property
    def residents(self) -> list[int]:
        """Everybody but captain and worker."""
        return self.crowd.people[2:]

    def environment(self) -> dict[str, str]:
        """What `linli run` is told."""
        told = {
            "BOT_TOKEN": f"{BOT}:SANDBOX",
            "DATABASE_URL": self.url,
            "LINLI_DATA": str(self.folder),
            "LINLI_API_BASE": self.base,
            "LINLI_PORT": str(self.port),
            "LINLI_MASTER_KEY": base64.b64encode(MASTER).decode(),
        }
        return told | {f"LINLI_{name}": value for name, value in UNLIMITED.items()}

    async def count(self, table: Table) -> int:
        """Rows of that table."""
        return await self.store.read(
            lambda connection: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        )

    async def settled(self) -> None:
        """Until no outbox row is open and no card is behind."""
        async with asyncio.timeout(120):
            while await self.store.read(_open):  # noqa: ASYNC110  another process rings no bell here
                await asyncio.sleep(0.05)


@asynccontextmanager
async def built(base: str, url: str, folder: Path, people: int) -> AsyncIterator[House]:
    """The compound in an empty database, its people and groups on the sandbox."""
    await asyncio.to_thread(migrate.upgrade, url)
    store = open_store(url)
    await store.start()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        crowd = Crowd(session, base)
        await crowd.gather(people + 2)
        residents = await crowd.group("residents", crowd.people)
        workers = await crowd.group("workers", crowd.people[1:2])
        clock = RealClock()
        deps = TxDeps(clock, Vault.from_settings(MASTER), WorkingCalendar(), Ids(clock), BOT)
        await store.write(transaction(deps, _settle, crowd.people, residents, workers))
        try:
            yield House(base, url, folder, crowd, residents, store, free_port())
        finally:
            await store.close()


@asynccontextmanager
async def lived_in(house: House) -> AsyncIterator[int]:
    """The bot runs and answers; its supervisor's process id."""
    with running("bot", "run", env=house.environment()) as pid:
        await answering(house.port)
        yield pid


def worker(supervisor: int) -> int:
    """The process that does the work."""
    return children(supervisor)[0]


async def answering(port: int, seconds: float = 120) -> None:
    """Until /healthz says that the bot answers."""
    async with aiohttp.ClientSession() as session, asyncio.timeout(seconds):
        while True:
            try:
                async with session.get(f"http://127.0.0.1:{port}/healthz") as answer:
                    if (await answer.json())["answering"]:
                        return
            except aiohttp.ClientError:
                pass  # it does not listen yet
            await asyncio.sleep(0.05)


def _settle(tx: SqlTx, people: list[int], residents: int, workers: int) -> None:
    """Everybody has a role, residents a household each; the demo's guide is there."""
    scope = tx.scope
    home = seeding.add_compound(scope, "Sunshine", "Asia/Shanghai")
    body = seeding.add_body(scope, home, "property", "Property")
    roles = [Role.CAPTAIN, Role.WORKER, *[Role.RESIDENT] * (len(people) - 2)]
    ids = [
        seeding.add_person(scope, user, f"住户{number}", "zh-CN", private_open=True)
        for number, user in enumerate(people)
    ]
    for person, role in zip(ids, roles, strict=True):
        seeding.grant(scope, person, role, home, home, body if role is Role.WORKER else None)
    seeding.name_duty(scope, home, body, ids[1])
    seeding.bind_chat(scope, residents, "supergroup", home)
    seeding.bind_chat(scope, workers, "supergroup", home, "workers")
    for number, person in enumerate(ids[2:]):
        _move_in(scope, home, person, f"{number + 1}室")
    guiding.plant(tx, None, entries_of(GUIDE))


def _move_in(scope: Scope, home: int, person: int, room: str) -> None:
    household = seeding.add_place(scope, home, home, "household", room, "Asia/Shanghai")
    seeding.move_in(scope, person, (household, home, home))


def _open(connection: Connection) -> int:
    rows = select(func.count()).select_from(outbox).where(outbox.c.state.in_(OPEN))
    behind = (
        select(func.count())
        .select_from(cards)
        .where(or_(cards.c.message_id.is_(None), cards.c.shown < cards.c.version))
    )
    return int(connection.execute(rows).scalar_one()) + int(connection.execute(behind).scalar_one())
