"""What is off for many at once, planned or not: told in advance, answered while it lasts, ended once."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.cases.ports import CasesTx
from domain.cases.rules import Draft
from domain.kernel.errors import DomainError, Invalid
from domain.kernel.hours import awake, instant

LONGEST_RUN = timedelta(days=7)
"""How long one may last from its beginning."""

LONGEST = 200
"""Characters of a notice's own words."""

EVENING = time(19, 0)
"""The local hour of the evening before at which a planned one is told. Source: ours, before quiet hours."""

MORE = timedelta(hours=1)
"""By how much a tap lengthens one."""

OVER = "incident.over"
"""The kind of the due row that ends one by time."""


class BadIncident(Invalid):
    """No place that is known, no end, an end that has passed or lies too far, or too many words."""

    key = "error-incident-wording"


class IncidentOver(DomainError):
    """It has ended, or was never posted."""

    key = "error-incident-over"


class FiledAlready(DomainError):
    """Those words have become a case already."""

    key = "error-incident-filed"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a sentence announces: times are naive and local, `since` None means now; `where` a place's words,
    None for the whole compound.
    """

    subject: str
    where: str | None
    words: str
    since: datetime | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that is off at a place; times are UTC. A draft until `posted_at`."""

    id: int
    compound_id: int
    place_id: int
    subject: str
    words: str
    planned: bool
    made_by: int
    since: datetime
    until: datetime
    posted_at: datetime | None = None
    ended_at: datetime | None = None

    def stands(self) -> bool:
        """Whether it is posted and nobody and nothing has ended it."""
        return self.posted_at is not None and self.ended_at is None

    def answers(self, now: datetime) -> bool:
        """Whether a report that comes in now is answered with it: neither before it begins nor at its end."""
        return self.stands() and self.since <= now < self.until

    def ended(self, now: datetime) -> "Incident":
        """It is over; raises IncidentOver where it was already."""
        if not self.stands():
            raise IncidentOver
        return replace(self, ended_at=now)

    def lengthened(self, now: datetime) -> "Incident":
        """An hour more, from its end or from now; raises IncidentOver, BadIncident."""
        if not self.stands():
            raise IncidentOver
        until = max(self.until, now) + MORE
        if until - self.since > LONGEST_RUN:
            raise BadIncident(days=LONGEST_RUN.days, longest=LONGEST)
        return replace(self, until=until)


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody's words that an incident has answered: kept whole, a case as soon as they insist."""

    id: int
    incident_id: int
    person_id: int
    household_id: int | None
    draft: Draft
    case_id: int | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """A group of residents and the place that it belongs to."""

    chat_id: int
    place_id: int


class Incidents(Protocol):
    """Incidents and what was said while they lasted."""

    def add(self, incident: Incident) -> None:
        """Keep a new one."""

    def save(self, incident: Incident) -> None:
        """Keep a changed one."""

    def get(self, incident_id: int) -> Incident:
        """The incident, locked; raises NotFound."""

    def standing(self, compound_id: int) -> Sequence[Incident]:
        """Those of a compound that are posted and not ended, the newest first."""

    def rooms(self, compound_id: int) -> Sequence[Room]:
        """The groups of residents of a compound in which the bot is; clubs are none."""

    def tell(self, told: Told) -> None:
        """Keep what was said, sealed under its writer's key."""

    def told(self, told_id: int) -> Told:
        """What was said, locked; raises NotFound where it or its writer is gone."""

    def backs(self, incident_id: int, person_id: int, household_id: int | None) -> bool:
        """Whether that household, or the person where none is known, has been answered by it before."""

    def filed(self, told_id: int, case_id: int) -> None:
        """It is a case now."""

    def hush(self, incident_id: int) -> None:
        """What no group has read of it yet, none reads any more."""

    def heard(self, incident_id: int) -> Sequence[int]:
        """The persons whom it has answered and who have not insisted."""


class IncidentsTx(CasesTx, Protocol):
    """A transaction that knows incidents."""

    @property
    def incidents(self) -> Incidents: ...


@dataclass(frozen=True, slots=True)
class IncidentSheet:
    """An incident opened for showing; `backers` counts the households that said so too."""

    incident: Incident
    place: str
    maker: str
    zone: str
    backers: int


class IncidentSheets(Protocol):
    """Reads of incidents for showing: a notice, nothing personal but its maker's name."""

    def incident_sheet(self, incident_id: int) -> IncidentSheet | None:
        """The sheet, or None where there is no such incident."""

    def incident_told(self, told_id: int) -> IncidentSheet | None:
        """The sheet of the incident that answered these words."""

    def incidents_of(self, compound_id: int) -> Sequence[IncidentSheet]:
        """Those of a compound that stand, the newest first."""


def timed(notice: Notice, now: datetime, zone: str) -> tuple[datetime, datetime]:
    """When it begins and ends (UTC); raises BadIncident."""
    if notice.until is None or len(notice.words) > LONGEST:
        raise BadIncident(days=LONGEST_RUN.days, longest=LONGEST)
    since = instant(notice.since, zone) if notice.since is not None else now
    until = instant(notice.until, zone)
    if until <= max(since, now) or until - since > LONGEST_RUN:
        raise BadIncident(days=LONGEST_RUN.days, longest=LONGEST)
    return since, until


def told_at(incident: Incident, now: datetime, zone: str) -> datetime:
    """When the groups are told (UTC): a planned one the evening before, where that is still ahead; nobody is
    woken for any.
    """
    day = incident.since.astimezone(ZoneInfo(zone)).date() - timedelta(days=1)
    evening = instant(datetime.combine(day, EVENING), zone)
    return awake(max(now, evening) if incident.planned else now, zone)


def reached(rooms: Sequence[Room], place_id: int, path: Callable[[int], Sequence[int]]) -> Sequence[int]:
    """The groups that are told: those of the place and what lies in it, else of the nearest place above."""
    within = [room.chat_id for room in rooms if place_id in path(room.place_id)]
    if within:
        return sorted(within)
    above: Mapping[int, list[int]] = {
        place: [room.chat_id for room in rooms if room.place_id == place] for place in path(place_id)
    }
    return sorted(next((found for found in above.values() if found), []))


def answering(standing: Sequence[Incident], subject: str, around: Set[int], now: datetime) -> Incident | None:
    """The incident that a report about this subject from one of these places is answered with, the newest."""
    fits = (one for one in standing if one.subject == subject and one.place_id in around and one.answers(now))
    return next(fits, None)
