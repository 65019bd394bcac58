"""Ids and instants: ascending, exact, the same on every database."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

import storage.calls
import storage.dialogues
import storage.keyring
import storage.people
from storage.ids import BELOW, Ids
from storage.open import Stores
from storage.tables import EPOCH, Instant, leases

MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2039, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


class Readings:
    """A clock that reads what it is told, one after the other, then stays."""

    def __init__(self, moments: list[datetime]) -> None:
        self._moments = moments

    def now(self) -> datetime:
        return self._moments.pop(0) if len(self._moments) > 1 else self._moments[0]


@given(st.lists(MOMENTS, min_size=1, max_size=40))
def test_ids_ascend_whatever_the_clock_does_and_fit_63_bits(moments: list[datetime]) -> None:
    ids = Ids(Readings(list(moments)))
    given_out = [ids() for _ in range(len(moments) + 5)]
    assert given_out == sorted(set(given_out))
    assert all(0 <= one < 2**63 for one in given_out)


@given(MOMENTS)
def test_an_id_tells_its_millisecond(moment: datetime) -> None:
    made = Ids(Readings([moment]))()
    assert made >> BELOW == (moment - EPOCH) // timedelta(milliseconds=1)


def test_threads_never_get_the_same_id() -> None:
    ids = Ids(Readings([datetime(2026, 3, 2, tzinfo=UTC)]))
    got: list[int] = []
    threads = [threading.Thread(target=lambda: got.extend([ids() for _ in range(2000)])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(got)) == 8000


def test_two_processes_hardly_meet() -> None:
    clock = Readings([datetime(2026, 3, 2, tzinfo=UTC)])
    assert len({Ids(clock)() for _ in range(100)}) > 95


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.timezones()))
def test_an_instant_comes_back_to_the_microsecond(moment: datetime) -> None:
    kind = Instant()
    for dialect in (sqlite.dialect(), postgresql.dialect()):
        stored = kind.process_bind_param(moment, dialect)
        assert kind.process_result_value(stored, dialect) == moment.astimezone(UTC)


@given(MOMENTS, MOMENTS)
def test_stored_instants_sort_as_they_follow(one: datetime, other: datetime) -> None:
    stored = [Instant().process_bind_param(moment, sqlite.dialect()) for moment in (one, other)]
    assert (stored[0] < stored[1]) is (one < other)


@pytest.mark.parametrize(
    "moment", [EPOCH, datetime(1969, 12, 31, 23, 59, 59, 999999, UTC), datetime(2026, 3, 2, 1, 2, 3, 4, UTC)]
)
async def test_a_database_keeps_an_instant_exactly(store: Stores, moment: datetime) -> None:
    def put(connection: Connection) -> None:
        connection.execute(insert(leases), {"name": "x", "owner": "y", "until": moment})

    await store.write(put)
    assert await store.read(lambda c: c.execute(select(leases.c.until)).scalar_one()) == moment


@pytest.mark.parametrize("module", [storage.calls, storage.dialogues, storage.keyring, storage.people])
def test_inserts_that_know_what_to_do_speak_to_both_databases(module: object) -> None:
    ours = [one for one in vars(module).values() if isinstance(one, Insert)]
    assert ours
    for statement in ours:
        for dialect in (sqlite.dialect(), postgresql.dialect()):
            assert str(statement.compile(dialect=dialect)).startswith("INSERT")
