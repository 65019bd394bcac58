"""The sandbox's time: a protocol for whoever brings a clock, and a clock that can be moved and sped up."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Wall time for dates and ages, monotonic time for rate windows, and a sleep that follows both."""

    def now(self) -> datetime: ...

    def monotonic(self) -> float: ...

    async def sleep(self, seconds: float) -> None: ...


class SandboxClock:
    """Real time times a rate, plus an offset for the wall time only: a moved date frees no rate window."""

    def __init__(self, *, start: datetime | None = None, rate: float = 1.0) -> None:
        if rate <= 0:
            raise ValueError("a clock's rate is above zero")
        self.rate = rate
        self._origin = time.monotonic()
        self._start = start or datetime.fromtimestamp(time.time(), UTC)
        self._offset = timedelta()

    def monotonic(self) -> float:
        return (time.monotonic() - self._origin) * self.rate

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.monotonic()) + self._offset

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.rate)

    def advance(self, by: timedelta) -> None:
        self._offset += by

    def set(self, moment: datetime) -> None:
        self._offset += moment - self.now()
