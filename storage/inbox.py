"""Every update, kept before it is confirmed: unique by bot and id, sealed until it is settled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, func, literal_column, select, update

from storage.arrivals import Arrival, Waiting
from storage.changed import changes_ours
from storage.parts import album, follows, may_wait, recalled
from storage.tables import inbox
from storage.upsert import insert
from storage.vault import Vault

KEPT = timedelta(days=8)
"""How long a settled id is remembered: Telegram hands an update out again for a day, and may restart its
numbers after a week without any. Source: Bot API, Update.
"""

MOST_ATTEMPTS = 3
"""Tries before an update is a dead letter."""


@dataclass(frozen=True, slots=True)
class Lag:
    """How much waits, since when, and how many letters are dead."""

    waiting: int
    oldest: datetime | None
    dead: int


_INSERT = insert(inbox).on_conflict_do_nothing(index_elements=["bot_id", "update_id"]).returning(inbox.c.id)

_OPEN = (
    select(inbox.c.id, inbox.c.lane)
    .where(inbox.c.bot_id == bindparam("bot_id"), inbox.c.state == literal_column("'new'"))
    .order_by(inbox.c.id)
)
_SETTLE = (
    update(inbox)
    .where(inbox.c.id == bindparam("row_id"), inbox.c.state == "new")
    .values(state=bindparam("to"), payload=None, settled_at=bindparam("at"))
)
_REFUSE = update(inbox).where(inbox.c.id == bindparam("row_id")).values(state="refused")
_BURY = (
    update(inbox)
    .where(inbox.c.id == bindparam("row_id"), inbox.c.state == "new")
    .values(state="dead", settled_at=bindparam("at"))
)
_ATTEMPT = (
    update(inbox)
    .where(inbox.c.id == bindparam("row_id"), inbox.c.state == "new")
    .values(attempts=inbox.c.attempts + 1)
    .returning(inbox.c.attempts)
)
_OLD = (
    select(inbox.c.id)
    .where(inbox.c.received_at < bindparam("before"), inbox.c.state.not_in(("new", "dead")))
    .limit(bindparam("most"))
)
_PURGE = delete(inbox).where(inbox.c.id.in_(_OLD.scalar_subquery()))
_WAITING = select(func.count(), func.min(inbox.c.received_at)).where(inbox.c.state == literal_column("'new'"))
_DEAD = select(func.count()).where(inbox.c.state == "dead")


def accept(
    connection: Connection, vault: Vault, bot_id: int, arrivals: Sequence[Arrival], now: datetime
) -> list[Waiting]:
    """Keep a batch, in order of update id; answers the new open rows. What is known changes nothing."""
    opened = []
    batch = sorted(arrivals, key=lambda arrival: arrival.update_id)
    albums = {album(arrival) for arrival in batch if arrival.state == "new"}
    for arrival in batch:
        state = arrival.state
        part = state == "ignored" and (album(arrival) in albums or follows(connection, arrival, now))
        if part or (state == "ignored" and changes_ours(connection, vault, arrival)):
            state = "new"
        elif state == "ignored" and may_wait(arrival):
            state = "held"
        row_id = _insert(connection, vault, bot_id, arrival, state, now)
        if row_id is not None and state == "new":
            opened += [*recalled(connection, bot_id, arrival, now), Waiting(row_id, arrival.lane)]
    return opened


def _insert(
    connection: Connection, vault: Vault, bot_id: int, arrival: Arrival, state: str, now: datetime
) -> int | None:
    key, kept = f"{bot_id}:{arrival.update_id}", state in ("new", "held")
    sealed = vault.seal_transient("inbox", "payload", key, arrival.payload) if kept else None
    row = {
        "bot_id": bot_id,
        "update_id": arrival.update_id,
        "lane": arrival.lane,
        "kind": arrival.kind,
        "payload": sealed,
        "state": state,
        "chat_id": arrival.chat_id,
        "sender_id": arrival.sender_id,
        "message_id": arrival.message_id,
        "album": arrival.album,
        "long": arrival.long and state == "new",
        "received_at": now,
        "settled_at": None if state == "new" else now,
    }
    return connection.execute(_INSERT, row).scalar()


def waiting(connection: Connection, bot_id: int) -> list[Waiting]:
    """All open rows, oldest first: what a start has to work off."""
    return [Waiting(row.id, row.lane) for row in connection.execute(_OPEN, {"bot_id": bot_id})]


def settle(connection: Connection, row_id: int, state: str, now: datetime) -> bool:
    """Mark an open row "done" or "refused" and forget its content; False where it was settled before."""
    return connection.execute(_SETTLE, {"row_id": row_id, "to": state, "at": now}).rowcount == 1


def refuse(connection: Connection, row_id: int) -> None:
    """Turn the mark that this transaction has just set into a refusal."""
    connection.execute(_REFUSE, {"row_id": row_id})


def attempt(connection: Connection, row_id: int) -> int:
    """Count one failed try of an open row; answers how many there were, 0 where it was settled."""
    return connection.execute(_ATTEMPT, {"row_id": row_id}).scalar() or 0


def bury(connection: Connection, row_id: int, now: datetime) -> bool:
    """Make an open row a dead letter; its content stays, sealed, for the steward."""
    return connection.execute(_BURY, {"row_id": row_id, "at": now}).rowcount == 1


def purge(connection: Connection, now: datetime, most: int = 2000) -> int:
    """Forget settled ids older than eight days, at most `most` of them; answers how many."""
    return connection.execute(_PURGE, {"before": now - KEPT, "most": most}).rowcount


def lag(connection: Connection) -> Lag:
    """How far behind the lanes are."""
    count, oldest = connection.execute(_WAITING).one()
    return Lag(count, oldest, connection.execute(_DEAD).scalar() or 0)
