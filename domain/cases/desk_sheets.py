"""What screens show of whose work a case is: read-only values."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose a case is: its body, those that joined, the others of the compound; ids with names."""

    body_id: int
    joined: tuple[tuple[int, str], ...]
    others: tuple[tuple[int, str], ...]
    basis: str | None
    """By which rule the body owes it, where its line of the list of matters says so."""


class DeskSheets(Protocol):
    """Reads of bodies and tasks, for showing."""

    def owners(self, case_id: int) -> Owners | None:
        """Whose it is; None where there is no such case."""

    def task_words(self, task_id: int) -> str | None:
        """What was handed down; None where it is gone."""
