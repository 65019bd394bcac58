"""Crash points inside the worker: before and after each SQL statement, commit and HTTP call."""

import json
import os
import re
import signal
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

_VERB = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|PRAGMA|COMMIT)", re.IGNORECASE
)
_TABLE = re.compile(r"\b(?:INTO|UPDATE|FROM)\s+\"?(\w+)", re.IGNORECASE)
_METHOD = re.compile(r"/(?:file/)?bot[^/]+/(\w+)")

RECORD_EVERY = 0.25
"""Seconds between two dumps of what was seen."""


class Points:
    """Counts every point that is passed; at the armed one the process kills itself with SIGKILL."""

    def __init__(self, plan: dict[str, Any], log: Path) -> None:
        self.counts: Counter[str] = Counter()
        self.total = 0
        self._label, self._nth = plan.get("label"), plan.get("nth", 1)
        self._any = plan.get("any")
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def at(self, label: str) -> None:
        """Pass this point, or die here."""
        self.counts[label] += 1
        self.total += 1
        if label == self._label and self.counts[label] >= self._nth:
            self.die(label)
        if self._any is not None and self.total >= self._any:
            self.die(label)

    def die(self, label: str) -> None:
        """Say where, then SIGKILL: nothing is flushed, closed or rolled back."""
        os.write(self._log, f"{os.getpid()} {label}\n".encode())
        os.kill(os.getpid(), signal.SIGKILL)


def arm(plan: dict[str, Any], log: Path, record: Path | None, *, sqlite: bool) -> Points:
    """Wrap the drivers. `plan`: {"label", "nth"} or {"any": nth of all} or {"after": seconds}, or nothing."""
    points = Points(plan, log)
    if sqlite:
        _wrap_sqlite(points)
    else:
        _wrap_statements(points)
        _wrap_commits(points)
    _wrap_http(points)
    if (seconds := plan.get("after")) is not None:
        threading.Thread(target=_die_later, args=(points, seconds), daemon=True).start()
    if record is not None:
        threading.Thread(target=_record, args=(points, record), daemon=True).start()
    return points


def label_of(statement: str) -> str:
    """`UPDATE outbox`, `SELECT cases`: verb and first table of a statement."""
    verb = _VERB.match(statement)
    table = _TABLE.search(statement)
    word = verb.group(1).upper() if verb else statement.split(None, 1)[0].upper()
    return f"{word} {table.group(1)}" if table else word


def _wrap_sqlite(points: Points) -> None:
    """At the driver itself: the program sends some statements there without SQLAlchemy."""

    class Cursor(sqlite3.Cursor):
        def execute(self, sql: str, *more: Any) -> Any:
            return _around(points, label_of(sql), super().execute, sql, *more)

        def executemany(self, sql: str, *more: Any) -> Any:
            return _around(points, label_of(sql), super().executemany, sql, *more)

    class Crashing(sqlite3.Connection):
        def execute(self, sql: str, *more: Any) -> Any:
            return self.cursor().execute(sql, *more)

        def cursor(self, factory: Any = Cursor) -> Any:
            return super().cursor(factory)

        def commit(self) -> None:
            _around(points, "COMMIT", super().commit)

    setattr(sqlite3.dbapi2, "connect", partial(sqlite3.connect, factory=Crashing))  # noqa: B010  not mypy's


def _around(points: Points, label: str, real: Callable[..., Any], *given: Any) -> Any:
    points.at(f"before {label}")
    answer = real(*given)
    points.at(f"after {label}")
    return answer


def _wrap_statements(points: Points) -> None:
    def before(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        points.at(f"before {label_of(statement)}")

    def after(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        points.at(f"after {label_of(statement)}")

    event.listen(Engine, "before_cursor_execute", before)
    event.listen(Engine, "after_cursor_execute", after)


def _wrap_commits(points: Points) -> None:
    for dialect in _family(DefaultDialect):
        if "do_commit" in vars(dialect):
            _wrap_commit(points, dialect)


def _wrap_commit(points: Points, dialect: type[DefaultDialect]) -> None:
    real: Any = dialect.do_commit

    def do_commit(self: DefaultDialect, connection: Any) -> None:
        points.at("before COMMIT")
        real(self, connection)
        points.at("after COMMIT")

    dialect.do_commit = do_commit  # type: ignore[method-assign]  # the crash is injected here


def _family(kind: type[DefaultDialect]) -> list[type[DefaultDialect]]:
    return [kind, *(later for child in kind.__subclasses__() for later in _family(child))]


def _wrap_http(points: Points) -> None:
    real: Any = aiohttp.ClientSession._request

    async def request(self: aiohttp.ClientSession, method: str, url: Any, **how: Any) -> Any:
        found = _METHOD.search(str(url))
        name = found.group(1) if found else "http"
        points.at(f"before {name}")
        answer = await real(self, method, url, **how)
        points.at(f"after {name}")
        return answer

    setattr(aiohttp.ClientSession, "_request", request)  # noqa: B010  mypy knows another signature


def _die_later(points: Points, seconds: float) -> None:
    time.sleep(seconds)
    points.die("at a random time")


def _record(points: Points, path: Path) -> None:
    known = json.loads(path.read_text("utf-8")) if path.exists() else {}
    while True:
        time.sleep(RECORD_EVERY)
        new = path.with_suffix(".new")
        most = Counter(known) | points.counts
        new.write_text(json.dumps(dict(most)), "utf-8")
        new.replace(path)
