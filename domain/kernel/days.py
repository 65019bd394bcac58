"""The card of a group's day: who has something waiting, and how much is said tomorrow."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody who can only be called by name; `user_id` is the platform's."""

    person_id: int
    user_id: int


@dataclass(frozen=True, slots=True)
class DayCase:
    """A small case that everybody may see: its subject as a code, where, whose, by when (UTC); nothing of
    whoever reported and none of their words.
    """

    number: int
    subject: str
    place: str
    solved: bool
    who: str | None
    body: str
    due_at: datetime
    zone: str
    taken: bool


@dataclass(frozen=True, slots=True)
class DaySheet:
    """`called` are those who have not come yet; `held` counts what waits for the morning; `cases` are the
    newest first.
    """

    called: tuple[Called, ...]
    held: int
    cases: tuple[DayCase, ...] = ()


class DaySheets(Protocol):
    """Reads of days, for showing."""

    def day_sheet(self, day_id: int) -> DaySheet:
        """What the card of that day stands for now."""
