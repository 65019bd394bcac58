"""By when a case is looked after: the hour that is promised, and when whoever has it is warned."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.cases.clocks import reckon
from domain.cases.presets import Limits
from domain.kernel.worktime import WorkingTime

WARNING = timedelta(hours=2)
"""How long before the promised hour the handler is reminded."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the clocks of a case run by: working time, limits, and the codes of who gave them."""

    hours: WorkingTime
    limits: Limits
    preset: str
    minutes: int | None = None
    """What the case's own matter gives for the solution, in working minutes."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The promised instant (UTC), when to warn (UTC), and whether published holidays reach that far;
    `looked_at` is when work begins again (UTC), None within working hours.
    """

    due_at: datetime
    warn_at: datetime
    provisional: bool
    looked_at: datetime | None
    terms: Terms


def promise(terms: Terms, now: datetime) -> Promise:
    """The promise for what is begun at `now` (UTC) on these terms."""
    made = reckon(terms.limits.solution, now, (), terms.hours)
    looked_at = None if terms.limits.solution.wall else terms.hours.opening(now)
    return Promise(made.due_at, warning(made.due_at, now), made.provisional, looked_at, terms)


def warning(due_at: datetime, now: datetime) -> datetime:
    """When to warn of what is due then: two hours before, of short ones half way; all UTC."""
    return due_at - min(WARNING, (due_at - now) / 2)
