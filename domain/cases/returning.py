"""退单: a body gives a case back with a reason, twice at most; then the arbiter says whose it is.

The clock never notices: whoever reported was promised an hour by all of them together. Source: complaints
research, section 5; issue 4, point 5.
"""

from dataclasses import replace
from enum import StrEnum

from domain.cases import routing
from domain.cases.ports import CasesTx
from domain.cases.reaching import reporter_of
from domain.cases.rules import Case
from domain.cases.service import Which, find
from domain.cases.steps import keep, moved, note, parts_of
from domain.cases.table import OPEN, Action, Part, State, part_for
from domain.kernel.answers import home
from domain.kernel.errors import DomainError, NotAllowed, NotFound
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.rights import RIGHTS, Right, may
from domain.kernel.words import CardKind, Params, Priority, ToPerson, person
from domain.matters.rules import BarredMatter, barred_for
from domain.places.charges import EVERYWHERE, Charge

MOST = 2
"""Times that a case is given back. Source: issue 4, point 5."""

DISPUTED, DECIDED = "dispute", "arbitrate"
"""Events: nobody wants it; somebody has said whose it is."""


class Reason(StrEnum):
    """Why a body gives a case back."""

    OURS = "ours"
    """It is another body's matter."""
    POWER = "power"
    """The body has no power to do it."""
    PLACE = "place"
    """It is not in the part that the body looks after."""


class NotOurs(DomainError):
    """Only the body that has the case gives it back."""

    key = "error-return-other"


class SameBody(DomainError):
    """It is that body's already."""

    key = "error-return-same"


class Decided(DomainError):
    """The arbiter has said whose it is: it stays there."""

    key = "error-return-decided"


def ask(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """Ask why, of somebody who may give it back."""
    me, case = _theirs(tx, actor, which)
    tx.outbox.tell(home(me), "case-return-why", {"number": case.number}, about=case.id)
    return case


def ask_whose(tx: CasesTx, actor: Actor, which: Which, reason: Reason) -> Case:
    """Ask whose it is instead."""
    me, case = _theirs(tx, actor, which)
    told: Params = {"number": case.number, "reason": reason.value}
    tx.outbox.tell(home(me), "case-return-whose", told, about=case.id)
    return case


def give_back(tx: CasesTx, actor: Actor, which: Which, reason: Reason, body_id: int | None = None) -> Case:
    """Give it to that body, or to the one that looks at what is nobody's; the third time to the arbiter."""
    me, case = _theirs(tx, actor, which)
    to = tx.places.duty(case.compound_id).body_id if body_id is None else body_id
    if case.returns >= MOST or (body_id is None and to == case.body_id):
        return _dispute(tx, me, case, reason)
    _fits(tx, case, to)
    before = case
    part = part_for(case.state, Action.RETURN, parts_of(tx, me, case))
    case = replace(moved(tx, me, case, Action.RETURN), body_id=to, assignee_id=None)
    case = replace(case, assignee_id=routing.next_for(tx, case))
    case = keep(tx, before, case, Action.RETURN, part, me.person_id, reason.value)
    _moved_on(tx, me, case, reason)
    tx.outbox.tell(home(me), "case-returned", {"number": case.number, "to": to}, about=case.id)
    tx.audit.note(case.compound_id, me.person_id, "case.return", "case", case.id)
    return case


def decide(tx: CasesTx, actor: Actor, case_id: int, body_id: int) -> Case:
    """Say whose it is, for good; by the arbiter, once nobody wants it."""
    me = tx.people.enter(actor)
    case = tx.cases.due(case_id)
    if not _decides(tx, me, case) or me.person_id in tx.recusals.of(case.id):
        raise NotFound
    if case.state not in OPEN or not _disputed(tx, case):
        raise Decided(number=case.number)
    if body_id != case.body_id:
        _fits(tx, case, body_id)
    before = case
    if body_id != case.body_id:
        case = replace(case, body_id=body_id, handler_id=None, state=State.FILED)
        case = replace(case, assignee_id=routing.next_for(tx, case))
        tx.shifts.part(case.id, body_id)
        tx.cases.save(case)
    note(tx, case, DECIDED, before.state, None, me.person_id)
    _moved_on(tx, me, case, None)
    tx.outbox.tell(home(me), "case-decided", {"number": case.number, "to": body_id})
    tx.audit.note(case.compound_id, me.person_id, "case.arbitrate", "case", case.id)
    return case


def join(tx: CasesTx, actor: Actor, which: Which, body_id: int) -> Case:
    """Ask another body to join: one owner, and the others do their part; all of them are measured by it."""
    me, case = _theirs(tx, actor, which)
    _fits(tx, case, body_id)
    if not tx.shifts.join(case.id, body_id):
        raise SameBody(number=case.number)
    first = routing.least(tx.shifts.loads(case.compound_id, body_id), tx.recusals.of(case.id))
    if first is not None and first != me.person_id:
        told: Params = {"number": case.number, "who": person(me.person_id), "due": case.due_at}
        tx.outbox.tell(ToPerson(first), "case-join-asked", told, about=case.id, priority=Priority.DUTY)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, "case.join", "case", case.id)
    return case


def ask_join(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """Ask which body is to join."""
    me, case = _theirs(tx, actor, which)
    tx.outbox.tell(home(me), "case-join-which", {"number": case.number}, about=case.id)
    return case


def _theirs(tx: CasesTx, actor: Actor, which: Which) -> tuple[Standing, Case]:
    """The case, for its handler, or while nobody has taken it for a worker of its body."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    if not me.has(Role.WORKER, case.compound_id):
        raise NotAllowed
    moved(tx, me, case, Action.RETURN)
    own = tx.shifts.body_of(me.person_id, case.compound_id)
    if case.state is State.FILED and own not in (None, case.body_id):
        raise NotOurs(number=case.number)
    return me, case


def _fits(tx: CasesTx, case: Case, body_id: int) -> None:
    """Whether that body may have it; raises NotFound, SameBody, BarredMatter."""
    body = next((one for one in tx.staff.bodies(case.compound_id) if one.id == body_id), None)
    if body is None:
        raise NotFound
    if body_id == case.body_id:
        raise SameBody(number=case.number)
    barred = tx.matters.get(case.matter_id).barred if case.matter_id is not None else None
    if barred_for(body.kind, barred) is not None:
        assert barred is not None  # else it fits
        raise BarredMatter(barred=barred.value)


def _dispute(tx: CasesTx, me: Standing, case: Case, reason: Reason) -> Case:
    """Nobody wants it: it stays where it is until the arbiter has said whose it is."""
    last = tx.events.last(case.id, DECIDED)
    if last is not None:
        raise Decided(number=case.number)
    asked = _arbiters(tx, case)
    if not _disputed(tx, case):
        note(tx, case, DISPUTED, case.state, Part.WORKER, me.person_id, reason.value)
    for one in asked:
        told: Params = {"number": case.number, "who": person(me.person_id), "reason": reason.value}
        dedupe = f"dispute:{case.id}:{one}"
        tx.outbox.tell(ToPerson(one), "case-decide", told, about=case.id, dedupe=dedupe)
    who = person(asked[0]) if asked else None
    tx.outbox.tell(home(me), "case-disputed", {"number": case.number, "who": who}, about=case.id)
    tx.audit.note(case.compound_id, me.person_id, "case.dispute", "case", case.id)
    return case


def _disputed(tx: CasesTx, case: Case) -> bool:
    return tx.events.last(case.id, DISPUTED) is not None and tx.events.last(case.id, DECIDED) is None


def _arbiters(tx: CasesTx, case: Case) -> tuple[int, ...]:
    named = tx.leads.named(case.compound_id, Charge.ARBITER, EVERYWHERE)
    able = (named,) if named is not None else ()
    kept_out = tx.recusals.of(case.id)
    roles = sorted(RIGHTS[Right.ARBITRATE])
    found = able or tuple(one for role in roles for one in tx.staff.holders(case.compound_id, role))
    return tuple(dict.fromkeys(one for one in found if one not in kept_out))


def _decides(tx: CasesTx, me: Standing, case: Case) -> bool:
    named = tx.leads.named(case.compound_id, Charge.ARBITER, EVERYWHERE)
    if named is not None:
        return named == me.person_id
    return may(me, Right.ARBITRATE, tx.places.path(case.place_id))


def _moved_on(tx: CasesTx, me: Standing, case: Case, reason: Reason | None) -> None:
    """Whoever looks at it now, and whoever reported, hear of it; the promise is what it was."""
    why = reason.value if reason is not None else "decided"
    if case.assignee_id is not None and case.assignee_id != me.person_id:
        given: Params = {
            "number": case.number,
            "who": person(me.person_id),
            "reason": why,
            "due": case.due_at,
        }
        tx.outbox.tell(ToPerson(case.assignee_id), "case-given", given, about=case.id, priority=Priority.DUTY)
    told: Params = {"number": case.number, "to": case.body_id, "due": case.due_at}
    tx.outbox.tell(reporter_of(case), "case-moved", told, about=case.id)
    tx.cards.refresh(CardKind.CASE, case.id)
