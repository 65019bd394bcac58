"""What the clock does to a case by itself: nudges, silence, waking, and asking whether it has held."""

from domain.cases.ports import CasesTx
from domain.cases.reaching import reporter_of
from domain.cases.reminders import owner
from domain.cases.rules import Case
from domain.cases.steps import tick
from domain.cases.table import Action, State
from domain.kernel.due import Due
from domain.kernel.errors import NotFound
from domain.kernel.hours import awake
from domain.kernel.words import CardKind, Destination, Params, Priority

DONE = frozenset({State.CONFIRMED, State.PARTLY})
"""States in which whoever reported has said that something was solved."""


def nudge(tx: CasesTx, row: Due, digest: str | None) -> None:
    """Remind whoever reported, once and gently, that their word is still missing."""
    case = _standing(tx, row, State.FINISHED)
    if case is not None:
        _tell(tx, case, _reporter(case), "case-nudge", {"number": case.number}, row)


def lapse(tx: CasesTx, row: Due, digest: str | None) -> None:
    """Seven days without an answer: silent, which is not satisfied; a late answer still counts."""
    case = _standing(tx, row, State.FINISHED)
    if case is not None:
        _ticked(tx, case, Action.LAPSE)


def unasked(tx: CasesTx, row: Due, digest: str | None) -> None:
    """Nobody answered the handler's question: go on without, and tell the handler."""
    case = _standing(tx, row, State.WAITING)
    if case is not None:
        woken = _ticked(tx, case, Action.WAKE)
        _tell(tx, woken, owner(woken), "case-unanswered", {"number": case.number}, row)


def wake(tx: CasesTx, row: Due, digest: str | None) -> None:
    """The day has come to which a case was put off: its handler is told."""
    case = _standing(tx, row, State.DEFERRED)
    if case is not None:
        woken = _ticked(tx, case, Action.WAKE)
        told: Params = {"number": case.number, "due": woken.due_at}
        _tell(tx, woken, owner(woken), "case-woken", told, row)


def still(tx: CasesTx, row: Due, digest: str | None) -> None:
    """Some weeks later: has it held? Once a case, and nobody who wants not to be asked."""
    case = _standing(tx, row, *DONE)
    if case is not None and not tx.verdicts.left_alone(case.reporter_id):
        _tell(tx, case, _reporter(case), "case-still", {"number": case.number}, row)


def _standing(tx: CasesTx, row: Due, *states: State) -> Case | None:
    """The case, locked, where it still stands as the row expects."""
    try:
        case = tx.cases.due(row.subject_id)
    except NotFound:
        return None
    return case if case.state in states else None


def _ticked(tx: CasesTx, case: Case, action: Action) -> Case:
    moved = tick(tx, case, action)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, None, f"case.{action}", "case", case.id)
    return moved


def _tell(tx: CasesTx, case: Case, to: Destination, key: str, params: Params, row: Due) -> None:
    morning = awake(tx.now, tx.places.zone(case.compound_id))
    tx.outbox.tell(
        to,
        key,
        params,
        about=case.id,
        priority=Priority.DUTY,
        not_before=morning,
        dedupe=row.occurrence,
    )


def _reporter(case: Case) -> Destination:
    return reporter_of(case)
