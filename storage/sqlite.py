"""SQLite: one thread writes, in groups that share one durable commit; a few threads read."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import URL, Connection

from storage.engines import begun, reader_engine, writer_engine
from storage.groups import Member, Writer
from storage.quick import quick

R = TypeVar("R")

READERS = 3
"""Threads that read; the interpreter runs one at a time, so more would only wait."""

WAITING = 2048
"""Writes that may wait; beyond, `write` itself waits, so that a flood cannot fill the memory."""


class SqliteStore:
    """A Store on a SQLite file."""

    def __init__(self, url: URL) -> None:
        self._writer_engine = writer_engine(url)
        self._reader_engine = reader_engine(url, READERS)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="linli-reader")
        self._room = asyncio.Semaphore(WAITING)
        self._writer: Writer | None = None
        self._thread: threading.Thread | None = None

    async def start(self) -> None:
        """Open the writer's connection and start its thread."""
        self._writer = Writer(self._writer_engine, asyncio.get_running_loop())
        self._thread = threading.Thread(target=self._writer.run, name="linli-writer", daemon=True)
        self._thread.start()
        await self._writer.opened

    async def close(self) -> None:
        """Finish every write that was accepted, then close all connections."""
        if self._writer is not None and self._thread is not None:
            self._writer.end()
            await asyncio.to_thread(self._thread.join)
        await asyncio.to_thread(self._readers.shutdown)
        self._reader_engine.dispose()

    @property
    def waiting(self) -> int:
        """Writes that wait or run now, for the metrics."""
        return 0 if self._writer is None else self._writer.waiting

    async def write(self, work: Callable[[Connection], R]) -> R:
        """Run in a transaction of the writer's next group; returns once its commit is on the disk."""
        if self._writer is None:
            raise RuntimeError("the store is not started")
        async with self._room:
            member: Member[R] = Member(work, asyncio.get_running_loop().create_future())
            self._writer.accept(member)
            return await member.answer

    async def read(self, work: Callable[[Connection], R]) -> R:
        """Run on a reader's thread, in one snapshot that sees every write that has returned."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, work)

    def _read(self, work: Callable[[Connection], R]) -> R:
        with self._reader_engine.connect() as connection, begun(connection, "DEFERRED"):
            return work(quick(connection))
