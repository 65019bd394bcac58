"""What a card or a list shows of a case: read-only values, opened for one viewer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.cases.rules import EntryKind, Media, Rating
from domain.cases.streams import UNKNOWN, Stream
from domain.cases.table import Action, State


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One entry as it is shown: whose words, what they did, when (UTC)."""

    entry_id: int
    author: str
    kind: EntryKind
    action: Action | None
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """A case opened for showing; names and words are plain, `zone` is the compound's IANA zone."""

    id: int
    number: int
    state: State
    round: int
    place: str
    body: str
    reporter: str
    reporter_id: int
    assignee: str | None
    handler: str | None
    handler_id: int | None
    filed_at: datetime
    due_at: datetime
    provisional: bool
    zone: str
    lines: tuple[SheetLine, ...]
    media: tuple[Media, ...]
    stream: Stream = UNKNOWN.stream
    stream_reason: str = UNKNOWN.reason
    stream_sure: bool = UNKNOWN.sure
    stream_settled: bool = False
    shared: bool = False
    wake_at: datetime | None = None
    rating: Rating | None = None
    backers: int = 0


class CaseSheets(Protocol):
    """Reads of cases for showing; callers ask only for what the recipient may see."""

    def case_sheet(self, case_id: int) -> CaseSheet | None:
        """The sheet, or None where there is no such case."""

    def kept_from(self, case_id: int, person_id: int | None) -> bool:
        """Whether that person, or for None a group, may know nothing of the case."""

    def cases_of(self, person_id: int, most: int) -> tuple[CaseSheet, ...]:
        """The newest cases this person reported, withdrawn ones left out; `most` rows."""

    def climbed_to(self, person_id: int, since: datetime, most: int) -> tuple[CaseSheet, ...]:
        """Open cases that have climbed to this person since then (UTC), where they work, oldest due first."""

    def late_for(self, destination: str, most: int) -> tuple[CaseSheet, ...]:
        """Open cases past or near their hour of whoever that outbox destination means, oldest due first."""
