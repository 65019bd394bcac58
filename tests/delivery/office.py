"""A dispatcher on a real database beside a sandbox over HTTP; it can be killed where it hurts."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import httpx
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from sqlalchemy import Connection, select, update

from bot.clock import MovableClock
from bot.delivery.delivery import Bounds, Ceilings, Delivery, Waits
from bot.sandbox import Limits, Sandbox, serve
from bot.tasks import Tasks
from domain.calls.rules import Call, CallState
from domain.kernel.words import CardKind, Destination, Priority, ToChat
from handlers.rendering import Renderer
from handlers.texts import load
from storage import settling
from storage.open import Stores
from storage.store import Store
from storage.tables import calls, cards, outbox
from tests.compound import BOT_ID, DATA, Compound

R = TypeVar("R")
Json = dict[str, Any]

QUICK = Waits(
    probe_after=0.4,
    request=1.0,
    edit_gap=0.2,
    look=0.05,
    scan=0.1,
    resend=0.1,
    backoff=0.05,
    backoff_most=0.2,
)
"""A minute is 0.4 seconds here."""

WIDE = Ceilings(per_second=3000, per_group_minute=60_000, per_chat_second=1000)
"""No pacing, where the test is not about it."""


class Halting:
    """A store whose writes can be held, before they happen or once durable; then the process dies."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.before: Callable[[int], bool] = lambda _number: False
        self.after: Callable[[int], bool] = lambda _number: False
        self.writes = 0
        self.halted = asyncio.Event()

    async def start(self) -> None:
        await self._store.start()

    async def close(self) -> None:
        await self._store.close()

    async def read(self, work: Callable[[Connection], R]) -> R:
        return await self._store.read(work)

    async def write(self, work: Callable[[Connection], R]) -> R:
        self.writes += 1
        number = self.writes
        if self.before(number):
            await self._halt()
        answer = await self._store.write(work)
        if self.after(number):
            await self._halt()
        return answer

    async def _halt(self) -> None:
        self.halted.set()
        await asyncio.Event().wait()


@dataclass
class Process:
    """One dispatcher that runs."""

    delivery: Delivery
    store: Halting
    tasks: Tasks

    async def die(self) -> None:
        """As by kill -9: nothing more is written or sent."""
        await self.tasks.cancel()

    async def quiet(self) -> None:
        async with asyncio.timeout(60):
            await self.delivery.quiet()


@dataclass
class Office:
    """The seeded compound, in the database and on the platform."""

    sandbox: Sandbox
    base: str
    people: httpx.AsyncClient
    compound: Compound
    clock: MovableClock | None = None
    ceilings: Ceilings = WIDE
    waits: Waits = QUICK
    running: list[Process] = field(default_factory=list)

    @property
    def store(self) -> Stores:
        return self.compound.store

    @asynccontextmanager
    async def process(self, **how: Any) -> AsyncIterator[Process]:
        """A dispatcher of its own, as in a process."""
        bot = Bot(f"{BOT_ID}:OFFICE", session=AiohttpSession(api=TelegramAPIServer.from_base(self.base)))
        tasks, store, clock = Tasks(), Halting(self.store), self.clock or self.compound.clock
        for name, value in how.items():
            setattr(store, name, value)
        renderer = Renderer(load(), clock)
        delivery = Delivery(
            bot,
            store,
            self.compound.deps,
            renderer,
            clock,
            tasks,
            self.ceilings,
            self.waits,
            Bounds(aloud=10_000),
        )
        await delivery.start()
        process = Process(delivery, store, tasks)
        try:
            yield process
        finally:
            await process.die()
            await bot.session.close()

    async def deliver(self) -> None:
        """One process, until everything is sent."""
        async with self.process() as process:
            await process.quiet()

    async def settle(self, seconds: float = 15.0, processes: int = 1) -> None:
        """Until no row is open any more, doubts included."""
        async with AsyncExitStack() as stack:
            running = [await stack.enter_async_context(self.process()) for _ in range(processes)]
            async with asyncio.timeout(seconds):
                while await self.open_rows():  # noqa: ASYNC110  rows ring no bell
                    await asyncio.sleep(0.02)
                for process in running:
                    await process.quiet()

    async def open_rows(self) -> int:
        return sum((await self.store.read(settling.open_counts)).values())

    async def say(
        self,
        title: str,
        to: Destination | None = None,
        *,
        priority: Priority = Priority.ANSWER,
        key: str = "call-moved-up",
        params: Json | None = None,
        not_before: datetime | None = None,
    ) -> None:
        """Leave a row of its own words, with buttons."""
        where = to or ToChat(self.compound.residents)

        def work(connection: Connection) -> None:
            tx = self.compound.deps.open(connection)
            call_id = self._call(tx, title)
            given = {"title": title} if params is None else params
            tx.outbox.tell(where, key, given, about=call_id, priority=priority, not_before=not_before)

        await self.store.write(work)

    async def open_card(self, title: str, to: Destination) -> int:
        """A card for a new call; answers the call's id."""

        def work(connection: Connection) -> int:
            tx = self.compound.deps.open(connection)
            call_id = self._call(tx, title)
            tx.cards.open(CardKind.CALL, call_id, to)
            return call_id

        return await self.store.write(work)

    async def change_card(self, call_id: int, confirmed: int) -> None:
        """Somebody joined: the call's row changes and its cards are refreshed."""

        def work(connection: Connection) -> None:
            tx = self.compound.deps.open(connection)
            connection.execute(update(calls).where(calls.c.id == call_id).values(confirmed=confirmed))
            tx.cards.refresh(CardKind.CALL, call_id)

        await self.store.write(work)

    def _call(self, tx: Any, title: str) -> int:
        creator = self.compound.person_ids[DATA["on_duty"]]
        call = Call(tx.new_id(), self.compound.id, creator, title, 100, CallState.OPEN, tx.now)
        tx.calls.add(call)
        return int(call.id)

    async def fault(self, **order: Any) -> None:
        (await self.people.post("/faults", json=order)).raise_for_status()

    async def calm(self) -> None:
        await self.people.delete("/faults")

    async def rows(self) -> list[Any]:
        return await self.store.read(lambda c: list(c.execute(select(outbox).order_by(outbox.c.id))))

    async def card_rows(self) -> list[Any]:
        return await self.store.read(lambda c: list(c.execute(select(cards))))

    async def messages(self, chat_id: int) -> list[Json]:
        answer = await self.people.get(f"/chats/{chat_id}/messages", params={"after": 0})
        return [one for one in answer.json()["messages"] if not one.get("deleted")]

    async def ours(self, chat_id: int | None = None) -> list[Json]:
        """The bot's messages that stand in a chat."""
        found = await self.messages(chat_id if chat_id is not None else self.compound.residents)
        service = {"new_chat_members", "left_chat_member", "migrate_from_chat_id", "migrate_to_chat_id"}
        said = [one for one in found if not service & one.keys()]
        return [one for one in said if (one.get("from") or {}).get("id") == BOT_ID]

    async def texts(self, chat_id: int | None = None) -> list[str]:
        return [one.get("text") or one.get("caption") or "" for one in await self.ours(chat_id)]

    async def write_as(self, who: str, chat_id: int, text: str = "嗯") -> Json:
        body = {"from": DATA["people"][who]["telegram_id"], "text": text}
        answer = await self.people.post(f"/chats/{chat_id}/messages", json=body)
        answer.raise_for_status()
        return dict(answer.json())

    async def calls(self, method: str = "") -> list[Json]:
        listed = (await self.people.get("/calls")).json()
        found = listed["calls"] if isinstance(listed, dict) else listed
        return [call for call in found if not method or call["method"].lower() == method.lower()]


def user(who: str) -> int:
    """A person's platform id."""
    return int(DATA["people"][who]["telegram_id"])


@asynccontextmanager
async def office(
    compound: Compound, limits: Limits | None = None, opened: bool = True, rate: float = 1.0, **how: Any
) -> AsyncIterator[Office]:
    """The compound's people and groups on a sandbox of their own."""
    clock = MovableClock(rate=rate)
    sandbox = Sandbox(token=f"{BOT_ID}:OFFICE", clock=clock, limits=limits or Limits.off())
    async with (
        serve(sandbox) as base,
        httpx.AsyncClient(base_url=base + "/sandbox/v1", timeout=30) as people,
    ):
        made = Office(sandbox, base, people, compound, **how)
        for one in DATA["people"].values():
            body = {"first_name": one["name"], "id": one["telegram_id"]}
            (await people.post("/users", json=body)).raise_for_status()
        everybody = [one["telegram_id"] for one in DATA["people"].values()]
        for key, chat_id in DATA["groups"].items():
            body = {"type": "supergroup", "title": key, "id": chat_id, "members": [*everybody, BOT_ID]}
            (await people.post("/chats", json=body)).raise_for_status()
        if opened:
            for who in DATA["people"]:
                await made.write_as(who, user(who), "/start")
        yield made
