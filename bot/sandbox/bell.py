"""A bell that wakes everybody who waits for news."""

import asyncio
from typing import Any


class Bell:
    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self, deadline: "asyncio.Future[Any]") -> None:
        """Returns when the bell rings or the deadline is over; the deadline stays the caller's."""
        ring: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(ring)
        try:
            await asyncio.wait({ring, deadline}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._waiting.discard(ring)
            ring.cancel()
