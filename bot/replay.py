"""Replaying a file of real reports through a local Telegram on a faster clock."""

import asyncio
import tempfile
import time
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import structlog
from pydantic import SecretStr
from sqlalchemy import Connection, func, select

from bot import replay_checks, seeding
from bot.app import App, Pace
from bot.clock import MovableClock
from bot.replay_input import Report, group_of, reporter_name, reports
from bot.sandbox import Limits, Sandbox, serve
from bot.settings import Settings
from storage.migrate import upgrade
from storage.seeding import bind_chat
from storage.tables import cards, inbox, outbox

TOKEN = "42:SANDBOX"
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""A Monday morning in the compound, so that no reminder falls due on the way."""

AT_ONCE = 6
"""Reporters who write at the same time."""

AHEAD = 60
"""Updates that may wait before the next person writes: a test of what becomes of them, not of a flood."""

Json = dict[str, Any]


class Replay:
    """One run; `groups` are the platform ids of the twenty."""

    def __init__(self, folder: Path, url: str, rate: float) -> None:
        self.clock = MovableClock(START, rate)
        self.sandbox = Sandbox(token=TOKEN, clock=self.clock, limits=Limits())
        # Under privacy mode the later parts of a text that a client split never reach a bot in a group.
        self.sandbox.world.can_read_all_group_messages = True
        self._folder, self._url, self._rate = folder, url, rate
        self.groups: list[int] = []

    async def run(self, wanted: list[Report]) -> Json:
        """Play all of it and look at what is there in the end."""
        began = time.monotonic()
        async with AsyncExitStack() as stack:
            base = await stack.enter_async_context(serve(self.sandbox))
            session = await stack.enter_async_context(aiohttp.ClientSession())
            platform = seeding.Platform(session, base)
            bot = App(self._settings(base), self.clock, "replay", Pace(tick=0.5, patience=0))
            await bot.open()
            stack.push_async_callback(bot.stop)
            await self._settle(bot, platform, wanted)
            await bot.start()
            await self._everybody(bot, platform, wanted)
            await self._rest(bot)
            await self._called(platform, wanted)
            await self._rest(bot)
            found = await bot.store.read(partial(replay_checks.look, vault=bot.vault, wanted=wanted))
            heard = replay_checks.heard(self._spoken, found.numbers, wanted)
        diary = self.sandbox.engine.diary
        summary = replay_checks.summary(found, heard, diary.violations)
        played = {
            "calls": len(diary.calls),
            "rate": self._rate,
            "seconds": round(time.monotonic() - began, 1),
        }
        return summary | played

    def _spoken(self, chat_id: int) -> list[Json]:
        world = self.sandbox.world
        return [stored.shown() for stored in world.in_chat(chat_id) if stored.sender_id == world.bot_id]

    def _settings(self, base: str) -> Settings:
        own = Settings.model_construct()  # nothing of the environment: this world is made up
        known = {
            "bot_token": SecretStr(TOKEN),
            "data": self._folder,
            "database_url": self._url,
            "api_base": base,
        }
        return own.model_copy(update=known)

    async def _settle(self, bot: App, platform: seeding.Platform, wanted: list[Report]) -> None:
        planted = await seeding.plant(platform, seeding.read(), bot.deps.bot_id)
        compound = await bot.store.write(lambda c: seeding.settle(bot.deps, c, planted))
        for report in wanted:
            told = {"first_name": reporter_name(report), "language_code": "zh-hans"}
            report.user_id = (await platform.post("/users", told))["id"]
        for number in range(max(map(group_of, wanted)) + 1):
            inside = [report.user_id for report in wanted if group_of(report) == number]
            body = {"type": "supergroup", "title": f"Group {number}", "members": [*inside, bot.deps.bot_id]}
            if number % 2:  # there it may whisper; in the others it must call people to their private chat
                body["admins"] = [bot.deps.bot_id]
            self.groups.append((await platform.post("/chats", body))["id"])
        await bot.store.write(partial(self._bind, bot=bot, compound=compound))

    def _bind(self, connection: Connection, bot: App, compound: int) -> None:
        for chat in self.groups:
            bind_chat(bot.deps.scope(connection), chat, "supergroup", compound)

    async def _everybody(self, bot: App, platform: seeding.Platform, wanted: list[Report]) -> None:
        turns = asyncio.Semaphore(AT_ONCE)

        async def one(report: Report) -> None:
            async with turns:
                while bot.lanes.waiting > AHEAD:  # noqa: ASYNC110  only a test slows down for the lanes
                    await asyncio.sleep(0.02)
                report.chat_id = report.user_id if report.private else self.groups[group_of(report)]
                for part in report.parts:  # without a pause, as a client sends them
                    said = {"from": report.user_id, "text": part}
                    await platform.post(f"/chats/{report.chat_id}/messages", said)

        await asyncio.gather(*map(one, wanted))

    async def _called(self, platform: seeding.Platform, wanted: list[Report]) -> None:
        """Whoever was only called by name follows the link."""
        for report in wanted:
            if replay_checks.mentioned(self._spoken, report):
                start = {"from": report.user_id, "text": "/start hello"}
                await platform.post(f"/chats/{report.user_id}/messages", start)

    async def _rest(self, bot: App) -> None:
        """Until nothing is on its way: the platform's limits make that take its time."""
        pending = self.sandbox.engine.updates.pending
        while await bot.store.read(_open) or pending:  # noqa: ASYNC110  nothing rings for silence
            await asyncio.sleep(0.2)
        await bot.quiet()


def _open(connection: Connection) -> int:
    counts = (
        select(func.count()).select_from(inbox).where(inbox.c.state == "new"),
        select(func.count()).select_from(outbox).where(outbox.c.state.in_(("new", "leased", "ambiguous"))),
        select(func.count()).select_from(cards).where(cards.c.shown < cards.c.version, ~cards.c.stuck),
    )
    return sum(connection.execute(count).scalar_one() for count in counts)


async def replay(
    file: Path, database_url: str | None, *, most: int | None = None, rate: float = 30.0
) -> Json:
    """Play a file of reports on an empty database; the summary's "ok" says whether all of it held."""
    lines = await asyncio.to_thread(file.read_text, "utf-8")
    wanted = reports(lines, most)
    with (
        tempfile.TemporaryDirectory(prefix="linli-replay-") as folder,
        structlog.testing.capture_logs() as logs,
    ):
        url = database_url or f"sqlite:///{folder}/linli.db"
        await asyncio.to_thread(upgrade, url)
        found = await Replay(Path(folder), url, rate).run(wanted)
    errors = [line for line in logs if line["log_level"] in ("error", "critical")]
    found["errors_logged"] = len(errors)
    found["first_errors"] = errors[:5]
    found["ok"] = found["ok"] and not errors
    return found
