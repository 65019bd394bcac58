"""Prebuilt Core statements, compiled once and handed to the driver by a short way.

SQLAlchemy's `execute` costs about 100 µs of CPU a statement here, SQLite's own work a tenth of it; on the one
writer thread that difference is the bot's whole capacity. Only what the repositories use is offered.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Literal, cast
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Delete, Executable, Insert, Select, Update
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError, MultipleResultsFound, NoResultFound
from sqlalchemy.sql.compiler import SQLCompiler

Processor = Callable[[Any], Any]
Row = Any


class Answer:
    """What a statement answered: rows as named tuples, or the number of rows it changed."""

    __slots__ = ("_rows", "rowcount")

    def __init__(self, rows: Sequence[Row], rowcount: int) -> None:
        self._rows, self.rowcount = rows, rowcount

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def all(self) -> Sequence[Row]:
        """Every row."""
        return self._rows

    def first(self) -> Row | None:
        """The first row, or None."""
        return self._rows[0] if self._rows else None

    def one_or_none(self) -> Row | None:
        """The only row, or None; raises MultipleResultsFound."""
        if len(self._rows) > 1:
            raise MultipleResultsFound("one row was expected")
        return self.first()

    def one(self) -> Row:
        """The only row; raises NoResultFound or MultipleResultsFound."""
        row = self.one_or_none()
        if row is None:
            raise NoResultFound("a row was expected")
        return row

    def scalar(self) -> Any:
        """The first column of the first row, or None."""
        return self._rows[0][0] if self._rows else None

    def scalar_one(self) -> Any:
        """The only row's first column."""
        return self.one()[0]

    def scalars(self) -> "Answer":
        """The first column of every row."""
        return Answer([row[0] for row in self._rows], self.rowcount)


class Prepared:
    """One statement compiled for one dialect and one set of parameter names."""

    def __init__(self, statement: Executable, dialect: Dialect, names: Sequence[str]) -> None:
        compiled = _compiled(statement, dialect, names)
        state = compiled.construct_expanded_state(dict.fromkeys(names))
        self.sql = state.statement
        self._binds: list[tuple[str, bool, Any, Processor | None]] = []
        for name in state.positiontup or ():
            bind = compiled.binds.get(name)
            kind = bind.type.dialect_impl(dialect) if bind is not None else None
            process = kind.bind_processor(dialect) if kind is not None else None
            if name in names:
                self._binds.append((name, False, None, process))
            else:  # a value that stands in the statement itself
                value = bind.value if bind is not None else state.additional_parameters[name]
                self._binds.append((name, True, process(value) if process else value, None))
        self._shape(compiled, dialect)

    def _shape(self, compiled: SQLCompiler, dialect: Dialect) -> None:
        columns = compiled._result_columns
        self.answers = bool(columns)
        names = [column.keyname for column in columns]
        self._make: Callable[[Iterable[Any]], Row] = namedtuple("Row", names, rename=True)._make  # type: ignore[attr-defined]  # mypy sees a plain tuple
        processes = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
        self._processes = [(place, process) for place, process in enumerate(processes) if process is not None]

    def bound(self, params: Mapping[str, Any]) -> list[Any]:
        """The parameters in the order of their marks."""
        return [
            value if fixed else (process(params[name]) if process else params[name])
            for name, fixed, value, process in self._binds
        ]

    def row(self, raw: tuple[Any, ...]) -> Row:
        """A driver's row with its values as Python knows them."""
        if not self._processes:
            return self._make(raw)
        values = list(raw)
        for place, process in self._processes:
            values[place] = process(values[place])
        return self._make(values)


def _compiled(statement: Executable, dialect: Dialect, names: Sequence[str]) -> SQLCompiler:
    compiled = statement.compile(  # type: ignore[attr-defined]  # every Executable of Core compiles
        dialect=dialect, column_keys=list(names)
    )
    return cast("SQLCompiler", compiled)


def _long_way(statement: Executable, dialect: Dialect, names: Sequence[str]) -> bool:
    """Whether the statement's text depends on its parameters, as a list's length does."""
    if not isinstance(statement, (Select, Insert, Update, Delete)):
        return True
    binds = _compiled(statement, dialect, names).binds
    return any(bind.expanding and name in names for name, bind in binds.items())


# None: seen once; False: never the short way.
Known = dict[tuple[str, tuple[str, ...]], Prepared | Literal[False] | None]

# By the statement itself and weakly, so that one which is built for a single call is forgotten with it.
_KNOWN: WeakKeyDictionary[Executable, Known] = WeakKeyDictionary()


class Quick:
    """A connection whose plain statements take the short way; everything else is the connection's own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.dialect = connection.dialect

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: Executable, params: Mapping[str, Any] | None = None) -> Any:
        """Run a prebuilt statement; lists of parameters and expanding ones go the long way."""
        if params is not None and not isinstance(params, Mapping):
            return self._connection.execute(statement, params)
        given = params or {}
        prepared = self._prepared(statement, tuple(given))
        if prepared is None:
            return self._connection.execute(statement, given)
        return self.run(prepared, prepared.bound(given))

    def run(self, prepared: Prepared, bound: Sequence[Any]) -> Answer:
        """Without compiling anew and without SQLAlchemy's rows; lost connections are still its matter."""
        result = self._connection.exec_driver_sql(prepared.sql, tuple(bound))
        rows = [prepared.row(tuple(raw)) for raw in result.fetchall()] if prepared.answers else ()
        return Answer(rows, result.rowcount)

    def _prepared(self, statement: Executable, names: tuple[str, ...]) -> Prepared | None:
        """The compiled statement from its second use on: the first may be the only one."""
        known = _KNOWN.get(statement)
        if known is None:
            known = _KNOWN[statement] = {}
        key = self.dialect.name, names
        if key not in known:
            known[key] = None
            return None
        prepared = known[key]
        if prepared is None:
            long = _long_way(statement, self.dialect, names)
            prepared = known[key] = False if long else Prepared(statement, self.dialect, names)
        return prepared or None


class QuickSqlite(Quick):
    """Straight to the driver, in our own thread; there is no connection to lose."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._raw = cast("Any", connection.connection.dbapi_connection)

    def run(self, prepared: Prepared, bound: Sequence[Any]) -> Answer:
        """One call of the driver; its errors become SQLAlchemy's, without the parameters."""
        try:
            cursor = self._raw.execute(prepared.sql, bound)
            rows = [prepared.row(raw) for raw in cursor.fetchall()] if prepared.answers else ()
        except self.dialect.loaded_dbapi.Error as error:
            raise DBAPIError.instance(
                prepared.sql, None, error, self.dialect.loaded_dbapi.Error, dialect=self.dialect
            ) from error
        return Answer(rows, cursor.rowcount)

    @contextmanager
    def begin_nested(self) -> Iterator[None]:
        """A savepoint; an exception rolls back to it and goes on."""
        self._raw.execute("SAVEPOINT decision")
        try:
            yield
        except BaseException:
            self._raw.execute("ROLLBACK TO decision")
            self._raw.execute("RELEASE decision")
            raise
        self._raw.execute("RELEASE decision")


def quick(connection: Connection) -> Connection:
    """The short way of that connection's database."""
    return cast("Connection", (QuickSqlite if connection.dialect.name == "sqlite" else Quick)(connection))


def plain(connection: Connection) -> Connection:
    """SQLAlchemy's own connection, for its inspector and for Alembic."""
    return connection._connection if isinstance(connection, Quick) else connection
