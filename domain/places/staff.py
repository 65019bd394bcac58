"""Who works for a compound: its workers and captains, by a link or by a word."""

from domain.kernel.answers import home
from domain.kernel.errors import NotAllowed, NotFound
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.rights import RIGHTS, Right, may
from domain.kernel.words import ToPerson, person
from domain.places.groups import place_said
from domain.places.ports import PlacesTx
from domain.places.rules import NoCompound
from domain.places.setup import mine, wait
from domain.places.steps import LINK_LIVES, Appointment, BadLink, NotAPost, OwnLink, Stale
from domain.places.tree import Place

POSTS = (Role.WORKER, Role.CAPTAIN)
"""What a steward may make somebody."""


def invite(tx: PlacesTx, actor: Actor, place_id: int, role: Role) -> int:
    """Make a link that the steward forwards to whoever shall have the post; answers its id."""
    me = tx.people.enter(actor)
    path = tx.places.path(place_id)
    if role not in POSTS or not may(me, Right.NAME_PEOPLE, path):
        raise NotFound
    compound_id = path[-1]
    made = Appointment(tx.new_id(), compound_id, place_id, role, me.person_id, tx.now + LINK_LIVES)
    tx.setups.add_appointment(made)
    tx.audit.note(compound_id, me.person_id, "setup.invite", "place", place_id)
    tx.outbox.tell(home(me), "setup-link", {}, about=made.id)
    return made.id


def invite_everywhere(tx: PlacesTx, actor: Actor, compound_id: int) -> None:
    """A worker for the whole compound."""
    invite(tx, actor, compound_id, Role.WORKER)


def invite_by_words(tx: PlacesTx, actor: Actor, compound_id: int, role: Role, said: str) -> None:
    """The same, the place in words; no words mean the whole compound for a worker; raises NoSuchPlace."""
    me = tx.people.enter(actor)
    compound = mine(tx, me, compound_id)
    place = place_said(tx, compound_id, said) if said or role is Role.CAPTAIN else compound
    invite(tx, actor, place.id, role)


def ask_building(tx: PlacesTx, actor: Actor, compound_id: int) -> None:
    """Ask which building the captain is for."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    wait(tx, actor, "captain", {"compound": compound_id})
    tx.outbox.tell(home(me), "setup-captain", {}, about=compound_id)


def accept(tx: PlacesTx, actor: Actor, appointment_id: int, proof: str) -> None:
    """Take up a post by its link: once, in time, by somebody else than its maker; raises BadLink, OwnLink."""
    me = tx.people.enter(actor)
    try:
        offered = tx.setups.appointment(appointment_id, proof)
    except NotFound:
        raise BadLink from None
    if offered.made_by == me.person_id:
        raise OwnLink
    if offered.used_by != me.person_id:
        if offered.used_by is not None or offered.until <= tx.now or not _still_named_by(tx, offered):
            raise BadLink
        tx.places.lock(offered.compound_id)  # whoever is dismissed meanwhile hands the duty on
        tx.setups.take_up(offered.id, me.person_id)
        _appoint(tx, me.person_id, offered.role, tx.places.get(offered.place_id))
        to = ToPerson(offered.made_by)
        _tell_accepted(tx, to, me.person_id, offered.role, tx.places.get(offered.place_id))
    _tell_appointed(tx, me.person_id, offered.role, offered.place_id, None)


def _still_named_by(tx: PlacesTx, offered: Appointment) -> bool:
    """Whether its maker may still name people: a link outlives nobody's post."""
    may_name = (role for role in RIGHTS[Right.NAME_PEOPLE])
    return any(offered.made_by in tx.staff.holders(offered.compound_id, role) for role in may_name)


def appoint(tx: PlacesTx, actor: Actor, other: Actor, role: Role | None, said: str) -> None:
    """Give the writer of the answered message a post in the group's compound.

    Raises NotAPost, NoSuchPlace.
    """
    me = tx.people.enter(actor)
    if me.compound_id is None:
        raise NoCompound
    if not may(me, Right.NAME_PEOPLE, (me.compound_id,)):
        raise NotAllowed
    if role not in POSTS:
        raise NotAPost
    compound = tx.places.lock(me.compound_id)
    place = place_said(tx, compound.id, said) if said else _where(tx, me, compound, role)
    them = tx.people.enter(other)
    _appoint(tx, them.person_id, role, place)
    tx.audit.note(compound.id, me.person_id, f"setup.{role}", "person", them.person_id)
    _tell_appointed(tx, them.person_id, role, place.id, actor.chat_id)
    _tell_accepted(tx, home(me), them.person_id, role, place)


def dismiss(tx: PlacesTx, actor: Actor, grant_id: int) -> None:
    """Take a post back; reports then go to whoever works there longest."""
    me = tx.people.enter(actor)
    held = tx.staff.holder(grant_id)
    if held is None:
        raise Stale
    person_id, role, compound_id = held
    mine(tx, me, compound_id)
    if role not in POSTS:
        raise NotFound
    tx.staff.end(grant_id)
    if role is Role.WORKER and tx.places.duty(compound_id).person_id == person_id:
        _hand_over(tx, me, compound_id)
    tx.audit.note(compound_id, me.person_id, "setup.dismiss", "person", person_id)
    tx.outbox.tell(home(me), "setup-people", {}, about=compound_id)


def people(tx: PlacesTx, actor: Actor, compound_id: int) -> None:
    """Who has which post, with a button to take it back."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    tx.outbox.tell(home(me), "setup-people", {}, about=compound_id)


def _appoint(tx: PlacesTx, person_id: int, role: Role, place: Place) -> None:
    duty = tx.places.duty(place.compound_id)
    body_id = duty.body_id if role is Role.WORKER else None
    tx.staff.grant(person_id, role, place, body_id)
    # The steward has stood in: the first worker who is named takes over.
    stewards = tx.staff.holders(place.compound_id, Role.STEWARD)
    standing_in = duty.person_id is None or duty.person_id in stewards
    if role is Role.WORKER and standing_in:
        tx.staff.name_duty(place.compound_id, duty.body_id, person_id)


def _hand_over(tx: PlacesTx, me: Standing, compound_id: int) -> None:
    """Reports go to whoever works there longest; where nobody does, the steward stands in again."""
    body_id = tx.places.duty(compound_id).body_id
    left = tx.staff.holders(compound_id, Role.WORKER)
    if not left:
        tx.staff.grant(me.person_id, Role.WORKER, tx.places.get(compound_id), body_id)
    tx.staff.name_duty(compound_id, body_id, left[0] if left else me.person_id)


def _where(tx: PlacesTx, me: Standing, compound: Place, role: Role) -> Place:
    """A worker's place is the compound; a captain's that of the group."""
    return compound if role is Role.WORKER or me.place_id is None else tx.places.get(me.place_id)


def _tell_accepted(tx: PlacesTx, to: ToPerson, person_id: int, role: Role, place: Place) -> None:
    told = {"who": person(person_id), "role": role.value, "where": _called(tx, place.id)}
    tx.outbox.tell(to, "setup-accepted", told, about=place.compound_id)


def _tell_appointed(tx: PlacesTx, person_id: int, role: Role, place_id: int, near: int | None) -> None:
    told = {"role": role.value, "where": _called(tx, place_id)}
    tx.outbox.tell(ToPerson(person_id, near), "setup-appointed", told)


def _called(tx: PlacesTx, place_id: int) -> str:
    """A place with its compound's name before it."""
    path = tx.places.path(place_id)
    within = tx.places.named(place_id) if len(path) > 1 else ""
    return tx.places.named(path[-1]) + within
