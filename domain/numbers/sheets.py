"""What screens, pictures and spreadsheets of figures show: read-only values."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.numbers.boards import Board
from domain.numbers.periods import Period
from domain.numbers.stories import Story


@dataclass(frozen=True, slots=True)
class NumberSheet:
    """A board with the names around it; building 0 is the compound itself. `open` and `overdue` count what is
    in work now, whatever the period; `promises` is what each body promises, where it does.
    """

    board: Board
    compound: str
    zone: str
    bodies: Mapping[int, str]
    buildings: Mapping[int, str]
    promises: Mapping[int, str]
    open: int
    overdue: int
    weekly: bool


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """What a body promises, and since when (UTC); None: nothing."""

    body_id: int
    body: str
    words: str | None
    since: datetime | None


class NumberSheets(Protocol):
    """Reads of figures for showing."""

    def number_sheet(self, compound_id: int, period: Period, now: datetime) -> NumberSheet | None:
        """The figures of these days at `now` (UTC), or None where there is no such compound."""

    def stories(self, compound_id: int, period: Period, zone: str) -> Sequence[Story]:
        """Every case of which something happened in or beside these days, with all its events, by number."""

    def own_recusals(self, person_id: int) -> Set[int]:
        """The cases that are about that person, so that no export may show them."""

    def promise_lines(self, compound_id: int) -> tuple[PromiseLine, ...]:
        """Every body of the compound with what it promises."""
