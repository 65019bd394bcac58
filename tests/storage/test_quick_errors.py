"""What goes wrong on the short way: a broken constraint, what it tells, and what a savepoint takes back."""

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from storage.open import Stores
from storage.tables import leases as leased
from tests.storage.test_quick import KEEP, OWNED, PUT, is_short, row, three


async def test_a_broken_constraint_is_an_integrity_error_at_every_use(store: Stores) -> None:
    async def clash() -> None:
        def work(connection: Connection) -> None:
            connection.execute(PUT, row("known"))
            connection.execute(PUT, row("a-secret"))
            assert is_short(connection, PUT, **row(""))
            connection.execute(PUT, row("a-secret", "an-owner"))

        await store.write(work)

    for _ in range(3):
        with pytest.raises(IntegrityError):
            await clash()
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


def _fail_in_savepoint(connection: Connection, name: str) -> None:
    with connection.begin_nested():
        connection.execute(PUT, row(name))
        raise LookupError


async def test_a_savepoint_rolls_back_alone(store: Stores) -> None:
    def work(connection: Connection) -> list[str]:
        connection.execute(PUT, row("before"))
        for name in ("gone", "gone-too"):
            with pytest.raises(LookupError):
                _fail_in_savepoint(connection, name)
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
