"""Fresh databases for tests: a SQLite file always, a PostgreSQL database where a server answers."""

import asyncio
import os
import shutil
import tempfile
import threading
import uuid
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TypeVar

import asyncpg
import pytest
from sqlalchemy import make_url

from storage import migrate

R = TypeVar("R")

DEFAULT_SERVER = "postgresql://postgres@127.0.0.1:5432/postgres"
KINDS = ("sqlite", "postgres")


def run_apart(work: Callable[[], Awaitable[R]]) -> R:
    """Run a coroutine in a loop of its own, also while another loop runs here."""
    outcome: list[R] = []
    errors: list[BaseException] = []

    async def awaited() -> R:
        return await work()

    def run() -> None:
        try:
            outcome.append(asyncio.run(awaited()))
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return outcome[0]


def server() -> str:
    """The address of the PostgreSQL server that tests may make databases on."""
    return (os.environ.get("LINLI_TEST_POSTGRES") or DEFAULT_SERVER).replace("+asyncpg", "")


@cache
def why_no_postgres() -> str | None:
    """Why there is no PostgreSQL to test on, or None where there is one."""

    async def ask() -> None:
        connection = await asyncpg.connect(server(), timeout=5)
        await connection.close()

    try:
        run_apart(ask)
    except Exception as error:
        return (
            f"no PostgreSQL answers ({type(error).__name__}); set LINLI_TEST_POSTGRES to a server's address"
        )
    return None


def need_postgres() -> None:
    """Go on where PostgreSQL answers; otherwise skip, or fail where LINLI_REQUIRE_ALL=1."""
    why = why_no_postgres()
    if why is None:
        return
    if os.environ.get("LINLI_REQUIRE_ALL") == "1":
        pytest.fail(why)
    pytest.skip(why)


def on_server(*statements: str) -> None:
    """Run statements on the server, outside a transaction."""

    async def run() -> None:
        connection = await asyncpg.connect(server(), timeout=10)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    run_apart(run)


@contextmanager
def fresh_database(kind: str, folder: Path, *, migrated: bool = True) -> Iterator[str]:
    """The address of an empty database of that kind, at head unless asked otherwise; gone afterwards."""
    if kind == "sqlite":
        path = folder / "linli.db"
        if migrated:
            shutil.copyfile(_sqlite_template(), path)
        yield f"sqlite:///{path}"
        return
    need_postgres()
    with _postgres_database(_postgres_template() if migrated else "template1") as url:
        yield url


@cache
def _sqlite_template() -> Path:
    path = Path(tempfile.mkdtemp(prefix="linli-test-")) / "template.db"
    migrate.upgrade(f"sqlite:///{path}")
    return path


@cache
def _postgres_template() -> str:
    name = f"linli_test_template_{uuid.uuid4().hex[:12]}"
    on_server(f"CREATE DATABASE {name}")
    _made.append(name)
    migrate.upgrade(_address(name))
    return name


@contextmanager
def _postgres_database(template: str) -> Iterator[str]:
    name = f"linli_test_{uuid.uuid4().hex[:12]}"
    on_server(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield _address(name)
    finally:
        on_server(f"DROP DATABASE {name} WITH (FORCE)")


def drop_templates() -> None:
    """Take away what the session made once for all its tests."""
    while _made:
        on_server(f"DROP DATABASE {_made.pop()} WITH (FORCE)")
    if _sqlite_template.cache_info().currsize:
        shutil.rmtree(_sqlite_template().parent, ignore_errors=True)
        _sqlite_template.cache_clear()
    _postgres_template.cache_clear()


def _address(name: str) -> str:
    return make_url(server()).set(database=name).render_as_string(hide_password=False)


_made: list[str] = []
