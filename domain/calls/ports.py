"""What the rules of calls ask of the memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.calls.rules import Call, Seat, Signup
from domain.kernel.people import Standing
from domain.places.ports import PlacesTx


@dataclass(frozen=True, slots=True)
class Group:
    """A residents' group that the bot is in, and the place that it is bound to."""

    chat_id: int
    place_id: int
    compound_id: int


class Calls(Protocol):
    """Calls that the asker may see; a call is seen by everybody of its compound, a draft by its writer."""

    def add(self, call: Call) -> None:
        """Keep a new call."""

    def save(self, call: Call) -> None:
        """Keep a changed call."""

    def get_for(self, me: Standing, call_id: int) -> Call:
        """The call, its row locked first, for somebody of its compound; raises NotFound."""

    def due(self, call_id: int) -> Call:
        """The call, locked, for the clock itself; raises NotFound."""

    def signup(self, call_id: int, person_id: int) -> Signup | None:
        """That person's sign-up, left ones included."""

    def keep(self, signup: Signup) -> None:
        """Keep a sign-up; one per call and person."""

    def first_waiting(self, call_id: int) -> Signup | None:
        """Whoever has waited longest, by turn."""

    def seated(self, call_id: int, *seats: Seat) -> Sequence[Signup]:
        """Everybody with one of these seats, by turn."""

    def joined(self, person_id: int) -> Sequence[int]:
        """The calls, by id, that are not over and in which that person has a seat or a turn."""

    def lapsed(self, call_id: int, now: datetime) -> Sequence[Signup]:
        """Those whose offer has run out at `now` (UTC), by turn."""

    def groups(self, compound_ids: tuple[int, ...]) -> Sequence[Group]:
        """The residents' groups of these compounds that the bot is in, by the platform's id."""


class CallsTx(PlacesTx, Protocol):
    """A transaction that knows calls."""

    @property
    def calls(self) -> Calls: ...
