"""A case leaves somebody's hands: whoever it is about, or who is away, or works there no more."""

from dataclasses import replace

from domain.cases import routing
from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.cases.steps import note, tick
from domain.cases.table import OPEN, PAUSED, Action, Part, State


def release(tx: CasesTx, case: Case, person_id: int, why: str) -> Case:
    """Take the case off them, and offer it to the next one on duty; `why` is the event."""
    before = case
    if case.handler_id == person_id and case.state in PAUSED:
        case = tick(tx, case, Action.WAKE, why)
    if case.handler_id == person_id:
        state = State.FILED if case.state in OPEN else case.state
        case = replace(case, state=state, handler_id=None)
    if before.handler_id == person_id or case.assignee_id == person_id:
        assignee = routing.next_for(tx, case) if case.state in OPEN else None
        case = replace(case, assignee_id=assignee)
        tx.cases.save(case)
    note(tx, case, why, before.state, None, None)
    return case


def note_by(tx: CasesTx, case: Case, event: str, part: Part, person_id: int) -> None:
    """Write an event that moves nothing."""
    note(tx, case, event, case.state, part, person_id)
