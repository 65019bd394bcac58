"""What the rules of figures ask of the memory."""

from typing import Protocol

from domain.cases.ports import CasesTx
from domain.duties.ports import DutiesTx
from domain.numbers.rules import BodyPromise, Exclusion


class Numbers(Protocol):
    """What is left out, what bodies promise, and where the week's digest goes."""

    def exclusion(self, case_id: int) -> Exclusion | None:
        """The exclusion of a case, agreed or not; its case is locked by whoever asks."""

    def propose(self, exclusion: Exclusion) -> bool:
        """Keep a new one; False where there is one already."""

    def agree(self, case_id: int, person_id: int) -> bool:
        """A second person agrees; False where it is gone, agreed, or their own."""

    def drop(self, case_id: int) -> bool:
        """Forget one that nobody has agreed to; False where there is none."""

    def promised(self, body_id: int) -> BodyPromise | None:
        """What the body promises now."""

    def publish(self, promise: BodyPromise) -> None:
        """Keep a new one; the one before ends with it."""

    def retract(self, body_id: int) -> bool:
        """The body promises nothing any more; False where it promised nothing."""

    def weekly(self, compound_id: int) -> bool:
        """Whether the compound's groups get the week's digest."""

    def set_weekly(self, compound_id: int, on: bool) -> None:
        """Switch it on or off."""

    def groups(self, compound_id: int) -> tuple[int, ...]:
        """The residents' groups of the whole compound in which the bot is (the platform's ids)."""


class NumbersTx(CasesTx, DutiesTx, Protocol):
    """A transaction that knows figures."""

    @property
    def numbers(self) -> Numbers: ...
