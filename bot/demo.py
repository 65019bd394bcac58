"""The demo: sandbox, seeded compound and bot in one process, on one clock; every start is a new world."""

import asyncio
import importlib
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import structlog
from pydantic import SecretStr

from bot import seeding
from bot.clock import MovableClock
from bot.sandbox import Sandbox, serve
from bot.settings import Settings
from bot.web.health import health_routes
from storage.migrate import upgrade

if TYPE_CHECKING:  # importing aiogram takes seconds, and the page is to be there before
    from bot.app import App

log = structlog.get_logger(__name__)

TOKEN = "42:SANDBOX"
"""It opens nothing but the sandbox beside it."""


class Demo:
    """`bot` is None until it answers."""

    def __init__(self, settings: Settings) -> None:
        self.clock = MovableClock()
        self.bot: App | None = None
        self._settings = settings
        self.sandbox = Sandbox(token=TOKEN, clock=self.clock, on_clock=self._on_clock)
        self.sandbox.app.include_router(health_routes(self._figures))

    async def run(self) -> None:
        """Until Ctrl-C or SIGTERM."""
        ending = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, ending.set)
        async with serve(self.sandbox, self._settings.host, self._settings.port) as base:
            say(f"{base}  (the bot follows in a few seconds; Ctrl-C ends)")
            async with self._answering(base):
                say("the bot answers")
                await ending.wait()

    @asynccontextmanager
    async def _answering(self, base: str) -> AsyncIterator[None]:
        program = await asyncio.to_thread(importlib.import_module, "bot.app")
        settings = _own(self._settings, base)
        await asyncio.to_thread(upgrade, settings.url)
        self.bot = program.App(settings, self.clock, "demo", program.Pace(moved_by_hand=True))
        async with aiohttp.ClientSession() as session:
            platform = seeding.Platform(session, base)
            planted = await seeding.plant(platform, seeding.read(), self.bot.deps.bot_id)
            await self._start(planted)
            await seeding.open_private(platform, planted)
            await seeding.play(platform, planted)
        try:
            yield
        finally:
            await self.bot.stop()

    async def _start(self, planted: seeding.Planted) -> None:
        bot = self.bot
        assert bot is not None  # made just before
        await bot.open()
        await bot.store.write(lambda connection: seeding.settle(bot.deps, connection, planted))
        await bot.start()

    async def _on_clock(self) -> None:
        if self.bot is not None:
            await self.bot.quiet()

    async def _figures(self) -> dict[str, float]:
        return {} if self.bot is None else await self.bot.figures()


def _own(settings: Settings, base: str) -> Settings:
    """Settings of a world that is as new as the sandbox's: message and update numbers start over with it."""
    folder = settings.folder() / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    own = {
        "bot_token": SecretStr(TOKEN),
        "api_base": base,
        "data": folder,
        "database_url": None,
        "webhook_url": None,
    }
    made = settings.model_copy(update=own)
    made.folder()
    return made


def say(words: str) -> None:
    """One line for whoever started the program."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
