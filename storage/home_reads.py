"""Reads of households for showing."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from domain.kernel.people import Role
from domain.places.households import HomeState, Kind
from domain.places.sheets import CodeSheet, Holding, HomeSheet, MeSheet
from storage.homes import STANDING
from storage.reading import Reading
from storage.tables import (
    calls,
    cases,
    grants,
    home_codes,
    media,
    places,
    residencies,
    signups,
    subject_keys,
)

_person: ColumnElement[int] = bindparam("person")
# Only while the key is there: an erasure by another process closes it here too.
_homes = (
    select(residencies)
    .join(subject_keys, subject_keys.c.person_id == residencies.c.person_id)
    .where(subject_keys.c.wrapped.is_not(None))
)
_HOME = _homes.where(residencies.c.id == bindparam("residency"))
_HOMES = _homes.where(
    residencies.c.person_id == _person, residencies.c.state.in_(STANDING), residencies.c.left_at.is_(None)
).order_by(residencies.c.asked_at, residencies.c.id)
_CODE = select(home_codes).where(home_codes.c.id == bindparam("code"), home_codes.c.used.is_(False))
_PLACE = select(places.c.parent_id, places.c.level, places.c.name).where(places.c.id == bindparam("place"))
_POSTS = (
    select(grants.c.role, grants.c.place_id)
    .where(grants.c.person_id == _person, grants.c.role != Role.RESIDENT.value)
    .order_by(grants.c.since, grants.c.id)
)


def _counted(column: ColumnElement[Any], who: ColumnElement[Any]) -> Select[int]:
    return select(func.count(column)).where(who == _person)


_REPORTS = _counted(cases.c.id, cases.c.reporter_id)
_FILES = _counted(media.c.id, media.c.person_id)
_SIGNUPS = _counted(calls.c.id, signups.c.person_id).join_from(
    signups, calls, calls.c.id == signups.c.call_id
)


class HomeReads(Reading):
    """Satisfies domain HomeSheets."""

    def home_sheet(self, residency_id: int) -> HomeSheet | None:
        """The residency, or None where it is gone or its person was erased."""
        row = self._connection.execute(_HOME, {"residency": residency_id}).first()
        return None if row is None else self._home(row)

    def code_sheet(self, code_id: int, now: datetime) -> CodeSheet | None:
        """The code, or None where it was used."""
        row = self._connection.execute(_CODE, {"code": code_id}).first()
        if row is None:
            return None
        token = None
        if now < row.expires_at:
            token = self._vault.open_transient("home_codes", "token", code_id, row.token).decode()
        return CodeSheet(self._room(row.household_id), token, row.expires_at)

    def me_sheet(self, person_id: int) -> MeSheet:
        """What is kept of that person; nothing, where there is nobody."""
        who = {"person": person_id}
        homes = (self._home(row) for row in self._connection.execute(_HOMES, who).all())
        posts = self._connection.execute(_POSTS, who).all()
        counts: Any = [self._connection.execute(of, who).scalar() or 0 for of in (_REPORTS, _FILES, _SIGNUPS)]
        return MeSheet(
            self._called(person_id),
            tuple(home for home in homes if home is not None),
            tuple(Holding(Role(role), self._room(place)) for role, place in posts),
            *counts,
        )

    def _home(self, row: Any) -> HomeSheet | None:
        where = self._open(row.person_id, "residencies", "household", row.id, row.household)
        if where is None:
            return None
        return HomeSheet(
            row.id,
            self._room(int(where.partition(":")[0])),
            self._called(row.person_id),
            Kind(row.kind) if row.kind is not None else None,
            HomeState(row.state),
            bool(row.by_code),
            row.left_at is not None,
            self._called_if(row.verified_by),
        )

    def _room(self, place_id: int) -> str:
        """The place's full name within its compound, or the compound's own."""
        names, at = list[str](), int(place_id)
        while (row := self._connection.execute(_PLACE, {"place": at}).first()) is not None:
            if row.level == "compound":
                return "".join(reversed(names)) or str(row.name)
            names.append(str(row.name))
            at = row.parent_id
        return "".join(reversed(names))
