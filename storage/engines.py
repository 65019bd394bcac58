"""How both databases are opened: every setting of a connection that reliability depends on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

BUSY_SECONDS = 30.0
"""How long a lock held by another process (a backup, the command line) is waited for."""

STATEMENTS = 300
"""Prepared statements kept per PostgreSQL connection; we have about a hundred."""


def sqlite_path(url: URL) -> str:
    """The database's file; raises ValueError where there is none, since memory survives nothing."""
    if not url.database or url.database == ":memory:":
        raise ValueError("a SQLite database must be a file: sqlite:///path/to/linli.db")
    return url.database


def sqlite_engine(url: URL, *, pragmas: tuple[str, ...], connections: int) -> Engine:
    """A synchronous engine whose driver never begins nor commits by itself; see `begun`."""
    sqlite_path(url)
    engine = create_engine(
        url.set(drivername="sqlite+pysqlite"),
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": BUSY_SECONDS},
    )

    @event.listens_for(engine, "connect")
    def _prepare(raw: sqlite3.Connection, _record: Any) -> None:
        for pragma in pragmas:
            raw.execute(f"PRAGMA {pragma}")

    return engine


@contextmanager
def begun(connection: Connection, how: str) -> Iterator[None]:
    """A transaction that begins with `how` (IMMEDIATE to write, DEFERRED to read) and ends as usual.

    Not an event of the engine: with one listener, every statement would look for listeners: 1,120 calls of
    Python functions in a report instead of 780.
    """
    with connection.begin():
        raw = connection.connection.driver_connection
        assert raw is not None  # it was checked out by begin()
        raw.execute(f"BEGIN {how}")
        yield


def writer_engine(url: URL) -> Engine:
    """The one connection that writes: durable at each commit, keys between tables checked."""
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
    return sqlite_engine(url, pragmas=pragmas, connections=1)


def reader_engine(url: URL, connections: int) -> Engine:
    """Connections that cannot write; each read sees one state of the database."""
    return sqlite_engine(url, pragmas=("query_only=ON",), connections=connections)


def migration_engine(url: URL) -> Engine:
    """One connection for an upgrade. Foreign keys are off before BEGIN, where alone it works: with them on,
    dropping a table that is being rebuilt deletes its children. Source: reliability §5.
    """
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=OFF")
    return sqlite_engine(url, pragmas=pragmas, connections=1)


def postgres_engine(url: URL, connections: int) -> AsyncEngine:
    """A pool over asyncpg; short transactions, so no just-in-time compilation."""
    return create_async_engine(
        url.set(drivername="postgresql+asyncpg"),
        pool_size=connections,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        hide_parameters=True,  # an error's text must not quote what was written
        connect_args={
            "prepared_statement_cache_size": STATEMENTS,
            "timeout": 10,
            "server_settings": {"jit": "off", "application_name": "linli"},
        },
    )
