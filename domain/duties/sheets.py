"""What a worker's list of duties shows: read-only values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Pressing(StrEnum):
    """How a duty stands: it rests, or how near its hour is."""

    WAITING = "waiting"
    DEFERRED = "deferred"
    DECLINING = "declining"
    OVER = "over"
    TODAY = "today"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class DutySheet:
    """One open case that somebody has, or that nobody has yet (`mine` False); `due_at` is UTC.
    `rests` says why its hour does not press, None where it does.
    """

    case_id: int
    number: int
    compound: str
    place: str
    words: str
    mine: bool
    due_at: datetime
    zone: str
    rests: Pressing | None = None


class DutySheets(Protocol):
    """Reads of duties for showing."""

    def duties_of(self, person_id: int, most: int) -> tuple[DutySheet, ...]:
        """The open cases that the person has, then those that nobody has in the compounds where they work;
        the earliest promise first in each; `most` of each.
        """

    def duty_counts(self, person_id: int) -> tuple[int, int]:
        """How many the person has, and how many nobody has where they work."""

    def colleagues(self, case_id: int, but: int) -> tuple[tuple[int, str], ...]:
        """The other workers of the case's compound: person and name, in order of their ids."""

    def questions_for(self, person_id: int, most: int) -> tuple[int, ...]:
        """The questions that wait for a worker's answer where the person may give it, the oldest first."""

    def joinings_for(self, person_id: int, now: datetime, most: int) -> tuple[int, ...]:
        """The residencies that wait for the person's word, the oldest first; `now` is UTC: a worker's turn
        comes when the captain has had a day.
        """
