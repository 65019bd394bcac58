"""Reads of figures: every case of a period with its events, and the names around them."""

from collections.abc import Mapping, Sequence, Set
from datetime import datetime, time, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import and_, bindparam, case, func, select

from domain.cases.presets import ClockKind
from domain.cases.table import OPEN
from domain.kernel.hours import instant
from domain.numbers.boards import board
from domain.numbers.periods import Period
from domain.numbers.sheets import NumberSheet, PromiseLine
from domain.numbers.stories import Story
from domain.places.tree import Level
from storage.case_events import FIELDS as EVENT
from storage.case_events import event_of
from storage.reading import Reading
from storage.tables import (
    bodies,
    body_promises,
    case_bodies,
    case_clocks,
    case_events,
    case_exclusions,
    cases,
    places,
    recusals,
)

MARGIN = timedelta(days=1)
"""Around a period: which local day an instant belongs to is decided by the rules, not here."""

_first, _second = places.alias("first_above"), places.alias("second_above")
_building = case(
    (places.c.level == Level.BUILDING.value, places.c.id),
    (_first.c.level == Level.BUILDING.value, _first.c.id),
    (_second.c.level == Level.BUILDING.value, _second.c.id),
    else_=0,
).label("building_id")
_touched = (
    select(case_events.c.case_id)
    .where(
        case_events.c.compound_id == bindparam("compound"),
        case_events.c.at >= bindparam("start", type_=case_events.c.at.type),
        case_events.c.at < bindparam("end", type_=case_events.c.at.type),
    )
    .distinct()
)
_here = and_(cases.c.compound_id == bindparam("compound"), cases.c.id.in_(_touched))
_CASES = (
    select(
        cases.c.id,
        cases.c.number,
        cases.c.body_id,
        _building,
        cases.c.stream_reason,
        func.coalesce(case_clocks.c.due_at, cases.c.due_at).label("answer_by"),
        case_exclusions.c.reason,
    )
    .join(places, places.c.id == cases.c.place_id)
    .outerjoin(_first, _first.c.id == places.c.parent_id)
    .outerjoin(_second, _second.c.id == _first.c.parent_id)
    .outerjoin(
        case_clocks,
        and_(
            case_clocks.c.case_id == cases.c.id,
            case_clocks.c.kind == ClockKind.FIRST.value,
            case_clocks.c.round == 0,  # the hour that was promised at intake; later rounds have their own
        ),
    )
    .outerjoin(
        case_exclusions,
        and_(
            case_exclusions.c.case_id == cases.c.id,
            case_exclusions.c.agreed_by.is_not(None),
            case_exclusions.c.agreed_by != case_exclusions.c.proposed_by,
        ),
    )
    .where(_here)
    .order_by(cases.c.number)
)
_EVENTS = (
    select(*EVENT)
    .where(case_events.c.case_id.in_(select(cases.c.id).where(_here)))
    .order_by(case_events.c.case_id, case_events.c.id)
)
_JOINED = (
    select(case_bodies.c.case_id, case_bodies.c.body_id)
    .where(case_bodies.c.case_id.in_(select(cases.c.id).where(_here)))
    .order_by(case_bodies.c.case_id)
)
_COMPOUND = select(places.c.name, places.c.zone, places.c.weekly).where(
    places.c.id == bindparam("compound"), places.c.level == Level.COMPOUND.value
)
_BODIES = (
    select(bodies.c.id, bodies.c.name, bodies.c.retired, body_promises.c.words, body_promises.c.since)
    .outerjoin(body_promises, and_(body_promises.c.body_id == bodies.c.id, body_promises.c.until.is_(None)))
    .where(bodies.c.compound_id == bindparam("compound"))
    .order_by(bodies.c.id)
)
_BUILDINGS = (
    select(places.c.id, places.c.name)
    .where(places.c.compound_id == bindparam("compound"), places.c.level == Level.BUILDING.value)
    .order_by(places.c.id)
)
_RECUSED = select(recusals.c.case_id).where(recusals.c.person_id == bindparam("person"))
_OPEN = (
    select(func.count())
    .select_from(cases)
    .where(cases.c.compound_id == bindparam("compound"), cases.c.state.in_(sorted(OPEN)))
)
_OVERDUE = _OPEN.where(cases.c.due_at < bindparam("now", type_=cases.c.due_at.type))


class NumberReads(Reading):
    """Satisfies NumberSheets."""

    def number_sheet(self, compound_id: int, period: Period, now: datetime) -> NumberSheet | None:
        """The figures of these days at `now` (UTC), or None where there is no such compound."""
        keys = {"compound": compound_id}
        compound = self._connection.execute(_COMPOUND, keys).first()
        if compound is None:
            return None
        name, zone, weekly = compound
        found = self._connection.execute(_BODIES, keys).all()
        buildings = self._connection.execute(_BUILDINGS, keys).all()
        return NumberSheet(
            board=board(self.stories(compound_id, period, zone), period, zone, now),
            compound=name,
            zone=zone,
            bodies={row.id: row.name for row in found},
            buildings={0: name, **{row.id: row.name for row in buildings}},
            promises={row.id: row.words for row in found if row.words and not row.retired},
            open=self._connection.execute(_OPEN, keys).scalar() or 0,
            overdue=self._connection.execute(_OVERDUE, {**keys, "now": now}).scalar() or 0,
            weekly=bool(weekly),
        )

    def stories(self, compound_id: int, period: Period, zone: str) -> Sequence[Story]:
        """Every case of which something happened in or beside these days, with all its events, by number."""
        keys = {"compound": compound_id, **_bounds(period, zone)}
        rows = self._connection.execute(_CASES, keys).all()
        joined = _grouped(self._connection.execute(_JOINED, keys).all(), 0)
        events = _grouped(self._connection.execute(_EVENTS, keys).all(), 1)
        return [
            Story(
                case_id=row.id,
                number=row.number,
                bodies=frozenset({row.body_id, *(one.body_id for one in joined.get(row.id, ()))}),
                building_id=row.building_id,
                category=row.stream_reason,
                answer_by=row.answer_by,
                excluded=row.reason,
                events=tuple(event_of(one) for one in events.get(row.id, ())),
            )
            for row in rows
        ]

    def own_recusals(self, person_id: int) -> Set[int]:
        """The cases that are about that person."""
        return {row[0] for row in self._connection.execute(_RECUSED, {"person": person_id}).all()}

    def promise_lines(self, compound_id: int) -> tuple[PromiseLine, ...]:
        """Every body of the compound with what it promises."""
        rows = self._connection.execute(_BODIES, {"compound": compound_id}).all()
        return tuple(PromiseLine(row.id, row.name, row.words, row.since) for row in rows if not row.retired)


def _bounds(period: Period, zone: str) -> Mapping[str, datetime]:
    first = instant(datetime.combine(period.first, time()), zone)
    last = instant(datetime.combine(period.last, time()), zone)
    return {"start": first - MARGIN, "end": last + 2 * MARGIN}


def _grouped(rows: Sequence[Any], column: int) -> Mapping[int, Sequence[Any]]:
    """Rows by their case, in whose order they come."""
    return {key: list(several) for key, several in groupby(rows, key=itemgetter(column))}
