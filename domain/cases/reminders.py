"""Who is reminded of a case, and when it was missed: one message each, one digest after an outage."""

from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.cases.table import OPEN
from domain.kernel.errors import NotFound
from domain.kernel.hours import awake
from domain.kernel.words import Destination, Priority, ToPerson, ToWorkers, reporter


def remind(tx: CasesTx, case_id: int, kind: str, digest: str | None) -> None:
    """Tell whoever has the case that it is due soon or overdue; after an outage one digest says all.

    `kind` is "case.soon" or "case.over"; `digest` names the sweep that caught up, or None in time.
    """
    try:
        case = tx.cases.due(case_id)
    except NotFound:
        return
    if case.state not in OPEN:
        return
    to = owner(case)
    if digest is not None:
        morning = awake(tx.now, tx.places.zone(case.compound_id))
        once = f"late:{to}:{digest}"
        tx.outbox.tell(to, "duties-late", {}, priority=Priority.DUTY, not_before=morning, dedupe=once)
        return
    if case.handler_id is None and tx.cases.untaken(case) > 1:
        _remind_together(tx, case, kind, to)
        return
    key = "case-due-soon" if kind == "case.soon" else "case-overdue"
    tx.outbox.tell(
        to,
        key,
        {"number": case.number, "due": case.due_at, "reporter": reporter(case.id)},
        about=case.id,
        priority=Priority.DUTY,
        dedupe=f"{kind}:{case.id}:{case.round}",
    )


def _remind_together(tx: CasesTx, case: Case, kind: str, to: Destination) -> None:
    """Several that nobody has taken, promised for the same hour: one message lists them all."""
    tx.outbox.tell(
        to,
        "cases-untaken",
        {"due": case.due_at, "over": int(kind == "case.over"), "compound": case.compound_id},
        priority=Priority.DUTY,
        dedupe=f"untaken:{kind}:{case.compound_id}:{int(case.due_at.timestamp())}",
    )


def owner(case: Case) -> Destination:
    """Whoever took the case; while nobody has, the workers of its compound."""
    return ToPerson(case.handler_id) if case.handler_id is not None else ToWorkers(case.compound_id)
