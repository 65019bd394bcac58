"""The clocks of a case follow its steps: begun with it, planned anew when it is reopened, ended with it."""

from dataclasses import replace

from domain.cases import ladder
from domain.cases.ports import CasesTx
from domain.cases.promise import Promise, promise
from domain.cases.rules import Case
from domain.cases.table import Action, State
from domain.kernel.people import Role


def promised(tx: CasesTx, compound_id: int) -> Promise:
    """What a case that comes in now is promised there."""
    return promise(tx.calendar, tx.now, tx.places.zone(compound_id))


def plan(tx: CasesTx, case: Case, given: Promise) -> None:
    """Plan the ladder of this round."""
    ladder.plan(tx, case)


def follow(tx: CasesTx, before: Case, case: Case, action: Action) -> Case:
    """The clock follows the step: a new promise for a reopened case, none for one out of work."""
    if action is Action.REOPEN:
        given = promised(tx, case.compound_id)
        case = replace(case, due_at=given.due_at, provisional=given.provisional)
        plan(tx, case, given)
        if case.handler_id in tx.staff.holders(case.compound_id, Role.WORKER):
            return case
        # Whoever had it works there no more: it is anybody's, and not theirs to read.
        duty = tx.places.duty(case.compound_id)
        return replace(case, state=State.FILED, handler_id=None, assignee_id=duty.person_id)
    if ladder.climbs(before) != ladder.climbs(case):
        ladder.plan(tx, case)
    return case
