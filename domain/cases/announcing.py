"""Telling everybody what is off: a preview, one card in the groups of the place, an end by tap or by time."""

from dataclasses import replace

from domain.cases import intake
from domain.cases.incidents import (
    LONGEST,
    LONGEST_RUN,
    OVER,
    BadIncident,
    Incident,
    IncidentOver,
    IncidentsTx,
    Notice,
    reached,
    timed,
    told_at,
)
from domain.cases.rules import Draft
from domain.kernel.answers import home
from domain.kernel.due import Due
from domain.kernel.errors import NotAllowed, NotFound
from domain.kernel.hours import awake
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import RIGHTS, Right, may
from domain.kernel.words import CardKind, Priority, ToChat, ToPerson
from domain.places.rules import NoCompound
from domain.places.tree import Level, parted


def announce(tx: IncidentsTx, actor: Actor, notice: Notice, draft: Draft) -> None:
    """Draft a notice and show it to its writer alone; from anybody else the same words are a report.

    Raises BadIncident, and NotAllowed where somebody else looks after that place.
    """
    me = tx.people.enter(actor)
    if not any(grant.role in RIGHTS[Right.ANNOUNCE] for grant in me.grants):
        intake.report(tx, actor, draft)
        return
    if me.compound_id is None:
        raise NoCompound
    place_id, words = _where(tx, me.compound_id, notice)
    if not may(me, Right.ANNOUNCE, tx.places.path(place_id)):
        raise NotAllowed
    since, until = timed(replace(notice, words=words), tx.now, tx.places.zone(place_id))
    planned = since > tx.now
    made = (me.compound_id, place_id, notice.subject, words, planned, me.person_id, since, until)
    incident = Incident(tx.new_id(), *made)
    tx.incidents.add(incident)
    tx.outbox.tell(home(me), "incident-draft", {}, about=incident.id)


def post(tx: IncidentsTx, actor: Actor, incident_id: int) -> Incident:
    """Post the draft: one card in each group of the place, at an hour when people are awake."""
    me, incident = _held(tx, actor, incident_id)
    if incident.posted_at is not None or incident.ended_at is not None or incident.until <= tx.now:
        raise IncidentOver
    posted = replace(incident, posted_at=tx.now)
    tx.incidents.save(posted)
    zone = tx.places.zone(posted.place_id)
    at = told_at(posted, tx.now, zone)
    for chat_id in reached(tx.incidents.rooms(posted.compound_id), posted.place_id, tx.places.path):
        tx.cards.open(
            CardKind.INCIDENT, posted.id, ToChat(chat_id), not_before=at, priority=Priority.BROADCAST
        )
    _plan(tx, posted, zone)
    tx.outbox.tell(home(me), "incident-posted", {"at": at}, about=posted.id)
    tx.audit.note(posted.compound_id, me.person_id, "incident.post", "incident", posted.id)
    return posted


def drop(tx: IncidentsTx, actor: Actor, incident_id: int) -> None:
    """Throw a draft away."""
    _, incident = _held(tx, actor, incident_id)
    if incident.posted_at is not None:
        raise IncidentOver
    tx.incidents.save(replace(incident, ended_at=tx.now))


def end(tx: IncidentsTx, actor: Actor, incident_id: int) -> Incident:
    """It is over; whoever was answered with it hears so."""
    me, incident = _held(tx, actor, incident_id)
    tx.due.cancel(OVER, incident.id)
    tx.audit.note(incident.compound_id, me.person_id, "incident.end", "incident", incident.id)
    return _over(tx, incident.ended(tx.now))


def lengthen(tx: IncidentsTx, actor: Actor, incident_id: int) -> Incident:
    """It takes an hour more; the cards say so."""
    me, incident = _held(tx, actor, incident_id)
    longer = incident.lengthened(tx.now)
    tx.incidents.save(longer)
    tx.due.cancel(OVER, longer.id)
    _plan(tx, longer, tx.places.zone(longer.place_id))
    tx.cards.refresh(CardKind.INCIDENT, longer.id)
    tx.audit.note(longer.compound_id, me.person_id, "incident.longer", "incident", longer.id)
    return longer


def show(tx: IncidentsTx, actor: Actor) -> None:
    """List what stands, with its buttons, to whoever may announce."""
    me = tx.people.enter(actor)
    if me.compound_id is None:
        raise NoCompound
    if not any(grant.role in RIGHTS[Right.ANNOUNCE] for grant in me.grants):
        raise NotAllowed
    tx.outbox.tell(home(me), "incident-list", {"compound": me.compound_id})


def lapse(tx: IncidentsTx, row: Due, digest: str | None) -> None:
    """Its time has come; one that was lengthened meanwhile goes on."""
    try:
        incident = tx.incidents.get(row.subject_id)
    except NotFound:
        return
    if incident.stands() and incident.until <= tx.now:
        _over(tx, incident.ended(tx.now))


def _over(tx: IncidentsTx, ended: Incident) -> Incident:
    tx.incidents.save(ended)
    tx.incidents.hush(ended.id)
    tx.cards.refresh(CardKind.INCIDENT, ended.id)
    morning = awake(tx.now, tx.places.zone(ended.place_id))
    for person_id in tx.incidents.heard(ended.id):
        tx.outbox.tell(
            ToPerson(person_id),
            "incident-over",
            {},
            about=ended.id,
            priority=Priority.DUTY,
            not_before=morning,
            dedupe=f"{OVER}:{ended.id}:{person_id}",
        )
    return ended


def _plan(tx: IncidentsTx, incident: Incident, zone: str) -> None:
    occurrence = f"{OVER}:{incident.id}:{int(incident.until.timestamp())}"
    tx.due.plan(OVER, incident.id, incident.until, occurrence, zone)


def _where(tx: IncidentsTx, compound_id: int, notice: Notice) -> tuple[int, str]:
    """The place and the notice's own words; a first word with a number in it must be a place."""
    if notice.where is None:
        return compound_id, notice.words.strip()
    place_id = tx.places.find(compound_id, parted(notice.where))
    if place_id is not None and tx.places.get(place_id).level in (Level.BUILDING, Level.UNIT):
        return place_id, notice.words.strip()
    if any(sign.isnumeric() for sign in notice.where):
        raise BadIncident(days=LONGEST_RUN.days, longest=LONGEST)
    return compound_id, f"{notice.where} {notice.words}".strip()


def _held(tx: IncidentsTx, actor: Actor, incident_id: int) -> tuple[Standing, Incident]:
    """The incident, locked, for whoever may announce at its place; for everybody else there is none."""
    me = tx.people.enter(actor)
    incident = tx.incidents.get(incident_id)
    if not may(me, Right.ANNOUNCE, tx.places.path(incident.place_id)):
        raise NotFound
    return me, incident
