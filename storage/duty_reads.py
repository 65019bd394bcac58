"""Reads of duties for showing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from domain.cases.rules import EntryKind
from domain.cases.table import OPEN, State
from domain.duties.sheets import DutySheet, Pressing
from domain.guide.rules import State as Waiting
from domain.kernel.people import Role
from domain.kernel.rights import RIGHTS, Right
from domain.places.households import CAPTAINS_DAY, HomeState
from storage.case_rows import shown_place
from storage.reading import Reading
from storage.recusals import open_to
from storage.tables import cases, entries, grants, persons, places, questions, residencies, subject_keys

LOOKED_AT = 100
"""Residencies that are looked through for those that are somebody's turn."""

RESTING = {
    State.WAITING.value: Pressing.WAITING,
    State.DEFERRED.value: Pressing.DEFERRED,
    State.DECLINING.value: Pressing.DECLINING,
}
"""States in which nobody is pressed for the hour."""

_compound = places.alias("compound")
_here = (
    select(grants.c.compound_id)
    .where(grants.c.person_id == bindparam("person"), grants.c.role == Role.WORKER.value)
    .scalar_subquery()
)
_inner = entries.alias("inner_entries")
_first = (
    select(func.min(_inner.c.id))
    .where(_inner.c.case_id == cases.c.id, _inner.c.kind == EntryKind.REPORT.value)
    .correlate(cases)
    .scalar_subquery()
)
_DUTIES = (
    select(
        cases.c.id,
        cases.c.number,
        cases.c.state,
        _compound.c.name.label("compound"),
        shown_place(places.c.name, _compound.c.name).label("place"),
        _compound.c.zone,
        cases.c.due_at,
        entries.c.id.label("entry_id"),
        entries.c.author_id,
        entries.c.words,
        subject_keys.c.wrapped.is_not(None).label("readable"),
    )
    .join(places, places.c.id == cases.c.place_id)
    .join(_compound, _compound.c.id == cases.c.compound_id)
    .outerjoin(entries, entries.c.id == _first)
    .outerjoin(subject_keys, subject_keys.c.person_id == entries.c.author_id)
    .where(cases.c.state.in_(sorted(OPEN)))
    .order_by(cases.c.due_at, cases.c.id)
    .limit(bindparam("most"))
)
_me = bindparam("person", type_=grants.c.person_id.type)
_MINE = _DUTIES.where(open_to(_me), cases.c.handler_id == bindparam("person"), cases.c.compound_id.in_(_here))
_NOBODYS = _DUTIES.where(open_to(_me), cases.c.handler_id.is_(None), cases.c.compound_id.in_(_here))
_COUNT = select(func.count()).select_from(cases).where(cases.c.state.in_(sorted(OPEN)))
_COUNT_MINE = _COUNT.where(
    open_to(_me), cases.c.handler_id == bindparam("person"), cases.c.compound_id.in_(_here)
)
_COUNT_NOBODYS = _COUNT.where(open_to(_me), cases.c.handler_id.is_(None), cases.c.compound_id.in_(_here))
_COLLEAGUES = (
    select(grants.c.person_id)
    .join(cases, cases.c.compound_id == grants.c.compound_id)
    .join(persons, persons.c.id == grants.c.person_id)
    .where(
        cases.c.id == bindparam("case"),
        grants.c.role == Role.WORKER.value,
        grants.c.person_id != bindparam("but"),
        open_to(grants.c.person_id),
        persons.c.telegram_id.is_not(None),
    )
    .distinct()
    .order_by(grants.c.person_id)
)


_QUESTIONS = (
    select(questions.c.id)
    .join(grants, grants.c.place_id == questions.c.compound_id)
    .where(
        questions.c.state == Waiting.WAITING.value,
        grants.c.person_id == bindparam("person"),
        grants.c.role.in_(sorted(RIGHTS[Right.ANSWER])),
    )
    .distinct()
    .order_by(questions.c.id)
    .limit(bindparam("most"))
)
_HELD = select(grants.c.place_id, grants.c.role, grants.c.compound_id).where(
    grants.c.person_id == bindparam("person"), grants.c.role.in_(sorted(RIGHTS[Right.VOUCH]))
)
_ASKING = (
    select(residencies.c.id, residencies.c.place_id, residencies.c.asked_at)
    .where(
        residencies.c.compound_id.in_(bindparam("compounds", expanding=True)),
        residencies.c.state.in_((HomeState.PENDING.value, HomeState.PAUSED.value)),
        residencies.c.left_at.is_(None),
        residencies.c.person_id != bindparam("person"),
    )
    .order_by(residencies.c.asked_at, residencies.c.id)
    .limit(LOOKED_AT)
)
_ABOVE = select(places.c.parent_id).where(places.c.id == bindparam("place"))
_CAPTAIN = (
    select(grants.c.id)
    .where(grants.c.place_id.in_(bindparam("path", expanding=True)), grants.c.role == Role.CAPTAIN.value)
    .limit(1)
)


class DutyReads(Reading):
    """Satisfies DutySheets."""

    def duties_of(self, person_id: int, most: int) -> tuple[DutySheet, ...]:
        """The open cases that the person has, then those that nobody has where they work."""
        keys = {"person": person_id, "most": most}
        mine = [self._duty(row, mine=True) for row in self._connection.execute(_MINE, keys).all()]
        free = [self._duty(row, mine=False) for row in self._connection.execute(_NOBODYS, keys).all()]
        return (*mine, *free)

    def duty_counts(self, person_id: int) -> tuple[int, int]:
        """How many the person has, and how many nobody has where they work."""
        keys = {"person": person_id}
        counts = [self._connection.execute(count, keys).scalar() for count in (_COUNT_MINE, _COUNT_NOBODYS)]
        return int(counts[0] or 0), int(counts[1] or 0)

    def colleagues(self, case_id: int, but: int) -> tuple[tuple[int, str], ...]:
        """The other workers of the case's compound: person and name."""
        found = self._connection.execute(_COLLEAGUES, {"case": case_id, "but": but}).scalars().all()
        return tuple((person_id, self._called(person_id)) for person_id in found)

    def questions_for(self, person_id: int, most: int) -> tuple[int, ...]:
        """The questions that wait for an answer where the person may give it, the oldest first."""
        keys = {"person": person_id, "most": most}
        return tuple(row[0] for row in self._connection.execute(_QUESTIONS, keys).all())

    def joinings_for(self, person_id: int, now: datetime, most: int) -> tuple[int, ...]:
        """The residencies that wait for the person's word, the oldest first."""
        held = self._connection.execute(_HELD, {"person": person_id}).all()
        if not held:
            return ()
        keys = {"person": person_id, "compounds": sorted({row.compound_id for row in held})}
        found = self._connection.execute(_ASKING, keys).all()
        return tuple(row.id for row in found if self._turn(row, held, now))[:most]

    def _turn(self, row: Any, held: Sequence[Any], now: datetime) -> bool:
        """Whether it is for somebody with these grants: a captain at any time, others after her day."""
        path = self._up(row.place_id)
        roles = {grant.role for grant in held if grant.place_id in path}
        if Role.CAPTAIN.value in roles or not roles:
            return bool(roles)
        late = now >= row.asked_at + CAPTAINS_DAY
        return late or self._connection.execute(_CAPTAIN, {"path": path}).first() is None

    def _up(self, place_id: int) -> list[int]:
        path = list[int]()
        at: int | None = place_id
        while at is not None and at not in path:
            path.append(at)
            at = self._connection.execute(_ABOVE, {"place": at}).scalar()
        return path

    def _duty(self, row: Any, *, mine: bool) -> DutySheet:
        readable = row.readable and row.entry_id is not None
        words = self._open(row.author_id, "entries", "words", row.entry_id, row.words) if readable else None
        return DutySheet(
            case_id=row.id,
            number=row.number,
            compound=row.compound,
            place=row.place,
            words=words or "",
            mine=mine,
            due_at=row.due_at,
            zone=row.zone,
            rests=RESTING.get(row.state),
        )
