"""The ladder: which rungs a case climbs while nobody ends it, and when; each once a round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.cases.ports import CasesTx
from domain.cases.promise import END_OF_DAY, OPENING, WARNING
from domain.cases.rules import Case, Grade
from domain.cases.table import OPEN, PAUSED, Action
from domain.kernel.due import Due
from domain.kernel.hours import instant
from domain.kernel.tx import WorkingCalendar


class Rung(StrEnum):
    """One step of the ladder; the values stand in rows for years."""

    SOON = "soon"
    """Whoever has it is warned before its hour."""
    OVER = "over"
    """Its hour has passed: whoever has it, and whoever reported, are told."""
    LEAD = "lead"
    """The lead of the body that owes it; captains of the place read one quiet line."""
    COMMITTEE = "committee"
    STREET = "street"


ABOVE: Sequence[Rung] = (Rung.LEAD, Rung.COMMITTEE, Rung.STREET)
"""The rungs on which somebody else than whoever has the case is asked."""


@dataclass(frozen=True, slots=True)
class Delay:
    """How long after the due instant: in working time, and for danger on the wall clock."""

    working: timedelta
    danger: timedelta


DELAYS: Mapping[Rung, Delay] = {
    Rung.OVER: Delay(timedelta(0), timedelta(0)),
    # Time for whoever has it to put it right themselves, before anybody else hears.
    Rung.LEAD: Delay(timedelta(hours=2), timedelta(minutes=15)),
    # About a working day more: a lead can send somebody, or say why it takes longer.
    Rung.COMMITTEE: Delay(timedelta(hours=8), timedelta(hours=1)),
    # About three: what the compound cannot do alone. Source: the 1 and 6 days of Zürich's overdue-alert
    # and our own three, complaints research, section 2, feature 12; defaults.
    Rung.STREET: Delay(timedelta(hours=24), timedelta(hours=3)),
}

SOON, OVER, FURTHER = "case.soon", "case.over", "case.rung"
KINDS = (SOON, OVER, FURTHER)
"""Kinds of due rows; the rungs above share one."""


def climbs(case: Case) -> bool:
    """Whether time works against it: in work, and nobody is waited for."""
    return case.state in OPEN and case.state not in PAUSED


def plan(tx: CasesTx, case: Case) -> None:
    """Plan the rungs that this round has still to climb, at the case's due instant as it is now.

    To be called after every change of state, round or due instant; nothing is left planned for a case that is
    paused or out of work, and what was climbed is not climbed again.
    """
    for kind in KINDS:
        tx.due.cancel(kind, case.id)
    if not climbs(case):
        return
    zone = tx.places.zone(case.compound_id)
    done = tx.rungs.climbed(case.id, case.round)
    for rung, at in instants(case, _begun(tx, case), tx.calendar, zone).items():
        if rung.value not in done and (rung is not Rung.SOON or case.due_at > tx.now):
            tx.due.plan(kind_of(rung), case.id, max(at, tx.now), occurrence(case, rung), zone)


def instants(case: Case, begun: datetime, calendar: WorkingCalendar, zone: str) -> Mapping[Rung, datetime]:
    """When each rung is due (UTC); `begun` is when this round began (UTC)."""
    due = case.due_at
    soon = due - min(WARNING, max((due - begun) / 2, timedelta(0)))
    above = {rung: reached(case, rung, calendar, zone) for rung in DELAYS}
    return {Rung.SOON: soon, **above}


def reached(case: Case, rung: Rung, calendar: WorkingCalendar, zone: str) -> datetime:
    """When the case stands on that rung (UTC), if nothing happens before."""
    delay = DELAYS[rung]
    if case.grade is Grade.DANGER or not delay.working:
        return case.due_at + delay.danger
    return working(calendar, case.due_at, zone, delay.working)


def occurrence(case: Case, rung: Rung) -> str:
    """The name of that rung in this round, unique for ever."""
    tail = f":{rung}" if rung in ABOVE else ""
    return f"{kind_of(rung)}:{case.id}:{case.round}{tail}"


def kind_of(rung: Rung) -> str:
    """The kind of its due row."""
    return {Rung.SOON: SOON, Rung.OVER: OVER}.get(rung, FURTHER)


def rung_of(row: Due) -> tuple[Rung, int]:
    """Rung and round of a due row."""
    parts = row.occurrence.split(":")
    rung = {SOON: Rung.SOON, OVER: Rung.OVER}.get(row.kind)
    return rung or Rung(parts[3]), int(parts[2])


def working(calendar: WorkingCalendar, at: datetime, zone: str, by: timedelta) -> datetime:
    """The instant (UTC) `by` of working time after `at` (UTC): OPENING to END_OF_DAY on working days."""
    day = at.astimezone(ZoneInfo(zone)).date()
    left = by
    while True:
        if calendar.works(day):
            begin, end = (_at(day_hour, day.isoformat(), zone) for day_hour in (OPENING, END_OF_DAY))
            begin = max(begin, at)
            if end - begin >= left:
                return begin + left
            left -= max(end - begin, timedelta(0))
        day += timedelta(days=1)


def _at(hour: time, day: str, zone: str) -> datetime:
    return instant(datetime.fromisoformat(f"{day}T{hour.isoformat()}"), zone)


def _begun(tx: CasesTx, case: Case) -> datetime:
    """When this round began: at its reopening, which is being written just now where no event tells."""
    if case.round == 0:
        return case.filed_at
    last = tx.events.last(case.id, Action.REOPEN.value)
    return last.at if last is not None and last.round == case.round else tx.now
