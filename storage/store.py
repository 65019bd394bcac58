"""The one way to the database: a function of a connection, run in one transaction on either database."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection

R = TypeVar("R")


class Store(Protocol):
    """Runs synchronous work; on SQLite on one writer thread in groups, on PostgreSQL through `run_sync`.

    Work must not keep the connection, and must be able to run again: a group that fails is run singly, and a
    lost connection is tried again where the work carries its key row (inbox mark, due row, dedupe key).
    """

    async def start(self) -> None:
        """Open connections; the schema is expected to be at head."""

    async def close(self) -> None:
        """Finish what was accepted, then close."""

    async def write(self, work: Callable[[Connection], R]) -> R:
        """Run in a transaction; returns after COMMIT is durable; raises what `work` raised, rolled back."""

    async def read(self, work: Callable[[Connection], R]) -> R:
        """Run on a reader connection; sees every write that has returned."""
