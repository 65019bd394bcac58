"""The guide's entries, the questions that people ask it, and what becomes of them, as pure values."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.kernel.errors import DomainError, Invalid, NotFound

SHOWN = 3
"""Suggestions at once: what a person takes in at a glance."""

ASK_WAIT = timedelta(minutes=30)
"""How long a question, or an answer to one, is waited for."""

LONGEST_QUESTION = 200
"""Characters of a question that are searched for; a longer one is kept whole, but never answered at once."""

LONGEST_ANSWER = 3000
"""Characters of a worker's answer: one message with its frame around it."""


class Outcome(StrEnum):
    """What a search came to."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    UNKNOWN = "unknown"
    CHAT = "chat"
    NOTHING = "nothing"


class HitKind(StrEnum):
    """What was found: an entry of the guide, or a question that a worker has answered."""

    ENTRY = "e"
    ANSWERED = "q"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that may answer; only a claim until the memory says that the asker may see it."""

    kind: HitKind
    id: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to, best first."""

    outcome: Outcome
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was said; `message_id` is the platform's, `sure` is false where it may be a report."""

    text: str
    message_id: int
    said_at: datetime
    sure: bool = True

    @property
    def long(self) -> bool:
        """Whether there is more than a search reads."""
        return len(self.text) > LONGEST_QUESTION


class State(StrEnum):
    """How far a question is."""

    OPEN = "open"
    DOUBTED = "doubted"
    WAITING = "waiting"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    REPORTED = "reported"


class NothingAsked(Invalid):
    """No letter and no digit in it."""

    key = "error-ask-empty"


class OnlyChat(Invalid):
    """A greeting or a thank-you, which no entry answers."""

    key = "error-ask-chat"


class NotYours(NotFound):
    """Somebody else's question: they choose what comes of it."""

    key = "error-ask-not-yours"


class QuestionOver(DomainError):
    """The step came too late; `state` says what has become of the question."""

    key = "error-ask-over"


class AnswerEmpty(Invalid):
    """Nothing was written, or more than one message holds."""

    key = "error-guide-answer"


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody's question; `hits` is what was found for it, `shown` how many of them were offered."""

    id: int
    compound_id: int
    asker_id: int
    chat_id: int
    thread_id: int | None
    message_id: int
    private: bool
    lang: str
    text: str
    state: State
    outcome: Outcome
    hits: tuple[Hit, ...]
    shown: int
    asked_at: datetime
    useful: bool | None = None
    answer: str | None = None
    answered_by: int | None = None
    answered_at: datetime | None = None
    shared: bool = False

    @property
    def offered(self) -> tuple[Hit, ...]:
        """What is on offer now: the next three."""
        return self.hits[self.shown : self.shown + SHOWN]

    def not_this(self) -> "Question":
        """What was offered last is not it: the next ones, or nothing."""
        self._must_be(State.OPEN, State.DOUBTED)
        step = 1 if self.outcome is Outcome.ANSWER and self.shown == 0 else SHOWN
        return replace(self, shown=self.shown + step, useful=False)

    def meant(self) -> "Question":
        """It is a question, not a report."""
        self._must_be(State.OPEN, State.DOUBTED)
        return replace(self, state=State.OPEN)

    def to_workers(self) -> "Question":
        """A worker is asked."""
        self._must_be(State.OPEN, State.DOUBTED)
        return replace(self, state=State.WAITING)

    def withdrawn(self) -> "Question":
        """The asker does not want to know any more."""
        self._must_be(State.OPEN, State.DOUBTED, State.WAITING)
        return replace(self, state=State.WITHDRAWN)

    def reported(self) -> "Question":
        """It was a report all along."""
        self._must_be(State.OPEN, State.DOUBTED, State.WAITING)
        return replace(self, state=State.REPORTED)

    def answered(self, text: str, worker_id: int, now: datetime) -> "Question":
        """A worker has answered; an answer that stands is not changed by a second one."""
        self._must_be(State.WAITING)
        words = text.strip()
        if not words or len(words) > LONGEST_ANSWER:
            raise AnswerEmpty(longest=LONGEST_ANSWER)
        return replace(self, state=State.ANSWERED, answer=words, answered_by=worker_id, answered_at=now)

    def waits(self) -> None:
        """Raise QuestionOver unless a worker may answer it now."""
        self._must_be(State.WAITING)

    def _must_be(self, *states: State) -> None:
        if self.state not in states:
            raise QuestionOver(state=self.state.value)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the guide; shared by all compounds where `compound_id` is None. Dates are local days."""

    id: int
    compound_id: int | None
    slug: str
    lang: str
    title: str
    asks: tuple[str, ...]
    body: str
    category: str
    who: str
    place: str
    hours: str
    phone: str
    fee: str
    papers: str
    source: str
    checked: date
    review: date | None

    @property
    def short(self) -> str:
        """The answer in one paragraph: the first."""
        return self.body.split("\n\n", 1)[0].strip()

    @property
    def more(self) -> str:
        """What follows it: the steps."""
        return self.body.partition("\n\n")[2].strip()
