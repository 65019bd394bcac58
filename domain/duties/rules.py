"""A planned occurrence: when it falls on the wall clock, and when it is so late that a digest says it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

LATE = timedelta(minutes=15)
"""From this delay on a reminder belongs to the digest of an outage, not to its own message."""


@dataclass(frozen=True, slots=True)
class Due:
    """One row that fell due; `at` is UTC."""

    id: int
    kind: str
    subject_id: int
    at: datetime
    occurrence: str


def is_late(at: datetime, now: datetime) -> bool:
    """Whether an occurrence planned for `at` was missed by an outage rather than by a tick."""
    return now - at > LATE


def instant(local: datetime, zone: str) -> datetime:
    """The UTC instant of a wall-clock time: in a spring gap the first valid minute after it, in an autumn
    overlap the first of the two. `local` is naive, `zone` is IANA. Source: reliability §2, own rule.
    """
    aware = local.replace(tzinfo=ZoneInfo(zone), fold=0)
    back = aware.astimezone(UTC).astimezone(ZoneInfo(zone))
    if back.replace(tzinfo=None) == local:
        return aware.astimezone(UTC)
    return _end_of_gap(local, ZoneInfo(zone))


def _end_of_gap(local: datetime, zone: ZoneInfo) -> datetime:
    wall = local.replace(second=0, microsecond=0)
    while wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall:
        wall += timedelta(minutes=1)
    return wall.replace(tzinfo=zone).astimezone(UTC)
