"""Time as the program reads it: wall time for rules, monotonic time for leases and limits, and a sleep."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Clock(Protocol):
    """Wall time in UTC, monotonic seconds, and a sleep that follows both."""

    def now(self) -> datetime:
        """The wall clock, UTC."""

    def monotonic(self) -> float:
        """Seconds that never go back."""

    async def sleep(self, seconds: float) -> None:
        """Wait that many seconds of this clock."""


class RealClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        """The wall clock, UTC, to the microsecond."""
        return EPOCH + timedelta(microseconds=time.time_ns() // 1000)

    def monotonic(self) -> float:
        """Seconds since the machine started."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait in real time."""
        await asyncio.sleep(seconds)


class MovableClock:
    """Real time times a rate, and a wall clock that can be set: moving it frees no lease and no limit."""

    def __init__(self, start: datetime | None = None, rate: float = 1.0) -> None:
        self._rate = rate
        self._origin = time.monotonic()
        self._start = start or RealClock().now()
        self._moved = timedelta()

    def now(self) -> datetime:
        """The wall clock, UTC."""
        return self._start + timedelta(seconds=self.monotonic()) + self._moved

    def monotonic(self) -> float:
        """Simulated seconds since this clock was made."""
        return (time.monotonic() - self._origin) * self._rate

    async def sleep(self, seconds: float) -> None:
        """Wait simulated seconds."""
        await asyncio.sleep(seconds / self._rate)

    def advance(self, by: timedelta) -> None:
        """Move the wall clock."""
        self._moved += by

    def set(self, moment: datetime) -> None:
        """Put the wall clock to `moment` (UTC)."""
        self._moved += moment - self.now()
