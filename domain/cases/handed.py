"""A task that the street handed to the committee, as a value, and what the rules ask of the memory."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class TaskState(StrEnum):
    """How a task stands."""

    ASKED = "asked"
    AGREED = "agreed"
    RETURNED = "returned"


class Back(StrEnum):
    """Why the committee gives a task back."""

    LIST = "list"
    """It is not on the list of what the committee does."""
    POWER = "power"
    """It takes a power that the committee has not."""
    HANDS = "hands"
    """There are no people or no money for it."""


@dataclass(frozen=True, slots=True)
class Task:
    """A task handed down; `words` are opened for whoever may read them."""

    id: int
    compound_id: int
    matter_id: int | None
    from_id: int
    words: str
    state: TaskState
    at: datetime
    reason: Back | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None


class Tasks(Protocol):
    """Tasks handed down."""

    def add(self, task: Task) -> None:
        """Keep a task, its words sealed under whoever handed it down."""

    def get(self, task_id: int) -> Task:
        """The task, locked; raises NotFound."""

    def save(self, task: Task) -> None:
        """Keep what became of it."""
