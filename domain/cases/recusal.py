"""回避: whoever a case is about is kept out of it, from its first second on.

A report whose words name a worker is kept from that worker before anybody was asked: what went out cannot be
called back, so silence keeps them out too, and only the reporter's "it is not about them" lets them in.
Source: MISSION M8.
"""

from domain.cases import letting_go
from domain.cases.ports import CasesTx
from domain.cases.reaching import reporter_of
from domain.cases.rules import Case
from domain.cases.service import Which, find
from domain.cases.staffing import Why
from domain.cases.table import Part
from domain.kernel.answers import home
from domain.kernel.errors import DomainError, NotAllowed, NotFound
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.words import CardKind, Params, ToWorkers, person

RECUSED = "recuse"
"""The event of somebody being kept out."""

LET_IN = "let-in"


class KeptOut(DomainError):
    """It was so already."""

    key = "error-recused-already"


def named(tx: CasesTx, me: Standing, compound_id: int, text: str) -> tuple[int, ...]:
    """The workers whom a report's words name; nobody is kept out of what they reported themselves."""
    return tuple(one for one in tx.recusals.named(compound_id, text) if one != me.person_id)


def heed(tx: CasesTx, case: Case, about: tuple[int, ...]) -> Case:
    """Keep out whom later words name, and ask whoever reported whether it is about them."""
    fresh = tuple(one for one in about if tx.recusals.why(case.id, one) is None)
    case = hold(tx, case, fresh)
    ask(tx, case, fresh)
    return case


def hold(tx: CasesTx, case: Case, about: tuple[int, ...]) -> Case:
    """Keep out whom the words name: before anybody is told of the case."""
    for person_id in about:
        if person_id != case.reporter_id:
            case = _keep_out(tx, case, person_id, Why.NAMED)
    return case


def ask(tx: CasesTx, case: Case, about: tuple[int, ...]) -> None:
    """Ask whoever reported whether it is about them."""
    for person_id in about:
        if person_id != case.reporter_id:
            to = reporter_of(case)
            asked: Params = {"number": case.number, "who": person(person_id), "person": person_id}
            tx.outbox.tell(to, "case-about-worker", asked, about=case.id)


def affirm(tx: CasesTx, actor: Actor, case_id: int, person_id: int) -> Case:
    """Whoever reported says that it is about that worker."""
    me, case = _reported(tx, actor, case_id)
    if person_id not in tx.staff.holders(case.compound_id, Role.WORKER) or person_id == me.person_id:
        raise NotFound
    known = tx.recusals.why(case.id, person_id)
    if known in (Why.TOLD, Why.SELF):
        raise KeptOut(number=case.number, who=person(person_id))
    if known is not None:
        tx.recusals.let_in(case.id, person_id)
    case = _keep_out(tx, case, person_id, Why.TOLD)
    tx.audit.note(case.compound_id, me.person_id, "recuse.told", "recusal", case.id)
    tx.outbox.tell(home(me), "case-about-kept", {"number": case.number}, about=case.id)
    return case


def deny(tx: CasesTx, actor: Actor, case_id: int, person_id: int) -> Case:
    """Whoever reported says that it is not: the worker reads the case like every other."""
    me, case = _reported(tx, actor, case_id)
    if tx.recusals.why(case.id, person_id) not in (Why.NAMED, Why.TOLD):
        raise NotFound
    tx.recusals.let_in(case.id, person_id)
    letting_go.note_by(tx, case, LET_IN, Part.REPORTER, me.person_id)
    tx.cards.open(CardKind.CASE, case.id, ToWorkers(case.compound_id))
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, "recuse.not", "recusal", case.id)
    return case


def say(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """ "I keep out of it" from a worker; from whoever reported: it is about somebody who works here."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    if me.person_id == case.reporter_id:
        tx.outbox.tell(home(me), "case-about-whom", {"number": case.number}, about=case.id)
        return case
    return _step_back(tx, me, case)


def step_back(tx: CasesTx, actor: Actor, case_id: int) -> Case:
    """A worker keeps out of a case of their own accord; from then on it is not theirs to read."""
    me = tx.people.enter(actor)
    return _step_back(tx, me, tx.cases.get_for(me, case_id))


def _step_back(tx: CasesTx, me: Standing, case: Case) -> Case:
    if me.person_id == case.reporter_id or not me.has(Role.WORKER, case.compound_id):
        raise NotAllowed
    case = _keep_out(tx, case, me.person_id, Why.SELF)
    tx.audit.note(case.compound_id, me.person_id, "recuse.self", "recusal", case.id)
    tx.outbox.tell(home(me), "recused-noted", {"number": case.number})
    return case


def _keep_out(tx: CasesTx, case: Case, person_id: int, why: Why) -> Case:
    """From here on the case is handled in private, by everybody else."""
    tx.recusals.keep_out(case.id, person_id, why)
    if not _somebody_left(tx, case):
        to = reporter_of(case)
        tx.outbox.tell(to, "case-about-nobody", {"number": case.number}, about=case.id)
    case = letting_go.release(tx, case, person_id, RECUSED)
    tx.cards.open(CardKind.CASE, case.id, ToWorkers(case.compound_id))
    tx.cards.refresh(CardKind.CASE, case.id)
    return case


def _somebody_left(tx: CasesTx, case: Case) -> bool:
    """Whether somebody may still work on it; a steward stands in where no worker is left."""
    out = {*tx.recusals.of(case.id), case.reporter_id}
    if any(one not in out for one in tx.staff.holders(case.compound_id, Role.WORKER)):
        return True
    stewards = tx.staff.holders(case.compound_id, Role.STEWARD)
    stand_in = next((one for one in stewards if one not in out), None)
    if stand_in is None:
        return False
    compound = tx.places.get(case.compound_id)
    return tx.staff.grant(stand_in, Role.WORKER, compound, case.body_id)


def _reported(tx: CasesTx, actor: Actor, case_id: int) -> tuple[Standing, Case]:
    me = tx.people.enter(actor)
    case = tx.cases.get_for(me, case_id)
    if me.person_id not in (case.reporter_id, case.behalf_id):
        raise NotFound
    return me, case
