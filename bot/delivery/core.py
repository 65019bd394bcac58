"""What the parts of the dispatcher share: its database, its platform, its schedule and its memory."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

import structlog
from sqlalchemy import Connection

from bot.clock import Clock
from bot.delivery.health import Health
from bot.delivery.lanes import Send
from bot.delivery.pace import Bounds, Waits
from bot.delivery.prepare import Preparing
from bot.delivery.schedule import Schedule
from bot.delivery.send import Sender
from bot.failures import described
from bot.tasks import Tasks
from storage.store import Store

R = TypeVar("R")
log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Core:
    """The memory is only a shortcut: everything in it can be lost, the database has the truth."""

    store: Store
    clock: Clock
    tasks: Tasks
    new_id: Callable[[], int]
    sender: Sender
    preparing: Preparing
    schedule: Schedule
    health: Health
    waits: Waits
    bounds: Bounds
    wake: Callable[[], None]
    rows: set[int] = field(default_factory=set)
    cards: set[int] = field(default_factory=set)
    leases: dict[int, datetime] = field(default_factory=dict)
    counted_at: dict[int, int] = field(default_factory=dict)
    edited: dict[int, float] = field(default_factory=dict)
    doubted_cards: dict[int, float] = field(default_factory=dict)
    top: int = 0
    """The highest id that we have seen of the bot-wide sequence."""
    scan_now: bool = True
    ended: int = 0
    """How many sends have come to an end, or were put off."""
    gone: set[int] = field(default_factory=set)
    """Rows forgotten since the look under way began: it must not take them up from an old snapshot."""

    def mono(self) -> float:
        """Monotonic seconds."""
        return self.clock.monotonic()

    def lease(self) -> datetime:
        """Until when a row that leaves now is ours, wall time."""
        return self.clock.now() + timedelta(seconds=self.waits.probe_after)

    async def settle(self, work: Callable[[Connection, datetime], R]) -> R:
        """Write what became of a send; the message is out, so a database that is away is waited for."""
        while True:
            try:
                return await self.store.write(lambda connection: work(connection, self.clock.now()))
            except Exception as error:
                log.error("delivery-settle-failed", error=described(error))
                await self.clock.sleep(1.0)

    def heard(self) -> None:
        """The platform answered, whatever it said."""
        self.health.answered()
        self.schedule.cautious = False

    def forget(self, send: Send) -> None:
        """It is settled, or will be found by the next look."""
        self.ended += 1
        if send.kind == "card":
            self.cards.discard(send.id)
            return
        self.rows.discard(send.id)
        self.gone.add(send.id)
        self.leases.pop(send.id, None)
        self.counted_at.pop(send.id, None)

    def let_go(self, send: Send) -> None:
        """It did not leave: give its slot back and forget it."""
        self.schedule.released(send, self.mono())
        self.forget(send)
        self.wake()

    def look_again(self) -> None:
        """Something changed its way: scan everything open at once."""
        self.scan_now = True
        self.wake()

    def counts(self, row_id: int) -> bool:
        """Whether a failure counts against the row: only if the platform has answered since its last one."""
        before, now = self.counted_at.get(row_id), self.health.answers
        self.counted_at[row_id] = now
        return before is None or before != now
