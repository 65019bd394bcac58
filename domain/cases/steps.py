"""One step of a case carried out: the table, the clocks, the memory and the event log in one place."""

from collections.abc import Set
from dataclasses import replace

from domain.cases import daycard, timekeeping, waits
from domain.cases.events import OWN, Event
from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.cases.table import Action, Part, State, part_for
from domain.kernel.people import Role, Standing

TOLD_BY_PHONE: Set[Action] = frozenset({Action.REPLY, Action.ASK, Action.FINISH, Action.AGREE, Action.DEFER})
"""What somebody who came or called hears by telephone alone: whoever wrote it down owes them a call."""

JUDGEMENTS: Set[Action] = frozenset({Action.CONFIRM, Action.PARTLY, Action.RATE})
"""Steps by which whoever reported judges the work."""


def parts_of(tx: CasesTx, me: Standing, case: Case) -> Set[Part]:
    """What the actor is in that case."""
    worker = me.has(Role.WORKER, case.compound_id)
    return case.parts(me.person_id, worker=worker, proposer_id=_proposer(tx, case) if worker else None)


def _proposer(tx: CasesTx, case: Case) -> int | None:
    """Who wants to decline it: by the log, because the case may have changed hands since."""
    proposed = tx.events.last(case.id, Action.DECLINE.value) if case.state is State.DECLINING else None
    return proposed.person_id if proposed is not None else None


def moved(tx: CasesTx, me: Standing, case: Case, action: Action) -> Case:
    """The case after that step, not kept yet; raises IllegalTransition."""
    return case.apply(action, parts_of(tx, me, case), me.person_id, tx.now)


def enact(
    tx: CasesTx,
    me: Standing,
    case: Case,
    action: Action,
    reason: str | None = None,
    *,
    acting: Set[Part] = frozenset(),
) -> Case:
    """Take the step, keep it and write the event; whoever calls tells people. `acting` adds the parts that
    somebody has for others. Raises IllegalTransition.
    """
    parts = parts_of(tx, me, case) | acting
    stepped = case.apply(action, parts, me.person_id, tx.now)
    if action in JUDGEMENTS and Part.WORKER in parts:
        reason = OWN
    return keep(tx, case, stepped, action, part_for(case.state, action, parts), me.person_id, reason)


def tick(tx: CasesTx, case: Case, action: Action, reason: str | None = None) -> Case:
    """The same by the clock itself."""
    parts = frozenset({Part.CLOCK})
    stepped = case.apply(action, parts, 0, tx.now)
    return keep(tx, case, stepped, action, Part.CLOCK, None, reason)


def keep(
    tx: CasesTx,
    before: Case,
    after: Case,
    action: Action,
    part: Part | None,
    person_id: int | None,
    reason: str | None = None,
) -> Case:
    """Let the clocks follow, keep the case, write the event."""
    after = timekeeping.follow(tx, before, after, action)
    if after.behalf_id is not None and action in TOLD_BY_PHONE:
        after = replace(after, call_at=after.call_at or tx.now)
    waits.follow(tx, before, after)
    tx.cases.save(after)
    daycard.follow(tx, before, after)
    note(tx, after, action.value, before.state, part, person_id, reason)
    return after


def note(
    tx: CasesTx,
    case: Case,
    action: str,
    before: State | None,
    part: Part | None,
    person_id: int | None,
    reason: str | None = None,
) -> None:
    """Write one event of the case as it stands now."""
    at, body = tx.now, case.body_id
    step = (action, before, case.state, part, person_id, body, case.round, reason)
    tx.events.record(Event(tx.new_id(), case.id, case.compound_id, at, *step))
