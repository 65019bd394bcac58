"""Verdicts on work: a rating by whoever reported, a lead's mark, and what is left out of the rates."""

from dataclasses import replace

from domain.cases.ports import CasesTx
from domain.cases.reasons import Reason
from domain.cases.rules import Case, Quality, Rating
from domain.cases.service import ById, ByNumber, Which, find
from domain.cases.steps import enact
from domain.cases.table import Action, State
from domain.kernel.answers import home
from domain.kernel.errors import DomainError, NotAllowed, NotFound
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.words import CardKind, Params, ToWorkers, person

WORKED_ON = frozenset({State.FINISHED, State.CONFIRMED, State.PARTLY, State.SILENT, State.DECLINED})
"""States in which there is work to judge."""


class OwnWork(DomainError):
    """Nobody judges what they did or reported themselves."""

    key = "error-own-work"


class NothingToJudge(DomainError):
    """It is not done yet."""

    key = "error-quality-early"


class ExcludedAlready(DomainError):
    """Somebody has proposed it, or two have agreed."""

    key = "error-apart-already"


class SecondConsent(DomainError):
    """It takes another worker than the one who proposed it."""

    key = "error-apart-second"


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


def ask_exclusion(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """Offer the reasons for which a case is left out of the rates."""
    me = tx.people.enter(actor)
    case = _worked(tx, me, which)
    _not_proposed(tx, case)
    tx.outbox.tell(home(me), "case-apart-why", {"number": case.number}, about=case.id)
    return case


def exclude(tx: CasesTx, actor: Actor, case_id: int, reason: Reason) -> Case:
    """Propose to leave it out; it counts until a second worker agrees."""
    me = tx.people.enter(actor)
    case = _worked(tx, me, ById(case_id))
    _not_proposed(tx, case)
    tx.verdicts.exclude(case.id, reason, me.person_id)
    told: Params = {"number": case.number, "who": person(me.person_id), "reason": reason.value}
    tx.outbox.tell(ToWorkers(case.compound_id), "case-apart", told, about=case.id)
    tx.audit.note(case.compound_id, me.person_id, "exclusion.propose", "case", case.id)
    return case


def settle_exclusion(tx: CasesTx, actor: Actor, case_id: int, *, agreed: bool) -> Case:
    """The second word: leave it out, or count it after all; who proposed may only take it back."""
    me = tx.people.enter(actor)
    case = _worked(tx, me, ById(case_id))
    proposed = tx.verdicts.exclusion(case.id)
    if proposed is None or proposed.agreed_by is not None:
        raise ExcludedAlready(number=case.number, out=int(proposed is not None))
    if agreed and proposed.proposed_by == me.person_id:
        raise SecondConsent(number=case.number)
    if agreed:
        tx.verdicts.agree(case.id, me.person_id)
    else:
        tx.verdicts.include(case.id)
    tx.audit.note(
        case.compound_id, me.person_id, f"exclusion.{'agree' if agreed else 'object'}", "case", case.id
    )
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


def _worked(tx: CasesTx, me: Standing, which: Which) -> Case:
    case = find(tx, me, which)
    if not me.has(Role.WORKER, case.compound_id):
        raise NotAllowed
    if me.person_id == case.reporter_id:
        raise OwnWork(number=case.number)
    return case


def _not_proposed(tx: CasesTx, case: Case) -> None:
    if tx.verdicts.exclusion(case.id) is not None:
        raise ExcludedAlready(number=case.number, out=1)


def _judged(me: Standing, case: Case) -> Case:
    if me.person_id in (case.reporter_id, case.handler_id):
        raise OwnWork(number=case.number)
    if case.state not in WORKED_ON:
        raise NothingToJudge(number=case.number)
    return case
