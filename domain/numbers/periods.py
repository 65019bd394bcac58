"""Spans of local days that figures are counted over."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.kernel.errors import Invalid
from domain.kernel.hours import instant

LONGEST = timedelta(days=366)
"""Of a range of one's own: a year is read in a second, ten are not."""

MONDAY_HOUR = time(9, 0)
"""When the week's digest comes, local time. Source: issue 4, point 7; a default."""


class Span(StrEnum):
    """Spans that have a name."""

    WEEK = "week"
    LAST_WEEK = "last-week"
    MONTH = "month"
    LAST_MONTH = "last-month"


class BadPeriod(Invalid):
    """The days are turned round, lie ahead, or are too many."""

    key = "error-numbers-period"


@dataclass(frozen=True, slots=True)
class Period:
    """Local days, `first` and `last` both counted."""

    first: date
    last: date

    def holds(self, at: datetime, zone: ZoneInfo) -> bool:
        """Whether that instant (UTC) lies on one of its days, by the compound's own clocks."""
        return self.first <= at.astimezone(zone).date() <= self.last

    @property
    def whole(self) -> bool:
        """Whether it is a week from Monday or a calendar month.

        Whoever could choose the days freely would learn of one report by two periods a day apart.
        """
        week = self.first.weekday() == 0 and self.last == self.first + timedelta(days=6)
        return week or self == _month(self.first)

    def packed(self) -> str:
        """As rows carry it."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    @classmethod
    def unpacked(cls, text: str) -> "Period":
        """Back from what `packed` made."""
        first, last = text.split("/")
        return cls(date.fromisoformat(first), date.fromisoformat(last))


def period(span: Span, today: date) -> Period:
    """The span that has this name on that local day; the present one reaches to its own end."""
    match span:
        case Span.WEEK:
            return _week(today)
        case Span.LAST_WEEK:
            return _week(today - timedelta(days=7))
        case Span.MONTH:
            return _month(today)
        case Span.LAST_MONTH:
            return _month(today.replace(day=1) - timedelta(days=1))


def own(first: date, last: date, today: date) -> Period:
    """A range of one's own; raises BadPeriod."""
    if not (first <= last and first <= today and last - first < LONGEST):
        raise BadPeriod(days=LONGEST.days)
    return Period(first, last)


def next_monday(now: datetime, zone: str) -> datetime:
    """The first digest hour after `now` (both UTC)."""
    today = now.astimezone(ZoneInfo(zone)).date()
    monday = today - timedelta(days=today.weekday())
    hours = (instant(datetime.combine(monday + timedelta(weeks=n), MONDAY_HOUR), zone) for n in range(3))
    return next(at for at in hours if at > now)


def _week(day: date) -> Period:
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def _month(day: date) -> Period:
    first = day.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return Period(first, after - timedelta(days=1))
