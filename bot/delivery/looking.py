"""Looks at the database for what is to be sent, and puts it into the lanes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from bot.delivery import metrics
from bot.delivery.core import Core
from bot.delivery.lanes import Send
from bot.delivery.prepare import ATTACHED
from domain.kernel.words import Priority
from storage import fanout, queue, settling, showing
from storage.destinations import decode
from storage.directory import directory
from storage.outbox import ACT
from storage.queue import Waiting
from storage.routes import Fan, Nowhere, Route, Way

OVERLAP = 200
"""How far below the highest id seen new rows are looked for: commits of many writers overlap."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One look: rows with their ways, cards that are behind, and when the next thing falls due (UTC)."""

    rows: list[tuple[Waiting, Way | None]]
    cards: list[showing.Dirty]
    next_time: datetime | None
    now: datetime
    high: int


class Looking:
    """Knows how far it has read."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._high = 0
        self._scan_at = 0.0
        self._due: datetime | None = None
        self.at = 0.0
        self.gap_open = False

    async def look(self) -> int:
        """Take up what is new; answers how many sends were queued."""
        core = self._core
        fallen = self._due is not None and self._due <= core.clock.now()
        full = core.scan_now or fallen or core.mono() >= self._scan_at
        core.scan_now = False
        core.gone.clear()
        try:
            seen = await core.store.read(partial(self._read, full=full))
        except BaseException:
            core.scan_now = core.scan_now or full
            raise
        self._high = seen.high
        if full:
            self._scan_at, self._due = core.mono() + core.waits.scan, None
        if seen.next_time is not None and (self._due is None or seen.next_time < self._due):
            self._due = seen.next_time
        queued = sum([await self._take_up(row, way) for row, way in seen.rows])
        queued += sum([self._card(card) for card in seen.cards])
        self.at = core.mono() + self._wait(seen)
        return queued

    def is_due(self) -> bool:
        """Whether time alone makes a look necessary."""
        return self._core.scan_now or self._core.mono() >= self.at

    def _read(self, connection: Connection, full: bool) -> Seen:
        core, now = self._core, self._core.clock.now()
        found = (
            queue.scan(connection, now, core.bounds.scan)
            if full
            else queue.fresh(connection, now, max(0, self._high - OVERLAP), core.bounds.scan)
        )
        high = max([self._high, *(row.id for row in found)])
        rows = [row for row in found if row.id not in core.rows]
        known = directory(connection, (decode(row.destination) for row in rows if row.state == "new"))
        ways = [
            (row, known.way(decode(row.destination), row.route) if row.state == "new" else None)
            for row in rows
        ]
        after = 0 if full else max(0, self._high - OVERLAP)
        times = [queue.next_time(connection, now, after), showing.next_time(connection, now)]
        soonest = min((time for time in times if time is not None), default=None)
        return Seen(ways, showing.behind(connection, now), soonest, now, high)

    async def _take_up(self, row: Waiting, way: Way | None) -> int:
        core = self._core
        if row.id in core.rows or row.id in core.gone:
            return 0
        match way:
            case Route():
                core.rows.add(row.id)
                core.schedule.add(Send(row.id, way.chat_id, row.priority, count=_count(row.key)), core.mono())
            case Fan(person_ids):
                await core.settle(partial(self._expand, row_id=row.id, person_ids=person_ids))
                core.look_again()
            case Nowhere(why) if row.key.startswith(ACT):
                await core.settle(partial(_ended, row_id=row.id, state="dropped", why=why))
                return 0
            case None if row.key.startswith(ACT):
                await self._undone(row)
                return 0
            case Nowhere(why):
                metrics.STUCK.labels(why).inc()
                await core.settle(partial(_ended, row_id=row.id, state="stuck", why=why))
                return 0
            case None:
                self._doubt(row)
        return 1

    async def _undone(self, row: Waiting) -> None:
        """An act that a dead process has leased is done again; its chat waits for nothing."""
        core = self._core
        left = (row.lease_until - core.clock.now()).total_seconds() if row.lease_until is not None else 0.0
        if not 0 < left <= core.waits.probe_after:
            await core.settle(partial(_again, row=row, until=core.lease()))
            core.look_again()

    def _doubt(self, row: Waiting) -> None:
        """A row that a dead process has leased, or that is ambiguous: its chat waits until that is over.

        The lease is wall time, which may have jumped; never longer than a whole lease from now.
        """
        core = self._core
        if row.chat_id is None or row.lease_until is None:
            return
        left = (row.lease_until - core.clock.now()).total_seconds()
        core.rows.add(row.id)
        core.leases[row.id] = row.lease_until
        at = core.mono() + min(max(left, 0.0), core.waits.probe_after)
        core.schedule.hold(Send(row.id, row.chat_id, row.priority, "probe"), at, core.mono())

    def _card(self, card: showing.Dirty) -> int:
        """Queue an edit, not sooner than the gap after the last one: what changes meanwhile goes with it."""
        core = self._core
        if card.id in core.cards or core.edited.get(card.id, -1e9) + core.waits.edit_gap > core.mono():
            return 0
        core.cards.add(card.id)
        core.edited.pop(card.id, None)
        core.schedule.add(Send(card.id, card.chat_id, int(Priority.DUTY), "card"), core.mono())
        return 1

    def _gaps(self, cards: Sequence[int]) -> list[float]:
        """When those of these cards that were edited a moment ago may be edited again (monotonic)."""
        core = self._core
        ends = {card: at + core.waits.edit_gap for card, at in core.edited.items()}
        for card in [card for card, end in ends.items() if end <= core.mono()]:
            del core.edited[card]
        return [ends[card] for card in cards if card in core.edited]

    def _wait(self, seen: Seen) -> float:
        """Seconds to the next look that time itself makes necessary."""
        core = self._core
        waits = [core.waits.look]
        if self._due is not None:
            waits.append((self._due - core.clock.now()).total_seconds())
        gaps = self._gaps([card.id for card in seen.cards])
        self.gap_open = bool(gaps)
        return max(0.0, min([*waits, *(end - core.mono() for end in gaps)]))

    def _expand(self, connection: Connection, now: datetime, row_id: int, person_ids: Sequence[int]) -> None:
        for row in queue.load(connection, [row_id]):
            fanout.expand(connection, row, person_ids, now, self._core.new_id)


def _ended(connection: Connection, now: datetime, row_id: int, state: str, why: str) -> None:
    settling.end(connection, row_id, state, why, now)


def _again(connection: Connection, _now: datetime, row: Waiting, until: datetime) -> None:
    if settling.take(connection, row.id, row.lease_until, until):
        settling.back(connection, row.id, "restart")


def _count(key: str) -> int:
    """How many messages the platform counts."""
    return int(key.split(":", 3)[2]) if key.startswith(ATTACHED) else 1
