"""Saying that a case cannot be done: with a reason from the list, and only with a second worker's consent."""

from domain.cases.ports import CasesTx
from domain.cases.reasons import Reason
from domain.cases.rules import Case
from domain.cases.service import Which, find
from domain.cases.steps import enact, moved
from domain.cases.table import Action
from domain.kernel.answers import home
from domain.kernel.people import Actor
from domain.kernel.words import CardKind, Params, ToWorkers, person


def ask(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """Check that the step is open to the actor, and offer the reasons."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    moved(tx, me, case, Action.DECLINE)
    tx.outbox.tell(home(me), "case-decline-why", {"number": case.number}, about=case.id)
    return case


def decline(tx: CasesTx, actor: Actor, which: Which, reason: Reason) -> Case:
    """Propose it; a colleague is asked, whoever reported hears nothing yet."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    stepped = enact(tx, me, case, Action.DECLINE, reason.value)
    told: Params = {"number": case.number, "who": person(me.person_id), "reason": reason.value}
    tx.outbox.tell(ToWorkers(case.compound_id), "case-declining", told, about=case.id)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, f"case.{Action.DECLINE}", "case", case.id)
    return stepped


def reason_of(tx: CasesTx, case: Case) -> Reason:
    """Why the case is to be declined, or was."""
    proposed = tx.events.last(case.id, Action.DECLINE.value)
    assert proposed is not None  # the case was proposed to be declined
    return Reason(proposed.reason or Reason.NOT_OURS)
