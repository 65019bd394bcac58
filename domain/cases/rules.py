"""A case and the steps it may take: one table, event by state by part."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.cases.streams import UNKNOWN, Proposal, Stream
from domain.kernel.errors import DomainError, Invalid
from domain.kernel.words import person


class State(StrEnum):
    """Where a case stands."""

    FILED = "filed"
    TAKEN = "taken"
    FINISHED = "finished"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    """What somebody may do to a case."""

    TAKE = "take"
    REPLY = "reply"
    ADD = "add"
    FINISH = "finish"
    CONFIRM = "confirm"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"


class Part(StrEnum):
    """What somebody is in one case; a person may be several."""

    REPORTER = "reporter"
    HANDLER = "handler"
    WORKER = "worker"


TRANSITIONS: Mapping[tuple[State, Action, Part], State] = {
    (State.FILED, Action.TAKE, Part.WORKER): State.TAKEN,
    (State.FILED, Action.ADD, Part.REPORTER): State.FILED,
    (State.FILED, Action.WITHDRAW, Part.REPORTER): State.WITHDRAWN,
    (State.TAKEN, Action.REPLY, Part.HANDLER): State.TAKEN,
    (State.TAKEN, Action.ADD, Part.REPORTER): State.TAKEN,
    (State.TAKEN, Action.FINISH, Part.HANDLER): State.FINISHED,
    (State.TAKEN, Action.WITHDRAW, Part.REPORTER): State.WITHDRAWN,
    (State.FINISHED, Action.REPLY, Part.HANDLER): State.FINISHED,
    (State.FINISHED, Action.ADD, Part.REPORTER): State.FINISHED,
    (State.FINISHED, Action.CONFIRM, Part.REPORTER): State.CONFIRMED,
    (State.FINISHED, Action.REOPEN, Part.REPORTER): State.TAKEN,
    (State.CONFIRMED, Action.REOPEN, Part.REPORTER): State.TAKEN,
}
"""The only ways a case moves; what is not here is refused. Source: MISSION M1, M6, thin first cut."""

OPEN: Set[State] = frozenset({State.FILED, State.TAKEN})
"""States in which the worker's clock runs."""


class IllegalTransition(DomainError):
    """The step is not open to this person in this state; the text says where the case stands."""

    key = "error-case-step"


class EmptyReport(Invalid):
    """Nothing was said and nothing was shown."""

    key = "error-report-empty"


class EmptyWords(Invalid):
    """The step needs words."""

    key = "error-words-empty"


@dataclass(frozen=True, slots=True)
class Case:
    """A reported matter; times are UTC, `number` counts within the compound, `round` counts reopenings.

    `stream` is proposed until a worker has settled it; `shared` lets neighbours see the case too.
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

    def parts(self, person_id: int, *, worker: bool) -> Set[Part]:
        """What that person is in this case; `worker` says whether they work in its compound."""
        found = set()
        if person_id == self.reporter_id:
            found.add(Part.REPORTER)
        if worker:
            found.add(Part.WORKER)
            if person_id == self.handler_id:
                found.add(Part.HANDLER)
        return found

    def apply(self, action: Action, parts: Set[Part], person_id: int, now: datetime) -> "Case":
        """The case after that step; raises IllegalTransition."""
        ways = (TRANSITIONS.get((self.state, action, part)) for part in Part if part in parts)
        state = next((way for way in ways if way is not None), None)
        if state is None:
            raise self._refusal(action, parts, person_id)
        moved = replace(self, state=state)
        if action is Action.TAKE:
            return replace(moved, handler_id=person_id, assignee_id=person_id)
        if action is Action.REOPEN:
            return replace(moved, round=self.round + 1, closed_at=None)
        if state in (State.CONFIRMED, State.WITHDRAWN):
            return replace(moved, closed_at=now)
        return moved

    def _refusal(self, action: Action, parts: Set[Part], person_id: int) -> IllegalTransition:
        who = person(self.handler_id) if self.handler_id is not None else None
        return IllegalTransition(
            number=self.number,
            state=self.state.value,
            action=action.value,
            handler=who,
            mine=int(person_id == self.handler_id),
            reporter=int(Part.REPORTER in parts),
        )


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


ASIDE: Set[EntryKind] = frozenset({EntryKind.DRAFT, EntryKind.NOTE})
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


@dataclass(frozen=True, slots=True)
class Media:
    """One attachment: `file_id` is the platform's (for a location "lat,lon"), `size` in bytes if told."""

    kind: MediaKind
    file_id: str
    size: int | None = None


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


@dataclass(frozen=True, slots=True)
class Entry:
    """One step's words; `text` is sealed at rest under its author's key."""

    id: int
    case_id: int
    author_id: int
    kind: EntryKind
    action: Action | None
    text: str
    at: datetime
