"""The one place that spawns: failures are logged by name alone, and shutdown waits for what runs."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

from bot.failures import described

log = structlog.get_logger(__name__)


class Tasks:
    """Background work of one program."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()

    def spawn(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Run beside the caller; `name` stands in the log should it fail."""
        task = asyncio.create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    async def settle(self, seconds: float) -> None:
        """Wait for all that runs, then cancel what still does after `seconds`."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=seconds)
        await self.cancel()

    async def cancel(self) -> None:
        """End all that runs."""
        for task in (running := set(self._running)):
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("task-failed", task=task.get_name(), error=described(error))
