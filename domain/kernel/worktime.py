"""Working time: what passes between a compound's opening hours on its own calendar; exact, without floats.

A working span is a slot of a working day, from the first instant at which the wall clock shows its opening to
the first at which it shows its close: in a spring gap that is the end of the gap, in an autumn overlap the
first of the two.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from domain.kernel.errors import Invalid
from domain.kernel.hours import instant
from domain.kernel.tx import WorkingCalendar

DAY = 24 * 60
"""Minutes of a day."""

MOST_SLOTS = 6
"""Slots of a day that a compound may name: more than anybody has, and short enough for its column."""

ONE_DAY = timedelta(days=1)
NOTHING = timedelta()
NO_DAYS: Mapping[date, bool] = MappingProxyType({})


class BadSlots(Invalid):
    """Slots must lie in one day, ascend and not overlap."""

    key = "error-hours-slots"


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One stretch of work; both are minutes after local midnight, `closes` is the first one after it."""

    opens: int
    closes: int

    @property
    def minutes(self) -> int:
        """How long it is on the wall clock."""
        return self.closes - self.opens


Slots = tuple[Slot, ...]

USUAL: Slots = (Slot(9 * 60, 18 * 60),)
"""Where nothing else was said. Source: service hours of property companies, a default."""


def fit(slots: Sequence[Slot]) -> Slots:
    """Slots as they can be kept; raises BadSlots."""
    edges = [edge for slot in slots for edge in (slot.opens, slot.closes)]
    ascending = all(slot.minutes > 0 for slot in slots) and edges == sorted(edges)
    if not (0 < len(slots) <= MOST_SLOTS and ascending and edges[0] >= 0 and edges[-1] <= DAY):
        raise BadSlots(most=MOST_SLOTS)
    return tuple(slots)


def written(slots: Slots) -> str:
    """Slots as they are kept: "09:00-12:00,14:00-18:00"."""
    return ",".join(f"{clock(slot.opens)}-{clock(slot.closes)}" for slot in slots)


def read(text: str) -> Slots:
    """The slots of `written`; raises ValueError or BadSlots where it is none."""
    pairs = (part.split("-") for part in text.split(","))
    return fit([Slot(minute(opens), minute(closes)) for opens, closes in pairs])


def clock(minute_of_day: int) -> str:
    """A minute of the day as the wall clock shows it; the end of the day is 24:00."""
    return f"{minute_of_day // 60:02}:{minute_of_day % 60:02}"


def minute(shown: str) -> int:
    """The minute of the day that a wall clock shows."""
    hours, minutes = shown.split(":")
    return int(hours) * 60 + int(minutes)


@dataclass(frozen=True, slots=True)
class Timetable:
    """What a compound says of its working time: slots, the preset of its time limits (a code), days of its
    own on which it works or does not.
    """

    slots: Slots = USUAL
    preset: str = ""
    own: Mapping[date, bool] = field(default_factory=lambda: NO_DAYS)


@dataclass(frozen=True, slots=True)
class OwnDays:
    """A WorkingCalendar: days of a compound's own before those of everybody."""

    everybody: WorkingCalendar
    own: Mapping[date, bool]

    def works(self, day: date) -> bool:
        """Whether people work there on that day."""
        own = self.own.get(day)
        return self.everybody.works(day) if own is None else own

    def known(self, day: date) -> bool:
        """Whether that is settled."""
        return day in self.own or self.everybody.known(day)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Working time of one place; instants are UTC, `zone` is IANA."""

    calendar: WorkingCalendar
    slots: Slots
    zone: str

    def add(self, start: datetime, work: timedelta) -> datetime:
        """The first instant by which that much working time has passed since `start`."""
        if work <= NOTHING:
            return start
        left = work
        for opens, closes in self._spans(start):
            if opens + left <= closes:
                return opens + left
            left -= closes - opens
        raise AssertionError("days do not end")

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much working time passes from `start` to `end`; none where `end` is not later."""
        worked = NOTHING
        for opens, closes in self._spans(start):
            if opens >= end:
                break
            worked += min(closes, end) - opens
        return worked

    def opening(self, at: datetime) -> datetime | None:
        """When work begins again; None while people work."""
        opens, _ = next(self._spans(at))
        return None if opens == at else opens

    def evening(self, said: datetime, ahead: int) -> datetime:
        """The close of the working day on which something was said at least `ahead` minutes before it, or
        that of the next working day.
        """
        local, last = said.astimezone(ZoneInfo(self.zone)), self.slots[-1].closes
        day = local.date()
        if not self.calendar.works(day) or local.hour * 60 + local.minute >= last - ahead:
            day += ONE_DAY
            while not self.calendar.works(day):
                day += ONE_DAY
        return self._instant(day, last)

    def day(self, count: int) -> int:
        """Minutes of so many whole working days."""
        return count * sum(slot.minutes for slot in self.slots)

    def dates(self, start: datetime, end: datetime) -> Iterator[date]:
        """Every local day from the one to the other, both included."""
        zone = ZoneInfo(self.zone)
        day, last = start.astimezone(zone).date(), end.astimezone(zone).date()
        while day <= last:
            yield day
            day += ONE_DAY

    def known(self, start: datetime, end: datetime) -> bool:
        """Whether the published holidays reach over all days from the one to the other."""
        return all(map(self.calendar.known, self.dates(start, end)))

    def _spans(self, since: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Working spans from `since` on, the first one cut to it; endless."""
        day = since.astimezone(ZoneInfo(self.zone)).date()
        while True:
            if self.calendar.works(day):
                for slot in self.slots:
                    opens = max(self._instant(day, slot.opens), since)
                    closes = self._instant(day, slot.closes)
                    if opens < closes:
                        yield opens, closes
            day += ONE_DAY

    def _instant(self, day: date, minute_of_day: int) -> datetime:
        wall = datetime.combine(day, time()) + timedelta(minutes=minute_of_day)
        return instant(wall, self.zone).astimezone(UTC)
