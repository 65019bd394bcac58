"""What the rules of calls ask of the memory."""

from typing import Protocol

from domain.calls.rules import Call, Signup
from domain.kernel.people import Standing
from domain.kernel.tx import Tx


class Calls(Protocol):
    """Calls that the asker may see; a call is seen by everybody of its compound."""

    def add(self, call: Call) -> None:
        """Keep a new call."""

    def save(self, call: Call) -> None:
        """Keep a changed call."""

    def get_for(self, me: Standing, call_id: int) -> Call:
        """The call, its row locked first, for somebody of its compound; raises NotFound."""

    def signup(self, call_id: int, person_id: int) -> Signup | None:
        """That person's sign-up, left ones included."""

    def keep(self, signup: Signup) -> None:
        """Keep a sign-up; one per call and person."""

    def first_waiting(self, call_id: int) -> Signup | None:
        """Whoever has waited longest, by turn."""


class CallsTx(Tx, Protocol):
    """A transaction that knows calls."""

    @property
    def calls(self) -> Calls: ...
