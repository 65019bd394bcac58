"""Residencies: which household somebody lives in is sealed under their key and looked up by a blind index."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, select

from domain.kernel.people import Role
from domain.places.households import HomeState, Kind, Residency
from domain.places.tree import Level
from storage.erasing import erase_person
from storage.home_codes import SqlCodes
from storage.places import SqlPlaces
from storage.tables import grants, persons, residencies
from storage.upsert import insert
from storage.vault import Vault

STANDING = (HomeState.PENDING.value, HomeState.CONFIRMED.value, HomeState.PAUSED.value)

_lives = (residencies.c.state == HomeState.CONFIRMED.value) & residencies.c.left_at.is_(None)
_at = residencies.c.household_blind == bindparam("blind")
_of = residencies.c.person_id == bindparam("person")
_inserted = insert(residencies)
_KEEP = _inserted.on_conflict_do_update(
    index_elements=["person_id", "household_blind"],
    set_={
        column.name: _inserted.excluded[column.name]
        for column in residencies.c
        if column.name not in ("person_id", "household_blind")
    },
)
_GET = select(residencies).where(residencies.c.id == bindparam("residency")).with_for_update()
_THERE = select(residencies).where(_of, _at).with_for_update()
_OF = (
    select(residencies)
    .where(_of, residencies.c.state.in_(STANDING), residencies.c.left_at.is_(None))
    .order_by(residencies.c.asked_at, residencies.c.id)
)
_LIVES_IN = select(residencies).where(_of, _lives).order_by(residencies.c.verified_at, residencies.c.id)
_MEMBERS = (
    select(residencies.c.person_id).where(_at, _lives).order_by(residencies.c.verified_at, residencies.c.id)
)
_CAPTAINS = (
    select(grants.c.place_id, grants.c.person_id)
    .join(persons, persons.c.id == grants.c.person_id)
    .where(
        grants.c.place_id.in_(bindparam("path", expanding=True)),
        grants.c.role == Role.CAPTAIN.value,
        grants.c.person_id != bindparam("besides"),
        persons.c.telegram_id.is_not(None),
    )
    .order_by(grants.c.since, grants.c.id)
)
_admitted = insert(grants)
# A role that is there already is locked all the same: whoever takes it away now must see this home.
_ADMIT = _admitted.on_conflict_do_update(
    index_elements=["person_id", "role", "place_id"], set_={"since": grants.c.since}
)
_OF_PLACE = (
    (grants.c.person_id == bindparam("person"))
    & (grants.c.role == Role.RESIDENT.value)
    & (grants.c.place_id == bindparam("place"))
)
_HELD = select(grants.c.id).where(_OF_PLACE).with_for_update()
_KEPT_THERE = (
    select(residencies.c.id).where(_of, _lives, residencies.c.place_id == bindparam("place")).limit(1)
)
_DISMISS = delete(grants).where(_OF_PLACE)

_LIVED_IN = select(residencies.c.household_blind).where(_lives, residencies.c.place_id == bindparam("place"))


def household_blind(vault: Vault, household_id: int) -> bytes:
    """What a household's residencies are looked up by."""
    return vault.blind("residencies", "household", str(household_id))


class SqlHomes(SqlCodes):
    """Satisfies the domain's Homes."""

    def households_of(self, person_id: int, within_place_id: int) -> tuple[int, ...]:
        """The households in that place in which this person is confirmed, the first confirmed first."""
        places = SqlPlaces(self._scope)
        rows = self._scope.connection.execute(_LIVES_IN, {"person": person_id}).all()
        found = (self._residency(row) for row in rows)
        return tuple(
            one.household_id
            for one in found
            if one is not None and within_place_id in places.path(one.household_id)
        )

    def members(self, household_id: int) -> tuple[int, ...]:
        """The persons who are confirmed in that household, the first confirmed first."""
        rows = self._scope.connection.execute(_MEMBERS, {"blind": self._blind(household_id)}).all()
        return tuple(row[0] for row in rows)

    def empty_households(self, place_id: int) -> tuple[int, ...]:
        """The households below a place in which nobody is confirmed, in the order of their names."""
        where = {"place": place_id}
        lived_in = {row[0] for row in self._scope.connection.execute(_LIVED_IN, where).all()}
        found = list[int]()
        for place in SqlPlaces(self._scope).children(place_id):
            if place.level is not Level.HOUSEHOLD:
                found += self.empty_households(place.id)
            elif self._blind(place.id) not in lived_in:
                found.append(place.id)
        return tuple(found)

    def captains(self, path: Sequence[int], besides: int) -> tuple[int, ...]:
        """The captains nearest to a place, given its path, that person left out."""
        rows = self._scope.connection.execute(_CAPTAINS, {"path": list(path), "besides": besides}).all()
        nearest = next((place for place in path if any(row[0] == place for row in rows)), None)
        return tuple(dict.fromkeys(row[1] for row in rows if row[0] == nearest))

    def keep(self, residency: Residency) -> None:
        """Keep a residency: one per person and household, the newest."""
        scope, one = self._scope, residency
        where = f"{one.household_id}" if one.code_id is None else f"{one.household_id}:{one.code_id}"
        row = {
            "id": one.id,
            "person_id": one.person_id,
            "household": scope.vault.seal(
                scope.connection, one.person_id, "residencies", "household", one.id, where
            ),
            "household_blind": self._blind(one.household_id),
            "place_id": one.place_id,
            "compound_id": one.compound_id,
            "kind": one.kind.value if one.kind is not None else None,
            "state": one.state.value,
            "by_code": one.by_code,
            "asked_at": one.asked_at,
            "verified_by": one.verified_by,
            "verified_at": one.verified_at,
            "left_at": one.left_at,
        }
        scope.connection.execute(_KEEP, row)

    def get(self, residency_id: int) -> Residency | None:
        """The residency, its row locked; None where it is gone or its person was erased."""
        return self._residency(self._scope.connection.execute(_GET, {"residency": residency_id}).first())

    def there(self, person_id: int, household_id: int) -> Residency | None:
        """That person's residency in that household, ended ones included, its row locked."""
        where = {"person": person_id, "blind": self._blind(household_id)}
        return self._residency(self._scope.connection.execute(_THERE, where).first())

    def of(self, person_id: int) -> tuple[Residency, ...]:
        """All that stand of that person's residencies, the oldest first."""
        rows = self._scope.connection.execute(_OF, {"person": person_id}).all()
        return tuple(one for row in rows if (one := self._residency(row)) is not None)

    def admit(self, residency: Residency) -> None:
        """Make the person a resident of the unit or building above the household."""
        row = {
            "id": self._scope.new_id(),
            "person_id": residency.person_id,
            "role": Role.RESIDENT.value,
            "place_id": residency.place_id,
            "compound_id": residency.compound_id,
            "body_id": None,
            "since": self._scope.now,
        }
        self._scope.connection.execute(_ADMIT, row)

    def dismiss(self, residency: Residency) -> None:
        """The reverse, unless another confirmed household keeps them in that place; the role is locked first,
        so that of two homes that end or begin at once the second one sees the first.
        """
        where = {"person": residency.person_id, "place": residency.place_id}
        self._scope.connection.execute(_HELD, where)
        if self._scope.connection.execute(_KEPT_THERE, where).first() is None:
            self._scope.connection.execute(_DISMISS, where)

    def forget(self, person_id: int) -> tuple[str, ...]:
        """Erase the person; answers the names of the stored files that are to be deleted."""
        return tuple(erase_person(self._scope.connection, self._scope.vault, person_id))

    def _blind(self, household_id: int) -> bytes:
        return household_blind(self._scope.vault, household_id)

    def _residency(self, row: Any | None) -> Residency | None:
        if row is None:
            return None
        scope = self._scope
        where = scope.vault.open(
            scope.connection, row.person_id, "residencies", "household", row.id, row.household
        )
        if where is None:
            return None
        household, _, code = where.partition(":")
        return Residency(
            id=row.id,
            person_id=row.person_id,
            household_id=int(household),
            place_id=row.place_id,
            compound_id=row.compound_id,
            state=HomeState(row.state),
            asked_at=row.asked_at,
            kind=Kind(row.kind) if row.kind is not None else None,
            by_code=bool(row.by_code),
            code_id=int(code) if code else None,
            verified_by=row.verified_by,
            verified_at=row.verified_at,
            left_at=row.left_at,
        )
