"""Reads of places for showing."""

import json

from sqlalchemy import bindparam, func, select

from domain.kernel.people import Role
from domain.kernel.rights import RIGHTS, Right
from domain.kernel.words import ToChat, ToPerson
from domain.places.listing import Problem, Reason
from domain.places.rooms import unpacked
from domain.places.sheets import (
    GroupSheet,
    ImportSheet,
    LinkSheet,
    OfferSheet,
    Post,
    SetupSheet,
    TrialSheet,
)
from domain.places.steps import Step
from domain.places.tree import Level, LevelWords, by_name
from storage.destinations import decode
from storage.places import DEEPEST, PLACE_FIELDS, place_of
from storage.reading import Reading
from storage.setups import proof_of
from storage.staff import BODIES, body_of
from storage.tables import appointments, chats, grants, imports, offers, persons, places, setups, trials

_COMPOUND = (
    select(places.c.name, places.c.words, setups.c.step, setups.c.draft)
    .outerjoin(setups, setups.c.compound_id == places.c.id)
    .where(places.c.id == bindparam("compound"), places.c.level == Level.COMPOUND.value)
)
_COUNTS = (
    select(places.c.level, func.count())
    .where(places.c.compound_id == bindparam("compound"))
    .group_by(places.c.level)
)
_BUILDINGS = select(*PLACE_FIELDS).where(
    places.c.parent_id == bindparam("compound"), places.c.level == Level.BUILDING.value
)
_POSTS = (
    select(grants.c.id, grants.c.role, grants.c.place_id, grants.c.person_id)
    .join(persons, persons.c.id == grants.c.person_id)
    .where(
        grants.c.compound_id == bindparam("compound"),
        grants.c.role.in_((Role.WORKER.value, Role.CAPTAIN.value)),
        persons.c.telegram_id.is_not(None),
    )
    .order_by(grants.c.since, grants.c.id)
)
_GROUPS = (
    select(chats.c.audience, func.count())
    .join(places, places.c.id == chats.c.place_id)
    .where(places.c.compound_id == bindparam("compound"), chats.c.present, chats.c.moved_to.is_(None))
    .group_by(chats.c.audience)
)
_OF_STEWARD = (
    select(places.c.id, places.c.name)
    .join(grants, grants.c.place_id == places.c.id)
    .where(
        grants.c.person_id == bindparam("person"),
        grants.c.role.in_(sorted(role.value for role in RIGHTS[Right.SET_UP])),
        places.c.level == Level.COMPOUND.value,
    )
    .order_by(places.c.id)
)
_OFFER = select(offers.c.person_id, offers.c.admin, offers.c.compound_id).where(
    offers.c.id == bindparam("offer")
)
_LINK = select(
    appointments.c.role, appointments.c.place_id, appointments.c.until, appointments.c.compound_id
).where(appointments.c.id == bindparam("appointment"))
_IMPORT = select(
    imports.c.id,
    imports.c.compound_id,
    imports.c.state,
    imports.c.households,
    imports.c.known,
    imports.c.bad,
    imports.c.problems,
).where(imports.c.id == bindparam("import_id"))
_GROUP = select(chats.c.place_id, chats.c.audience, chats.c.moved_to).where(
    chats.c.chat_id == bindparam("chat")
)
_TRIAL = select(trials.c.seen, trials.c.ended, trials.c.chat_id).where(trials.c.id == bindparam("trial"))
_PLACE = select(*PLACE_FIELDS).where(places.c.id == bindparam("place"))
_ADMINISTERS = select(chats.c.deletes).where(chats.c.chat_id == bindparam("chat"))
_TICKED = (
    select(trials.c.seen)
    .where(trials.c.chat_id == bindparam("chat"))
    .order_by(trials.c.since.desc())
    .limit(1)
)


class PlaceReads(Reading):
    """Satisfies domain PlaceSheets."""

    def setup_sheet(self, compound_id: int) -> SetupSheet | None:
        """A compound as its steward sees it."""
        execute, keys = self._connection.execute, {"compound": compound_id}
        row = execute(_COMPOUND, keys).first()
        if row is None:
            return None
        buildings = sorted((place_of(*one) for one in execute(_BUILDINGS, keys).all()), key=by_name)
        return SetupSheet(
            id=compound_id,
            name=row[0],
            words=LevelWords.unpacked(row[1]) if row[1] else None,
            step=Step(row[2]) if row[2] else Step.DONE,
            counts={Level(level): count for level, count in execute(_COUNTS, keys).all()},
            buildings=tuple((one.id, one.name) for one in buildings),
            bodies=tuple(body_of(*one) for one in execute(BODIES, keys).all()),
            posts=tuple(self._post(compound_id, *one) for one in execute(_POSTS, keys).all()),
            groups={one[0]: one[1] for one in execute(_GROUPS, keys).all()},
            blocks=unpacked(row[3]) if row[3] else (),
        )

    def compounds_of(self, person_id: int) -> tuple[tuple[int, str], ...]:
        """The compounds that somebody may set up, by id and name."""
        rows = self._connection.execute(_OF_STEWARD, {"person": person_id}).all()
        return tuple((row[0], row[1]) for row in rows)

    def offer_sheet(self, offer_id: int) -> OfferSheet | None:
        """A group that waits to be bound."""
        row = self._connection.execute(_OFFER, {"offer": offer_id}).first()
        if row is None:
            return None
        chosen = None if row[2] is None else self.place_name(row[2])
        return OfferSheet(offer_id, row[1], chosen, self.compounds_of(row[0]))

    def link_sheet(self, appointment_id: int) -> LinkSheet | None:
        """An appointment's link."""
        row = self._connection.execute(_LINK, {"appointment": appointment_id}).first()
        if row is None:
            return None
        names, zone = self._names_above(row[1])
        proof = proof_of(self._vault, appointment_id)
        return LinkSheet(appointment_id, row[3], proof, Role(row[0]), "".join(names), zone, row[2])

    def import_sheet(self, import_id: int) -> ImportSheet | None:
        """An import."""
        row = self._connection.execute(_IMPORT, {"import_id": import_id}).first()
        if row is None:
            return None
        problems = tuple(Problem(line, Reason(why)) for line, why in json.loads(row[6] or "[]"))
        return ImportSheet(*row[:6], problems)

    def group_sheet(self, chat_id: int) -> GroupSheet | None:
        """What a group is bound to."""
        row = self._connection.execute(_GROUP, {"chat": chat_id}).first()
        if row is not None and row[2] is not None:
            return self.group_sheet(row[2])
        if row is None or row[0] is None:
            return None
        place = place_of(*self._connection.execute(_PLACE, {"place": row[0]}).one())
        return GroupSheet(place.compound_id, "".join(self._names_above(row[0])[0]), row[1])

    def trial_sheet(self, trial_id: int) -> TrialSheet | None:
        """A trial."""
        row = self._connection.execute(_TRIAL, {"trial": trial_id}).first()
        return None if row is None else TrialSheet(*row)

    def hears(self, destination: str) -> bool:
        """Whether plain words in the group of that outbox destination are known to reach the bot: as its
        administrator it is sent everything; else only what a trial has ticked is known.
        """
        to = decode(destination)
        chat = to.near if isinstance(to, ToPerson) else to.chat_id if isinstance(to, ToChat) else None
        if chat is None:
            return False
        administers = self._connection.execute(_ADMINISTERS, {"chat": chat}).scalar()
        return bool(administers) or "p" in (self._connection.execute(_TICKED, {"chat": chat}).scalar() or "")

    def place_name(self, place_id: int) -> str:
        """A place's own name."""
        row = self._connection.execute(_PLACE, {"place": place_id}).first()
        return "" if row is None else place_of(*row).name

    def _post(self, compound_id: int, grant_id: int, role: str, place_id: int, person_id: int) -> Post:
        names = self._names_above(place_id)[0] if place_id != compound_id else []
        return Post(grant_id, Role(role), "".join(names[1:]), self._called(person_id))

    def _names_above(self, place_id: int) -> tuple[list[str], str]:
        """The names down to a place, its compound's first, and its zone."""
        names, zone, at = list[str](), "", place_id
        for _ in range(DEEPEST):
            row = self._connection.execute(_PLACE, {"place": at}).first()
            if row is None:
                break
            place = place_of(*row)
            names.append(place.name)
            zone = zone or place.zone
            if place.parent_id is None:
                break
            at = place.parent_id
        return names[::-1], zone
