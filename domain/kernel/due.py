"""A planned occurrence that fell due, and when it is so late that a digest says it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

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
