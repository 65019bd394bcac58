"""What a card or a list shows of a case: read-only values, opened for one viewer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.cases.rules import EntryKind, Media, Privacy, Rating, Source
from domain.cases.streams import UNKNOWN, Stream
from domain.cases.table import Action, State


class Eyes(StrEnum):
    """Whose eyes a sheet is opened for."""

    HANDLER = "handler"
    """Whoever works where the case is."""
    NEIGHBOUR = "neighbour"
    REPORTER = "reporter"
    """Whoever reported it, and nobody else."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One entry as it is shown: whose words (None: these eyes may not know), what they did, when (UTC).

    `struck`: its writer took the words back, and they are gone; `of_id`: an older wording of that entry;
    `own`: by whoever reported.
    """

    entry_id: int
    author: str | None
    kind: EntryKind
    action: Action | None
    text: str
    at: datetime
    struck: bool = False
    of_id: int | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """A case opened for somebody's eyes; names and words are plain, `zone` is the compound's IANA zone.

    `reporter` is None where these eyes may not know it, and empty where it is gone; `withheld` counts files
    that would tell it. `aloud`: said in a group, where everybody saw the writer. `recorder` is who wrote it
    down for somebody who came or called, `phone` where that somebody is reached.
    """

    id: int
    number: int
    state: State
    round: int
    place: str
    body: str
    reporter: str | None
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
    privacy: Privacy = Privacy.NEIGHBOURS
    aloud: bool = False
    withheld: int = 0
    source: Source = Source.OWN
    spot: str | None = None
    recorder: str | None = None
    behalf_id: int | None = None
    phone: str | None = None
    call_at: datetime | None = None
    wake_at: datetime | None = None
    rating: Rating | None = None
    backers: int = 0


class CaseSheets(Protocol):
    """Reads of cases for showing; callers ask only for what the recipient may see."""

    def case_sheet(
        self, case_id: int, eyes: Eyes = Eyes.HANDLER, privacy: Privacy | None = None
    ) -> CaseSheet | None:
        """The sheet as those eyes may see it, or None where there is no such case; `privacy`: as it would be
        with that choice.
        """

    def kept_from(self, case_id: int, person_id: int | None) -> bool:
        """Whether that person, or for None a group, may know nothing of the case."""

    def cases_of(self, person_id: int, most: int) -> tuple[CaseSheet, ...]:
        """The newest cases this person reported, withdrawn ones left out; `most` rows."""

    def climbed_to(self, person_id: int, since: datetime, most: int) -> tuple[CaseSheet, ...]:
        """Open cases that have climbed to this person since then (UTC), where they work, oldest due first."""

    def late_for(self, destination: str, most: int) -> tuple[CaseSheet, ...]:
        """Open cases past or near their hour of whoever that outbox destination means, oldest due first."""
