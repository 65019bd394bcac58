"""A call, its places and its waiting list, as pure values."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.kernel.errors import DomainError, Invalid

MOST_PLACES = 500
"""The largest call: one group of five hundred."""

LONGEST_TITLE = 200
"""Characters in a call's title, so that its card stays one screen."""


class CallState(StrEnum):
    """Whether people may still sign up."""

    OPEN = "open"
    CLOSED = "closed"


class Seat(StrEnum):
    """What somebody has in a call."""

    CONFIRMED = "confirmed"
    WAITING = "waiting"
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


@dataclass(frozen=True, slots=True)
class Call:
    """A call for help; `confirmed` and `waiting` count seats, `turn` is the last sign-up's turn."""

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

    def __post_init__(self) -> None:
        if not (1 <= self.capacity <= MOST_PLACES and 0 < len(self.title) <= LONGEST_TITLE):
            raise BadCall(most=MOST_PLACES, longest=LONGEST_TITLE)

    def seat_next(self) -> tuple["Call", Seat]:
        """The call after one more sign-up, and the seat that it gives."""
        self._must_be_open()
        later = replace(self, turn=self.turn + 1)
        if self.confirmed < self.capacity:
            return replace(later, confirmed=self.confirmed + 1), Seat.CONFIRMED
        return replace(later, waiting=self.waiting + 1), Seat.WAITING

    def free(self, seat: Seat) -> tuple["Call", bool]:
        """The call after somebody with that seat left, and whether the first who waits moves up."""
        self._must_be_open()
        if seat is Seat.WAITING:
            return replace(self, waiting=self.waiting - 1), False
        if self.waiting:
            return replace(self, waiting=self.waiting - 1), True
        return replace(self, confirmed=self.confirmed - 1), False

    def _must_be_open(self) -> None:
        if self.state is not CallState.OPEN:
            raise CallClosed(title=self.title)


@dataclass(frozen=True, slots=True)
class Signup:
    """One person's seat; `turn` orders the waiting list."""

    call_id: int
    person_id: int
    seat: Seat
    turn: int
    at: datetime
