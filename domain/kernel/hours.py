"""Wall-clock time and instants; and the hours in which nobody is woken."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

QUIET_FROM = time(21, 30)
"""From this hour on, local time, nothing is sent that can wait. Source: MISSION, How we build; a default."""

QUIET_UNTIL = time(8, 0)
"""From this hour on it is sent again."""


def instant(local: datetime, zone: str) -> datetime:
    """The UTC instant of a wall-clock time: in a spring gap the first valid minute after it, in an autumn
    overlap the first of the two. `local` is naive, `zone` is IANA. Source: reliability §2, own rule.
    """
    aware = local.replace(tzinfo=ZoneInfo(zone), fold=0)
    back = aware.astimezone(UTC).astimezone(ZoneInfo(zone))
    if back.replace(tzinfo=None) == local:
        return aware.astimezone(UTC)
    return _end_of_gap(local, ZoneInfo(zone))


def awake(at: datetime, zone: str) -> datetime:
    """`at` (UTC), or the end of the quiet hours that it falls into (UTC)."""
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if QUIET_UNTIL <= local.time() < QUIET_FROM:
        return at
    day = local.date() + timedelta(days=int(local.time() >= QUIET_FROM))
    return instant(datetime.combine(day, QUIET_UNTIL), zone)


def _end_of_gap(local: datetime, zone: ZoneInfo) -> datetime:
    wall = local.replace(second=0, microsecond=0)
    while wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall:
        wall += timedelta(minutes=1)
    return wall.replace(tzinfo=zone).astimezone(UTC)
