"""The clocks of a case as values: when they run out, pauses taken off."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.cases.presets import ClockKind, Limit
from domain.cases.table import State
from domain.kernel.worktime import WorkingTime


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of one round of a case; times are UTC.

    `basis` is the preset or MATTER that gave its `minutes` (of working time, or of the wall clock where
    `wall`); `met_at` is when what it waits for came, `missed` how often it came too late.
    """

    case_id: int
    round: int
    kind: ClockKind
    basis: str
    minutes: int
    wall: bool
    began_at: datetime
    due_at: datetime
    provisional: bool
    met_at: datetime | None = None
    missed: int = 0

    def meet(self, now: datetime) -> "Clock":
        """What it waited for has come; what was noted once stays."""
        if self.met_at is not None:
            return self
        return replace(self, met_at=now, missed=self.missed + int(now > self.due_at))


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which the clocks of a case stand still, and the state that it is in meanwhile."""

    id: int
    case_id: int
    why: State
    began_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """When a limit runs out, its length, and whether published holidays reach that far."""

    due_at: datetime
    minutes: int
    provisional: bool


def reckon(limit: Limit, began: datetime, pauses: Sequence[Pause], hours: WorkingTime) -> Reckoned:
    """When `limit`, begun then, runs out; `pauses` in their order.

    A pause moves the hour by as much as it took of what the limit counts. One that begins when the time has
    run out already moves nothing: what is missed is missed. One that lasts moves nothing before it ends. All
    is counted in whole minutes, as people are told: seconds of a beginning or an end are dropped.
    """
    began = _whole(began)
    due = limit.due(began, hours)
    for pause in pauses:
        since = max(_whole(pause.began_at), began)
        if pause.ended_at is None or since >= due:
            break
        due = _later(limit, due, since, max(since, _whole(pause.ended_at)), hours)
    provisional = not limit.wall and not hours.known(began, due)
    return Reckoned(due, limit.minutes(began, hours), provisional)


def _whole(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _later(limit: Limit, due: datetime, since: datetime, until: datetime, hours: WorkingTime) -> datetime:
    if limit.wall:
        return due + (until - since)
    return hours.add(due, hours.between(since, until))
