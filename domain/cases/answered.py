"""Reports while something is off for many: answered at once, kept whole, and filed as soon as one insists."""

from collections.abc import Set
from typing import Protocol

from domain.cases import following, intake
from domain.cases.held import HeldTx
from domain.cases.incidents import FiledAlready, Incident, IncidentOver, IncidentsTx, Told, answering
from domain.cases.intake import HEARD_YOU
from domain.cases.rules import Case, Draft
from domain.kernel.answers import home
from domain.kernel.errors import NotFound
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.words import Act, CardKind
from domain.places.rules import NoCompound


class HearingTx(HeldTx, IncidentsTx, Protocol):
    """A transaction that knows what waits for a case to be chosen, and what is off for many."""


def hear(
    tx: HearingTx, actor: Actor, draft: Draft, subject: str, *, follows: bool, vague: bool, bare: bool
) -> None:
    """Answer a report with the incident that it is about, or hear it as any other.

    `subject` is what its words say is off; `bare` that they name no verb of ours. Who works there is never
    answered like that: a worker's words are work.
    """
    me = tx.people.enter(actor)
    incident = _about(tx, me, subject) if draft.album is None else None
    if incident is None:
        if bare:
            following.hear(tx, actor, draft, follows=follows, vague=vague)
        else:
            intake.report(tx, actor, draft)
        return
    told = _kept(tx, me, incident, draft)
    if not actor.private:
        emoji, where = {"emoji": HEARD_YOU}, f"{actor.chat_id}:{draft.message_id}"
        tx.outbox.act(Act.REACT, actor.chat_id, draft.message_id, params=emoji, dedupe=f"nod:{where}")
    tx.dialogues.close(actor)
    tx.outbox.tell(home(me), "incident-told", {}, about=told.id)


def join(tx: IncidentsTx, actor: Actor, incident_id: int) -> Incident:
    """Say by a tap that it is off here too: counted once a household, with nothing to file."""
    me = tx.people.enter(actor)
    incident = tx.incidents.get(incident_id)
    if all(grant.compound_id != incident.compound_id for grant in me.grants):
        raise NotFound
    if not incident.answers(tx.now):
        raise IncidentOver
    if not tx.incidents.backs(incident.id, me.person_id, _household(tx, me, incident)):
        _kept(tx, me, incident, Draft("", 0, tx.now))
    return incident


def insist(tx: IncidentsTx, actor: Actor, told_id: int) -> Case:
    """File the words after all, exactly as they were said; also once the incident is over."""
    me = tx.people.enter(actor)
    told = tx.incidents.told(told_id)
    if told.person_id != me.person_id:
        raise NotFound
    if told.case_id is not None:
        raise FiledAlready
    if me.compound_id is None:
        raise NoCompound
    case = intake.report(tx, actor, told.draft)
    tx.incidents.filed(told.id, case.id)
    tx.cards.refresh(CardKind.INCIDENT, told.incident_id)
    return case


def _about(tx: IncidentsTx, me: Standing, subject: str) -> Incident | None:
    if me.compound_id is None or me.place_id is None or me.has(Role.WORKER, me.compound_id):
        return None
    standing = tx.incidents.standing(me.compound_id)
    if not standing:
        return None
    found = answering(standing, subject, _around(tx, me), tx.now)
    # Locked before it answers: whoever ends it meanwhile either sees these words or comes first.
    locked = tx.incidents.get(found.id) if found is not None else None
    return locked if locked is not None and locked.answers(tx.now) else None


def _around(tx: IncidentsTx, me: Standing) -> Set[int]:
    """Where it is said and where its writer lives, with all places above: in a group of the whole compound
    nobody says which building is theirs.
    """
    homes = [one.place_id for one in me.grants if one.compound_id == me.compound_id]
    said = [me.place_id] if me.place_id is not None else []
    return {above for place_id in (*said, *homes) for above in tx.places.path(place_id)}


def _kept(tx: IncidentsTx, me: Standing, incident: Incident, draft: Draft) -> Told:
    told = Told(tx.new_id(), incident.id, me.person_id, _household(tx, me, incident), draft)
    tx.incidents.tell(told)
    tx.cards.refresh(CardKind.INCIDENT, incident.id)
    tx.audit.note(incident.compound_id, me.person_id, "incident.told", "incident", incident.id)
    return told


def _household(tx: IncidentsTx, me: Standing, incident: Incident) -> int | None:
    found = tx.homes.households_of(me.person_id, incident.place_id)
    return found[0] if found else None
