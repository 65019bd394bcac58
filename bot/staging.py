"""The demo's bot: a new database, a compound with a year behind it, everybody's first words."""

import asyncio
import shutil
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import aiohttp
from pydantic import SecretStr
from sqlalchemy import Connection

from bot import scene, seeding
from bot.app import App, Pace
from bot.clock import Clock
from bot.guide_files import entries_of
from bot.guiding import plant
from bot.lived import remember
from bot.settings import Settings
from bot.street import street
from domain.kernel.words import CardKind, ToWorkers
from storage import due
from storage import seeding as places
from storage.migrate import upgrade

GUIDE = seeding.SUNSHINE.parent / "guide"
"""The demo's guide, a file an entry."""

HELLO = 0.5
"""Seconds in which the first poll brings that the bot was taken into its groups."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A bot that answers, and who and what stands around it; its first scene is still to be played."""

    bot: App
    planted: seeding.Planted
    base: str


async def stage(settings: Settings, clock: Clock, base: str, token: str) -> Staged:
    """A running bot beside the sandbox at `base`; its world is as new as the sandbox's."""
    own = await asyncio.to_thread(_own, settings, base, token)
    bot = App(own, clock, "demo", Pace(moved_by_hand=True))
    async with aiohttp.ClientSession() as session:
        platform = seeding.Platform(session, base)
        planted = await seeding.plant(platform, street(), bot.deps.bot_id)
        await scene.offer(platform, planted)
    await bot.open()
    await bot.store.write(lambda connection: remember(bot.deps, connection, planted))
    entries = await asyncio.to_thread(entries_of, GUIDE)
    await bot.store.write(lambda connection: plant(bot.deps.open(connection), None, entries))
    await bot.start()
    while bot.accept is None:  # noqa: ASYNC110  once, at a start
        await asyncio.sleep(0.05)
    return Staged(bot, planted, base)


async def begin(staged: Staged) -> None:
    """Everybody's first words. It takes as long as the platform lets one bot talk; visitors may join in."""
    bot, planted = staged.bot, staged.planted
    async with aiohttp.ClientSession() as session:
        platform = seeding.Platform(session, staged.base)
        await asyncio.sleep(HELLO)
        await bot.quiet()
        await bot.store.write(lambda connection: _unsolved(bot, connection, planted))
        await seeding.open_private(platform, planted)
        await bot.quiet()
        await scene.play(platform, planted, bot.quiet)
        await bot.quiet()


async def next_due(bot: App) -> datetime | None:
    """The next planned moment (UTC) after now; None where nothing is planned."""
    now = bot.deps.clock.now()
    return await bot.store.read(lambda connection: due.next_after(connection, now))


def _unsolved(bot: App, connection: Connection, planted: seeding.Planted) -> None:
    """What the year left open stands before the workers, as it would have stood before the demo began."""
    tx = bot.deps.open(connection)
    for case_id in places.unsolved(tx.scope, planted.compound_id):
        tx.cards.open(CardKind.CASE, case_id, ToWorkers(planted.compound_id))


def _own(settings: Settings, base: str, token: str) -> Settings:
    """Settings of a world that starts over with the sandbox: so do its message and update numbers."""
    folder = settings.folder() / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    changed: dict[str, Any] = {"bot_token": SecretStr(token), "api_base": base, "data": folder}
    own = settings.model_copy(update=changed | {"database_url": None, "webhook_url": None})
    own.folder()
    upgrade(own.url)
    return own
