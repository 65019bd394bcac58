"""The demo: sandbox, seeded compound and bot in one process, on one clock; every start is a new world."""

import asyncio
import importlib
import signal
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.clock import MovableClock
from bot.sandbox import Sandbox, serve
from bot.settings import Settings
from bot.web.health import health_routes

if TYPE_CHECKING:  # importing aiogram and SQLAlchemy takes seconds, and the page is to be there before
    from bot.app import App
    from bot.staging import Staged

TOKEN = "42:SANDBOX"
"""It opens nothing but the sandbox beside it."""


class Demo:
    """`bot` is None until it answers."""

    def __init__(self, settings: Settings) -> None:
        self.clock = MovableClock()
        self.bot: App | None = None
        self._staging: Any = None
        self._settings = settings
        self.sandbox = Sandbox(
            token=TOKEN, clock=self.clock, on_clock=self._on_clock, next_due=self._next_due
        )
        self.sandbox.app.include_router(health_routes(self._figures))

    async def run(self) -> None:
        """Until Ctrl-C or SIGTERM."""
        ending = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, ending.set)
        async with serve(self.sandbox, self._settings.host, self._settings.port) as base:
            say(f"{base}  (the bot follows in a few seconds; Ctrl-C ends)")
            self._staging = await asyncio.to_thread(importlib.import_module, "bot.staging")
            staged = await self._staging.stage(self._settings, self.clock, base, TOKEN)
            self.bot = staged.bot
            say("the bot answers")
            staged.bot.tasks.spawn(self._opening(staged), "opening")
            await ending.wait()
            await staged.bot.stop()

    async def _opening(self, staged: "Staged") -> None:
        await self._staging.begin(staged)
        say("the first scene stands")

    async def _on_clock(self) -> None:
        """Due work and what follows from it happen before the page's clock moves on."""
        if self.bot is not None:
            await self.bot.quiet()

    async def _next_due(self) -> datetime | None:
        """When the bot acts next by itself (UTC), so that the page can jump there."""
        if self.bot is None or self._staging is None:
            return None
        moment: datetime | None = await self._staging.next_due(self.bot)
        return moment

    async def _figures(self) -> dict[str, float]:
        return {} if self.bot is None else await self.bot.figures()


def say(words: str) -> None:
    """One line for whoever started the program."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
