"""PostgreSQL goes away and comes back: what was asked happens once, also where a commit's answer was lost."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, make_url, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage import postgres
from storage.open import open_store
from storage.postgres import PostgresStore
from storage.tables import leases
from storage.transient import is_transient
from storage.upsert import insert
from tests.compound import MONDAY
from tests.databases import fresh_database

pytestmark = pytest.mark.postgres

END_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
KEYED = insert(leases).on_conflict_do_nothing(index_elements=["name"])


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A fresh PostgreSQL database at head."""
    with fresh_database("postgres", tmp_path) as url:
        yield url


class Line:
    """A line to the server that can be cut, or lose the answer to the next commit."""

    def __init__(self) -> None:
        self.lose_commit = False
        self.lost = 0
        self._mute = False
        self._writers: list[asyncio.StreamWriter] = []

    def cut(self) -> None:
        """Drop every connection now."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()
        self._mute = False

    async def carry(
        self, host: str, port: int, near: asyncio.StreamReader, back: asyncio.StreamWriter
    ) -> None:
        reader, far = await asyncio.open_connection(host, port)
        self._writers += [back, far]
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._forward(near, far, asked=True))
            tasks.create_task(self._forward(reader, back, asked=False))

    async def _forward(self, source: asyncio.StreamReader, to: asyncio.StreamWriter, *, asked: bool) -> None:
        try:
            while data := await source.read(65536):
                losing = asked and self.lose_commit and b"COMMIT" in data
                self._mute = self._mute or losing
                if asked or not self._mute:
                    to.write(data)
                    await to.drain()
                if losing:
                    await self._lose()
        except OSError:
            pass
        finally:
            to.close()

    async def _lose(self) -> None:
        self.lose_commit = False
        self.lost += 1
        await asyncio.sleep(0.3)  # the server commits; nobody hears of it
        self.cut()


@asynccontextmanager
async def line_to(address: str) -> AsyncIterator[tuple[Line, str]]:
    """A line to that database, and the address at its near end."""
    url = make_url(address)
    line = Line()
    server = await asyncio.start_server(
        lambda near, back: line.carry(str(url.host), url.port or 5432, near, back), "127.0.0.1", 0
    )
    port = server.sockets[0].getsockname()[1]
    try:
        yield line, url.set(host="127.0.0.1", port=port).render_as_string(hide_password=False)
    finally:
        line.cut()
        server.close()


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[PostgresStore]:
    store = open_store(url)
    assert isinstance(store, PostgresStore)
    await store.start()
    try:
        yield store
    finally:
        await store.close()


def put_once(connection: Connection) -> int:
    return connection.execute(KEYED, {"name": "key", "owner": "test", "until": MONDAY}).rowcount


async def rows(store: PostgresStore) -> int:
    counted = select(func.count()).select_from(leases)
    return await store.read(lambda connection: connection.execute(counted).scalar_one())


async def test_a_commit_whose_answer_was_lost_is_tried_again_and_happens_once(address: str) -> None:
    async with line_to(address) as (line, near), opened(near) as store:
        line.lose_commit = True
        assert await store.write(put_once) == 0  # the second try finds the key of the first
        assert line.lost == 1
        assert await rows(store) == 1


async def test_a_connection_that_is_cut_amid_the_work_is_made_again(address: str) -> None:
    async with line_to(address) as (line, near), opened(near) as store:
        tries: list[int] = []

        def work(connection: Connection) -> int:
            tries.append(1)
            if len(tries) == 1:
                line.cut()
            return put_once(connection)

        assert await store.write(work) == 1
        assert len(tries) == 2
        assert await rows(store) == 1


async def test_idle_connections_that_the_server_ended_are_not_noticed_by_anybody(address: str) -> None:
    async with opened(address) as store:
        await asyncio.gather(*(store.read(lambda c: c.execute(text("SELECT 1")).scalar()) for _ in range(20)))
        await store.write(lambda connection: connection.execute(text(END_OTHERS)).all())
        assert await asyncio.gather(*(rows(store) for _ in range(20))) == [0] * 20


async def test_a_deadlock_is_tried_again(address: str) -> None:
    async with opened(address) as store:
        await store.write(
            lambda c: [c.execute(KEYED, {"name": n, "owner": "0", "until": MONDAY}) for n in "ab"] and None
        )
        add = text("UPDATE leases SET owner = CAST(CAST(owner AS integer) + 1 AS varchar) WHERE name = :name")

        def both(first: str, second: str):
            def work(connection: Connection) -> None:
                connection.execute(add, {"name": first})
                connection.execute(text("SELECT pg_sleep(0.2)"))
                connection.execute(add, {"name": second})

            return work

        await asyncio.gather(store.write(both("a", "b")), store.write(both("b", "a")))
        owners = await store.read(lambda c: c.execute(select(leases.c.owner)).scalars().all())
        assert owners == ["2", "2"]


async def test_an_error_of_the_work_itself_is_raised_at_once(address: str) -> None:
    async with opened(address) as store:
        with pytest.raises(ProgrammingError):
            await asyncio.wait_for(store.write(lambda c: c.execute(text("SELECT nowhere"))), 5)


async def test_patience_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "PATIENCE", 0.3)
    store = open_store("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(ConnectionRefusedError):
        await store.start()
    await store.close()


class Told(Exception):
    """A driver's error with its state."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.sqlstate = state


@pytest.mark.parametrize("state", ["40001", "40P01", "57P01", "57P03", "08006", "53300"])
def test_states_that_pass(state: str) -> None:
    assert is_transient(DBAPIError("", None, Told(state)))


@pytest.mark.parametrize("state", ["23505", "42703", "22001", ""])
def test_states_that_stay(state: str) -> None:
    assert not is_transient(IntegrityError("", None, Told(state)))


def test_what_is_no_error_of_the_database_stays_except_the_network() -> None:
    assert is_transient(ConnectionRefusedError())
    assert is_transient(PoolTimeout())
    assert not is_transient(KeyError("x"))
