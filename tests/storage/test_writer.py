"""The one way to write: all or nothing, in order, durable once answered, a bad one harms no other."""

import asyncio
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, make_url, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from domain.kernel.errors import NotFound
from storage import migrate
from storage.open import Stores, open_store
from storage.sqlite import SqliteStore
from storage.tables import leases
from tests.compound import MONDAY


def put(name: str):
    """Work that leaves one row."""

    def work(connection: Connection) -> str:
        connection.execute(insert(leases), {"name": name, "owner": "test", "until": MONDAY})
        return name

    return work


def put_and_fail(name: str):
    """Work that leaves one row and then changes its mind."""

    def work(connection: Connection) -> None:
        put(name)(connection)
        raise NotFound

    return work


def names(connection: Connection) -> set[str]:
    return set(connection.execute(select(leases.c.name)).scalars())


async def test_a_write_that_returned_is_seen_by_the_next_read(store: Stores) -> None:
    for number in range(20):
        await store.write(put(f"n{number}"))
        assert f"n{number}" in await store.read(names)


async def test_a_reader_cannot_write(store: Stores) -> None:
    with pytest.raises(Exception, match=r"readonly|read-only"):
        await store.read(put("sneaked"))
    assert await store.read(names) == set()


async def test_one_that_fails_takes_nobody_with_it_and_leaves_nothing(store: Stores) -> None:
    good = [store.write(put(f"n{number}")) for number in range(30)]
    bad = [store.write(put_and_fail(f"bad{number}")) for number in range(10)]
    answers = await asyncio.gather(*good, *bad, return_exceptions=True)
    assert answers[:30] == [f"n{number}" for number in range(30)]
    assert all(isinstance(answer, NotFound) for answer in answers[30:])
    assert await store.read(names) == {f"n{number}" for number in range(30)}


async def test_a_broken_constraint_is_told_to_its_own_caller(store: Stores) -> None:
    await store.write(put("once"))
    answers = await asyncio.gather(
        *(store.write(put(name)) for name in ("a", "once", "b")), return_exceptions=True
    )
    assert answers[0] == "a"
    assert isinstance(answers[1], IntegrityError)
    assert answers[2] == "b"


async def test_savepoints_inside_a_write_stay_inside(store: Stores) -> None:
    def work(connection: Connection) -> None:
        put("mark")(connection)
        with pytest.raises(NotFound), connection.begin_nested():
            put_and_fail("decision")(connection)

    await store.write(work)
    assert await store.read(names) == {"mark"}


async def test_writes_run_in_the_order_in_which_they_were_asked(sqlite_store: SqliteStore) -> None:
    ran: list[int] = []
    waiting = [
        sqlite_store.write(lambda _connection, number=number: ran.append(number)) for number in range(300)
    ]
    await asyncio.gather(*waiting)
    assert ran == list(range(300))


async def test_writes_that_wait_together_share_a_commit(sqlite_store: SqliteStore) -> None:
    seen: list[str] = []
    await sqlite_store.write(lambda connection: connection.connection.set_trace_callback(seen.append))
    held = threading.Event()
    first = asyncio.ensure_future(sqlite_store.write(lambda _connection: held.wait(10)))
    rest = [asyncio.ensure_future(sqlite_store.write(put(f"n{number}"))) for number in range(60)]
    await asyncio.sleep(0)
    held.set()
    await asyncio.gather(first, *rest)
    assert 1 <= seen.count("COMMIT") <= 5
    assert len(await sqlite_store.read(names)) == 60


def break_group(connection: Connection) -> None:
    """What a full disk does to a group: the whole transaction is gone, the savepoints with it."""
    connection.exec_driver_sql("ROLLBACK")


async def test_a_group_that_fails_is_run_singly(sqlite_store: SqliteStore) -> None:
    held = threading.Event()
    first = asyncio.ensure_future(sqlite_store.write(lambda _connection: held.wait(10)))
    good = [asyncio.ensure_future(sqlite_store.write(put(f"n{number}"))) for number in range(5)]
    broken = asyncio.ensure_future(sqlite_store.write(break_group))
    more = [asyncio.ensure_future(sqlite_store.write(put(f"m{number}"))) for number in range(5)]
    await asyncio.sleep(0)
    held.set()
    await asyncio.gather(first, *good, *more)
    with pytest.raises((OperationalError, sqlite3.OperationalError)):
        await broken
    assert len(await sqlite_store.read(names)) == 10


async def test_another_process_that_holds_the_lock_is_waited_for(
    sqlite_store: SqliteStore, sqlite_database: str
) -> None:
    with closing(sqlite3.connect(make_url(sqlite_database).database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.ensure_future(sqlite_store.write(put("late")))
        await asyncio.sleep(0.2)
        assert not waiting.done()
        other.execute("COMMIT")
        assert await waiting == "late"


async def test_closing_finishes_what_was_accepted(database: str) -> None:
    store = open_store(database)
    await store.start()
    waiting = [asyncio.ensure_future(store.write(put(f"n{number}"))) for number in range(100)]
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(*waiting)
    again = open_store(database)
    await again.start()
    assert len(await again.read(names)) == 100
    await again.close()


async def test_a_store_that_is_closed_says_so(sqlite_database: str) -> None:
    store = open_store(sqlite_database)
    await store.start()
    await store.close()
    with pytest.raises(RuntimeError, match="closed"):
        await store.write(put("late"))


async def test_sqlite_is_durable_and_checks_references(sqlite_store: SqliteStore) -> None:
    def pragmas(connection: Connection) -> tuple[object, ...]:
        asked = ("journal_mode", "synchronous", "foreign_keys")
        return tuple(connection.execute(text(f"PRAGMA {name}")).scalar() for name in asked)

    assert await sqlite_store.write(pragmas) == ("wal", 2, 1)


WRITES_UNTIL_KILLED = """
import asyncio, sys
from sqlalchemy import insert
from storage.open import open_store
from storage.tables import EPOCH, leases

async def client(store, me):
    for number in range(10**6):
        name = f"{me}-{number}"
        row = {"name": name, "owner": "test", "until": EPOCH}
        await store.write(lambda connection: connection.execute(insert(leases), row) and None)
        print(name, flush=True)

async def main():
    store = open_store(sys.argv[1])
    await store.start()
    await asyncio.gather(*(client(store, me) for me in range(20)))

asyncio.run(main())
"""


@pytest.mark.slow
def test_what_was_answered_survives_kill_9(sqlite_database: str) -> None:
    command = [sys.executable, "-c", WRITES_UNTIL_KILLED, sqlite_database]
    with subprocess.Popen(command, cwd=Path.cwd(), stdout=subprocess.PIPE, text=True) as process:
        answered = [process.stdout.readline().strip() for _ in range(300)]
        process.send_signal(signal.SIGKILL)
        answered += process.stdout.read().split("\n")[:-1]
    migrate.upgrade(sqlite_database)
    with closing(sqlite3.connect(make_url(sqlite_database).database)) as raw:
        kept = {name for (name,) in raw.execute("SELECT name FROM leases")}
    assert len(answered) >= 300
    assert set(filter(None, answered)) <= kept
