"""The zygote as the driver sees it: started, told what to do, listened to."""

import asyncio
import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Json = dict[str, Any]

ROOT = Path(__file__).parents[2]


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

    process: asyncio.subprocess.Process
    deaths: list[Death] = field(default_factory=list)
    births: int = 0
    plan: Json = field(default_factory=dict)
    left: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)
    _ready: asyncio.Event = field(default_factory=asyncio.Event)
    _reader: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, settings: Json) -> "Nursery":
        """Start the zygote and wait until it has imported the program."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.proofs.zygote", cwd=ROOT,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            env=os.environ | {"PYTHONHASHSEED": "0"},
        )  # fmt: skip
        nursery = cls(process)
        nursery._reader = asyncio.create_task(nursery._read())
        nursery.tell({"do": "settings", "settings": settings})
        await asyncio.wait_for(nursery._ready.wait(), 120)
        return nursery

    def tell(self, command: Json) -> None:
        """One command."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command).encode() + b"\n")

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
        """End the zygote."""
        await self.stop()
        assert self.process.stdin is not None
        self.process.stdin.close()
        await self.process.wait()
        if self._reader is not None:
            await self._reader

    async def _read(self) -> None:
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self._hear(json.loads(line))
            self.news.set()

    def _hear(self, said: Json) -> None:
        match said["event"]:
            case "ready":
                self._ready.set()
            case "born":
                self.births += 1
                self.plan, self.left = said["plan"], said["left"]
            case "died":
                self.deaths.append(Death(said["pid"], said["by"], said["at"], said["lived"], self.plan))
            case "stopped":
                self._stopped.set()
