"""What a call's card shows: read-only values."""

from dataclasses import dataclass
from typing import Protocol

from domain.calls.rules import Call

NAMED = 200
"""Names of each list that are opened: no card has room for more, however many sign up."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """Somebody who was to come, and whether the lead has ticked the name."""

    person_id: int
    name: str
    came: bool


@dataclass(frozen=True, slots=True)
class CallSheet:
    """A call with the first NAMED names of who comes, who is asked and who waits, in order of their turn; how
    many there are, the call itself says.

    `zone` is IANA, `place` the name of the place that was called; `roll`, as short, is for the lead alone;
    `came` are the first of the `ticked` whom the lead has ticked.
    """

    call: Call
    creator: str
    coming: tuple[str, ...]
    waiting: tuple[str, ...]
    asked: tuple[str, ...] = ()
    zone: str = "Asia/Shanghai"
    place: str = ""
    roll: tuple[Ticked, ...] = ()
    came: tuple[str, ...] = ()
    ticked: int = 0


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
