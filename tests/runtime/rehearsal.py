"""A whole bot beside a sandbox, for tests that talk: people say and tap, `quiet` waits for the answers."""

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from fastapi import FastAPI
from pydantic import SecretStr

from bot import seeding
from bot.app import App, Pace
from bot.clock import MovableClock
from bot.delivery.delivery import Waits
from bot.listening import PATH
from bot.sandbox import Limits, Sandbox, serve
from bot.settings import Settings
from bot.web.server import serving
from bot.web.webhook import webhook_route
from tests.compound import MASTER, MONDAY

Json = dict[str, Any]

TOKEN = "42:SANDBOX"
SECRET = "only-the-platform-knows"
PACE = Pace(tick=0.1, moved_by_hand=True, patience=0, waits=Waits(edit_gap=0.0))
SMALL = {"bot_token": SecretStr(TOKEN), "master_key": SecretStr(base64.b64encode(MASTER).decode())}


def settings_for(folder: Path, database: str, base: str, **more: object) -> Settings:
    """Settings of a bot of the tests; a `.env` is not looked at."""
    known = {**SMALL, "data": folder, "database_url": database, "api_base": base}
    limits = {"per_second": 1000.0, "per_group_minute": 10_000.0, "per_chat_second": 1000.0}
    measure = {"aloud_a_day": 10_000}
    return Settings(_env_file=None, **{**known, **limits, **measure, **more})


@dataclass
class Rehearsal:
    """`people` and `groups` are platform ids by the seed's keys; `bot` may be stopped and started again."""

    sandbox: Sandbox
    base: str
    clock: MovableClock
    settings: Settings
    platform: seeding.Platform
    planted: seeding.Planted
    bot: App
    heard: dict[int, int] = field(default_factory=dict)

    @property
    def people(self) -> dict[str, int]:
        return self.planted.people

    @property
    def groups(self) -> dict[str, int]:
        return self.planted.groups

    def chat(self, where: str | int) -> int:
        """A chat by its key: a group's, or a person's for the private chat."""
        return where if isinstance(where, int) else self.groups.get(where) or self.people[where]

    async def say(self, who: str, text: str = "", where: str | int | None = None, **more: Any) -> Json:
        """Somebody writes, in private unless `where` names a group; answers the message, all settled."""
        said = await self.send(who, text, where, **more)
        await self.quiet()
        return said

    async def send(self, who: str, text: str = "", where: str | int | None = None, **more: Any) -> Json:
        """The same without waiting for the bot."""
        body = {"from": self.people[who], **({"text": text} if text else {}), **more}
        return await self.platform.post(f"/chats/{self.chat(where or who)}/messages", body)

    async def tap(self, who: str, label: str, where: str | int | None = None) -> Json:
        """Taps the newest button whose label contains `label`; answers the toast."""
        chat = self.chat(where or who)
        for message in reversed(await self.messages(chat)):
            for button in self.buttons(message):
                if label in button["text"]:
                    return await self.press(who, message["message_id"], button["callback_data"], chat)
        raise AssertionError(f"no button {label!r} in {chat}")

    async def press(self, who: str, message_id: int, data: str, where: str | int | None = None) -> Json:
        """Taps a button by its data."""
        body = {"from": self.people[who], "message_id": message_id, "data": data}
        toast = await self.platform.post(f"/chats/{self.chat(where or who)}/press", body)
        await self.quiet()
        return toast

    async def messages(self, where: str | int) -> list[Json]:
        """All that stands in a chat."""
        async with self.platform.get(f"/chats/{self.chat(where)}/messages?after=0") as answer:
            listed = (await answer.json())["messages"]
        return [message for message in listed if not message.get("deleted")]

    async def spoken(self, where: str | int) -> list[str]:
        """What the bot said in a chat, oldest first."""
        return [message.get("text") or message.get("caption") or "" for message in await self.messages(where)
                if message.get("from", {}).get("id") == self.bot.deps.bot_id]  # fmt: skip

    @staticmethod
    def buttons(message: Json) -> list[Json]:
        """The buttons below a message."""
        rows = (message.get("reply_markup") or {}).get("inline_keyboard") or []
        return [button for row in rows for button in row if "callback_data" in button]

    async def through_the_door(self) -> None:
        """Until the platform has been told where the bot's web server is."""
        async with asyncio.timeout(10):
            while not self.sandbox.engine.webhook.url:  # noqa: ASYNC110  the bot rings no bell for it
                await asyncio.sleep(0.01)

    async def quiet(self) -> None:
        """Until the bot has taken in, decided and said everything."""
        async with asyncio.timeout(30):
            updates = self.sandbox.engine.updates
            while updates.pending or updates.again:  # noqa: ASYNC110  no bell rings for silence
                await asyncio.sleep(0.01)
            await self.bot.quiet()

    async def move(self, **by: float) -> None:
        """Moves the clock, e.g. hours=2, and lets what fell due happen."""
        await self.platform.post("/clock", {"advance": timedelta(**by).total_seconds()})
        await self.quiet()

    async def until(self, moment: datetime) -> None:
        """Moves the clock to a moment."""
        await self.platform.post("/clock", {"set": moment.isoformat()})
        await self.quiet()

    async def stop(self) -> None:
        """The process ends."""
        await self.bot.stop()

    async def again(self) -> None:
        """A new process on the same database."""
        self.bot = App(self.settings, self.clock, "test", PACE)
        await self.bot.open()
        await self.bot.start()

    async def on_clock(self) -> None:
        await self.bot.quiet()


@asynccontextmanager
async def rehearsing(
    folder: Path,
    database: str,
    *,
    limits: Limits | None = None,
    start: bool = True,
    clock: MovableClock | None = None,
    pace: Pace = PACE,
    webhook: bool = False,
    **more: object,
) -> AsyncIterator[Rehearsal]:
    """The seeded compound of bot/seed with a running bot; private chats are open as the seed says.

    `webhook`: updates are posted to the bot's own web server rather than polled.
    """
    clock = clock or MovableClock(MONDAY)
    sandbox = Sandbox(token=TOKEN, clock=clock, limits=limits or Limits.off())
    async with AsyncExitStack() as stack:
        base = await stack.enter_async_context(serve(sandbox))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        platform = seeding.Platform(session, base)
        running = list[App]()
        if webhook:
            door = await stack.enter_async_context(serving(_door(running), "127.0.0.1", 0))
            more = {**more, "webhook_url": door, "webhook_secret": SecretStr(SECRET)}
        settings = settings_for(folder, database, base, **more)
        bot = App(settings, clock, "test", pace)
        planted = await seeding.plant(platform, seeding.read(), bot.deps.bot_id)
        await bot.open()
        await bot.store.write(lambda connection: seeding.settle(bot.deps, connection, planted))
        here = Rehearsal(sandbox, base, clock, settings, platform, planted, bot)
        sandbox.engine.on_clock = here.on_clock
        running.append(bot)
        await _begin(here, start)
        try:
            yield here
        finally:
            await here.bot.stop()


def _door(running: list[App]) -> FastAPI:
    """The bot's web server; `running` holds the bot once there is one."""
    site = FastAPI()
    site.include_router(webhook_route(PATH, SECRET, lambda: running[-1].accept if running else None))
    return site


async def _begin(here: Rehearsal, start: bool) -> None:
    if start:
        await here.bot.start()
        await seeding.open_private(here.platform, here.planted)
        await here.quiet()
