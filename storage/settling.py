"""What becomes of an outbox row: every step is one statement that says which state it expects."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, select, update

from storage.queue import IS_OPEN
from storage.tables import outbox

# The lease seen before is the version: of two who look after one ambiguous row, one gets it.
_TAKE = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("row_id"),
        outbox.c.state.in_(("leased", "ambiguous")),
        outbox.c.lease_until == bindparam("seen"),
    )
    .values(
        state=bindparam("to_state"),
        lease_until=bindparam("until"),
        probes=outbox.c.probes + bindparam("probed"),
        attempts=outbox.c.attempts + bindparam("tried"),
        error=bindparam("why"),
    )
)
_RAISE_FLOOR = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"), outbox.c.floor < bindparam("to_floor"))
    .values(floor=bindparam("to_floor"))
)
_UNSETTLED = and_(outbox.c.id == bindparam("row_id"), IS_OPEN, outbox.c.message_id.is_(None))
_SENT = (
    update(outbox)
    .where(_UNSETTLED)
    .values(
        state="sent",
        message_id=bindparam("message"),
        settled_at=bindparam("at"),
        lease_until=None,
        attempts=outbox.c.attempts + 1,
        error=None,
    )
)
_END = (
    update(outbox)
    .where(_UNSETTLED)
    .values(
        state=bindparam("to_state"),
        error=bindparam("why"),
        settled_at=bindparam("at"),
        lease_until=None,
        attempts=outbox.c.attempts + bindparam("tried"),
    )
)
_BACK = (
    update(outbox)
    .where(_UNSETTLED)
    .values(
        state="new",
        chat_id=None,
        route=bindparam("by_route"),
        lease_until=None,
        error=bindparam("why"),
        attempts=outbox.c.attempts + bindparam("tried"),
    )
)
_LATER = (
    update(outbox)
    .where(_UNSETTLED)
    .values(
        state="new",
        chat_id=None,
        route=None,
        lease_until=None,
        not_before=bindparam("then"),
        error=bindparam("why"),
        attempts=outbox.c.attempts + bindparam("tried"),
    )
)
_COUNTS = select(outbox.c.state, func.count()).group_by(outbox.c.state)
_OPEN_COUNTS = _COUNTS.where(IS_OPEN)
_TO = update(outbox).where(_UNSETTLED).values(destination=bindparam("to"))
_STUCK = (
    select(outbox.c.id, outbox.c.destination, outbox.c.key, outbox.c.error, outbox.c.attempts)
    .where(outbox.c.state == "stuck")
    .order_by(outbox.c.id)
    .limit(bindparam("most"))
)
_AGAIN = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"), outbox.c.state == "stuck")
    .values(state="new", attempts=0, probes=0, chat_id=None, route=None, error=None, settled_at=None)
)


def take(
    connection: Connection,
    row_id: int,
    seen: datetime | None,
    until: datetime,
    *,
    state: str = "ambiguous",
    probed: int = 0,
    tried: int = 0,
    why: str | None = None,
) -> bool:
    """Move a leased or ambiguous row on, if its lease is still the one that was seen."""
    change = {"to_state": state, "until": until, "probed": probed, "tried": tried, "why": why}
    return connection.execute(_TAKE, {"row_id": row_id, "seen": seen, **change}).rowcount == 1


def raise_floor(connection: Connection, row_id: int, floor: int) -> None:
    """Remember that no message up to this id is the row's."""
    connection.execute(_RAISE_FLOOR, {"row_id": row_id, "to_floor": floor})


def sent(connection: Connection, row_id: int, message_id: int | None, now: datetime) -> bool:
    """Settle a row as delivered; False where a press or another process had settled it."""
    return connection.execute(_SENT, {"row_id": row_id, "message": message_id, "at": now}).rowcount == 1


def end(
    connection: Connection, row_id: int, state: str, why: str | None, now: datetime, tried: int = 0
) -> bool:
    """Settle a row as "dropped", "stuck" or "expanded"."""
    change = {"to_state": state, "why": why and why[:128], "at": now, "tried": tried}
    return connection.execute(_END, {"row_id": row_id, **change}).rowcount == 1


def back(
    connection: Connection, row_id: int, why: str | None = None, tried: int = 0, route: str | None = None
) -> bool:
    """Make a row new again: it was certainly not delivered; `route` forces its next way."""
    change = {"by_route": route, "why": why and why[:128], "tried": tried}
    return connection.execute(_BACK, {"row_id": row_id, **change}).rowcount == 1


def later(connection: Connection, row_id: int, then: datetime, why: str, tried: int) -> bool:
    """Make a row new again, for `then` (UTC): what may be done twice needs no proof that it was not done."""
    change = {"then": then, "why": why[:128], "tried": tried}
    return connection.execute(_LATER, {"row_id": row_id, **change}).rowcount == 1


def redirect(connection: Connection, row_id: int, destination: str) -> None:
    """Let an open row lead elsewhere, e.g. out of a topic that is gone."""
    connection.execute(_TO, {"row_id": row_id, "to": destination})


def counts(connection: Connection) -> Mapping[str, int]:
    """How many rows are in which state; counts everything, for tests and the doctor."""
    return {row[0]: row[1] for row in connection.execute(_COUNTS)}


def open_counts(connection: Connection) -> Mapping[str, int]:
    """How many rows wait, by state; cheap."""
    return {row[0]: row[1] for row in connection.execute(_OPEN_COUNTS)}


def stuck(connection: Connection, most: int = 100) -> Sequence[Mapping[str, Any]]:
    """The rows that a steward must look at: destination, key, last error; no content."""
    return [row._asdict() for row in connection.execute(_STUCK, {"most": most})]


def again(connection: Connection, row_id: int) -> bool:
    """Let a stuck row try once more."""
    return connection.execute(_AGAIN, {"row_id": row_id}).rowcount == 1
