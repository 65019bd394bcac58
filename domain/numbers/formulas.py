"""The three rates as data: what counts, among what, and the text that is printed beside the figure."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Mark(StrEnum):
    """What one case counts as; at most one of each rate's marks."""

    IN_TIME = "in-time"
    LATE = "late"
    SOLVED = "solved"
    PARTLY = "partly"
    SILENT = "silent"
    """Nobody answered whether it is solved: neither solved nor satisfied."""
    DECLINED = "declined"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    UNRATED = "unrated"
    """Asked, and no answer."""


class Rate(StrEnum):
    """The three rates (三率)."""

    RESPONSE = "response"
    SOLVED = "solved"
    SATISFIED = "satisfied"


@dataclass(frozen=True, slots=True)
class Formula:
    """`counted` out of `among`; `text` is the key of the same in words."""

    counted: Set[Mark]
    among: Set[Mark]
    text: str


FORMULAS: Mapping[Rate, Formula] = {
    Rate.RESPONSE: Formula(
        counted=frozenset({Mark.IN_TIME}),
        among=frozenset({Mark.IN_TIME, Mark.LATE}),
        text="numbers-formula-response",
    ),
    Rate.SOLVED: Formula(
        counted=frozenset({Mark.SOLVED}),
        among=frozenset({Mark.SOLVED, Mark.PARTLY, Mark.SILENT, Mark.DECLINED}),
        text="numbers-formula-solved",
    ),
    Rate.SATISFIED: Formula(
        counted=frozenset({Mark.GOOD}),
        among=frozenset({Mark.GOOD, Mark.FAIR, Mark.POOR, Mark.UNRATED}),
        text="numbers-formula-satisfied",
    ),
}
"""Source: complaints research, section 3 (三率考核): the official formulas vary by city and year, so these
are our own and stand beside every figure. Silence counts against a rate, never for it (issue 4, point 2).
"""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many cases."""

    part: int
    whole: int

    @property
    def exact(self) -> Fraction | None:
        """The share itself; None of nothing."""
        return Fraction(self.part, self.whole) if self.whole else None

    @property
    def percent(self) -> int:
        """Whole percent, rounded down: 100 is said of all, and of nothing less; 0 of nothing."""
        return 100 * self.part // self.whole if self.whole else 0
