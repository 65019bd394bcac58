"""One lane per chat, several at once: inside a lane strictly in order of acceptance, whatever fails."""

import asyncio
import heapq
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable

import structlog

from bot.failures import described
from bot.tasks import Tasks
from storage.arrivals import Waiting

log = structlog.get_logger(__name__)


class Lanes:
    """Works off inbox rows by id; holds ids alone, so that a restart needs nothing but the database."""

    def __init__(self, tasks: Tasks, width: int, work: Callable[[int], Awaitable[None]]) -> None:
        self._tasks, self._width, self._work = tasks, width, work
        self._rows: defaultdict[int, list[int]] = defaultdict(list)
        self._ready: asyncio.Queue[int] = asyncio.Queue()
        self._waiting = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def start(self) -> None:
        """Open the lanes."""
        for number in range(self._width):
            self._tasks.spawn(self._serve(), f"lane-{number}")

    def add(self, rows: Iterable[Waiting]) -> None:
        """Queue accepted rows, each once."""
        for row in rows:
            queue = self._rows[row.lane]
            if not queue:
                self._ready.put_nowait(row.lane)
            heapq.heappush(queue, row.id)
            self._waiting += 1
            self._idle.clear()

    async def quiet(self) -> None:
        """Until nothing waits and nothing runs."""
        await self._idle.wait()

    @property
    def waiting(self) -> int:
        """Rows queued or running."""
        return self._waiting

    async def _serve(self) -> None:
        while True:
            lane = await self._ready.get()
            queue = self._rows[lane]
            row_id = queue[0]  # stays at the head while it runs, so that the lane is not handed out twice
            try:
                await self._work(row_id)
            except Exception as error:
                log.error("lane-failed", row=row_id, error=described(error))
            self._done(lane, row_id)

    def _done(self, lane: int, row_id: int) -> None:
        queue = self._rows[lane]
        queue.remove(row_id)
        heapq.heapify(queue)
        if queue:
            self._ready.put_nowait(lane)
        else:
            del self._rows[lane]
        self._waiting -= 1
        if not self._waiting:
            self._idle.set()
