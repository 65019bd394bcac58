"""Who leads: a steward names one worker for what others have not moved; by button or by a sentence."""

from domain.kernel.answers import home
from domain.kernel.errors import NotAllowed, NotFound
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.words import Params, ToPerson, person
from domain.places.bodies import Body, BodyKind
from domain.places.charges import EVERYWHERE, Charge, NoSuchCharge, NoSuchWorker
from domain.places.ports import PlacesTx
from domain.places.setup import mine, stewarded


def show(tx: PlacesTx, actor: Actor, compound_id: int) -> None:
    """Who is named for what, with a button to name somebody."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    tx.outbox.tell(home(me), "setup-leads", {}, about=compound_id)


def choose(tx: PlacesTx, actor: Actor, compound_id: int, charge: Charge, kind: BodyKind | None) -> None:
    """Offer the workers to be named; raises NoSuchCharge."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    body = _body(tx, compound_id, kind)
    told: Params = {"charge": charge.value, "kind": kind, "body": body.name if body is not None else None}
    tx.outbox.tell(home(me), "setup-lead-whom", told, about=compound_id)


def name(tx: PlacesTx, actor: Actor, grant_id: int, charge: Charge, kind: BodyKind | None) -> None:
    """Name the worker who holds that grant; raises NotFound, NoSuchCharge."""
    me = tx.people.enter(actor)
    held = tx.staff.holder(grant_id)
    if held is None or held[1] is not Role.WORKER:
        raise NotFound
    person_id, _, compound_id = held
    mine(tx, me, compound_id)
    _name(tx, me, compound_id, person_id, charge, kind)


def nobody(tx: PlacesTx, actor: Actor, compound_id: int, charge: Charge, kind: BodyKind | None) -> None:
    """Name nobody any more; raises NoSuchCharge."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    body = _body(tx, compound_id, kind)
    tx.leads.name(compound_id, charge, _of(body), None)
    tx.audit.note(compound_id, me.person_id, f"lead.{charge}.none", "place", compound_id)
    tx.outbox.tell(home(me), "setup-leads", {}, about=compound_id)


def name_by_words(
    tx: PlacesTx, actor: Actor, compound_id: int | None, who: str, charge: Charge, kind: BodyKind | None
) -> None:
    """ "Zhang leads the property": by the name that a worker goes by; raises NoSuchWorker, NoSuchCharge.

    `compound_id` None means the one that the actor speaks in, or the newest that is theirs.
    """
    me = tx.people.enter(actor)
    compound_id = _stewarded(me) if compound_id is None else compound_id
    mine(tx, me, compound_id)
    found = tx.leads.called(compound_id, who)
    if len(found) != 1:
        raise NoSuchWorker
    _name(tx, me, compound_id, found[0], charge, kind)


def name_answered(tx: PlacesTx, actor: Actor, other: Actor, charge: Charge, kind: BodyKind | None) -> None:
    """Name the writer of the answered message, who works there; raises NoSuchWorker, NoSuchCharge."""
    me = tx.people.enter(actor)
    compound_id = _stewarded(me)
    mine(tx, me, compound_id)
    them = tx.people.enter(other)
    if not them.has(Role.WORKER, compound_id):
        raise NoSuchWorker
    _name(tx, me, compound_id, them.person_id, charge, kind)


def _stewarded(me: Standing) -> int:
    """The compound that the actor speaks in, or the newest of theirs; raises NotAllowed."""
    theirs = stewarded(me)
    if not theirs:
        raise NotAllowed
    return me.compound_id if me.compound_id in theirs else theirs[0]


def _name(
    tx: PlacesTx, me: Standing, compound_id: int, person_id: int, charge: Charge, kind: BodyKind | None
) -> None:
    body = _body(tx, compound_id, kind)
    tx.leads.name(compound_id, charge, _of(body), person_id)
    tx.audit.note(compound_id, me.person_id, f"lead.{charge}", "person", person_id)
    told: Params = {
        "who": person(person_id),
        "charge": charge.value,
        "body": body.name if body is not None else None,
        "compound": tx.places.named(compound_id),
    }
    tx.outbox.tell(home(me), "setup-lead-named", told, about=compound_id)
    if person_id != me.person_id:
        tx.outbox.tell(ToPerson(person_id), "setup-lead-you", told)


def _body(tx: PlacesTx, compound_id: int, kind: BodyKind | None) -> Body | None:
    if kind is None:
        return None
    found = next((body for body in tx.staff.bodies(compound_id) if body.kind is kind), None)
    if found is None:
        raise NoSuchCharge
    return found


def _of(body: Body | None) -> int:
    return body.id if body is not None else EVERYWHERE
