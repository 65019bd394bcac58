"""The clocks of cases, and what stopped them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from domain.cases.clocks import Clock, Pause
from domain.cases.presets import ClockKind
from domain.cases.table import OPEN, State
from storage import upsert
from storage.scope import Scope
from storage.tables import case_clocks as clocks
from storage.tables import case_pauses as pauses
from storage.tables import cases

_FIELDS = (
    clocks.c.case_id, clocks.c.round, clocks.c.kind, clocks.c.basis, clocks.c.minutes, clocks.c.wall,
    clocks.c.began_at, clocks.c.due_at, clocks.c.provisional, clocks.c.met_at, clocks.c.missed,
)  # fmt: skip
"""In the order of Clock's own fields."""

_KEY = ("case_id", "round", "kind")
_OF = select(*_FIELDS).where(clocks.c.case_id == bindparam("case"), clocks.c.round == bindparam("in_round"))
_new = upsert.insert(clocks)
_KEEP = _new.on_conflict_do_update(
    index_elements=list(_KEY),
    set_={column.name: _new.excluded[column.name] for column in _FIELDS if column.name not in _KEY},
)
_PAUSES = (
    select(pauses.c.id, pauses.c.case_id, pauses.c.why, pauses.c.began_at, pauses.c.ended_at)
    .where(pauses.c.case_id == bindparam("case"))
    .order_by(pauses.c.began_at, pauses.c.id)
)
_PAUSE = insert(pauses)
_RESUME = (
    update(pauses)
    .where(pauses.c.case_id == bindparam("case"), pauses.c.ended_at.is_(None))
    .values(ended_at=bindparam("at", type_=pauses.c.ended_at.type))
)
_RUNNING = (
    select(cases.c.id)
    .where(
        cases.c.compound_id == bindparam("compound"),
        cases.c.id > bindparam("above"),
        cases.c.state.in_(sorted(state.value for state in OPEN)),
    )
    .order_by(cases.c.id)
    .limit(bindparam("most"))
)
_PROVISIONAL = (
    select(cases.c.id)
    .where(
        cases.c.provisional,
        cases.c.id > bindparam("above"),
        cases.c.state.in_(sorted(state.value for state in OPEN)),
    )
    .order_by(cases.c.id)
    .limit(bindparam("most"))
)


class SqlClocks:
    """Satisfies the domain's Clocks."""

    def __init__(self, scope: Scope) -> None:
        self._execute = scope.connection.execute

    def of(self, case_id: int, round: int) -> Sequence[Clock]:
        """The clocks of one round."""
        return [_clock(row) for row in self._execute(_OF, {"case": case_id, "in_round": round})]

    def keep(self, clock: Clock) -> None:
        """Keep one."""
        self._execute(_KEEP, {column.name: getattr(clock, column.name) for column in _FIELDS})

    def pauses(self, case_id: int) -> Sequence[Pause]:
        """What stopped them, oldest first."""
        rows = self._execute(_PAUSES, {"case": case_id})
        return [Pause(row.id, row.case_id, State(row.why), row.began_at, row.ended_at) for row in rows]

    def pause(self, pause: Pause) -> None:
        """Keep one that begins."""
        self._execute(_PAUSE, {name: getattr(pause, name) for name in ("id", "case_id", "why", "began_at")})

    def resume(self, case_id: int, at: datetime) -> None:
        """End the one that lasts."""
        self._execute(_RESUME, {"case": case_id, "at": at})

    def running(self, compound_id: int, above: int, most: int) -> Sequence[int]:
        """Cases in work, by id."""
        keys = {"compound": compound_id, "above": above, "most": most}
        return [row.id for row in self._execute(_RUNNING, keys)]

    def provisional(self, above: int, most: int) -> Sequence[int]:
        """Cases in work whose hour is provisional, by id."""
        return [row.id for row in self._execute(_PROVISIONAL, {"above": above, "most": most})]


def _clock(row: Any) -> Clock:
    values = list(row)
    values[2] = ClockKind(values[2])
    return Clock(*values)
