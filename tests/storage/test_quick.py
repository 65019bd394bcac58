"""The short way to the driver answers what SQLAlchemy's own connection does and keeps no more than it may."""

import gc
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Executable, bindparam, delete, insert, select, update
from sqlalchemy.exc import MultipleResultsFound, NoResultFound

from storage import quick
from storage.open import Stores
from storage.quick import Quick, plain
from storage.tables import grants, persons, places
from storage.tables import leases as leased
from storage.upsert import insert as upsert
from tests.compound import MONDAY, Compound
from tests.storage.comparing import Comparing

TUESDAY = MONDAY + timedelta(days=1)
TO = bindparam("to", type_=leased.c.until.type)
PUT = insert(leased)
KEEP = upsert(leased).on_conflict_do_nothing(index_elements=["name"]).returning(leased.c.name, leased.c.until)
LATER = (
    update(leased)
    .where(leased.c.name == bindparam("which"))
    .values(until=TO)
    .returning(leased.c.name, leased.c.until)
)
FIXED = (
    update(leased)
    .where(leased.c.name == bindparam("which"))
    .values(until=TUESDAY, owner="fixed")
    .returning(leased.c.until)
)
RENAME = update(leased).where(leased.c.owner == bindparam("whose")).values(owner=bindparam("new_owner"))
DROP = delete(leased).where(leased.c.owner == bindparam("whose"))
NAMED = select(leased.c.name).where(leased.c.name.in_(("a", "b"))).order_by(leased.c.name)
LISTED = (
    select(leased.c.name).where(leased.c.name.in_(bindparam("names", expanding=True))).order_by(leased.c.name)
)
OWNED = select(leased.c.name).where(leased.c.owner == bindparam("whose")).order_by(leased.c.name)
JOINED = (
    select(
        persons.c.id, grants.c.role, persons.c.private_open, grants.c.since, grants.c.body_id, places.c.name
    )
    .join(grants, grants.c.person_id == persons.c.id)
    .join(places, places.c.id == grants.c.place_id)
    .where(
        persons.c.private_open == bindparam("open"),
        grants.c.since <= bindparam("now", type_=grants.c.since.type),
    )
    .order_by(persons.c.id)
)


def row(name: str, owner: str = "test") -> dict[str, Any]:
    return {"name": name, "owner": owner, "until": MONDAY}


def three(connection: Connection) -> None:
    """Three leases, two of one owner."""
    for one in (row("a"), row("b"), row("c", "other")):
        connection.execute(PUT, one)


def is_short(connection: Connection, statement: Executable, **params: object) -> bool:
    """Whether that statement with these parameters would take the short way now."""
    assert isinstance(connection, Quick)
    return connection._prepared(statement, tuple(params)) is not None


@pytest.mark.parametrize(
    ("statement", "params"),
    [
        (JOINED, {"open": True, "now": TUESDAY}),
        (JOINED, {"open": False, "now": TUESDAY}),
        (KEEP, row("new")),
        (KEEP, row("a")),
        (LATER, {"which": "a", "to": MONDAY + timedelta(microseconds=1)}),
        (LATER, {"which": "nobody", "to": MONDAY}),
        (FIXED, {"which": "a"}),
        (RENAME, {"whose": "test", "new_owner": "x"}),
        (DROP, {"whose": "test"}),
        (NAMED, {}),
        (OWNED, {"whose": None}),
    ],
)
async def test_each_kind_of_statement_answers_the_same_on_both_ways(
    seeded: Compound, statement: Executable, params: dict[str, Any]
) -> None:
    def work(connection: Connection) -> None:
        three(connection)
        Comparing(connection).execute(statement, params)
        assert is_short(connection, statement, **params)

    await seeded.store.write(work)


async def test_values_come_back_as_python_knows_them(seeded: Compound) -> None:
    def work(connection: Connection) -> Any:
        for _ in range(3):
            found = connection.execute(JOINED, {"open": True, "now": TUESDAY}).all()
        assert is_short(connection, JOINED, open=True, now=TUESDAY)
        return {one.role: one for one in found}

    found = await seeded.store.read(work)
    assert found["worker"].private_open is True
    assert MONDAY <= found["worker"].since < TUESDAY
    assert found["worker"].since.utcoffset() == timedelta()
    assert found["worker"].body_id == seeded.body_id
    assert found["resident"].body_id is None


async def test_the_number_of_changed_rows_is_told_at_every_use(store: Stores) -> None:
    def work(connection: Connection) -> list[int]:
        three(connection)
        counts = [
            connection.execute(RENAME, {"whose": "test", "new_owner": "test"}).rowcount for _ in range(3)
        ]
        return [
            *counts,
            connection.execute(DROP, {"whose": "test"}).rowcount,
            connection.execute(DROP, {"whose": "test"}).rowcount,
        ]

    assert await store.write(work) == [2, 2, 2, 2, 0]


async def test_a_list_goes_the_long_way_and_may_have_any_length(store: Stores) -> None:
    def work(connection: Connection) -> list[list[str]]:
        three(connection)
        lists: list[list[str]] = [["a"], ["a", "b", "c"], [], ["c", "a"], ["nobody"]]
        found = [list(connection.execute(LISTED, {"names": names}).scalars()) for names in lists]
        assert not is_short(connection, LISTED, names=["a"])
        return found

    assert await store.write(work) == [["a"], ["a", "b", "c"], [], ["a", "c"], []]


async def test_one_statement_with_other_parameters_is_another(store: Stores) -> None:
    """A column that is not given stays what it was: names belong to what is kept."""
    change = update(leased).where(leased.c.name == bindparam("which"))

    def work(connection: Connection) -> list[tuple[str, Any]]:
        three(connection)
        for _ in range(3):
            connection.execute(change, {"which": "a", "owner": "new"})
            connection.execute(change, {"which": "b", "until": MONDAY + timedelta(hours=1)})
        rows = connection.execute(select(leased.c.owner, leased.c.until).order_by(leased.c.name))
        return [tuple(one) for one in rows]

    hour = MONDAY + timedelta(hours=1)
    assert await store.write(work) == [("new", MONDAY), ("test", hour), ("other", MONDAY)]


async def test_one_row_is_one_row(store: Stores) -> None:
    def work(connection: Connection) -> None:
        three(connection)
        for _ in range(3):
            assert connection.execute(OWNED, {"whose": "other"}).one().name == "c"
            assert connection.execute(OWNED, {"whose": "other"}).scalar_one() == "c"
            assert connection.execute(OWNED, {"whose": "no"}).one_or_none() is None
            assert connection.execute(OWNED, {"whose": "no"}).scalar() is None
            with pytest.raises(NoResultFound):
                connection.execute(OWNED, {"whose": "no"}).one()
            with pytest.raises(MultipleResultsFound):
                connection.execute(OWNED, {"whose": "test"}).one_or_none()

    await store.write(work)


async def test_a_statement_made_for_one_call_is_forgotten_with_it(store: Stores) -> None:
    def work(connection: Connection) -> None:
        for number in range(50):
            built = select(leased.c.name).where(leased.c.owner == f"{number}")
            for _ in range(3):
                connection.execute(built)

    await store.write(work)
    gc.collect()
    before = len(quick._KNOWN)
    await store.write(work)
    gc.collect()
    assert len(quick._KNOWN) <= before


async def test_plain_hands_out_sqlalchemys_own_connection(store: Stores) -> None:
    def work(connection: Connection) -> bool:
        own = plain(connection)
        return isinstance(connection, Quick) and type(own) is Connection and plain(own) is own

    assert await store.write(work)
