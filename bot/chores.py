"""What the program does for itself: sealing the audit, the day's anchor, forgetting, its own lease."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock, RealClock
from bot.failures import described
from domain.cases import timekeeping
from domain.duties import service as duties
from domain.numbers import weekly
from storage import dialogues, inbox, leases, parts
from storage.anchors import anchor
from storage.audit import heads, seal_some
from storage.store import Store
from storage.tx import TxDeps, transaction

log = structlog.get_logger(__name__)

AT_ONCE = 500
"""Audit rows sealed in one commit."""

LEASE = timedelta(seconds=30)
"""How long a dead process holds its token against strangers; its own supervisor takes over at once."""


class TokenTaken(Exception):
    """Another process runs with this bot token."""


class Lease:
    """One process per bot token, by the machine's own clock: moving the demo's clock frees nothing."""

    def __init__(self, store: Store, bot_id: int, owner: str, clock: Clock | None = None) -> None:
        self._store, self._name, self._owner = store, f"bot:{bot_id}", owner
        self._clock = clock or RealClock()

    async def take(self) -> None:
        """Take or renew; raises TokenTaken where another owner holds it."""
        now = self._clock.now()
        take = partial(leases.take, name=self._name, owner=self._owner, until=now + LEASE, now=now)
        if not await self._store.write(take):
            raise TokenTaken

    async def wait(self, patience: float) -> None:
        """Take it, waiting so many seconds for an owner that died; raises TokenTaken where one lives on."""
        last = self._clock.monotonic() + patience
        while True:
            try:
                return await self.take()
            except TokenTaken:
                if self._clock.monotonic() >= last:
                    raise
            await self._clock.sleep(0.5)

    async def release(self) -> None:
        """Give it back."""
        await self._store.write(partial(leases.release, name=self._name, owner=self._owner))


class Chores:
    """Each is called by a tick, does a little, and may be called again."""

    def __init__(self, store: Store, deps: TxDeps, data: Path) -> None:
        self._store, self._deps, self._anchors = store, deps, data / "anchors.txt"
        self._anchored: date | None = None

    async def seal(self) -> None:
        """Chain what the audit has not chained yet."""
        while await self._store.write(partial(seal_some, most=AT_ONCE)) == AT_ONCE:
            pass

    async def anchor(self) -> None:
        """Write the chains' heads outside the database, once a day (UTC)."""
        today = self._deps.clock.now().date()
        if self._anchored == today:
            return
        found = await self._store.read(heads)
        if found and not self._stands(today):
            anchor(self._anchors, found, today)
        self._anchored = today if found else None

    def _stands(self, day: date) -> bool:
        lines = self._anchors.read_text("ascii").splitlines() if self._anchors.exists() else []
        return any(line.startswith(day.isoformat()) for line in lines)

    async def plan_mornings(self) -> None:
        """See that every compound has its next morning's digest planned."""
        await self._store.write(transaction(self._deps, duties.plan_mornings))

    async def plan_weeks(self) -> None:
        """See that every compound has its next digest of the week planned."""
        await self._store.write(transaction(self._deps, weekly.plan_weeks))

    async def settle_hours(self) -> None:
        """Reckon provisional hours anew: a newer program may know the holidays that they waited for."""
        above: int | None = 0
        while above is not None:
            above = await self._store.write(transaction(self._deps, timekeeping.settle, above))

    async def let_go(self) -> None:
        """Forget what an album in a group showed, where nobody called us for it."""
        await self._store.write(partial(parts.let_go, now=self._deps.clock.now()))

    async def forget(self) -> None:
        """Drop settled ids after eight days, and dialogues that nobody continues."""
        now = self._deps.clock.now()
        await self._store.write(partial(inbox.purge, now=now))
        await self._store.write(partial(dialogues.sweep, now=now))


class _NoEnding(logging.Filter):
    """Keeps the ticks that the program's end cancels out of the log: nothing has failed there."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))


logging.getLogger("apscheduler.executors.default").addFilter(_NoEnding())


def ticking(every: dict[Callable[[], Awaitable[object]], float]) -> AsyncIOScheduler:
    """A scheduler that calls each of these every so many seconds, never twice at once; it only wakes us."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    for work, seconds in every.items():
        scheduler.add_job(
            _guarded(work),
            "interval",
            seconds=seconds,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    return scheduler


def _guarded(work: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[None]]:
    async def tick() -> None:
        try:
            await work()
        except Exception as error:
            log.error("tick-failed", error=described(error))

    return tick
