"""Why the hour of a case is the one it is: what it was counted from, for whoever may hold the case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.cases.clocks import Clock, Pause, reckon
from domain.cases.ports import CasesTx
from domain.cases.presets import MATTER, ClockKind
from domain.cases.promise import Terms
from domain.cases.rules import Case
from domain.cases.service import Which, find
from domain.cases.table import PAUSED
from domain.cases.timekeeping import terms
from domain.kernel.answers import home
from domain.kernel.people import Actor
from domain.kernel.words import Value
from domain.kernel.worktime import ONE_DAY, WorkingTime, written

SATURDAY = 5
MOST_RUNS = 6
"""Holidays that are named; a case that lasts longer has other worries."""


def show(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """Tell the asker why."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    solution = next(
        (clock for clock in tx.clocks.of(case.id, case.round) if clock.kind is ClockKind.SOLUTION), None
    )
    said: dict[str, Value] = {"number": case.number, "due": case.due_at, "basis": ""}
    if solution is not None:
        said |= _reasons(tx, case, solution)
    tx.outbox.tell(home(me), "case-why", said, about=case.id)
    return case


def _reasons(tx: CasesTx, case: Case, clock: Clock) -> dict[str, Value]:
    own = clock.minutes if clock.basis == MATTER else None
    given = terms(tx, case.compound_id, case.grade, own)
    limit = given.limits.solution
    skipped = Skipped.of(given.hours, clock) if not clock.wall else Skipped()
    return {
        "basis": clock.basis,
        "unit": limit.unit.value,
        "amount": limit.amount,
        "slots": written(given.hours.slots),
        "began": clock.began_at,
        "off": skipped.off,
        "extra": skipped.extra,
        "weekend": int(skipped.weekend),
        "paused": _paused(given, clock, tx.clocks.pauses(case.id)),
        "standing": int(case.state in PAUSED),
        "provisional": int(clock.provisional),
    }


def _paused(given: Terms, clock: Clock, pauses: Sequence[Pause]) -> int:
    """Minutes by which pauses have moved the end, of what the clock counts."""
    bare = reckon(given.limits.solution, clock.began_at, (), given.hours).due_at
    moved = reckon(given.limits.solution, clock.began_at, pauses, given.hours).due_at
    gone = moved - bare if clock.wall else given.hours.between(bare, moved)
    return gone // timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Days between the beginning and the end that do not count, or count although they are a weekend's: runs
    of dates "2026-10-01/2026-10-07", parted by spaces.
    """

    off: str = ""
    extra: str = ""
    weekend: bool = False

    @classmethod
    def of(cls, hours: WorkingTime, clock: Clock) -> "Skipped":
        """What was skipped from the clock's beginning to its end."""
        days = list(hours.dates(clock.began_at, clock.due_at))
        free = list(_runs(day for day in days if not hours.calendar.works(day)))
        holidays = [run for run in free if any(day.weekday() < SATURDAY for day in _days(run))]
        extra = _runs(day for day in days if day.weekday() >= SATURDAY and hours.calendar.works(day))
        return cls(_named(holidays), _named(list(extra)), len(holidays) < len(free))


Run = tuple[date, date]


def _runs(days: Iterator[date]) -> Iterator[Run]:
    """Days that follow each other as one."""
    first = last = None
    for day in days:
        if first is not None and last is not None and day - last > ONE_DAY:
            yield first, last
            first = None
        first, last = first or day, day
    if first is not None and last is not None:
        yield first, last


def _days(run: Run) -> Iterator[date]:
    for ahead in range((run[1] - run[0]) // ONE_DAY + 1):
        yield run[0] + timedelta(days=ahead)


def _named(runs: list[Run]) -> str:
    return " ".join(f"{first}/{last}" for first, last in runs[:MOST_RUNS])
