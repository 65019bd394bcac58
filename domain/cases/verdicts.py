"""Verdicts on work: a rating by whoever reported, and a lead's mark."""

from dataclasses import replace

from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Quality, Rating
from domain.cases.service import ById, ByNumber, Which, find
from domain.cases.steps import enact
from domain.cases.table import Action, State
from domain.kernel.answers import home
from domain.kernel.errors import DomainError, NotFound
from domain.kernel.people import Actor, Standing
from domain.kernel.words import CardKind

WORKED_ON = frozenset({State.FINISHED, State.CONFIRMED, State.PARTLY, State.SILENT, State.DECLINED})
"""States in which there is work to judge."""


class OwnWork(DomainError):
    """Nobody judges what they did or reported themselves."""

    key = "error-own-work"


class NothingToJudge(DomainError):
    """It is not done yet."""

    key = "error-quality-early"


def rate(tx: CasesTx, actor: Actor, which: Which, rating: Rating) -> Case:
    """Whoever reported says how they liked it; said again, the last word counts."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    rated = enact(tx, me, replace(case, rating=rating), Action.RATE, rating.value)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, f"case.{Action.RATE}", "case", case.id)
    return rated


def ask_quality(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """Offer the marks to somebody who may give them."""
    me = tx.people.enter(actor)
    match which:
        case ById(id=case_id):
            found = tx.verdicts.judged_by(me, case_id)
        case ByNumber(number=number):
            found = tx.verdicts.numbered(me, number)
        case _:
            raise NotFound
    case = _judged(me, found)
    tx.outbox.tell(home(me), "case-quality", {"number": case.number}, about=case.id)
    return case


def judge(tx: CasesTx, actor: Actor, case_id: int, mark: Quality) -> Case:
    """A lead's or steward's mark of the work; nobody who reported or did it."""
    me = tx.people.enter(actor)
    case = _judged(me, tx.verdicts.judged_by(me, case_id))
    tx.verdicts.judge(case.id, mark, me.person_id)
    tx.audit.note(case.compound_id, me.person_id, f"quality.{mark}", "case", case.id)
    return case


def held(tx: CasesTx, actor: Actor, case_id: int) -> Case:
    """Some weeks later it is still all right; nothing changes but the audit."""
    me = tx.people.enter(actor)
    case = find(tx, me, ById(case_id))
    tx.audit.note(case.compound_id, me.person_id, "case.held", "case", case.id)
    return case


def leave_alone(tx: CasesTx, actor: Actor) -> None:
    """The actor is asked no more whether old cases have held."""
    tx.verdicts.leave_alone(tx.people.enter(actor).person_id)


def _judged(me: Standing, case: Case) -> Case:
    if me.person_id in (case.reporter_id, case.handler_id):
        raise OwnWork(number=case.number)
    if case.state not in WORKED_ON:
        raise NothingToJudge(number=case.number)
    return case
