"""A case, its words and attachments; how it moves stands in the table."""

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.cases.streams import UNKNOWN, Proposal, Stream
from domain.cases.table import CLOSED, TRANSITIONS, Action, Part, State, part_for
from domain.kernel.errors import DomainError, Invalid, Trace
from domain.kernel.words import person
from domain.places.mentioned import NOWHERE, Mention

REFUSED = "case.refused"
"""What the audit calls a step that the table does not allow."""


class IllegalTransition(DomainError):
    """The step is not open to this person in this state; the text says where the case stands."""

    key = "error-case-step"


class EmptyReport(Invalid):
    """Nothing was said and nothing was shown."""

    key = "error-report-empty"


class EmptyWords(Invalid):
    """The step needs words."""

    key = "error-words-empty"


class Privacy(StrEnum):
    """Who reads the name of whoever reported. Source: complaints research, section 5, criterion 6."""

    NAMED = "named"
    NEIGHBOURS = "neighbours"
    """Hidden from neighbours; handlers read it. The default."""
    HANDLERS = "handlers"
    """Hidden from handlers too: not even they read it."""


class Source(StrEnum):
    """How a report came in."""

    OWN = "own"
    PASSED = "passed"
    """Somebody passed on what a neighbour wrote; who that was is not kept."""
    POSTER = "poster"
    """From the code on a poster, at its spot."""
    BEHALF = "behalf"
    """Written down for somebody who came or called."""


class Grade(StrEnum):
    """How pressing a case is; each has clocks of its own. Source: the 12345 grades, complaints research."""

    DANGER = "danger"
    SUPPLY = "supply"
    """Water, power, gas or heat is off."""
    ORDINARY = "ordinary"
    COMPLEX = "complex"


class Rating(StrEnum):
    """What whoever reported thinks of how it was done."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class Quality(StrEnum):
    """What a lead thinks of the work; nobody who reported or did it has a say in it."""

    GOOD = "good"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class Case:
    """A reported matter; times are UTC, `number` counts within the compound, `round` counts reopenings.

    `stream` is proposed until a worker has settled it; `shared` lets neighbours see the case too. `matter_id`
    is its line of the list of matters; `behalf_id` who wrote it down for somebody that came or called;
    `returns` counts how often a body gave it back; `wake_at` when a put-off case is taken up again. `spot` is
    a lift or a gate within the place; `placed`: words or a poster named the place, not the reporter's home;
    `call_at` since when somebody owes whoever reported a call.
    """

    id: int
    number: int
    compound_id: int
    place_id: int
    body_id: int
    reporter_id: int
    assignee_id: int | None
    handler_id: int | None
    origin_chat_id: int
    state: State
    filed_at: datetime
    due_at: datetime
    provisional: bool
    round: int = 0
    closed_at: datetime | None = None
    stream: Stream = UNKNOWN.stream
    stream_reason: str = UNKNOWN.reason
    stream_sure: bool = UNKNOWN.sure
    stream_settled: bool = False
    shared: bool = False
    privacy: Privacy = Privacy.NEIGHBOURS
    grade: Grade = Grade.ORDINARY
    matter_id: int | None = None
    behalf_id: int | None = None
    returns: int = 0
    wake_at: datetime | None = None
    rating: Rating | None = None
    spot: str | None = None
    placed: bool = False
    source: Source = Source.OWN
    call_at: datetime | None = None

    def parts(self, person_id: int, *, worker: bool, proposer_id: int | None = None) -> Set[Part]:
        """What that person is in this case; `worker` says whether they work in its compound, `proposer_id`
        who wants to decline it. A quorum of BACKERS is nobody's alone: whoever counts it says so.
        """
        found = set()
        if person_id == self.reporter_id:
            found.add(Part.REPORTER)
        if worker:
            found.add(Part.WORKER)
            if person_id == self.handler_id:
                found.add(Part.HANDLER)
            if self.state is State.DECLINING and proposer_id != person_id:
                found.add(Part.SECOND)
        return found

    def apply(self, action: Action, parts: Set[Part], person_id: int, now: datetime) -> "Case":
        """The case after that step; raises IllegalTransition."""
        part = part_for(self.state, action, parts)
        if part is None:
            raise self._refusal(action, parts, person_id)
        state = TRANSITIONS[self.state, action, part]
        moved = replace(self, state=state, wake_at=self.wake_at if state is State.DEFERRED else None)
        if action is Action.TAKE:
            return replace(moved, handler_id=person_id, assignee_id=person_id)
        if action is Action.DECLINE:
            return replace(moved, handler_id=person_id, assignee_id=person_id)
        if action is Action.OBJECT:
            return replace(moved, handler_id=None)
        if action is Action.REOPEN:
            return replace(moved, round=self.round + 1, closed_at=None, rating=None)
        if action is Action.RETURN:
            return replace(moved, handler_id=None, returns=self.returns + 1)
        if state in CLOSED and self.state not in CLOSED:
            return replace(moved, closed_at=now)
        return moved

    def _refusal(self, action: Action, parts: Set[Part], person_id: int) -> IllegalTransition:
        who = person(self.handler_id) if self.handler_id is not None else None
        refused = IllegalTransition(
            number=self.number,
            state=self.state.value,
            action=action.value,
            handler=who,
            mine=int(person_id == self.handler_id),
            reporter=int(Part.REPORTER in parts),
        )
        refused.trace = Trace(self.compound_id, person_id, REFUSED, "case", self.id)
        return refused


class EntryKind(StrEnum):
    """What an entry of a case is."""

    REPORT = "report"
    CONTINUED = "continued"
    STEP = "step"
    DRAFT = "draft"
    """A worker's words that wait: for whoever reported, or for workers alone?"""
    NOTE = "note"
    """For workers alone."""
    HEARD = "heard"
    """What a worker heard in a voice message; whoever spoke has not said yet whether it is meant so."""
    SPOKEN = "spoken"
    """The same, confirmed by whoever spoke: part of the report."""
    MISHEARD = "misheard"
    WAS = "was"
    """What stood there before its writer changed it: for workers alone."""
    CONTACT = "contact"
    """Where somebody is reached who came or called: on no card, and read by those alone who call back."""


ASIDE: Set[EntryKind] = frozenset({EntryKind.DRAFT, EntryKind.NOTE, EntryKind.WAS, EntryKind.CONTACT})
"""What only workers may read. Source: MISSION, the worker's words wait for [send] or [keep]."""


class MediaKind(StrEnum):
    """What can be attached to a report."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    DOCUMENT = "document"
    LOCATION = "location"
    ROUND_VIDEO = "video_note"
    AUDIO = "audio"
    ANIMATION = "animation"


SOUNDS: Set[MediaKind] = frozenset({MediaKind.VOICE, MediaKind.AUDIO, MediaKind.ROUND_VIDEO})
"""What has to be heard before anybody knows what it is about."""


SHOWS: Set[MediaKind] = frozenset({MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.DOCUMENT, MediaKind.ANIMATION})
"""What can show that something is done."""

AFTER = "after"
"""What an attachment proves that shows the work done."""


@dataclass(frozen=True, slots=True)
class Media:
    """One attachment: `file_id` is the platform's (for a location "lat,lon"), `size` in bytes if told; `id`
    ours, once it is kept.
    """

    kind: MediaKind
    file_id: str
    size: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a resident sent: words, attachments, the platform's album and message ids, when it was said; and
    what a proposer says of the words.
    """

    text: str
    message_id: int
    said_at: datetime
    media: tuple[Media, ...] = ()
    album: str | None = None
    proposal: Proposal = UNKNOWN
    privacy: Privacy = Privacy.NEIGHBOURS
    source: Source = Source.OWN
    where: Mention = NOWHERE

    def of(self, source: Source) -> "Draft":
        """The same, come in that way."""
        return replace(self, source=source)


@dataclass(frozen=True, slots=True)
class Entry:
    """One step's words; `text` is sealed at rest under its author's key.

    `message`: chat and message (the platform's ids) in which it was said; no reading answers it.
    """

    id: int
    case_id: int
    author_id: int
    kind: EntryKind
    action: Action | None
    text: str
    at: datetime
    message: tuple[int, int] | None = None
