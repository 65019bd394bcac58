"""The ladder: which rungs a case climbs while nobody ends it, and when; each once a round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.cases.ports import CasesTx
from domain.cases.promise import warning
from domain.cases.rules import Case, Grade
from domain.cases.table import OPEN, PAUSED
from domain.kernel.due import Due
from domain.kernel.worktime import WorkingTime
from domain.places.worktimes import hours_of


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
    stop(tx, case)
    if not climbs(case):
        return
    hours, zone = hours_of(tx, case.compound_id), tx.places.zone(case.compound_id)
    done = tx.rungs.climbed(case.id, case.round)
    if case.due_at > tx.now and Rung.SOON.value not in done:
        at = warning(case.due_at, tx.now)
        tx.due.plan(SOON, case.id, at, occurrence(case, Rung.SOON), zone)
    for rung in DELAYS:
        if rung.value not in done:
            at = max(reached(case, rung, hours), tx.now)
            tx.due.plan(kind_of(rung), case.id, at, occurrence(case, rung), zone)


def stop(tx: CasesTx, case: Case) -> None:
    """Leave nothing planned."""
    for kind in KINDS:
        tx.due.cancel(kind, case.id)


def reached(case: Case, rung: Rung, hours: WorkingTime) -> datetime:
    """When the case stands on that rung (UTC), if nothing happens before."""
    delay = DELAYS[rung]
    if case.grade is Grade.DANGER:
        return case.due_at + delay.danger
    return hours.add(case.due_at, delay.working)


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
