"""Random logs: the dashboard counts what the raw rows say; the full figure: `python -m tests.rates`."""

from storage.store import Store
from tests.rates.comparing import compare
from tests.rates.logs import Maker

LOGS = 10
"""Logs of each seed."""


async def test_the_dashboard_is_what_the_raw_rows_say(store: Store) -> None:
    """Two hundred random logs on each database."""
    maker = Maker(20261122)
    await store.write(maker.persons)
    for _ in range(20):
        logs = [maker.log() for _ in range(LOGS)]
        assert await store.write(lambda connection, logs=logs: sum(compare(connection, one) for one in logs))
