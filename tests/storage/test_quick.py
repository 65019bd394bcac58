"""The short way to the driver: it answers what SQLAlchemy's own connection answers, and keeps nothing it should not."""

import gc
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, Executable, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError, MultipleResultsFound, NoResultFound

from domain.calls import service as calls
from domain.cases import intake, screens, service
from domain.cases.rules import Action, Draft
from domain.cases.service import Latest
from storage import audit, due, inbox, leases, queue, quick, settling, showing
from storage.inbox import Arrival
from storage.open import Stores
from storage.queue import Claim
from storage.quick import Quick, plain
from storage.tables import grants, outbox, persons, places
from storage.tables import leases as leased
from storage.upsert import insert as upsert
from tests.compound import BOT_ID, MONDAY, Compound
from tests.storage.comparing import Comparing

TO = bindparam("to", type_=leased.c.until.type)
PUT = insert(leased)
KEEP = upsert(leased).on_conflict_do_nothing(index_elements=["name"]).returning(leased.c.name, leased.c.until)
LATER = (
    update(leased)
    .where(leased.c.name == bindparam("which"))
    .values(until=TO)
    .returning(leased.c.name, leased.c.until)
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


SCENE: list[tuple[str, Callable[..., Any], tuple[Any, ...]]] = [
    ("zhang", intake.report, (Draft("电梯又停了", 11, MONDAY),)),
    ("wang", service.act, (Latest(), Action.TAKE)),
    ("wang", service.act, (Latest(), Action.FINISH, "换了门机")),
    ("zhang", service.act, (Latest(), Action.REOPEN, "又停了")),
    ("zhang", screens.show_mine, ()),
    ("zhang", intake.report, (Draft("灯不亮", 12, MONDAY, album="A"),)),
]


async def test_every_statement_of_a_working_day_answers_the_same_on_both_ways(seeded: Compound) -> None:
    seen: set[int] = set()

    async def run(work: Callable[[Any], Any]) -> Any:
        def watched(connection: Connection) -> Any:
            comparing = Comparing(connection)
            try:
                return work(comparing)
            finally:
                seen.update(comparing.compared)

        return await seeded.store.write(watched)

    def serve(act: Callable[..., Any], who: str, *args: Any, where: str = "private") -> Callable[[Any], Any]:
        return lambda c: act(seeded.deps.open(c), seeded.actor(who, where), *args)

    for who, act, args in SCENE:
        await run(serve(act, who, *args))
    call = await run(serve(calls.open_call, "chen", "打扫", 1, where="residents"))
    for who, act in (
        ("zhang", calls.join),
        ("zhao", calls.join),
        ("zhang", calls.leave),
        ("zhang", calls.join),
    ):
        await run(serve(act, who, call.id, where="residents"))
    await run(partial(_letters, seeded))
    await run(partial(_posting, seeded))
    await run(partial(audit.seal_some, most=100))
    await run(lambda c: due.end(c, due.fallen(c, MONDAY + timedelta(days=9))[0].due.id, MONDAY))
    assert len(seen) > 50


def _letters(seeded: Compound, connection: Any) -> None:
    arrivals = [Arrival(n, "message", 7, "new", b"{}", 7, 7, n, long=n == 1) for n in (1, 2, 1)]
    opened = inbox.accept(connection, seeded.deps.vault, BOT_ID, arrivals, MONDAY)
    assert len(opened) == 2
    assert inbox.settle(connection, opened[0].id, "done", MONDAY)
    assert not inbox.settle(connection, opened[0].id, "done", MONDAY)
    assert inbox.attempt(connection, opened[1].id) == 1
    assert inbox.bury(connection, opened[1].id, MONDAY)
    assert inbox.lag(connection).dead == 1
    assert leases.take(connection, "bot", "me", MONDAY, MONDAY)


def _posting(seeded: Compound, connection: Any) -> None:
    later = MONDAY + timedelta(hours=1)
    waiting = queue.scan(connection, later, 50)
    claims = [Claim(one.id, 7, "private", 0, b"digest") for one in waiting]
    assert queue.claim(connection, claims, later) == {one.id for one in waiting}
    assert settling.sent(connection, waiting[0].id, 5, later)
    queue.fresh(connection, later, 0, 50)
    queue.next_time(connection, MONDAY, 0)
    assert showing.behind(connection, later)


@pytest.mark.parametrize(
    ("statement", "params"),
    [
        (JOINED, {"open": True, "now": MONDAY}),
        (JOINED, {"open": False, "now": MONDAY}),
        (KEEP, row("new")),
        (KEEP, row("a")),
        (LATER, {"which": "a", "to": MONDAY + timedelta(microseconds=1)}),
        (LATER, {"which": "nobody", "to": MONDAY}),
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
            found = connection.execute(JOINED, {"open": True, "now": MONDAY}).all()
        return found[0]

    found = await seeded.store.write(work)
    assert found.private_open is True
    assert found.since == MONDAY
    assert found.since.utcoffset() == timedelta()
    worker, resident = await seeded.store.read(lambda c: _bodies(c))
    assert worker == seeded.body_id
    assert resident is None


def _bodies(connection: Connection) -> tuple[int | None, int | None]:
    for _ in range(3):
        rows = connection.execute(JOINED, {"open": True, "now": MONDAY}).all()
    by_role = {one.role: one.body_id for one in rows}
    return by_role["worker"], by_role["resident"]


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


async def test_a_broken_constraint_is_an_integrity_error_at_every_use(store: Stores) -> None:
    async def clash() -> None:
        def work(connection: Connection) -> None:
            connection.execute(PUT, row("known"))
            connection.execute(PUT, row("a-secret"))
            assert is_short(connection, PUT, **row(""))
            connection.execute(PUT, row("a-secret", "an-owner"))

        await store.write(work)

    for _ in range(3):
        with pytest.raises(IntegrityError) as caught:
            await clash()
        assert caught.value.params is None or store.__class__.__name__ == "PostgresStore"
    assert await store.read(lambda c: c.execute(select(leased.c.name)).all()) == []


async def test_what_an_error_says_holds_no_parameters(sqlite_store: Stores) -> None:
    def work(connection: Connection) -> None:
        for _ in range(3):
            connection.execute(KEEP, row("warm"))
            connection.execute(OWNED, {"whose": "test"})
        connection.execute(PUT, row("x"))
        connection.execute(PUT, row("a-secret"))
        assert is_short(connection, PUT, **row(""))
        connection.execute(PUT, row("a-secret", "an-owner"))

    with pytest.raises(IntegrityError) as caught:
        await sqlite_store.write(work)
    assert "a-secret" not in str(caught.value)
    assert "an-owner" not in str(caught.value)
    assert "leases" in str(caught.value)


async def test_a_savepoint_rolls_back_alone(store: Stores) -> None:
    def work(connection: Connection) -> list[str]:
        connection.execute(PUT, row("before"))
        for name in ("gone", "gone-too"):
            with pytest.raises(LookupError), connection.begin_nested():
                connection.execute(PUT, row(name))
                raise LookupError
        with connection.begin_nested():
            connection.execute(PUT, row("kept"))
        connection.execute(PUT, row("z-after"))
        return list(connection.execute(OWNED, {"whose": "test"}).scalars())

    assert await store.write(work) == ["before", "kept", "z-after"]
    assert await store.read(lambda c: list(c.execute(OWNED, {"whose": "test"}).scalars())) == [
        "before",
        "kept",
        "z-after",
    ]


async def test_a_constraint_broken_in_a_savepoint_leaves_the_rest(store: Stores) -> None:
    def work(connection: Connection) -> list[str]:
        three(connection)
        with pytest.raises(IntegrityError), connection.begin_nested():
            connection.execute(PUT, row("a"))
        return list(connection.execute(OWNED, {"whose": "test"}).scalars())

    assert await store.write(work) == ["a", "b"]


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
