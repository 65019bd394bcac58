"""A process that begins anew knows what the one before it has spent."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.limits import Ceilings
from bot.delivery.schedule import Schedule
from domain.kernel.words import ToChat
from storage.destinations import encode
from storage.outbox import leave
from storage.posted import lately
from storage.tables import outbox

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


async def test_what_left_in_the_last_minute_is_found_and_nothing_older(store) -> None:
    def fill(connection):
        for index, (state, ago) in enumerate([("sent", 90), ("sent", 40), ("leased", 5), ("new", 1)]):
            at = NOW - timedelta(seconds=ago)
            leave(
                connection,
                destination=encode(ToChat(-100 - index)),
                key="help",
                params="{}",
                priority=0,
                silent=False,
                not_before=NOW,
                created_at=NOW,
                chat_id=-100 - index,
                settled_at=at if state == "sent" else None,
                lease_until=at if state == "leased" else None,
            )
            connection.execute(outbox.update().where(outbox.c.chat_id == -100 - index).values(state=state))

    await store.write(fill)
    found = await store.read(lambda connection: lately(connection, NOW - timedelta(seconds=60)))
    assert found == [(-101, NOW - timedelta(seconds=40)), (-102, NOW - timedelta(seconds=5))]


async def test_every_probe_of_a_row_is_a_call_that_the_platform_counts(store) -> None:
    def fill(connection):
        leave(
            connection,
            destination=encode(ToChat(-100)),
            key="help",
            params="{}",
            priority=0,
            silent=False,
            not_before=NOW,
            created_at=NOW,
        )
        asked = {"state": "ambiguous", "probes": 3, "chat_id": -100, "lease_until": NOW}
        connection.execute(outbox.update().values(asked))

    await store.write(fill)
    found = await store.read(lambda connection: lately(connection, NOW - timedelta(seconds=60)))
    assert found == [(-100, NOW)] * 4


@pytest.mark.parametrize(("ago", "waits"), [(59.0, 1.0), (10.0, 50.0)])
def test_a_group_whose_minute_is_spent_waits_for_it(ago: float, waits: float) -> None:
    schedule, now = Schedule(Ceilings()), 1000.0
    for _ in range(20):
        schedule.remember(-1001, now - ago, now)
    lane = schedule.lanes[-1001]
    assert lane.minute is not None
    assert lane.minute.free_at(now) == pytest.approx(now + waits)
    assert schedule.whole.free_at(now) == now  # a second ago is forgotten
