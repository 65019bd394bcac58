"""What a poll's card shows: read-only values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.polls.rules import Poll

LISTED = 1500
"""Names that are opened of who has not voted: no message has room for more."""


@dataclass(frozen=True, slots=True)
class PollSheet:
    """A poll and the names around it; `zone` is IANA, `groups` (chat, place's name) where it may stand."""

    poll: Poll
    creator: str
    place: str
    zone: str
    groups: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """Who has no vote: households by what they are called within the poll's place, or people by name; of
    `count`, the first LISTED.
    """

    names: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Something that runs now: `kind` is "poll" or "call", `until` when it closes or begins, None unsaid."""

    kind: str
    id: int
    title: str
    until: datetime | None


class PollSheets(Protocol):
    """Reads of polls for showing."""

    def poll_sheet(self, poll_id: int) -> PollSheet | None:
        """The sheet, or None where there is no such poll."""

    def poll_choice(self, poll_id: int, person_id: int) -> tuple[int, ...]:
        """What that person has chosen, by place in the list."""

    def poll_missing(self, poll_id: int, within: int | None = None) -> Missing | None:
        """Who has not voted, in all of its place or `within` one, or None where there is no such poll."""

    def open_now(self, person_id: int, now: datetime) -> tuple[OpenLine, ...]:
        """The polls and calls that run in that person's places, what closes first coming first."""

    def polls_of(self, person_id: int, now: datetime, most: int) -> tuple[OpenLine, ...]:
        """The running polls in which that person has voted, what closes first coming first."""
