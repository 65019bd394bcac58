"""How far setting up is, and what waits for somebody's tap: groups, appointments, imports, trials."""

import hmac

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy import insert as plain_insert

from domain.kernel.errors import NotFound
from domain.kernel.people import Role
from domain.places.steps import WORKERS, Appointment, Binding, Offer, Step
from storage import moves
from storage.drafts import SqlDrafts
from storage.scope import Scope
from storage.tables import appointments, chats, offers, setups
from storage.trials import SqlTrials
from storage.upsert import insert
from storage.vault import Vault

_SETUP = select(setups.c.step, setups.c.draft).where(setups.c.compound_id == bindparam("compound"))
_new_setup = insert(setups)
_STEP = _new_setup.on_conflict_do_update(
    index_elements=["compound_id"], set_={"step": _new_setup.excluded.step}
)
_DRAFT = _new_setup.on_conflict_do_update(
    index_elements=["compound_id"], set_={"draft": _new_setup.excluded.draft}
)
_SEEN = insert(chats).on_conflict_do_nothing(index_elements=["chat_id"])
_CHAT = (
    select(chats.c.chat_id, chats.c.place_id, chats.c.audience, chats.c.moved_to)
    .where(chats.c.chat_id == bindparam("chat"))
    .with_for_update()
)
_BIND = (
    update(chats)
    .where(chats.c.chat_id == bindparam("chat"))
    .values(place_id=bindparam("place"), audience=bindparam("of"))
)
_ANOTHER = select(exists().where(chats.c.moved_to == bindparam("chat")))
_OFFER = select(
    offers.c.id,
    offers.c.chat_id,
    offers.c.person_id,
    offers.c.name,
    offers.c.admin,
    offers.c.made_at,
    offers.c.compound_id,
).where(offers.c.id == bindparam("offer"), offers.c.person_id == bindparam("person"))
_ADD_OFFER = plain_insert(offers)
_CHOOSE = update(offers).where(offers.c.id == bindparam("offer")).values(compound_id=bindparam("compound"))
APPOINTMENT_FIELDS = (
    appointments.c.id,
    appointments.c.compound_id,
    appointments.c.place_id,
    appointments.c.role,
    appointments.c.made_by,
    appointments.c.until,
    appointments.c.used_by,
)
"""In the order of Appointment's own fields."""

_APPOINTMENT = (
    select(*APPOINTMENT_FIELDS).where(appointments.c.id == bindparam("appointment")).with_for_update()
)
_ADD_APPOINTMENT = plain_insert(appointments)
_TAKE_UP = (
    update(appointments)
    .where(appointments.c.id == bindparam("appointment"))
    .values(used_by=bindparam("person"))
)

PROOF = 16
"""Hexadecimal digits of a link besides its appointment's id: 64 bits that nobody guesses in seven days."""


def proof_of(vault: Vault, appointment_id: int) -> str:
    """What proves that a link was made by us."""
    return vault.blind("appointments", "id", str(appointment_id)).hex()[:PROOF]


class SqlSetups(SqlDrafts, SqlTrials):
    """Satisfies the domain's Setups."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def step(self, compound_id: int) -> Step:
        """The step that comes next; DONE where nobody is setting it up."""
        row = self._execute(_SETUP, {"compound": compound_id}).first()
        return Step.DONE if row is None else Step(row[0])

    def keep_step(self, compound_id: int, step: Step) -> None:
        """Go on with that step."""
        self._execute(_STEP, {"compound_id": compound_id, "step": step.value})

    def draft(self, compound_id: int) -> str | None:
        """The pattern of rooms that waits for a tap."""
        row = self._execute(_SETUP, {"compound": compound_id}).first()
        return None if row is None else row[1]

    def keep_draft(self, compound_id: int, draft: str | None) -> None:
        """Keep it, or forget it."""
        row = {"compound_id": compound_id, "step": Step.DONE.value, "draft": draft}
        self._execute(_DRAFT, row)

    def chat(self, chat_id: int) -> Binding:
        """What a group is bound to, its row locked; a group that became another is that one."""
        self._execute(_SEEN, {"chat_id": chat_id, "kind": "group"})
        row = self._execute(_CHAT, {"chat": chat_id}).one()
        return Binding(row[0], row[1], row[2]) if row[3] is None else self.chat(row[3])

    def bind(self, chat_id: int, place_id: int, audience: str) -> None:
        """Bind a group to a place, for "residents" or "workers"."""
        here = self.chat(chat_id)
        if here.audience == WORKERS and (place_id, audience) != (here.place_id, here.audience):
            moves.dismissed(self._scope.connection, here.chat_id)
        self._execute(_BIND, {"chat": here.chat_id, "place": place_id, "of": audience})

    def was_another(self, chat_id: int) -> bool:
        """Whether another group has become this one."""
        return bool(self._execute(_ANOTHER, {"chat": chat_id}).scalar())

    def add_offer(self, offer: Offer) -> None:
        """Keep a group that waits to be bound."""
        row = {"id": offer.id, "chat_id": offer.chat_id, "person_id": offer.person_id, "name": offer.name}
        rest = {"admin": offer.admin, "made_at": offer.made_at, "compound_id": offer.compound_id}
        self._execute(_ADD_OFFER, row | rest)

    def offer(self, offer_id: int, person_id: int) -> Offer:
        """That person's offer; raises NotFound."""
        row = self._execute(_OFFER, {"offer": offer_id, "person": person_id}).first()
        if row is None:
            raise NotFound
        return Offer(*row)

    def choose(self, offer_id: int, compound_id: int) -> None:
        """The compound that the group belongs to."""
        self._execute(_CHOOSE, {"offer": offer_id, "compound": compound_id})

    def add_appointment(self, appointment: Appointment) -> None:
        """Keep a new one."""
        row = {column.name: getattr(appointment, column.name) for column in APPOINTMENT_FIELDS}
        self._execute(_ADD_APPOINTMENT, row | {"role": appointment.role.value})

    def appointment(self, appointment_id: int, proof: str) -> Appointment:
        """The one that a link names, its row locked; raises NotFound where the proof is not its own."""
        known = proof_of(self._scope.vault, appointment_id)
        row = self._execute(_APPOINTMENT, {"appointment": appointment_id}).first()
        if row is None or not hmac.compare_digest(known.encode(), proof.encode()):
            raise NotFound
        return appointment_of(*row)

    def take_up(self, appointment_id: int, person_id: int) -> None:
        """That person has taken it."""
        self._execute(_TAKE_UP, {"appointment": appointment_id, "person": person_id})


def appointment_of(
    appointment_id: int, compound_id: int, place_id: int, role: str, *rest: object
) -> Appointment:
    """The appointment of a row of APPOINTMENT_FIELDS."""
    return Appointment(appointment_id, compound_id, place_id, Role(role), *rest)  # type: ignore[arg-type]  # as selected
