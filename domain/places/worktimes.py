"""The working time of one compound: everybody's calendar, its own days and its slots."""

from domain.kernel.tx import WorkingCalendar
from domain.kernel.worktime import OwnDays, Timetable, WorkingTime
from domain.places.ports import PlacesTx


def days_of(tx: PlacesTx, compound_id: int) -> WorkingCalendar:
    """Which days people work there."""
    return OwnDays(tx.calendar, tx.calendars.of(compound_id).own)


def hours_of(tx: PlacesTx, compound_id: int, table: Timetable | None = None) -> WorkingTime:
    """The same to the minute; `table` where it has been read already."""
    table = table or tx.calendars.of(compound_id)
    return WorkingTime(OwnDays(tx.calendar, table.own), table.slots, tx.places.zone(compound_id))
