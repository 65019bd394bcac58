"""A worker's cases as duties: seen in one list, put off, handed over once the other has agreed."""

from dataclasses import replace
from typing import Protocol

from domain.cases import daycard
from domain.cases.events import HANDED_OVER
from domain.cases.ports import CasesTx
from domain.cases.reaching import reporter_of
from domain.cases.rules import Case
from domain.cases.service import ById, find
from domain.cases.steps import note
from domain.cases.table import OPEN, Part
from domain.duties.ports import DutiesTx
from domain.duties.rules import Later, NothingOpen, until
from domain.kernel.answers import home
from domain.kernel.errors import NotAllowed, NotFound
from domain.kernel.hours import awake
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.rights import RIGHTS, Right
from domain.kernel.words import CardKind, Params, Priority, ToPerson, person, reporter
from domain.places.worktimes import days_of

AGAIN = "duty.again"
"""The kind of the due row that brings a duty back; its subject is a case."""


DUTIFUL = (Right.WORK, Right.ANSWER, Right.VOUCH)
"""Rights that bring duties: cases, questions, and neighbours who wait for somebody's word."""


class FlowTx(CasesTx, DutiesTx, Protocol):
    """A transaction that knows both."""


def show(tx: FlowTx, actor: Actor) -> None:
    """List what the asker has to do, in private, over all compounds; captains vouch for neighbours."""
    me = tx.people.enter(actor)
    if not any(grant.role in RIGHTS[right] for right in DUTIFUL for grant in me.grants):
        raise NotAllowed
    tx.outbox.tell(home(me), "duty-list", {"person": me.person_id})


def put_off(tx: FlowTx, actor: Actor, case_id: int, later: Later) -> Case:
    """Have the duty come back later; it stays whose it is, and its promise stands."""
    me, case = _open(tx, actor, case_id)
    if case.handler_id not in (None, me.person_id):
        raise NothingOpen(number=case.number)
    zone = tx.places.zone(case.compound_id)
    at = until(later, days_of(tx, case.compound_id), tx.now, zone)
    if case.handler_id is not None:  # while nobody has it, others may have put it off for themselves
        tx.due.cancel(AGAIN, case.id)
    occurrence = f"{AGAIN}:{case.id}:{me.person_id}:{tx.now.isoformat()}"
    tx.due.plan(AGAIN, case.id, at, occurrence, zone)
    tx.outbox.tell(home(me), "duty-put-off", {"number": case.number, "until": at}, about=case.id)
    return case


def again(tx: FlowTx, case_id: int, occurrence: str) -> None:
    """Bring a duty back to whoever has it now, or to whoever put it off while nobody had it."""
    try:
        case = tx.cases.due(case_id)
    except NotFound:
        return
    if case.state not in OPEN:
        return
    asked_by = int(occurrence.split(":")[2])
    tx.outbox.tell(
        ToPerson(case.handler_id or asked_by),
        "duty-again",
        {"number": case.number, "due": case.due_at, "reporter": reporter(case.id)},
        about=case.id,
        priority=Priority.DUTY,
        not_before=awake(tx.now, tx.places.zone(case.compound_id)),
        dedupe=occurrence,
    )


def choose(tx: FlowTx, actor: Actor, case_id: int) -> Case:
    """Ask whom the duty is to go to."""
    me, case = _mine(tx, actor, case_id)
    tx.outbox.tell(home(me), "duty-whom", {"number": case.number, "person": me.person_id}, about=case.id)
    return case


def offer(tx: FlowTx, actor: Actor, case_id: int, to: int) -> Case:
    """Ask a colleague to take over; until they agree the duty stays where it is. A lead may ask too."""
    me, case = _mine(tx, actor, case_id)
    kept_out = (me.person_id, case.handler_id, *tx.recusals.of(case.id))
    if to in kept_out or to not in tx.duties.workers(case.compound_id):
        raise NotFound
    told: Params = {"number": case.number, "who": person(me.person_id), "from": case.handler_id}
    dedupe = f"duty-offer:{case.id}:{case.round}:{me.person_id}:{to}:{tx.now:%Y%m%d%H%M}"
    tx.outbox.tell(ToPerson(to), "duty-offer", told, about=case.id, dedupe=dedupe)
    tx.outbox.tell(home(me), "duty-asked", {"number": case.number, "who": person(to)}, about=case.id)
    return case


def accept(tx: FlowTx, actor: Actor, case_id: int, giver: int) -> Case:
    """Take the duty over from `giver`, if they still have it; both sides and the reporter hear of it."""
    me, case = _open(tx, actor, case_id)
    if not me.has(Role.WORKER, case.compound_id):
        raise NotAllowed
    if case.handler_id != giver or giver == me.person_id:
        raise NothingOpen(number=case.number)
    taken = replace(case, handler_id=me.person_id, assignee_id=me.person_id)
    tx.cases.save(taken)
    daycard.follow(tx, case, taken)
    note(tx, taken, HANDED_OVER, case.state, Part.WORKER, me.person_id)
    tx.due.cancel(AGAIN, case.id)
    told: Params = {"number": case.number, "who": person(me.person_id), "due": case.due_at}
    tx.outbox.tell(ToPerson(giver), "duty-taken-over", told, about=case.id)
    tx.outbox.tell(reporter_of(case), "case-taken", told, about=case.id)
    tx.outbox.tell(home(me), "duty-yours", told, about=case.id)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, "duty.take-over", "case", case.id)
    return taken


def decline(tx: FlowTx, actor: Actor, case_id: int, giver: int) -> Case:
    """Say that one cannot take it; it stays where it is."""
    me, case = _open(tx, actor, case_id)
    if case.handler_id != giver or not me.has(Role.WORKER, case.compound_id):
        raise NothingOpen(number=case.number)
    told: Params = {"number": case.number, "who": person(me.person_id)}
    dedupe = f"duty-declined:{case.id}:{case.round}:{giver}:{me.person_id}:{tx.now:%Y%m%d%H%M}"
    tx.outbox.tell(ToPerson(giver), "duty-declined", told, about=case.id, dedupe=dedupe)
    return case


def _open(tx: FlowTx, actor: Actor, case_id: int) -> tuple[Standing, Case]:
    me = tx.people.enter(actor)
    case = find(tx, me, ById(case_id))
    if case.state not in OPEN:
        raise NothingOpen(number=case.number)
    if not me.has(Role.WORKER, case.compound_id):
        raise NotAllowed
    return me, case


def _mine(tx: FlowTx, actor: Actor, case_id: int) -> tuple[Standing, Case]:
    """For whoever has it, and whoever was asked because it waited too long."""
    me, case = _open(tx, actor, case_id)
    above = case.handler_id is not None and me.person_id in tx.rungs.asked(case)
    if case.handler_id != me.person_id and not above:
        raise NothingOpen(number=case.number)
    return me, case
