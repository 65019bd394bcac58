"""The clocks of a case follow its steps: begun at intake, stopped while it waits, met by what they wait for.

They never begin again: what is returned, handed over or taken up runs on. A case that is reopened gets a new
round with clocks of its own, and the first round's record stands. Source: decisions/2026-11-22-the-clock.md.
"""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import datetime

from domain.cases import ladder, routing
from domain.cases.clocks import Clock, Pause, reckon
from domain.cases.ports import CasesTx
from domain.cases.presets import MATTER, PRESETS, ClockKind, Limit, own_limit, preset_of
from domain.cases.promise import Promise, Terms, promise
from domain.cases.rules import Case, Grade
from domain.cases.table import OPEN, PAUSED, Action, State
from domain.kernel.people import Role
from domain.kernel.words import CardKind
from domain.places.worktimes import hours_of

ANSWERS: Set[Action] = frozenset({Action.REPLY, Action.ASK, Action.DEFER, Action.FINISH, Action.AGREE})
"""Steps by which whoever reported hears words about their matter."""

AT_ONCE = 10
"""Cases that are recomputed in one commit: a few tens of milliseconds in the writer."""


def terms(tx: CasesTx, compound_id: int, grade: Grade = Grade.ORDINARY, minutes: int | None = None) -> Terms:
    """What the clocks of a case of that grade run by there; `minutes` of working time where its matter
    gives some for the solution.
    """
    table = tx.calendars.of(compound_id)
    preset = preset_of(table.preset)
    limits = PRESETS[preset][grade]
    if minutes is not None:
        limits = replace(limits, solution=own_limit(minutes))
    return Terms(hours_of(tx, compound_id, table), limits, preset.value, minutes)


def promised(
    tx: CasesTx, compound_id: int, grade: Grade = Grade.ORDINARY, minutes: int | None = None
) -> Promise:
    """What a case that comes in now is promised there."""
    return promise(terms(tx, compound_id, grade, minutes), tx.now)


def plan(tx: CasesTx, case: Case, given: Promise) -> None:
    """Begin the clocks of this round, and plan what falls due."""
    for kind in ClockKind:
        tx.clocks.keep(_begun(case, kind, given.terms, tx.now))
    replanned(tx, case)


def replanned(tx: CasesTx, case: Case) -> None:
    """The hour of the case has been set or moved: the one place where what falls due with it is planned."""
    ladder.plan(tx, case)


def stopped(tx: CasesTx, case: Case) -> None:
    """Nothing falls due with the case any more, or not while it waits."""
    ladder.stop(tx, case)


def follow(tx: CasesTx, before: Case, case: Case, action: Action) -> Case:
    """The clocks follow the step; answers the case with the hour that it has now."""
    if action is Action.REOPEN:
        return _again(tx, case)
    if before.state in PAUSED:
        case = _resumed(tx, case)
    elif case.state in PAUSED:
        tx.clocks.pause(Pause(tx.new_id(), case.id, case.state, tx.now))
        stopped(tx, case)
    if action in ANSWERS:
        answered(tx, case, action)
    if case.state not in OPEN:
        stopped(tx, case)
    return case


def _resumed(tx: CasesTx, case: Case) -> Case:
    """What stood still goes on, where the step has ended that; either way the hour is reckoned up to now."""
    if case.state in PAUSED:
        return recomputed(tx, case)
    tx.clocks.resume(case.id, tx.now)
    case = recomputed(tx, case)
    replanned(tx, case)
    return case


def answered(tx: CasesTx, case: Case, action: Action) -> None:
    """Whoever reported has heard of it: the first answer is given, the next news is due anew."""
    clocks = {clock.kind: clock for clock in tx.clocks.of(case.id, case.round)}
    over = case.state not in OPEN
    for kind, clock in clocks.items():
        met = clock.meet(tx.now)
        if kind is ClockKind.UPDATE and clock.met_at is None and not over:
            given = terms(tx, case.compound_id, case.grade)
            met = replace(_begun(case, kind, given, tx.now), missed=met.missed)
        if met != clock and (kind is not ClockKind.SOLUTION or action is Action.FINISH):
            tx.clocks.keep(met)


def recomputed(tx: CasesTx, case: Case) -> Case:
    """The case with its hour as the calendar in force and its pauses make it; what was met stays as it was.

    Whoever calls keeps the case, and plans anew where the hour has moved.
    """
    found = tx.clocks.of(case.id, case.round)
    pauses = [replace(pause, ended_at=pause.ended_at or tx.now) for pause in tx.clocks.pauses(case.id)]
    running = [clock for clock in found if clock.met_at is None]
    given = terms(tx, case.compound_id, case.grade, _own_minutes(running))
    for clock in running:
        moved = _moved(clock, given, pauses)
        tx.clocks.keep(moved)
        if clock.kind is ClockKind.SOLUTION:
            case = replace(case, due_at=moved.due_at, provisional=moved.provisional)
    return case


def renewed(tx: CasesTx, case_id: int) -> bool:
    """Recompute one case after its calendar has changed; whoever reported is not told, their card shows it.

    Answers whether its hour has moved.
    """
    case = tx.cases.due(case_id)
    if case.state not in OPEN:
        return False
    moved = recomputed(tx, case)
    replanned(tx, moved)  # the rungs above go by the calendar too
    return _kept(tx, case, moved)


def settle(tx: CasesTx, above: int) -> int | None:
    """Recompute some cases whose hour is provisional, from that id on; the last one's id, None at the end."""
    found = tx.clocks.provisional(above, AT_ONCE)
    for case_id in found:
        renewed(tx, case_id)
    return found[-1] if found else None


def regraded(tx: CasesTx, case: Case, minutes: int | None = None) -> Case:
    """The same for a case whose grade or matter was settled otherwise: other limits, the same beginning."""
    given = terms(tx, case.compound_id, case.grade, minutes)
    for clock in tx.clocks.of(case.id, case.round):
        if clock.met_at is None:
            basis, _ = _of(clock.kind, given)
            tx.clocks.keep(replace(clock, basis=basis, minutes=minutes or clock.minutes))
    moved = recomputed(tx, case)
    replanned(tx, moved)  # and by the grade, even where the hour stays
    _kept(tx, case, moved)
    return moved


def _kept(tx: CasesTx, case: Case, moved: Case) -> bool:
    """Keep and show a case whose hour has moved."""
    if moved == case:
        return False
    tx.cases.save(moved)
    tx.cards.refresh(CardKind.CASE, moved.id)
    return True


def _again(tx: CasesTx, case: Case) -> Case:
    """A new round: a new promise, clocks of its own."""
    given = promised(tx, case.compound_id, case.grade, _own_minutes(tx.clocks.of(case.id, case.round - 1)))
    case = replace(case, due_at=given.due_at, provisional=given.provisional)
    plan(tx, case, given)
    holders = tx.staff.holders(case.compound_id, Role.WORKER)
    if case.handler_id in holders and case.handler_id not in tx.recusals.of(case.id):
        return case
    # Whoever had it works there no more, or it is about them: it is anybody's, and not theirs to read.
    return replace(case, state=State.FILED, handler_id=None, assignee_id=routing.next_for(tx, case))


def _begun(case: Case, kind: ClockKind, given: Terms, at: datetime) -> Clock:
    basis, limit = _of(kind, given)
    made = reckon(limit, at, (), given.hours)
    length = (made.minutes, limit.wall, at, made.due_at, made.provisional)
    return Clock(case.id, case.round, kind, basis, *length)


def _moved(clock: Clock, given: Terms, pauses: Sequence[Pause]) -> Clock:
    basis, limit = _of(clock.kind, given)
    made = reckon(limit, clock.began_at, pauses, given.hours)
    return replace(
        clock,
        basis=basis,
        minutes=made.minutes,
        wall=limit.wall,
        due_at=made.due_at,
        provisional=made.provisional,
    )


def _of(kind: ClockKind, given: Terms) -> tuple[str, Limit]:
    """Who gave the limit of that clock, and which it is."""
    own = kind is ClockKind.SOLUTION and given.minutes is not None
    return MATTER if own else given.preset, given.limits.of(kind)


def _own_minutes(clocks: Sequence[Clock]) -> int | None:
    """What the case's own matter has given for its solution."""
    own = (clock for clock in clocks if clock.kind is ClockKind.SOLUTION and clock.basis == MATTER)
    return next((clock.minutes for clock in own), None)
