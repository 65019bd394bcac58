"""What falls due: planned by services inside their commit, worked off by a sweep that claims row by row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, bindparam, func, literal_column, select, update

from domain.kernel.due import Due
from storage.scope import Scope
from storage.tables import due
from storage.upsert import insert

MOST_ATTEMPTS = 3
"""Tries before a due row is dead and left to the steward."""

_planned = insert(due)
# What was called off and is planned again stands again; what is open, done or dead stays as it is.
_PLAN = _planned.on_conflict_do_update(
    index_elements=["occurrence"],
    set_={name: _planned.excluded[name] for name in ("at", "local", "zone", "state")} | {"attempts": 0},
    where=due.c.state == "cancelled",
)
_CANCEL = (
    update(due)
    .where(
        due.c.kind == bindparam("of_kind"), due.c.subject_id == bindparam("of_subject"), due.c.state == "open"
    )
    .values(state="cancelled")
)
_FALLEN = (
    select(due.c.id, due.c.kind, due.c.subject_id, due.c.at, due.c.occurrence, due.c.attempts)
    .where(due.c.state == literal_column("'open'"), due.c.at <= bindparam("now", type_=due.c.at.type))
    .order_by(due.c.at, due.c.id)
    .limit(bindparam("most"))
)
_NEXT = select(func.min(due.c.at)).where(
    due.c.state == "open", due.c.at > bindparam("now", type_=due.c.at.type)
)
_CLAIM = (
    select(due.c.id, due.c.kind, due.c.subject_id, due.c.at, due.c.occurrence, due.c.attempts)
    .where(
        due.c.id == bindparam("row_id"),
        due.c.state == "open",
        due.c.at <= bindparam("now", type_=due.c.at.type),
    )
    .with_for_update(skip_locked=True)
)
_END = (
    update(due)
    .where(due.c.id == bindparam("row_id"), due.c.state == "open")
    .values(state=bindparam("to"), done_at=bindparam("at_end"))
)
_ATTEMPT = (
    update(due)
    .where(due.c.id == bindparam("row_id"), due.c.state == "open")
    .values(attempts=due.c.attempts + 1)
    .returning(due.c.attempts)
)


@dataclass(frozen=True, slots=True)
class Fallen:
    """An open row whose time has come, and how often it failed."""

    due: Due
    attempts: int


class SqlDue:
    """Planning, inside a service's transaction."""

    def __init__(self, scope: Scope) -> None:
        self._connection = scope.connection

    def plan(self, kind: str, subject_id: int, at: datetime, occurrence: str, zone: str) -> None:
        """Plan one occurrence at `at` (UTC), and the wall time that people were told; see `DueRows.plan`."""
        plan_row(self._connection, kind, subject_id, at, occurrence, zone)

    def cancel(self, kind: str, subject_id: int) -> None:
        """Cancel every open row of that kind and subject."""
        self._connection.execute(_CANCEL, {"of_kind": kind, "of_subject": subject_id})


def plan_row(
    connection: Connection, kind: str, subject_id: int, at: datetime, occurrence: str, zone: str
) -> bool:
    """Plan outside a service; answers whether the occurrence is new."""
    row = {
        "kind": kind,
        "subject_id": subject_id,
        "at": at,
        "local": at.astimezone(ZoneInfo(zone)).replace(tzinfo=None).isoformat(timespec="minutes"),
        "zone": zone,
        "occurrence": occurrence,
        "state": "open",
    }
    return connection.execute(_PLAN, row).rowcount == 1


def fallen(connection: Connection, now: datetime, most: int = 256) -> list[Fallen]:
    """What is due, oldest first; only a look, a row is claimed by `claim`."""
    return list(_rows(connection.execute(_FALLEN, {"now": now, "most": most})))


def next_after(connection: Connection, now: datetime) -> datetime | None:
    """When the next planned thing falls due, UTC; None where nothing is planned."""
    moment: datetime | None = connection.execute(_NEXT, {"now": now}).scalar()
    return moment


def claim(connection: Connection, row_id: int, now: datetime) -> Fallen | None:
    """The row, locked, if it is still open and nobody else holds it."""
    return next(iter(_rows(connection.execute(_CLAIM, {"row_id": row_id, "now": now}))), None)


def end(connection: Connection, row_id: int, now: datetime, state: str = "done") -> bool:
    """Mark an open row "done" or "dead"."""
    return connection.execute(_END, {"row_id": row_id, "to": state, "at_end": now}).rowcount == 1


def attempt(connection: Connection, row_id: int, now: datetime, most: int = MOST_ATTEMPTS) -> int:
    """Count one failed try; the last one makes the row dead. Answers how many there were."""
    count = connection.execute(_ATTEMPT, {"row_id": row_id}).scalar() or 0
    if count >= most:
        end(connection, row_id, now, "dead")
    return count


def _rows(result: Iterable[Row[Any]]) -> Iterable[Fallen]:
    for row in result:
        yield Fallen(Due(row.id, row.kind, row.subject_id, row.at, row.occurrence), row.attempts)
