"""Incidents: locked before they answer, end or are lengthened; what was said meanwhile is sealed."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from domain.cases.incidents import Incident, IncidentSheet, Room, Told
from domain.cases.rules import Draft, Media, MediaKind
from domain.cases.streams import Proposal, Stream
from domain.kernel.errors import NotFound
from domain.kernel.words import CardKind
from domain.places.tree import Level
from storage.places import DEEPEST
from storage.reading import Reading
from storage.scope import Scope
from storage.tables import cards, chats, incident_reports, incidents, outbox, places

FIELDS = (
    incidents.c.id,
    incidents.c.compound_id,
    incidents.c.place_id,
    incidents.c.subject,
    incidents.c.words,
    incidents.c.planned,
    incidents.c.made_by,
    incidents.c.since,
    incidents.c.until,
    incidents.c.posted_at,
    incidents.c.ended_at,
)
"""In the order of Incident's own fields."""

_ADD = insert(incidents)
_SAVE = (
    update(incidents)
    .where(incidents.c.id == bindparam("incident"))
    .values(
        until=bindparam("new_until", type_=incidents.c.until.type),
        posted_at=bindparam("new_posted", type_=incidents.c.until.type),
        ended_at=bindparam("new_ended", type_=incidents.c.until.type),
    )
)
_SHEET = select(*FIELDS).where(incidents.c.id == bindparam("incident"))
_GET = _SHEET.with_for_update()
_STANDING = (
    select(*FIELDS)
    .where(
        incidents.c.compound_id == bindparam("compound"),
        incidents.c.posted_at.is_not(None),
        incidents.c.ended_at.is_(None),
    )
    .order_by(incidents.c.id.desc())
)
_ROOMS = (
    select(chats.c.chat_id, chats.c.place_id)
    .join(places, places.c.id == chats.c.place_id)
    .where(
        places.c.compound_id == bindparam("compound"),
        places.c.level != Level.CLUB.value,
        chats.c.audience == "residents",
        chats.c.present.is_(True),
        chats.c.moved_to.is_(None),
    )
    .order_by(chats.c.chat_id)
)
_TELL = insert(incident_reports)
_TOLD = select(incident_reports).where(incident_reports.c.id == bindparam("told"))
_HELD = _TOLD.with_for_update()
_BACKS = select(incident_reports.c.id).where(
    incident_reports.c.incident_id == bindparam("incident"), incident_reports.c.case_id.is_(None)
)
_BY_HOME = _BACKS.where(incident_reports.c.household_id == bindparam("household")).limit(1)
_BY_PERSON = _BACKS.where(incident_reports.c.person_id == bindparam("person")).limit(1)
_FILED = (
    update(incident_reports)
    .where(incident_reports.c.id == bindparam("told"))
    .values(case_id=bindparam("filed"))
)
_HEARD = (
    select(incident_reports.c.person_id)
    .where(incident_reports.c.incident_id == bindparam("incident"), incident_reports.c.case_id.is_(None))
    .distinct()
    .order_by(incident_reports.c.person_id)
)
_BACKERS = select(
    func.count(func.distinct(func.coalesce(incident_reports.c.household_id, incident_reports.c.person_id)))
).where(incident_reports.c.incident_id == bindparam("incident"), incident_reports.c.case_id.is_(None))
_HUSH = (
    update(outbox)
    .where(
        outbox.c.state == "new",
        outbox.c.card_id.in_(
            select(cards.c.id).where(
                cards.c.kind == CardKind.INCIDENT.value, cards.c.subject_id == bindparam("incident")
            )
        ),
    )
    .values(state="dropped")
)
_PLACE = select(places.c.parent_id, places.c.name, places.c.zone).where(places.c.id == bindparam("place"))


class SqlIncidents:
    """Satisfies the domain's Incidents."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def add(self, incident: Incident) -> None:
        """Keep a new one."""
        self._execute(_ADD, {column.name: getattr(incident, column.name) for column in FIELDS})

    def save(self, incident: Incident) -> None:
        """Keep a changed one: its end, whether it is posted, whether it is over."""
        changed = {
            "new_until": incident.until,
            "new_posted": incident.posted_at,
            "new_ended": incident.ended_at,
        }
        self._execute(_SAVE, {"incident": incident.id, **changed})

    def get(self, incident_id: int) -> Incident:
        """The incident, locked; raises NotFound."""
        row = self._execute(_GET, {"incident": incident_id}).first()
        if row is None:
            raise NotFound
        return Incident(*row)

    def standing(self, compound_id: int) -> Sequence[Incident]:
        """Those of a compound that are posted and not ended, the newest first."""
        return [Incident(*row) for row in self._execute(_STANDING, {"compound": compound_id})]

    def rooms(self, compound_id: int) -> Sequence[Room]:
        """The groups of residents of a compound in which the bot is; clubs are none."""
        return [Room(row[0], row[1]) for row in self._execute(_ROOMS, {"compound": compound_id})]

    def tell(self, told: Told) -> None:
        """Keep what was said, sealed under its writer's key."""
        scope = self._scope
        words = scope.vault.seal(
            scope.connection, told.person_id, "incident_reports", "words", told.id, _packed(told.draft)
        )
        row = {
            "id": told.id,
            "incident_id": told.incident_id,
            "person_id": told.person_id,
            "household_id": told.household_id,
            "words": words,
            "case_id": told.case_id,
            "at": scope.now,
        }
        self._execute(_TELL, row)

    def told(self, told_id: int) -> Told:
        """What was said, locked; raises NotFound where it or its writer is gone."""
        row = self._execute(_HELD, {"told": told_id}).first()
        if row is None:
            raise NotFound
        scope = self._scope
        opened = scope.vault.open(
            scope.connection, row.person_id, "incident_reports", "words", row.id, row.words
        )
        if opened is None:
            raise NotFound
        return Told(row.id, row.incident_id, row.person_id, row.household_id, _draft(opened), row.case_id)

    def backs(self, incident_id: int, person_id: int, household_id: int | None) -> bool:
        """Whether that household, or the person where none is known, has been answered by it before."""
        if household_id is None:
            found = self._execute(_BY_PERSON, {"incident": incident_id, "person": person_id})
        else:
            found = self._execute(_BY_HOME, {"incident": incident_id, "household": household_id})
        return found.first() is not None

    def filed(self, told_id: int, case_id: int) -> None:
        """It is a case now."""
        self._execute(_FILED, {"told": told_id, "filed": case_id})

    def hush(self, incident_id: int) -> None:
        """What no group has read of it yet, none reads any more."""
        self._execute(_HUSH, {"incident": incident_id})

    def heard(self, incident_id: int) -> Sequence[int]:
        """The persons whom it has answered and who have not insisted."""
        return self._execute(_HEARD, {"incident": incident_id}).scalars().all()


class IncidentReads(Reading):
    """Satisfies domain.cases.incidents.IncidentSheets."""

    def incident_sheet(self, incident_id: int) -> IncidentSheet | None:
        """The sheet, or None where there is no such incident."""
        row = self._connection.execute(_SHEET, {"incident": incident_id}).first()
        return None if row is None else self._sheet(row)

    def incident_told(self, told_id: int) -> IncidentSheet | None:
        """The sheet of the incident that answered these words."""
        row = self._connection.execute(_TOLD, {"told": told_id}).first()
        return None if row is None else self.incident_sheet(row.incident_id)

    def incidents_of(self, compound_id: int) -> Sequence[IncidentSheet]:
        """Those of a compound that stand, the newest first."""
        found = self._connection.execute(_STANDING, {"compound": compound_id}).all()
        return [self._sheet(row) for row in found]

    def _sheet(self, row: Any) -> IncidentSheet:
        incident = Incident(*row)
        place, zone = _named(self._connection, incident.place_id)
        backers = int(self._connection.execute(_BACKERS, {"incident": incident.id}).scalar() or 0)
        return IncidentSheet(incident, place, self._called(incident.made_by), zone, backers)


def _named(connection: Connection, place_id: int) -> tuple[str, str]:
    """The full name within its compound, the compound's own for itself; and the zone."""
    names, zone, at = list[str](), "", place_id
    for _ in range(DEEPEST):
        row = connection.execute(_PLACE, {"place": at}).first()
        if row is None:
            break
        names.append(row.name)
        zone = zone or row.zone
        if row.parent_id is None:
            break
        at = row.parent_id
    return "".join(reversed(names[:-1])) or "".join(names), zone


def _packed(draft: Draft) -> str:
    media = [[one.kind.value, one.file_id, one.size] for one in draft.media]
    proposal = [draft.proposal.stream.value, draft.proposal.reason, draft.proposal.sure]
    said = [draft.text, draft.message_id, draft.said_at.isoformat(), media, proposal]
    return json.dumps(said, ensure_ascii=False)


def _draft(packed: str) -> Draft:
    text, message_id, said_at, media, (stream, reason, sure) = json.loads(packed)
    shown = tuple(Media(MediaKind(kind), file_id, size) for kind, file_id, size in media)
    proposal = Proposal(Stream(stream), reason, sure)
    return Draft(text, message_id, datetime.fromisoformat(said_at), shown, None, proposal)
