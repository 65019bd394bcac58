"""A connection that runs every statement on both ways and holds the answers against each other."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Executable, Insert

from storage.quick import Quick, plain
from storage.tables import metadata

COUNTED_BY_ITSELF = frozenset(
    table.name for table in metadata.tables.values() if "id" in table.c and table.c.id.autoincrement is True
) | {"inbox", "outbox"}
"""Tables whose ids the database counts; PostgreSQL counts on where a row is rolled back."""

Told = tuple[tuple[str, ...], list[tuple[Any, ...]], int | None]


def told(statement: Executable, result: Any) -> Told:
    """Names, rows and the number of changed rows, as far as they can be the same twice."""
    rows = list(getattr(result, "all", list)()) if _answers(statement) else []
    names = tuple(rows[0]._fields) if rows else ()
    known = [tuple(row) for row in rows]
    if isinstance(statement, Insert) and statement.table.name in COUNTED_BY_ITSELF:
        known = [(len(row),) for row in known]
    return names, known, None if _answers(statement) else result.rowcount


def _answers(statement: Executable) -> bool:
    return bool(statement.is_select or getattr(statement, "_returning", ()))


class Comparing:
    """Runs it by SQLAlchemy's own connection, then twice the short way, and keeps the last."""

    def __init__(self, connection: Connection) -> None:
        assert isinstance(connection, Quick)
        self._quick: Any = connection
        self.compared: set[int] = set()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._quick, name)

    def execute(self, statement: Executable, params: Any = None) -> Any:
        """Raises AssertionError where the ways differ."""
        if params is not None and not isinstance(params, Mapping):
            return self._quick.execute(statement, params)
        with self._undone():
            own = told(statement, plain(self._quick).execute(statement, dict(params or {})))
        for _ in range(
            2
        ):  # the first use goes the long way, the second compiles, the third finds it compiled
            with self._undone():
                assert told(statement, self._quick.execute(statement, params)) == own, str(statement)
        self.compared.add(id(statement))
        return self._quick.execute(statement, params)

    @contextmanager
    def _undone(self) -> Iterator[None]:
        own = plain(self._quick)
        own.exec_driver_sql("SAVEPOINT comparing")
        try:
            yield
        finally:
            own.exec_driver_sql("ROLLBACK TO SAVEPOINT comparing")
            own.exec_driver_sql("RELEASE SAVEPOINT comparing")
