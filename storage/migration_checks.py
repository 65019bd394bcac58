"""Before an upgrade counts: no row gone, no reference broken, no page damaged, the schema as declared."""

from collections.abc import Mapping, Set
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, func, inspect, select, table

from storage.tables import metadata


class MigrationFailed(Exception):
    """A check did not hold; the upgrade was rolled back. The message says which one and where."""


def count_rows(connection: Connection) -> Mapping[str, int]:
    """Rows of every table."""
    names = inspect(connection).get_table_names()
    return {
        name: connection.execute(select(func.count()).select_from(table(name))).scalar_one() for name in names
    }


def check(connection: Connection, before: Mapping[str, int], *, allowed: Set[str], at_head: bool) -> None:
    """Raise MigrationFailed where anything does not hold; `allowed` tables may have changed their rows."""
    _check_rows(before, count_rows(connection), allowed | {"alembic_version"})
    if connection.dialect.name == "sqlite":
        _check_file(connection)
    if at_head:
        _check_schema(connection)


def _check_rows(before: Mapping[str, int], after: Mapping[str, int], allowed: Set[str]) -> None:
    changed = {
        name: (before[name], after[name])
        for name in before.keys() & after.keys() - allowed
        if before[name] != after[name]
    }
    if changed:
        raise MigrationFailed(f"rows changed: {changed}")


def _check_file(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise MigrationFailed(f"references broken in {sorted({row[0] for row in broken})}")
    found = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    if found != "ok":
        raise MigrationFailed(f"integrity: {found}")


def differences(connection: Connection) -> list[Any]:
    """What stands in the database and not in tables.py, or the other way round, as Alembic names it."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


def _check_schema(connection: Connection) -> None:
    different = differences(connection)
    if different:
        raise MigrationFailed(f"the schema is not what tables.py declares: {different}")
