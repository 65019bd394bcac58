"""A fresh database for one run: a SQLite file, or a PostgreSQL database of its own, dropped behind it."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import asyncpg
from sqlalchemy import make_url

SQLITE, POSTGRES = "sqlite", "postgres"
DEFAULT_POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"

_numbers = count(1)


def postgres_address() -> str | None:
    """The server that LINLI_TEST_POSTGRES names, or the local one, if it answers."""
    address = os.environ.get("LINLI_TEST_POSTGRES", DEFAULT_POSTGRES).replace("+asyncpg", "")
    try:
        asyncio.run(_run(address, "SELECT 1"))
    except (OSError, TimeoutError, asyncpg.PostgresError):
        return None
    return address


@contextmanager
def fresh(kind: str, folder: Path, server: str | None = None) -> Iterator[str]:
    """The address of an empty database at head."""
    from storage import migrate

    with _empty(kind, folder, server) as url:
        migrate.upgrade(url)
        yield url


@contextmanager
def _empty(kind: str, folder: Path, server: str | None) -> Iterator[str]:
    if kind == SQLITE:
        yield f"sqlite:///{folder / 'linli.db'}"
        return
    server = server or postgres_address()
    if server is None:
        raise RuntimeError("no PostgreSQL answers")
    name = f"linli_prove_{os.getpid()}_{next(_numbers)}"
    asyncio.run(_run(server, f"CREATE DATABASE {name}"))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(_run(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


async def _run(address: str, statement: str) -> None:
    plain = make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(plain, timeout=5)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
