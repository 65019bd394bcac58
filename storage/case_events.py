"""What happened to cases: added, read, never changed."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, insert, select

from domain.cases.events import Event
from domain.cases.table import Part, State
from storage.scope import Scope
from storage.tables import case_events as rows

FIELDS = (
    rows.c.id, rows.c.case_id, rows.c.compound_id, rows.c.at, rows.c.action, rows.c.before, rows.c.after,
    rows.c.part, rows.c.person_id, rows.c.body_id, rows.c.round, rows.c.reason,
)  # fmt: skip
"""In the order of Event's own fields."""

_RECORD = insert(rows)
_OF = select(*FIELDS).where(rows.c.case_id == bindparam("case")).order_by(rows.c.id)
_LAST = (
    select(*FIELDS)
    .where(rows.c.case_id == bindparam("case"), rows.c.action == bindparam("action"))
    .order_by(rows.c.id.desc())
    .limit(1)
)


class SqlEvents:
    """Satisfies the domain's Events."""

    def __init__(self, scope: Scope) -> None:
        self._execute = scope.connection.execute

    def record(self, event: Event) -> None:
        """Keep one event."""
        self._execute(_RECORD, {column.name: getattr(event, column.name) for column in FIELDS})

    def of(self, case_id: int) -> Sequence[Event]:
        """Everything that happened to a case, oldest first."""
        return [event_of(row) for row in self._execute(_OF, {"case": case_id})]

    def last(self, case_id: int, action: str) -> Event | None:
        """The latest event of that kind."""
        row = self._execute(_LAST, {"case": case_id, "action": action}).first()
        return None if row is None else event_of(row)


def event_of(row: Any) -> Event:
    """The event of a row of its fields."""
    values = list(row)
    values[5] = State(values[5]) if values[5] is not None else None
    values[6] = State(values[6])
    values[7] = Part(values[7]) if values[7] is not None else None
    return Event(*values)
