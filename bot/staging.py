"""The demo's bot: a new database, a seeded compound, everybody's first words."""

import asyncio
import shutil
from typing import Any

import aiohttp
from pydantic import SecretStr

from bot import seeding
from bot.app import App, Pace
from bot.clock import Clock
from bot.settings import Settings
from storage.migrate import upgrade

HELLO = 0.5
"""Seconds in which the first poll brings that the bot was taken into its groups."""


async def stage(settings: Settings, clock: Clock, base: str, token: str) -> App:
    """A running bot beside the sandbox at `base`; its world is as new as the sandbox's."""
    own = await asyncio.to_thread(_own, settings, base, token)
    bot = App(own, clock, "demo", Pace(moved_by_hand=True))
    async with aiohttp.ClientSession() as session:
        platform = seeding.Platform(session, base)
        planted = await seeding.plant(platform, seeding.read(), bot.deps.bot_id)
        await bot.open()
        await bot.store.write(lambda connection: seeding.settle(bot.deps, connection, planted))
        await bot.start()
        await _greeted(bot)
        await seeding.open_private(platform, planted)
        await seeding.play(platform, planted)
    return bot


async def _greeted(bot: App) -> None:
    """Until the bot has said hello in its groups, so that the scene begins with it."""
    while bot.accept is None:  # noqa: ASYNC110  once, at a start
        await asyncio.sleep(0.05)
    await asyncio.sleep(HELLO)
    await bot.quiet()


def _own(settings: Settings, base: str, token: str) -> Settings:
    """Settings of a world that starts over with the sandbox: so do its message and update numbers."""
    folder = settings.folder() / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    changed: dict[str, Any] = {"bot_token": SecretStr(token), "api_base": base, "data": folder}
    own = settings.model_copy(update=changed | {"database_url": None, "webhook_url": None})
    own.folder()
    upgrade(own.url)
    return own
