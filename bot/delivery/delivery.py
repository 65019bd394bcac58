"""The dispatcher: one per bot token, woken by commits and by time, working from the database alone."""

import asyncio
from datetime import timedelta
from functools import partial
from pathlib import Path

import structlog
from aiogram import Bot
from sqlalchemy import Connection

from bot.clock import Clock
from bot.delivery import metrics
from bot.delivery.core import Core
from bot.delivery.doubts import Doubts
from bot.delivery.edits import Edits
from bot.delivery.failing import Failing
from bot.delivery.health import Health
from bot.delivery.limits import Ceilings
from bot.delivery.looking import Looking
from bot.delivery.pace import Bounds, Waits
from bot.delivery.posting import Posting
from bot.delivery.prepare import Preparing
from bot.delivery.rights import Rights
from bot.delivery.schedule import Schedule
from bot.delivery.send import Sender
from bot.failures import described
from bot.tasks import Tasks
from handlers.ports import Reader, Renderer
from storage import posted, settling
from storage.reader import SqlReader
from storage.store import Store
from storage.tx import TxDeps

__all__ = ["Bounds", "Ceilings", "Delivery", "Waits"]

log = structlog.get_logger(__name__)

PRIVATE = 1
"""Any chat of the bot-wide sequence of message ids."""


COUNTED = timedelta(seconds=60)
"""How far back the platform's longest window reaches."""


class Delivery:
    """Delivers outbox rows and keeps cards up to date until it is stopped."""

    def __init__(
        self,
        bot: Bot,
        store: Store,
        deps: TxDeps,
        renderer: Renderer,
        clock: Clock,
        tasks: Tasks,
        ceilings: Ceilings | None = None,
        waits: Waits | None = None,
        bounds: Bounds | None = None,
        media: Path = Path("data/media"),
    ) -> None:
        waits, self._event = waits or Waits(), asyncio.Event()
        sender = Sender(bot, waits.request, media, partial(deps.vault.open_transient, "media", "file"))

        def reader_of(connection: Connection) -> Reader:
            return SqlReader(connection, deps.vault)

        self.core = Core(
            store=store,
            clock=clock,
            tasks=tasks,
            new_id=deps.new_id,
            sender=sender,
            preparing=Preparing(renderer, reader_of, ""),
            schedule=Schedule(ceilings or Ceilings()),
            health=Health(waits),
            waits=waits,
            bounds=bounds or Bounds(),
            wake=self._event.set,
        )
        rights = Rights(sender, clock, waits.rights)
        failing = Failing(self.core, rights)
        self._posting = Posting(self.core, failing, Edits(self.core), rights)
        self._doubts = Doubts(self.core, self._posting.post)
        self._looking = Looking(self.core)
        self._looks, self._news = 0, True
        self._running: asyncio.Task[None] | None = None
        self._ending = False

    @property
    def link(self) -> str:
        """The bot's own address, empty until it is known."""
        return self.core.preparing.link

    async def start(self) -> None:
        """Take up what is open; sending begins at once."""
        self._running = self.core.tasks.spawn(self._run(), "delivery")

    async def stop(self, patience: float = 5.0) -> None:
        """Send nothing new, wait for answers under way; what stays open stands in the database."""
        self._ending = True
        until = self.core.mono() + patience
        while self.core.schedule.in_flight and self.core.mono() < until:
            await self.core.clock.sleep(0.02)
        if self._running is not None:
            self._running.cancel()

    def wake(self) -> None:
        """A commit may have left rows."""
        self._news = True
        self._event.set()

    async def quiet(self) -> None:
        """Until everything is sent that can be: not what waits for its hour or for a doubt to end."""
        core = self.core
        while True:
            ended = core.ended
            core.look_again()
            wanted = self._looks + 2  # the look under way may have begun before the call
            while self._looks < wanted or core.schedule.busy(core.mono()) or self._looking.gap_open:
                self.wake()
                await asyncio.sleep(0.01)
            if ended == core.ended:  # whatever has ended may have left something new behind
                return

    async def _run(self) -> None:
        core = self.core
        while not self._ending:
            try:
                await self._begin()
                break
            except Exception as error:
                log.error("delivery-start-failed", error=described(error))
                await core.clock.sleep(1.0)
        while not self._ending:
            try:
                await self._turn()
            except Exception as error:
                log.error("delivery-look-failed", error=described(error))
                await core.clock.sleep(1.0)

    async def _begin(self) -> None:
        core = self.core
        core.preparing.link = await core.sender.link()
        core.top = await core.store.read(lambda connection: posted.highest(connection, PRIVATE))
        await self._remember()

    async def _remember(self) -> None:
        """The process before this one may have spent the allowance: the platform has not forgotten."""
        core, now = self.core, self.core.clock.now()
        left = await core.store.read(lambda connection: posted.lately(connection, now - COUNTED))
        for chat_id, at in left:
            ago = min(max((now - at).total_seconds(), 0.0), COUNTED.total_seconds())
            core.schedule.remember(chat_id, core.mono() - ago, core.mono())

    async def _turn(self) -> None:
        """One look, then whatever may leave, then sleep."""
        core = self.core
        self._event.clear()
        if self._news or self._looking.is_due():
            self._news = False
            await self._looking.look()
            self._looks += 1
        sends = core.schedule.next_sends(core.mono())
        probes = [send for send in sends if send.kind == "probe"]
        rest = [send for send in sends if send.kind != "probe"]
        for send in probes:
            core.tasks.spawn(self._doubts.look(send), f"probe-{send.id}")
        for start in range(0, len(rest), core.bounds.batch):
            core.tasks.spawn(self._posting.batch(rest[start : start + core.bounds.batch]), "send")
        await self._sleep()

    async def _sleep(self) -> None:
        core = self.core
        wake = core.schedule.wake_at(core.mono())
        until = min(self._looking.at, wake if wake is not None else self._looking.at)
        seconds = until - core.mono()
        if seconds <= 0 or self._event.is_set():
            await asyncio.sleep(0)
            return
        timer = core.tasks.spawn(core.clock.sleep(seconds), "delivery-timer")
        timer.add_done_callback(self._rang)
        try:
            await self._event.wait()
        finally:
            timer.cancel()

    def _rang(self, timer: asyncio.Task[None]) -> None:
        """A timer that was cancelled rings nothing: it would wake the next wait, and that one the next."""
        if not timer.cancelled():
            self._event.set()

    async def figures(self) -> dict[str, float]:
        """What waits, by state; sets the gauges too."""
        counts = await self.core.store.read(settling.open_counts)
        for state in ("new", "leased", "ambiguous"):
            metrics.OPEN.labels(state).set(counts.get(state, 0))
        return {f"outbox_{state}": float(count) for state, count in counts.items()}
