"""代报: a captain or a worker writes down what somebody who came or called says."""

from dataclasses import dataclass, replace

from domain.cases import intake
from domain.cases.locating import where
from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Draft, Entry, EntryKind, Source
from domain.kernel.errors import DomainError, NotAllowed
from domain.kernel.people import Actor
from domain.kernel.rights import RIGHTS, Right
from domain.places.rules import NoCompound


class WhoAndWhat(DomainError):
    """A name and a matter are needed, and one is missing."""

    key = "error-behalf-words"


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever came or called, as they gave it; `phone` where they left one."""

    name: str
    phone: str | None = None


def record(tx: CasesTx, actor: Actor, caller: Caller, draft: Draft) -> Case:
    """File it in their name; whoever wrote it down passes words on, and rates nothing."""
    me = tx.people.enter(actor)
    if me.compound_id is None:
        raise NoCompound
    if not any(
        grant.role in RIGHTS[Right.RECORD] and grant.compound_id == me.compound_id for grant in me.grants
    ):
        raise NotAllowed
    if not caller.name.strip() or not (draft.text.strip() or draft.media):
        raise WhoAndWhat
    at = where(tx, me, draft)
    if not at.placed:
        at = replace(at, place_id=me.compound_id)  # where the recorder lives says nothing of the matter
    guest = replace(me, person_id=tx.people.guest(caller.name.strip(), actor.locale), grants=())
    case = intake.take_in(tx, actor, guest, draft.of(Source.BEHALF), at, behalf_id=me.person_id)
    if caller.phone is not None:
        contact = Entry(tx.new_id(), case.id, guest.person_id, EntryKind.CONTACT, None, caller.phone, tx.now)
        tx.cases.write(contact)
    tx.audit.note(case.compound_id, me.person_id, "behalf.record", "case", case.id)
    return case
