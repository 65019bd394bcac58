"""What the rules ask of the memory beside cases: households with the same, verdicts on work."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.cases.rules import Case, Quality
from domain.kernel.people import Standing


@dataclass(frozen=True, slots=True)
class Backer:
    """One household that has the same; `unsolved_round` is the round in which it said so last."""

    person_id: int
    unsolved_round: int | None


class Backers(Protocol):
    """Households that have said "mine too"; which ones they are is kept blind."""

    def back(self, case_id: int, household_id: int, person_id: int) -> bool:
        """Count the household; False where it is counted already."""

    def of(self, case_id: int) -> Sequence[Backer]:
        """One of each household, who said it first."""

    def unsolved(self, case_id: int, household_id: int, round_: int) -> bool:
        """The household says that it is not solved; False where it is no backer, or has said so."""

    def held(self, me: Standing, case_id: int) -> Case:
        """A case, locked, that neighbours may see, or that the asker's household backs; raises NotFound."""


class Verdicts(Protocol):
    """What is said of the work done on cases, and by whom."""

    def judge(self, case_id: int, mark: Quality, person_id: int) -> None:
        """Keep the mark of a case's work, the newest one."""

    def judged_by(self, me: Standing, case_id: int) -> Case:
        """The case, locked, for its body's lead or a steward of its compound; raises NotFound."""

    def numbered(self, me: Standing, number: int) -> Case:
        """The same by its number in the asker's compound; raises NotFound."""

    def left_alone(self, person_id: int) -> bool:
        """Whether the person wants not to be asked weeks later."""

    def leave_alone(self, person_id: int) -> None:
        """They want not to be asked any more."""
