"""The schema's history: up, down, up again, equal to what tables.py declares, old or new, never half."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, insert, inspect, make_url, text
from sqlalchemy.engine import Engine

from storage import migrate, migration_checks
from storage.engines import begun, migration_engine
from storage.migration_checks import MigrationFailed
from storage.open import open_store
from storage.tables import metadata, places

VERSIONS = Path(migrate.__file__).parent / "migrations" / "versions"


def revisions() -> list[str]:
    """Every revision, the first first."""
    script = ScriptDirectory(str(VERSIONS.parent))
    return [step.revision for step in reversed(list(script.walk_revisions()))]


def tables_of(path: str) -> set[str]:
    with closing(sqlite3.connect(path)) as raw:
        return {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_every_revision_goes_up_down_and_up_again(empty_database: str) -> None:
    behind = "base"
    for revision in revisions():
        migrate.upgrade(empty_database, revision)
        migrate.downgrade(empty_database, behind)
        assert migrate.current(empty_database) == (None if behind == "base" else behind)
        migrate.upgrade(empty_database, revision)
        assert migrate.current(empty_database) == revision
        behind = revision
    assert behind == migrate.head()


def test_the_revisions_make_what_the_tables_declare(database: str) -> None:
    assert migrate.look(database, migration_checks.differences) == []


def names_of_constraints(connection: Connection) -> set[str | None]:
    look = inspect(connection)
    found: set[str | None] = set()
    for table in metadata.tables:
        found |= {one["name"] for one in look.get_foreign_keys(table)}
        found |= {one["name"] for one in look.get_unique_constraints(table)}
        found.add(look.get_pk_constraint(table)["name"])
    return found


def test_every_constraint_has_the_name_that_tables_give_it(database: str) -> None:
    declared = {constraint.name for table in metadata.tables.values() for constraint in table.constraints}
    assert migrate.look(database, names_of_constraints) == declared


def test_revisions_are_frozen_and_never_rebuild_tables() -> None:
    for path in VERSIONS.glob("[0-9]*.py"):
        source = path.read_text("utf-8")
        assert "storage" not in source, path
        assert "batch_alter_table" not in source, path


@contextmanager
def migrating(url: str) -> Iterator[Connection]:
    """A connection as an upgrade has it."""
    engine = migration_engine(make_url(url))
    try:
        with engine.connect() as connection, begun(connection, "IMMEDIATE"):
            yield connection
    finally:
        engine.dispose()


def add_place(url: str) -> None:
    with migrating(url) as connection:
        row = {"id": 1, "level": "compound", "name": "x", "zone": "UTC", "compound_id": 1}
        connection.execute(insert(places), row)


def test_a_file_with_rows_is_copied_before_it_is_changed(sqlite_database: str) -> None:
    add_place(sqlite_database)
    migrate.downgrade(sqlite_database, "base")
    copy = f"{make_url(sqlite_database).database}.before-{migrate.head()}"
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT count(*) FROM places").fetchone() == (1,)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_upgrade_that_loses_rows_is_refused(sqlite_database: str) -> None:
    add_place(sqlite_database)

    def lose_rows(connection: Connection) -> None:
        before = migration_checks.count_rows(connection)
        connection.execute(text("DELETE FROM places"))
        migration_checks.check(connection, before, allowed=set(), at_head=True)

    with pytest.raises(MigrationFailed, match="places"):
        migrate.look(sqlite_database, lose_rows)
    with closing(sqlite3.connect(make_url(sqlite_database).database)) as raw:
        assert raw.execute("SELECT count(*) FROM places").fetchone() == (1,)


def test_an_upgrade_that_breaks_a_reference_is_refused(sqlite_database: str) -> None:
    with migrating(sqlite_database) as connection:
        before = migration_checks.count_rows(connection)
        connection.execute(
            text("INSERT INTO places (id, parent_id, level, name, zone) VALUES (1, 99, 'a', 'b', 'c')")
        )
        with pytest.raises(MigrationFailed, match="references"):
            migration_checks.check(connection, before, allowed={"places"}, at_head=True)
        connection.execute(text("DELETE FROM places"))


def test_an_upgrade_whose_schema_differs_is_refused(sqlite_database: str) -> None:
    with migrating(sqlite_database) as connection:
        connection.execute(text("ALTER TABLE places ADD COLUMN stray INTEGER"))
        with pytest.raises(MigrationFailed, match="stray"):
            migration_checks.check(connection, {}, allowed=set(), at_head=True)


KILLED_AT = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from storage import migrate

seen = 0

@event.listens_for(Engine, "before_cursor_execute")
def count(*_):
    global seen
    seen += 1
    if seen == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

migrate.upgrade(sys.argv[1])
"""


def statements_of_an_upgrade(folder: Path) -> int:
    """How many statements the whole upgrade executes."""
    seen = []

    def count(*_: object) -> None:
        seen.append(1)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        migrate.upgrade(f"sqlite:///{folder}/counted.db")
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    return len(seen)


@pytest.mark.slow
def test_a_kill_amid_the_upgrade_leaves_the_old_or_the_new_schema(tmp_path: Path) -> None:
    total = statements_of_an_upgrade(tmp_path)
    whole = tables_of(f"{tmp_path}/counted.db")
    for at in {2, total // 3, total // 2, total - 1}:
        path = tmp_path / f"killed-{at}.db"
        url = f"sqlite:///{path}"
        died = subprocess.run([sys.executable, "-c", KILLED_AT, url, str(at)], cwd=Path.cwd(), check=False)
        assert died.returncode == -9
        assert tables_of(str(path)) in (set(), whole)
        migrate.upgrade(url)
        assert tables_of(str(path)) == whole


def test_a_memory_database_is_refused() -> None:
    with pytest.raises(ValueError, match="file"):
        open_store("sqlite://")


def test_an_unknown_database_is_refused() -> None:
    with pytest.raises(ValueError, match="mysql"):
        open_store("mysql://localhost/linli")
