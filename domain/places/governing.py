"""The bodies of a compound: a model of governing by one tap, names and phones by a line each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.kernel.answers import home
from domain.kernel.people import Actor
from domain.places.bodies import LOOKS_FIRST, TEMPLATES, BodyKind, Model, Naming
from domain.places.ports import PlacesTx
from domain.places.setup import ask, mine
from domain.places.steps import BadBody, Step

Names = Mapping[BodyKind, str]
"""What a body is called where it has no name of its own."""


def models(tx: PlacesTx, actor: Actor, compound_id: int) -> None:
    """The models of governing, once more."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    tx.outbox.tell(home(me), "setup-models", {}, about=compound_id)


def choose(tx: PlacesTx, actor: Actor, compound_id: int, model: Model, names: Names) -> None:
    """Take a model of governing; the people of bodies that it has not go to the one that looks first."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    _settle(tx, compound_id, TEMPLATES[model], names)
    tx.audit.note(compound_id, me.person_id, "setup.bodies", "place", compound_id)
    ask(tx, actor, me, compound_id, Step.BODIES)


def without_property(tx: PlacesTx, actor: Actor, compound_id: int, names: Names) -> None:
    """There is no 物业: whoever else there is looks after it, or the residents themselves."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    others = [one.kind for one in tx.staff.bodies(compound_id)]
    kept = tuple(kind for kind in others if kind not in (BodyKind.PROPERTY, BodyKind.INTERIM))
    _settle(tx, compound_id, kept or TEMPLATES[Model.SELF], names)
    ask(tx, actor, me, compound_id, Step.BODIES)


def name_bodies(tx: PlacesTx, actor: Actor, compound_id: int, said: Sequence[Naming], names: Names) -> None:
    """Give bodies their names and phones; one that is new joins the others; raises BadBody."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    if not said:
        raise BadBody
    there = [one.kind for one in tx.staff.bodies(compound_id) if one.kind is not BodyKind.INTERIM]
    _settle(tx, compound_id, (*there, *(one.kind for one in said if one.kind not in there)), names)
    standing = {one.kind: one for one in tx.staff.bodies(compound_id)}
    for one in said:
        body = standing[one.kind]
        tx.staff.name(replace(body, name=one.name or body.name, phone=one.phone or body.phone))
    ask(tx, actor, me, compound_id, Step.BODIES)


def _settle(tx: PlacesTx, compound_id: int, kinds: Sequence[BodyKind], names: Names) -> None:
    before = tx.staff.bodies(compound_id)
    wanted = [tx.staff.want(compound_id, kind, names[kind]) for kind in dict.fromkeys(kinds)]
    first = min(wanted, key=lambda body: LOOKS_FIRST.index(body.kind))
    for body in before:
        if body.kind not in kinds:
            tx.staff.retire(body.id, first.id)
    tx.staff.name_duty(compound_id, first.id, tx.places.duty(compound_id).person_id)
