"""When a worker is reminded again, and when the morning's digest comes."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.kernel.errors import DomainError
from domain.kernel.hours import awake, instant
from domain.kernel.tx import WorkingCalendar

MORNING = time(8, 30)
"""When the digest comes, local time: before the counters open at nine. Source: a default."""

LONGEST = 60
"""Days that are looked at for a working day; the longest public holiday has nine."""


class Later(StrEnum):
    """How long a duty may be put off."""

    HOUR = "1h"
    HOURS = "3h"
    MORNING = "morning"


class NothingOpen(DomainError):
    """The duty is done or somebody else's: there is nothing to put off or to hand over."""

    key = "error-duty-over"


def next_morning(calendar: WorkingCalendar, now: datetime, zone: str) -> datetime:
    """The first digest hour of a working day after `now` (both UTC)."""
    local = now.astimezone(ZoneInfo(zone))
    for days in range(LONGEST):
        day = local.date() + timedelta(days=days)
        at = instant(datetime.combine(day, MORNING), zone)
        if at > now and calendar.works(day):
            return at
    return instant(datetime.combine(local.date() + timedelta(days=1), MORNING), zone)


def until(later: Later, calendar: WorkingCalendar, now: datetime, zone: str) -> datetime:
    """When a duty put off at `now` comes back (both UTC), never in the quiet hours."""
    match later:
        case Later.HOUR:
            return awake(now + timedelta(hours=1), zone)
        case Later.HOURS:
            return awake(now + timedelta(hours=3), zone)
        case Later.MORNING:
            return next_morning(calendar, now, zone)
