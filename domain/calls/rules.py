"""A call, its places and its waiting list, as pure values."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.kernel.errors import DomainError, Invalid

MOST_PLACES = 500
"""The largest call: one group of five hundred."""

LONGEST_TITLE = 200
"""Characters in a call's title, so that its card stays one screen."""


OFFER_LASTS = timedelta(hours=12)
"""How long an offered place is kept for whoever waits."""

OFFERS_END = timedelta(hours=2)
"""So long before the beginning nobody is waited for any more."""

SHORTEST_NOTICE = timedelta(hours=3)
"""With less than this before the beginning a place goes to the next one at once."""

USUAL_LENGTH = timedelta(hours=2)
"""How long a call lasts that names no end."""

FARTHEST = timedelta(days=366)
"""A call further ahead is a slip of the pen."""


class CallState(StrEnum):
    """Whether people may still sign up."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    DONE = "done"
    CANCELLED = "cancelled"
    DROPPED = "dropped"


class Seat(StrEnum):
    """What somebody has in a call."""

    CONFIRMED = "confirmed"
    WAITING = "waiting"
    OFFERED = "offered"
    LEFT = "left"


class CallClosed(DomainError):
    """Nobody may sign up or leave any more."""

    key = "error-call-closed"


class AlreadyIn(DomainError):
    """A second tap: the place is already theirs, or their turn on the waiting list stands."""

    key = "error-call-already-in"


class NotIn(DomainError):
    """There is nothing to leave."""

    key = "error-call-not-in"


class BadCall(Invalid):
    """The sentence does not say what for and how many."""

    key = "error-call-wording"


class BadTime(Invalid):
    """The time cannot be used: `why` is past, far or two."""

    key = "error-call-time"


class TooFewPlaces(Invalid):
    """More people have a place already."""

    key = "error-call-places"


class NoGroup(DomainError):
    """Whoever may call has no group of their own to call in."""

    key = "error-call-no-group"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody calls for; `start` and `end` are local wall-clock times."""

    title: str
    places: int
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A call for help; `confirmed`, `waiting` and `offered` count seats, `turn` is the last sign-up's turn.

    `starts_at` and `ends_at` are UTC; `chat_id` is where its card stands; `round` counts changes of time.
    """

    id: int
    compound_id: int
    creator_id: int
    title: str
    capacity: int
    state: CallState
    opened_at: datetime
    confirmed: int = 0
    waiting: int = 0
    turn: int = 0
    offered: int = 0
    place_id: int | None = None
    chat_id: int | None = None
    thread_id: int | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    round: int = 0

    def __post_init__(self) -> None:
        if not (1 <= self.capacity <= MOST_PLACES and 0 < len(self.title) <= LONGEST_TITLE):
            raise BadCall(most=MOST_PLACES, longest=LONGEST_TITLE)

    def seat_next(self) -> tuple["Call", Seat]:
        """The call after one more sign-up, and the seat that it gives."""
        self.must_be_open()
        later = replace(self, turn=self.turn + 1)
        if self.confirmed + self.offered < self.capacity:
            return replace(later, confirmed=self.confirmed + 1), Seat.CONFIRMED
        return replace(later, waiting=self.waiting + 1), Seat.WAITING

    def free(self, seat: Seat) -> tuple["Call", bool]:
        """The call after somebody with that seat left, and whether the first who waits moves up."""
        self.must_be_open()
        if seat is Seat.OFFERED:
            return self.accepted().free(Seat.CONFIRMED)
        if seat is Seat.WAITING:
            return replace(self, waiting=self.waiting - 1), False
        if self.waiting:
            return replace(self, waiting=self.waiting - 1), True
        return replace(self, confirmed=self.confirmed - 1), False

    def keep_for_first(self) -> "Call":
        """The place that `free` has just given to the first who waits, kept until that one answers."""
        return replace(self, confirmed=self.confirmed - 1, offered=self.offered + 1)

    def accepted(self) -> "Call":
        """The call after an offer was taken."""
        return replace(self, confirmed=self.confirmed + 1, offered=self.offered - 1)

    def filled(self) -> "Call | None":
        """The call after the first who waits got a place that is free, if there is one and somebody waits."""
        if not self.waiting or self.confirmed + self.offered >= self.capacity:
            return None
        return replace(self, confirmed=self.confirmed + 1, waiting=self.waiting - 1)

    def resized(self, places: int) -> "Call":
        """The call with so many places; raises TooFewPlaces."""
        if places < self.confirmed + self.offered:
            raise TooFewPlaces(taken=self.confirmed + self.offered)
        return replace(self, capacity=places)

    def timed(self, start: datetime, end: datetime | None, now: datetime) -> "Call":
        """The call at another time (UTC); raises BadTime."""
        if start <= now:
            raise BadTime(why="past")
        if start > now + FARTHEST:
            raise BadTime(why="far")
        return replace(self, starts_at=start, ends_at=end, round=self.round + 1)

    def as_of(self, now: datetime) -> "Call":
        """The call as it stands: once begun nobody signs up or leaves, whether the clock rang or not."""
        begun = self.starts_at is not None and self.starts_at <= now
        return replace(self, state=CallState.CLOSED) if begun and self.state is CallState.OPEN else self

    def offer_until(self, heard: datetime) -> datetime | None:
        """Until when an offer that is read at `heard` is kept; None where the place is given at once."""
        if self.starts_at is None or self.starts_at - heard < SHORTEST_NOTICE:
            return None
        return min(heard + OFFER_LASTS, self.starts_at - OFFERS_END)

    @property
    def group_id(self) -> int | None:
        """The group where those who have no private chat are reached."""
        return self.chat_id if self.chat_id is not None and self.chat_id < 0 else None

    @property
    def over_at(self) -> datetime | None:
        """When it is over, as far as anybody said."""
        if self.starts_at is None:
            return None
        return self.ends_at or self.starts_at + USUAL_LENGTH

    @property
    def minutes(self) -> int:
        """How long it was planned to last."""
        if self.starts_at is None or self.over_at is None:
            return 0
        return int((self.over_at - self.starts_at).total_seconds()) // 60

    def must_be_open(self) -> None:
        """Raise CallClosed unless people may sign up and leave."""
        if self.state is not CallState.OPEN:
            raise CallClosed(title=self.title)


@dataclass(frozen=True, slots=True)
class Signup:
    """One person's seat; `turn` orders the waiting list, an offer stands until `until` (UTC).

    `came` and `minutes` are set once it is over.
    """

    call_id: int
    person_id: int
    seat: Seat
    turn: int
    at: datetime
    until: datetime | None = None
    came: bool | None = None
    minutes: int | None = None
