"""One movable wall clock for several processes: real time plus an offset that stands in a small file."""

import asyncio
import mmap
import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

_SECONDS = struct.Struct("d")


class SharedClock:
    """Satisfies the clocks of the program and of the sandbox; monotonic time is the machine's own."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(_SECONDS.pack(0.0))
        with path.open("r+b") as file:
            self._page = mmap.mmap(file.fileno(), _SECONDS.size)

    @property
    def offset(self) -> float:
        """Seconds by which the wall clock was moved."""
        return float(_SECONDS.unpack(self._page[: _SECONDS.size])[0])

    def now(self) -> datetime:
        """The wall clock, UTC."""
        return datetime.fromtimestamp(time.time_ns() / 1e9 + self.offset, UTC)

    def monotonic(self) -> float:
        """Seconds that never go back, and that a moved wall clock does not touch."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait in real time."""
        await asyncio.sleep(seconds)

    def advance(self, by: timedelta) -> None:
        """Move the wall clock for every process that shares it."""
        self._page[: _SECONDS.size] = _SECONDS.pack(self.offset + by.total_seconds())

    def set(self, moment: datetime) -> None:
        """Put the wall clock to `moment`."""
        self.advance(moment - self.now())
