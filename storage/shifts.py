"""Who is on duty, who is away, and how much each has."""

from collections.abc import Sequence

from sqlalchemy import and_, bindparam, delete, exists, func, insert, or_, select

from domain.cases.staffing import Absence, Load
from domain.cases.table import OPEN
from domain.kernel.people import Role
from storage.scope import Scope
from storage.tables import absences, case_bodies, cases, grants, persons
from storage.upsert import insert as upserting

_now = bindparam("now", type_=absences.c.since.type)
_AWAY = exists().where(
    absences.c.person_id == grants.c.person_id,
    absences.c.compound_id == grants.c.compound_id,
    absences.c.since <= _now,
    absences.c.until > _now,
)
_IN_COMPOUND = (
    select(grants.c.person_id)
    .join(persons, persons.c.id == grants.c.person_id)
    .where(
        grants.c.compound_id == bindparam("compound"),
        grants.c.role == Role.WORKER.value,
        persons.c.telegram_id.is_not(None),
        ~_AWAY,
    )
    .group_by(grants.c.person_id)
    .order_by(func.min(grants.c.since), func.min(grants.c.id))
)
_OF_BODY = _IN_COMPOUND.where(or_(grants.c.body_id == bindparam("body"), grants.c.body_id.is_(None)))
_whose = func.coalesce(cases.c.handler_id, cases.c.assignee_id)
_OPEN = (
    select(_whose.label("person"), func.count().label("open"), func.max(cases.c.id).label("newest"))
    .where(cases.c.compound_id == bindparam("compound"), cases.c.state.in_(sorted(OPEN)))
    .group_by(_whose)
)
_HANDLED = (
    select(cases.c.handler_id, func.max(cases.c.id))
    .where(cases.c.handler_id.in_(bindparam("people", expanding=True)))
    .group_by(cases.c.handler_id)
)
_BODY = (
    select(grants.c.body_id)
    .where(
        grants.c.person_id == bindparam("person"),
        grants.c.compound_id == bindparam("compound"),
        grants.c.role == Role.WORKER.value,
    )
    .order_by(grants.c.since, grants.c.id)
    .limit(1)
)
_ABSENCE_FIELDS = (
    absences.c.id, absences.c.compound_id, absences.c.person_id, absences.c.since, absences.c.until
)  # fmt: skip
_ADD = insert(absences)
_ABSENCE = select(*_ABSENCE_FIELDS).where(absences.c.id == bindparam("absence"))
_ABSENCES = (
    select(*_ABSENCE_FIELDS)
    .where(absences.c.person_id == bindparam("person"), absences.c.until > _now)
    .order_by(absences.c.since)
)
_DROP = delete(absences).where(absences.c.person_id == bindparam("person"), absences.c.until > _now)
_CARRIED = (
    select(cases.c.id)
    .where(
        cases.c.compound_id == bindparam("compound"),
        cases.c.state.in_(sorted(OPEN)),
        or_(
            cases.c.handler_id == bindparam("person"),
            and_(cases.c.handler_id.is_(None), cases.c.assignee_id == bindparam("person")),
        ),
    )
    .order_by(cases.c.id)
)


_JOINED = (
    select(case_bodies.c.body_id)
    .where(case_bodies.c.case_id == bindparam("case"))
    .order_by(case_bodies.c.joined_at, case_bodies.c.body_id)
)
_JOIN = upserting(case_bodies).on_conflict_do_nothing(index_elements=["case_id", "body_id"])
_PART = delete(case_bodies).where(
    case_bodies.c.case_id == bindparam("case"), case_bodies.c.body_id == bindparam("body")
)


class SqlShifts:
    """Satisfies the domain's Shifts."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def loads(self, compound_id: int, body_id: int | None) -> tuple[Load, ...]:
        """The workers of that body (None: of the compound) who are not away now, the longest first."""
        keys = {"compound": compound_id, "now": self._scope.now}
        if body_id is None:
            people = self._execute(_IN_COMPOUND, keys).scalars().all()
        else:
            people = self._execute(_OF_BODY, keys | {"body": body_id}).scalars().all()
        return self._loaded(compound_id, people) if people else ()

    def body_of(self, person_id: int, compound_id: int) -> int | None:
        """The body that somebody works for there; None for all of them."""
        return self._execute(_BODY, {"person": person_id, "compound": compound_id}).scalar()

    def joined(self, case_id: int) -> tuple[int, ...]:
        """The bodies that joined a case; its owner is none of them."""
        return tuple(self._execute(_JOINED, {"case": case_id}).scalars())

    def join(self, case_id: int, body_id: int) -> bool:
        """Have a body join; False where it had."""
        row = {"case_id": case_id, "body_id": body_id, "joined_at": self._scope.now}
        return self._execute(_JOIN, row).rowcount == 1

    def part(self, case_id: int, body_id: int) -> None:
        """A body is no longer joined: it owns the case now."""
        self._execute(_PART, {"case": case_id, "body": body_id})

    def add_absence(self, absence: Absence) -> None:
        """Keep a leave."""
        row = {column.name: getattr(absence, column.name) for column in _ABSENCE_FIELDS}
        self._execute(_ADD, row)

    def absence(self, absence_id: int) -> Absence | None:
        """A leave, if it stands."""
        row = self._execute(_ABSENCE, {"absence": absence_id}).first()
        return None if row is None else Absence(*row)

    def absences_of(self, person_id: int) -> tuple[Absence, ...]:
        """The leaves of that person that are not over."""
        rows = self._execute(_ABSENCES, {"person": person_id, "now": self._scope.now})
        return tuple(Absence(*row) for row in rows)

    def drop_absences(self, person_id: int) -> int:
        """End every leave of that person; answers how many."""
        return self._execute(_DROP, {"person": person_id, "now": self._scope.now}).rowcount

    def carried_by(self, person_id: int, compound_id: int) -> tuple[int, ...]:
        """The open cases there that are that person's, to look at or to do."""
        keys = {"person": person_id, "compound": compound_id}
        return tuple(self._execute(_CARRIED, keys).scalars())

    def _loaded(self, compound_id: int, people: Sequence[int]) -> tuple[Load, ...]:
        has = {row.person: (row.open, row.newest) for row in self._execute(_OPEN, {"compound": compound_id})}
        ever = {row[0]: row[1] for row in self._execute(_HANDLED, {"people": list(people)})}
        found = ((one, *has.get(one, (0, 0))) for one in people)
        return tuple(Load(one, count, max(newest, ever.get(one, 0))) for one, count, newest in found)
