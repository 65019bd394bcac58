"""What a call's card shows: read-only values."""

from dataclasses import dataclass
from typing import Protocol

from domain.calls.rules import Call


@dataclass(frozen=True, slots=True)
class Ticked:
    """Somebody who was to come, and whether the lead has ticked the name."""

    person_id: int
    name: str
    came: bool


@dataclass(frozen=True, slots=True)
class CallSheet:
    """A call with the names of who comes, who is asked and who waits, in order of their turn.

    `zone` is IANA, `place` the name of the place that was called; `roll` is for the lead alone.
    """

    call: Call
    creator: str
    coming: tuple[str, ...]
    waiting: tuple[str, ...]
    asked: tuple[str, ...] = ()
    zone: str = "Asia/Shanghai"
    place: str = ""
    roll: tuple[Ticked, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """A group that a draft may be sent to, by the name of its place."""

    chat_id: int
    place: str


class CallSheets(Protocol):
    """Reads of calls for showing."""

    def call_sheet(self, call_id: int) -> CallSheet | None:
        """The sheet, or None where there is no such call."""

    def call_groups(self, call_id: int) -> tuple[GroupSheet, ...]:
        """The groups that the call's writer may send it to."""
