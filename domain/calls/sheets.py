"""What a call's card shows: read-only values."""

from dataclasses import dataclass
from typing import Protocol

from domain.calls.rules import Call


@dataclass(frozen=True, slots=True)
class CallSheet:
    """A call with the names of who comes and who waits, in order of their turn."""

    call: Call
    creator: str
    coming: tuple[str, ...]
    waiting: tuple[str, ...]


class CallSheets(Protocol):
    """Reads of calls for showing."""

    def call_sheet(self, call_id: int) -> CallSheet | None:
        """The sheet, or None where there is no such call."""
