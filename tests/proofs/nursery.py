"""The zygote as the driver sees it: started, told what to do, listened to."""

import asyncio
import json
import os
from dataclasses import dataclass, field
from typing import Any

from tests.proofs.forks import Forked

Json = dict[str, Any]


@dataclass(slots=True)
class Death:
    """How a worker ended: by which signal (negative) or code, when (monotonic), after how many seconds."""

    pid: int
    by: int
    at: float
    lived: float
    plan: Json


@dataclass(slots=True)
class Nursery:
    """Forks workers as ordered; deaths are kept in the order in which they came."""

    zygote: Forked
    deaths: list[Death] = field(default_factory=list)
    births: int = 0
    plan: Json = field(default_factory=dict)
    left: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)
    _reader: asyncio.Task[None] | None = None

    async def listen(self) -> None:
        """Hear what the zygote says from now on."""
        stream = asyncio.StreamReader()
        pipe = os.fdopen(os.dup(self.zygote.out), "rb", buffering=0)
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(stream), pipe)
        self._reader = asyncio.create_task(self._read(stream))

    def tell(self, command: Json) -> None:
        """One command."""
        os.write(self.zygote.into, json.dumps(command).encode() + b"\n")

    def plans(self, plans: list[Json]) -> None:
        """How the next workers die, one after the other."""
        self.tell({"do": "plans", "plans": plans})

    def go(self) -> None:
        """Let a worker live, and another after each death."""
        self._stopped.clear()
        self.tell({"do": "go"})

    def kill(self) -> None:
        """SIGKILL to whoever lives now; the next one is forked at once."""
        self.tell({"do": "kill"})

    async def stop(self) -> None:
        """SIGKILL, and no other follows."""
        self.tell({"do": "stop"})
        await asyncio.wait_for(self._stopped.wait(), 30)

    async def close(self) -> None:
        """No worker is left, and nothing is listened to."""
        await self.stop()
        if self._reader is not None:
            self._reader.cancel()
            await asyncio.gather(self._reader, return_exceptions=True)

    async def _read(self, stream: asyncio.StreamReader) -> None:
        async for line in stream:
            self._hear(json.loads(line))
            self.news.set()

    def _hear(self, said: Json) -> None:
        match said["event"]:
            case "born":
                self.births += 1
                self.plan, self.left = said["plan"], said["left"]
            case "died":
                self.deaths.append(Death(said["pid"], said["by"], said["at"], said["lived"], self.plan))
            case "stopped":
                self._stopped.set()
