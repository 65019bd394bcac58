"""What the card of a group's day shows."""

from sqlalchemy import bindparam, func, select

from domain.kernel.days import Called, DaySheet
from storage.day_cases import DayCaseReads
from storage.days import HELD, MAIL
from storage.tables import day_notes, outbox, persons

_CALLED = (
    select(persons.c.id, persons.c.telegram_id)
    .join(day_notes, day_notes.c.subject_id == persons.c.id)
    .where(
        day_notes.c.day_id == bindparam("day"),
        day_notes.c.kind == MAIL,
        persons.c.telegram_id.is_not(None),
        persons.c.private_open.is_(False),
    )
    .order_by(persons.c.id)
)
_HELD = (
    select(func.count())
    .select_from(day_notes.join(outbox, outbox.c.id == day_notes.c.subject_id))
    .where(day_notes.c.day_id == bindparam("day"), day_notes.c.kind == HELD, outbox.c.state == "new")
)


class DayReads(DayCaseReads):
    """Satisfies domain.kernel.days.DaySheets."""

    def day_sheet(self, day_id: int) -> DaySheet:
        """What the card of that day stands for now."""
        called = self._connection.execute(_CALLED, {"day": day_id}).all()
        held: int = self._connection.execute(_HELD, {"day": day_id}).scalar_one()
        return DaySheet(tuple(Called(row[0], row[1]) for row in called), held, self._day_cases(day_id))
