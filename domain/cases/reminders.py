"""Who is reminded of a case, and when it was missed: one message each."""

from dataclasses import dataclass
from datetime import datetime

from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Grade
from domain.kernel.words import Destination, Priority, ToPerson, ToWorkers, reporter


@dataclass(frozen=True, slots=True)
class Moment:
    """When words may leave (UTC), and how fast; `digest` names the sweep that catches up after an outage;
    `wakes`: it is night, and they leave all the same.
    """

    at: datetime
    digest: str | None = None
    priority: Priority = Priority.DUTY
    wakes: bool = False


def remind(tx: CasesTx, case: Case, kind: str, when: Moment) -> None:
    """Tell whoever has the case that it is due soon ("case.soon") or overdue ("case.over")."""
    if case.handler_id is None and case.grade is not Grade.DANGER and tx.cases.untaken(case) > 1:
        _remind_together(tx, case, kind, when)
        return
    key = "case-due-soon" if kind == "case.soon" else "case-overdue"
    tx.outbox.tell(
        owner(case),
        key,
        {"number": case.number, "due": case.due_at, "reporter": reporter(case.id)},
        about=case.id,
        priority=when.priority,
        not_before=when.at,
        dedupe=f"{kind}:{case.id}:{case.round}",
    )


def _remind_together(tx: CasesTx, case: Case, kind: str, when: Moment) -> None:
    """Several that nobody has taken, promised for the same hour: one message lists them all."""
    tx.outbox.tell(
        owner(case),
        "cases-untaken",
        {"due": case.due_at, "over": int(kind == "case.over"), "compound": case.compound_id},
        priority=when.priority,
        not_before=when.at,
        dedupe=f"untaken:{kind}:{case.compound_id}:{int(case.due_at.timestamp())}",
    )


def owner(case: Case) -> Destination:
    """Whoever took the case; while nobody has, the workers of its compound."""
    return ToPerson(case.handler_id) if case.handler_id is not None else ToWorkers(case.compound_id)
