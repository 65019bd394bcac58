"""By when a case is looked after: a named hour on the working calendar."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.kernel.tx import WorkingCalendar

CUT_OFF = time(15, 0)
"""Said before this hour on a working day: the same day still. Source: 物业 service promises, a default."""

END_OF_DAY = time(18, 0)
"""The hour that is promised, local time."""

OPENING = time(9, 0)
"""The hour at which work begins on a working day, local time. Source: 物业 service hours, a default."""

WARNING = timedelta(hours=2)
"""How long before the promised hour the handler is reminded."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The promised instant (UTC), when to warn (UTC), and whether published holidays reach that far;
    `looked_at` is when work begins again (UTC), None within working hours.
    """

    due_at: datetime
    warn_at: datetime
    provisional: bool
    looked_at: datetime | None = None


def promise(calendar: WorkingCalendar, now: datetime, zone: str) -> Promise:
    """The promise for a report that came in at `now` (UTC) in a compound of that IANA zone."""
    local = now.astimezone(ZoneInfo(zone))
    day = local.date()
    if not (calendar.works(day) and local.time() < CUT_OFF):
        day += timedelta(days=1)
        while not calendar.works(day):
            day += timedelta(days=1)
    due_at = datetime.combine(day, END_OF_DAY, ZoneInfo(zone)).astimezone(now.tzinfo)
    warn_at = due_at - min(WARNING, (due_at - now) / 2)
    return Promise(due_at, warn_at, not calendar.known(day), opening(calendar, now, zone))


def opening(calendar: WorkingCalendar, now: datetime, zone: str) -> datetime | None:
    """When work begins again (UTC), for what comes in at `now` (UTC) out of hours; None within them."""
    local = now.astimezone(ZoneInfo(zone))
    day = local.date()
    if calendar.works(day) and OPENING <= local.time() < END_OF_DAY:
        return None
    day += timedelta(days=int(local.time() >= OPENING))
    while not calendar.works(day):
        day += timedelta(days=1)
    return datetime.combine(day, OPENING, ZoneInfo(zone)).astimezone(now.tzinfo)
