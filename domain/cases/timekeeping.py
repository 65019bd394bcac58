"""The clocks of a case follow its steps: begun with it, planned anew when it is reopened, ended with it."""

from dataclasses import replace

from domain.cases import routing
from domain.cases.ports import CasesTx
from domain.cases.promise import Promise, promise
from domain.cases.rules import Case
from domain.cases.table import OPEN, Action, State
from domain.kernel.people import Role


def promised(tx: CasesTx, compound_id: int) -> Promise:
    """What a case that comes in now is promised there."""
    return promise(tx.calendar, tx.now, tx.places.zone(compound_id))


def plan(tx: CasesTx, case: Case, given: Promise) -> None:
    """Plan the warning and the overdue reminder of this round, once each."""
    zone = tx.places.zone(case.compound_id)
    for kind, at in (("case.soon", given.warn_at), ("case.over", given.due_at)):
        tx.due.plan(kind, case.id, at, f"{kind}:{case.id}:{case.round}", zone)


def follow(tx: CasesTx, before: Case, case: Case, action: Action) -> Case:
    """The clock follows the step: a new promise for a reopened case, none for one out of work."""
    if action is Action.REOPEN:
        given = promised(tx, case.compound_id)
        plan(tx, case, given)
        case = replace(case, due_at=given.due_at, provisional=given.provisional)
        kept_out = tx.recusals.of(case.id)
        if (
            case.handler_id in tx.staff.holders(case.compound_id, Role.WORKER)
            and case.handler_id not in kept_out
        ):
            return case
        # Whoever had it works there no more, or it is about them: it is anybody's, and not theirs to read.
        assignee = routing.next_for(tx, case)
        return replace(case, state=State.FILED, handler_id=None, assignee_id=assignee)
    if case.state not in OPEN:
        tx.due.cancel("case.soon", case.id)
        tx.due.cancel("case.over", case.id)
    return case
