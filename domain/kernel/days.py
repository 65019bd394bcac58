"""The card of a group's day: who has something waiting, and how much is said tomorrow."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody who can only be called by name; `user_id` is the platform's."""

    person_id: int
    user_id: int


@dataclass(frozen=True, slots=True)
class DaySheet:
    """`called` are those who have not come yet; `held` counts what waits for the morning."""

    called: tuple[Called, ...]
    held: int


class DaySheets(Protocol):
    """Reads of days, for showing."""

    def day_sheet(self, day_id: int) -> DaySheet:
        """What the card of that day stands for now."""
