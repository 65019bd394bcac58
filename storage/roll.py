"""Who has a vote in a place: its households and its people; a ballot's key tells nobody which home it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, case, func, select

from domain.kernel.people import Role
from domain.places.households import HomeState
from domain.polls.rules import HOUSEHOLD_SIGN, Unit, household_key, person_key
from storage.homes import SqlHomes, household_blind
from storage.scope import Scope
from storage.tables import ballots, grants, persons, places, residencies, subject_keys
from storage.vault import Vault

HOUSEHOLD = "household"
"""The level of a place that is one household's."""

_within = select(places.c.id).where(places.c.id == bindparam("place")).cte("within", recursive=True)
_within = _within.union_all(select(places.c.id).where(places.c.parent_id == _within.c.id))

_HOUSEHOLDS = select(places.c.id).where(places.c.level == HOUSEHOLD, places.c.id.in_(select(_within.c.id)))
_COUNT = select(func.count()).select_from(_HOUSEHOLDS.subquery())
_RESIDENTS = (
    select(persons.c.id)
    .where(
        persons.c.telegram_id.is_not(None),
        persons.c.id.in_(
            select(grants.c.person_id).where(
                grants.c.role == Role.RESIDENT.value, grants.c.place_id.in_(select(_within.c.id))
            )
        ),
    )
    .order_by(persons.c.id)
)
_NAMED = _RESIDENTS.outerjoin(subject_keys, subject_keys.c.person_id == persons.c.id).add_columns(
    case((subject_keys.c.wrapped.is_not(None), persons.c.name)).label("name")
)
_PEOPLE = _RESIDENTS.where(persons.c.private_open.is_(True))
_lived_in = (
    (residencies.c.state == HomeState.CONFIRMED.value)
    & residencies.c.left_at.is_(None)
    & residencies.c.place_id.in_(select(_within.c.id))
)
_HOMES = select(residencies.c.person_id, residencies.c.household_blind).where(_lived_in)
# Only next to people: a large compound has many households of which nobody has said anything.
_BESIDE = select(places.c.id).where(
    places.c.level == HOUSEHOLD, places.c.parent_id.in_(select(residencies.c.place_id).where(_lived_in))
)
_VOTED = select(ballots.c.voter_key).where(ballots.c.poll_id == bindparam("poll"))


def stored_key(vault: Vault, poll_id: int, key: str) -> str:
    """A ballot's key as it is kept: a household's is blind and another in each poll, so that no two rows of
    the database say together who lives where.
    """
    if not key.startswith(HOUSEHOLD_SIGN):
        return key
    return HOUSEHOLD_SIGN + vault.blind("ballots", "voter_key", f"{poll_id}:{key}").hex()[:38]


def voted(connection: Connection, poll_id: int) -> frozenset[str]:
    """The keys, as they are kept, of all ballots of a poll."""
    return frozenset(row[0] for row in connection.execute(_VOTED, {"poll": poll_id}).all())


def households_within(connection: Connection, place_id: int) -> tuple[int, ...]:
    """The households of a place, by id."""
    return tuple(row[0] for row in connection.execute(_HOUSEHOLDS, {"place": place_id}).all())


def residents_within(connection: Connection, place_id: int) -> Sequence[tuple[int, bytes | None]]:
    """The people known to live in a place, by id, each with the sealed name as long as it can be opened."""
    return [(row.id, row.name) for row in connection.execute(_NAMED, {"place": place_id}).all()]


class SqlRoll:
    """Satisfies the domain's Roll."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def households_of(self, person_id: int, place_id: int) -> tuple[int, ...]:
        """The households of that person within a place, the first confirmed first."""
        return SqlHomes(self._scope).households_of(person_id, place_id)

    def households(self, place_id: int) -> int:
        """How many households there are within a place; 0 where nobody imported them."""
        return int(self._scope.connection.execute(_COUNT, {"place": place_id}).scalar() or 0)

    def silent(self, poll_id: int, place_id: int, unit: Unit) -> tuple[int, ...]:
        """Persons within the place who can be reached in private and whose vote is not there."""
        people = [row[0] for row in self._scope.connection.execute(_PEOPLE, {"place": place_id}).all()]
        there = voted(self._scope.connection, poll_id)
        if unit is Unit.PERSON:
            return tuple(one for one in people if person_key(one) not in there)
        homes = self._homes(place_id)
        return tuple(one for one in people if self._lacks(there, poll_id, homes.get(one, ())))

    def _homes(self, place_id: int) -> Mapping[int, Iterable[str]]:
        """Each person's household keys within the place, in two statements: a building has hundreds."""
        connection = self._scope.connection
        vault, found = self._scope.vault, defaultdict[int, list[str]](list)
        beside = connection.execute(_BESIDE, {"place": place_id}).scalars().all()
        keys = {household_blind(vault, one): household_key(one) for one in beside}
        for person_id, blind in connection.execute(_HOMES, {"place": place_id}).all():
            if blind in keys:
                found[person_id].append(keys[blind])
        return found

    def _lacks(self, there: frozenset[str], poll_id: int, keys: Iterable[str]) -> bool:
        vault = self._scope.vault
        return any(stored_key(vault, poll_id, key) not in there for key in keys)
