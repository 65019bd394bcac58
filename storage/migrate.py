"""Bringing a database to a revision: locked, backed up, in one transaction, and checked before it counts."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, inspect, make_url, text

from storage.engines import begun, migration_engine, postgres_engine, sqlite_path
from storage.migration_checks import check, count_rows
from storage.migration_guards import backed_up, locked_file

R = TypeVar("R")

LOCK = 7_116_105_110
"""Key of PostgreSQL's advisory lock: one upgrade at a time."""


def upgrade(url: str, target: str = "head") -> None:
    """Bring the database to `target`; nothing happened where this raises. Takes a lock; waits for another's.

    A SQLite file that holds rows is copied beside itself first, as `<file>.before-<revision>`.
    """
    _on(make_url(url), lambda connection: _move(connection, target, up=True))


def downgrade(url: str, target: str) -> None:
    """Bring the database back to `target`, for the tests and for a release taken back."""
    _on(make_url(url), lambda connection: _move(connection, target, up=False))


def current(url: str) -> str | None:
    """The revision that the database has, or None where it is empty."""
    return _on(make_url(url), _current)


def look(url: str, work: Callable[[Connection], R]) -> R:
    """Run `work` on a plain connection, under the lock of upgrades: for checks of the schema itself."""
    return _on(make_url(url), work)


def head() -> str:
    """The revision that this program needs."""
    revision = ScriptDirectory.from_config(_config()).get_current_head()
    assert revision is not None  # there is a first revision
    return revision


def _on(url: URL, work: Callable[[Connection], R]) -> R:
    if url.get_backend_name() == "sqlite":
        return _on_sqlite(url, work)
    return _in_thread(lambda: asyncio.run(_on_postgres(url, work)))


def _on_sqlite(url: URL, work: Callable[[Connection], R]) -> R:
    path = Path(sqlite_path(url))
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = migration_engine(url)
    with locked_file(path):
        try:
            with engine.connect() as connection, begun(connection, "IMMEDIATE"):
                return work(connection)
        finally:
            engine.dispose()


async def _on_postgres(url: URL, work: Callable[[Connection], R]) -> R:
    engine = postgres_engine(url, 1)
    try:
        async with engine.begin() as connection:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


def _in_thread(work: Callable[[], R]) -> R:
    """Run where no event loop runs, whoever asks."""
    outcome: list[R] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="linli-migrate")
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return outcome[0]


def _allowed(config: Config, before: str | None, wanted: str) -> frozenset[str]:
    """Tables whose rows the revisions between the two say that they change."""
    steps = ScriptDirectory.from_config(config).iterate_revisions(wanted, before or "base")
    return frozenset().union(*(step.module.ROWS_CHANGE for step in steps))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _move(connection: Connection, target: str, *, up: bool) -> None:
    config = _config()
    before = _current(connection)
    wanted = head() if target == "head" else target
    if before == wanted:
        return
    if before is not None:
        backed_up(connection, before)
    rows = count_rows(connection)
    config.attributes["connection"] = connection
    (command.upgrade if up else command.downgrade)(config, target)
    allowed = _allowed(config, before, wanted) if up else rows.keys()
    check(connection, rows, at_head=up and wanted == head(), allowed=allowed)
