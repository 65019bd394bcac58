"""People who act at the same time, and weather that changes, for as long as a block runs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from tests.proofs.scenes import Scenes


class Life:
    """Several people act at the same time for as long as the block runs."""

    def __init__(self, scenes: Scenes, streams: int, pause: float) -> None:
        self._scenes, self._streams, self._pause = scenes, streams, pause
        self._tasks: list[asyncio.Task[None]] = []
        self._over = False

    async def __aenter__(self) -> "Life":
        self._over = False
        self._tasks = [asyncio.create_task(self._stream()) for _ in range(self._streams)]
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._over = True
        await asyncio.gather(*self._tasks)

    def provoke(self, name: str | None) -> None:
        """Play this scene now, beside all others."""
        if name is not None and not self._over:
            self._tasks.append(asyncio.create_task(self._scenes.provoke(name)))

    async def _stream(self) -> None:
        while not self._over:
            await self._scenes.step()
            await asyncio.sleep(self._scenes.random.uniform(0, 2 * self._pause))


@asynccontextmanager
async def every(seconds: float, call: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    async def again() -> None:
        while True:
            await call()
            await asyncio.sleep(seconds)

    task = asyncio.create_task(again())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
