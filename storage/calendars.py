"""What compounds say of their working time."""

from datetime import date, datetime

from sqlalchemy import bindparam, delete, select

from domain.kernel.worktime import USUAL, Timetable, read, written
from storage.scope import Scope
from storage.tables import calendar_days, calendars
from storage.upsert import insert

_OF = select(calendars.c.slots, calendars.c.preset).where(calendars.c.compound_id == bindparam("compound"))
_DAYS = select(calendar_days.c.day, calendar_days.c.works).where(
    calendar_days.c.compound_id == bindparam("compound")
)
_new = insert(calendars)
_KEEP = _new.on_conflict_do_update(
    index_elements=["compound_id"],
    set_={name: _new.excluded[name] for name in ("slots", "preset", "changed_at")},
)
_new_before = insert(calendars)
_KEEP_BEFORE = _new_before.on_conflict_do_update(
    index_elements=["compound_id"],
    set_={name: _new_before.excluded[name] for name in ("before", "changed_at")},
)
_BEFORE = select(calendars.c.before, calendars.c.changed_at).where(
    calendars.c.compound_id == bindparam("compound")
)
_day = insert(calendar_days)
_KEEP_DAY = _day.on_conflict_do_update(
    index_elements=["compound_id", "day"], set_={"works": _day.excluded.works}
)
_FORGET_DAY = delete(calendar_days).where(
    calendar_days.c.compound_id == bindparam("compound"), calendar_days.c.day == bindparam("on")
)


class SqlCalendars:
    """Satisfies the domain's Calendars."""

    def __init__(self, scope: Scope) -> None:
        self._execute, self._now = scope.connection.execute, scope.now

    def of(self, compound_id: int) -> Timetable:
        """Slots, preset and own days."""
        key = {"compound": compound_id}
        row = self._execute(_OF, key).first()
        own = {date.fromisoformat(day.day): day.works for day in self._execute(_DAYS, key)}
        return Timetable(USUAL, "", own) if row is None else Timetable(read(row.slots), row.preset, own)

    def keep(self, compound_id: int, table: Timetable) -> None:
        """Keep slots and preset."""
        self._execute(_KEEP, self._row(compound_id, table))

    def keep_day(self, compound_id: int, day: date, works: bool | None) -> None:
        """Keep one day, or forget it."""
        if works is None:
            self._execute(_FORGET_DAY, {"compound": compound_id, "on": day.isoformat()})
        else:
            self._execute(_KEEP_DAY, {"compound_id": compound_id, "day": day.isoformat(), "works": works})

    def keep_before(self, compound_id: int, before: str) -> None:
        """Keep what the latest change replaced; empty words: nothing to take back."""
        row = self._row(compound_id, self.of(compound_id))
        self._execute(_KEEP_BEFORE, {**row, "before": before or None})

    def before(self, compound_id: int) -> tuple[str, datetime] | None:
        """What can be taken back, and when it was changed."""
        row = self._execute(_BEFORE, {"compound": compound_id}).first()
        return None if row is None or row.before is None else (row.before, row.changed_at)

    def _row(self, compound_id: int, table: Timetable) -> dict[str, object]:
        row = {"compound_id": compound_id, "slots": written(table.slots)}
        return {**row, "preset": table.preset, "changed_at": self._now}
