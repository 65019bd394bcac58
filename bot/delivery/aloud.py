"""What is said aloud to neighbours is counted as it leaves; beyond the day's measure it waits."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.delivery import metrics
from bot.delivery.deeds import Deed
from bot.delivery.prepare import Ready
from domain.kernel.words import CardKind
from storage import days, queue, showing
from storage.queue import Claim


def claim(
    connection: Connection,
    ready: Sequence[tuple[Ready | Deed, Claim]],
    until: datetime,
    now: datetime,
    new_id: Callable[[], int],
    most: int,
) -> tuple[set[int], bool]:
    """Lease what may leave now, `until` then (UTC); answers the rows that are ours to send, and whether any
    has to wait for the morning."""
    mine = queue.claim(connection, [claim for _one, claim in ready], until)
    held = False
    for one, _claim in ready:
        if isinstance(one, Ready) and one.row.id in mine and _aloud(connection, one):
            day = days.today(connection, one.out.route.chat_id, now, new_id)
            if day.neighbours and not days.admit(connection, day, one.row.id, most):
                days.hold(connection, day, one.row.id, now, new_id)
                metrics.FALLBACKS.labels("tomorrow").inc()
                mine.discard(one.row.id)
                held = True
    return mine, held


def _aloud(connection: Connection, one: Ready) -> bool:
    """Whether the whole group reads it; the day's own card is what the rest makes room for."""
    if one.out.route.way != "group":
        return False
    return one.row.card_id is None or showing.state(connection, one.row.card_id)[0] != CardKind.DAY
