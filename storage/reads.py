"""The statements behind views. What a person's key sealed is only read while that key is there: so an erasure
by another process closes it here too, whatever this process has cached.
"""

from typing import Any

from sqlalchemy import Select, bindparam, case, exists, func, select

from domain.calls.rules import Seat
from domain.cases.ladder import ABOVE
from domain.cases.rules import EntryKind
from domain.cases.table import OPEN
from domain.cases.table import State as CaseState
from domain.kernel.people import Role
from storage.recusals import TOGETHER, open_to
from storage.tables import (
    bodies,
    case_backers,
    case_rungs,
    cases,
    entries,
    grants,
    media,
    persons,
    places,
    signups,
    subject_keys,
)

_compound = places.alias("compound")
_by_promise = (cases.c.due_at, cases.c.id)

_sheets = (
    select(
        cases,
        places.c.name.label("place"),
        bodies.c.name.label("body"),
        _compound.c.zone.label("zone"),
        _compound.c.name.label("compound"),
    )
    .join(places, places.c.id == cases.c.place_id)
    .join(bodies, bodies.c.id == cases.c.body_id)
    .join(_compound, _compound.c.id == cases.c.compound_id)
)
_open = _sheets.where(cases.c.state.in_(sorted(OPEN))).order_by(*_by_promise).limit(bindparam("most"))


def _with_key(statement: Select[Any], owner: Any) -> Select[Any]:
    return statement.join(subject_keys, subject_keys.c.person_id == owner).where(
        subject_keys.c.wrapped.is_not(None)
    )


NAME = _with_key(select(persons.c.name).where(persons.c.id == bindparam("person")), persons.c.id)
ENTRY = _with_key(
    select(entries.c.id, entries.c.author_id, entries.c.words).where(entries.c.id == bindparam("entry")),
    entries.c.author_id,
)
BODY = select(bodies.c.name).where(bodies.c.id == bindparam("body"))
CASE = _sheets.where(cases.c.id == bindparam("case"))
REPORTER = select(cases.c.reporter_id, cases.c.privacy).where(cases.c.id == bindparam("case"))
CONTACT = _with_key(
    select(entries.c.id, entries.c.author_id, entries.c.words).where(
        entries.c.case_id == bindparam("case"), entries.c.kind == EntryKind.CONTACT.value
    ),
    entries.c.author_id,
)
CASES_OF = (
    _sheets.where(cases.c.reporter_id == bindparam("person"), cases.c.state != CaseState.WITHDRAWN.value)
    .order_by(cases.c.id.desc())
    .limit(bindparam("most"))
)
LATE_HANDLED = _open.where(cases.c.handler_id == bindparam("person"))
LATE_UNTAKEN = _open.where(
    cases.c.compound_id == bindparam("compound"), cases.c.handler_id.is_(None), TOGETHER
)
LATE_APART = _open.where(cases.c.id == bindparam("case"), cases.c.handler_id.is_(None))
CLIMBED = _open.where(
    open_to(bindparam("person", type_=cases.c.id.type)),
    exists().where(
        case_rungs.c.case_id == cases.c.id,
        case_rungs.c.round == cases.c.round,
        case_rungs.c.rung.in_(sorted(ABOVE)),
        case_rungs.c.person_id == bindparam("person"),
        case_rungs.c.at >= bindparam("since", type_=case_rungs.c.at.type),
    ),
    exists().where(
        grants.c.person_id == bindparam("person"),
        grants.c.compound_id == cases.c.compound_id,
        grants.c.role == Role.WORKER.value,
    ),
)
LINES = (
    select(
        entries.c.id,
        entries.c.author_id,
        entries.c.kind,
        entries.c.action,
        entries.c.words,
        entries.c.at,
        subject_keys.c.wrapped.is_not(None).label("readable"),
        entries.c.struck_at,
        entries.c.of_id,
    )
    .outerjoin(subject_keys, subject_keys.c.person_id == entries.c.author_id)
    .where(entries.c.case_id == bindparam("case"))
    .order_by(entries.c.id)
)
MEDIA = _with_key(
    select(media.c.id, media.c.person_id, media.c.kind, media.c.file_id, media.c.size)
    .where(media.c.case_id == bindparam("case"), media.c.state != "struck")
    .order_by(media.c.id),
    media.c.person_id,
)
BACKERS = select(func.count()).where(case_backers.c.case_id == bindparam("case"))
SEATS = (
    select(
        signups.c.person_id,
        signups.c.seat,
        signups.c.came,
        case((subject_keys.c.wrapped.is_not(None), persons.c.name)).label("name"),
    )
    .join(persons, persons.c.id == signups.c.person_id)
    .outerjoin(subject_keys, subject_keys.c.person_id == signups.c.person_id)
    .where(signups.c.call_id == bindparam("call"), signups.c.seat != Seat.LEFT.value)
    .order_by(signups.c.turn)
)
