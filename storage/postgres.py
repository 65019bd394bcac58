"""PostgreSQL: the same synchronous work over asyncpg, in a pool; what an outage breaks is done again."""

import asyncio
import random
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import URL, Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engines import postgres_engine
from storage.quick import quick
from storage.transient import is_transient

R = TypeVar("R")

CONNECTIONS = 8
"""Transactions at once: the client's CPU is the limit, not the server. Source: reliability §1."""

PATIENCE = 60.0
"""Seconds that work is tried again before its caller hears; a restart of the server takes less."""

FIRST_PAUSE = 0.02
LONGEST_PAUSE = 1.0


class PostgresStore:
    """A Store on PostgreSQL."""

    def __init__(self, url: URL) -> None:
        self._writers = postgres_engine(url, CONNECTIONS)
        # The same pool; the option turns BEGIN into BEGIN READ ONLY without another round trip.
        self._readers = self._writers.execution_options(postgresql_readonly=True)
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._closed = False

    async def start(self) -> None:
        """Wait until the server answers."""
        await self.read(lambda connection: connection.exec_driver_sql("SELECT 1").scalar())

    async def close(self) -> None:
        """Finish what was accepted, then close the pool."""
        self._closed = True
        await self._idle.wait()
        await self._writers.dispose()

    @property
    def waiting(self) -> int:
        """Work that waits or runs now, for the metrics."""
        return self._running

    async def write(self, work: Callable[[Connection], R]) -> R:
        """Run in a transaction of its own; run again after a deadlock or a lost connection, the answer to a
        commit included, until PATIENCE ends: so `work` carries its key row.
        """
        return await self._counted(self._writers, work)

    async def read(self, work: Callable[[Connection], R]) -> R:
        """Run in a read-only transaction; each statement sees every write that has returned."""
        return await self._counted(self._readers, work)

    async def _counted(self, engine: AsyncEngine, work: Callable[[Connection], R]) -> R:
        if self._closed:
            raise RuntimeError("the store is closed")
        self._running += 1
        self._idle.clear()
        try:
            return await _patiently(engine, work)
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()


async def _patiently(engine: AsyncEngine, work: Callable[[Connection], R]) -> R:
    until = asyncio.get_running_loop().time() + PATIENCE
    pause = FIRST_PAUSE
    while True:
        try:
            async with engine.connect() as connection:
                return await connection.run_sync(_transaction, work)
        except Exception as error:
            if not is_transient(error) or asyncio.get_running_loop().time() + pause > until:
                raise
        # A little chance, so that transactions that met in a deadlock do not meet again.
        await asyncio.sleep(pause * random.uniform(0.5, 1.5))
        pause = min(pause * 2, LONGEST_PAUSE)


def _transaction(connection: Connection, work: Callable[[Connection], R]) -> R:
    with connection.begin():
        return work(quick(connection))
