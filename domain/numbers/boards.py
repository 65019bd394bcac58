"""Figures of a period: counted once in all, and by body, building and category, raw and adjusted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from domain.numbers.formulas import FORMULAS, Mark, Rate, Share
from domain.numbers.periods import Period
from domain.numbers.stories import Outcome, Story, left_out, outcome

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cases have which mark."""

    marks: Mapping[Mark, int]

    def share(self, rate: Rate) -> Share:
        """One rate of them."""
        formula = FORMULAS[rate]
        return Share(self._sum(formula.counted), self._sum(formula.among))

    def count(self, mark: Mark) -> int:
        """Cases with that mark."""
        return self.marks.get(mark, 0)

    def _sum(self, marks: Iterable[Mark]) -> int:
        return sum(self.marks.get(mark, 0) for mark in marks)


@dataclass(frozen=True, slots=True)
class Cell:
    """One line of figures: `filed` and `closed` cases of the period, how often one was `reopened` in it."""

    filed: int
    closed: int
    reopened: int
    raw: Tally
    adjusted: Tally


@dataclass(frozen=True, slots=True)
class Board:
    """All figures of a period as they stand at `at` (UTC). A case that bodies share counts once for each of
    them, and once in `whole`. `left_out`: cases that the adjusted figures leave out, by reason.
    """

    period: Period
    at: datetime
    whole: Cell
    bodies: Mapping[int, Cell]
    buildings: Mapping[int, Cell]
    categories: Mapping[str, Cell]
    left_out: Mapping[str, int]

    @property
    def quiet(self) -> bool:
        """Whether nothing happened."""
        return not (self.whole.filed or self.whole.closed or self.whole.reopened or self.whole.raw.marks)


@dataclass(slots=True)
class _Sum:
    """A cell that is being counted."""

    seen: Counter[str] = field(default_factory=Counter)
    raw: Counter[Mark] = field(default_factory=Counter)
    adjusted: Counter[Mark] = field(default_factory=Counter)

    def add(self, told: "_Told") -> None:
        self.seen.update(filed=told.filed, closed=told.closed, reopened=told.reopened)
        self.raw.update(told.marks)
        if told.left_out is None:
            self.adjusted.update(told.marks)

    def cell(self) -> Cell:
        seen = self.seen
        tallies = Tally(dict(self.raw)), Tally(dict(self.adjusted))
        return Cell(seen["filed"], seen["closed"], seen["reopened"], *tallies)


@dataclass(frozen=True, slots=True)
class _Told:
    """What one case adds to each of its cells."""

    filed: bool
    closed: bool
    reopened: int
    marks: tuple[Mark, ...]
    left_out: str | None


def board(stories: Iterable[Story], period: Period, zone: str, now: datetime) -> Board:
    """Count these cases at `now` (UTC).

    A case counts on the local day on which it was filed for the response, and on that of its last verdict for
    the other two: so each counts once in all, and the figures of days add up to those of their month.
    """
    where, whole, reasons = ZoneInfo(zone), _Sum(), Counter[str]()
    bodies, buildings, categories = dict[int, _Sum](), dict[int, _Sum](), dict[str, _Sum]()
    for story in stories:
        became = outcome(story, now)
        told = _told(story, became, period, where) if became is not None else None
        if told is None:
            continue
        whole.add(told)
        for body_id in story.bodies:
            bodies.setdefault(body_id, _Sum()).add(told)
        buildings.setdefault(story.building_id, _Sum()).add(told)
        categories.setdefault(story.category, _Sum()).add(told)
        if told.left_out is not None:
            reasons[told.left_out] += 1
    return Board(
        period=period,
        at=now,
        whole=whole.cell(),
        bodies=_cells(bodies),
        buildings=_cells(buildings),
        categories=_cells(categories),
        left_out=dict(reasons),
    )


def _told(story: Story, became: Outcome, period: Period, zone: ZoneInfo) -> _Told | None:
    """What a case adds, or None where it did nothing in the period."""
    filed = period.holds(became.filed_at, zone)
    closed = became.closed_at is not None and period.holds(became.closed_at, zone)
    reopened = sum(period.holds(at, zone) for at in became.reopened)
    if not (filed or closed or reopened):
        return None
    marks = tuple(_marks(became, filed=filed, closed=closed))
    return _Told(filed, closed, reopened, marks, left_out(story, became))


def _marks(became: Outcome, *, filed: bool, closed: bool) -> Iterator[Mark]:
    if filed and became.response is not None:
        yield became.response
    if closed:
        yield from (mark for mark in (became.verdict, became.rating) if mark is not None)


def _cells(sums: Mapping[K, _Sum]) -> Mapping[K, Cell]:
    return {key: one.cell() for key, one in sums.items()}
