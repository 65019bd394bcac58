"""Every update, kept before it is confirmed: unique by bot and id, sealed until it is settled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, delete, func, select, update

from storage.tables import inbox
from storage.upsert import insert
from storage.vault import Vault

KEPT = timedelta(days=8)
"""How long a settled id is remembered: Telegram hands an update out again for a day, and may restart its
numbers after a week without any. Source: Bot API, Update.
"""

MOST_ATTEMPTS = 3
"""Tries before an update is a dead letter."""

FOLLOWS = timedelta(seconds=15)
"""How long after a part the next part of the same album or split text may arrive."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update as the gate saw it; `payload` is its raw JSON, kept only where it is ours to read.

    `plain` marks words that may be the next part of a text which the writer's client split.
    """

    update_id: int
    kind: str
    lane: int
    state: str
    payload: bytes
    chat_id: int | None = None
    sender_id: int | None = None
    message_id: int | None = None
    album: str | None = None
    long: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open row and the lane it waits in; ids grow in order of acceptance."""

    id: int
    lane: int


@dataclass(frozen=True, slots=True)
class Lag:
    """How much waits, since when, and how many letters are dead."""

    waiting: int
    oldest: datetime | None
    dead: int


_INSERT = insert(inbox).on_conflict_do_nothing(index_elements=["bot_id", "update_id"]).returning(inbox.c.id)

_SAME_WRITER = and_(
    inbox.c.chat_id == bindparam("chat_id"),
    inbox.c.sender_id == bindparam("sender_id"),
    inbox.c.received_at > bindparam("since"),
    inbox.c.state.in_(("new", "done", "refused")),
)
_ALBUM_BEFORE = select(inbox.c.id).where(_SAME_WRITER, inbox.c.album == bindparam("album")).limit(1)
_LONG_BEFORE = (
    select(inbox.c.long)
    .where(_SAME_WRITER, inbox.c.message_id < bindparam("message_id"))
    .order_by(inbox.c.message_id.desc())
    .limit(1)
)
_OPEN = (
    select(inbox.c.id, inbox.c.lane)
    .where(inbox.c.bot_id == bindparam("bot_id"), inbox.c.state == "new")
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
_WAITING = select(func.count(), func.min(inbox.c.received_at)).where(inbox.c.state == "new")
_DEAD = select(func.count()).where(inbox.c.state == "dead")


def accept(
    connection: Connection, vault: Vault, bot_id: int, arrivals: Sequence[Arrival], now: datetime
) -> list[Waiting]:
    """Keep a batch, in order of update id; answers the new open rows. What is known changes nothing."""
    opened = []
    batch = sorted(arrivals, key=lambda arrival: arrival.update_id)
    albums = {_album(arrival) for arrival in batch if arrival.state == "new"}
    for arrival in batch:
        state = arrival.state
        if state == "ignored" and (_album(arrival) in albums or _follows(connection, arrival, now)):
            state = "new"
        row_id = _insert(connection, vault, bot_id, arrival, state, now)
        if row_id is not None and state == "new":
            opened.append(Waiting(row_id, arrival.lane))
    return opened


def _album(arrival: Arrival) -> tuple[int | None, int | None, str] | None:
    if arrival.album is None:
        return None
    return arrival.chat_id, arrival.sender_id, arrival.album


def _follows(connection: Connection, arrival: Arrival, now: datetime) -> bool:
    """Whether this is a later part of something that was said to us."""
    who = {"chat_id": arrival.chat_id, "sender_id": arrival.sender_id, "since": now - FOLLOWS}
    if arrival.album is not None:
        return connection.execute(_ALBUM_BEFORE, who | {"album": arrival.album}).first() is not None
    if not arrival.plain:
        return False
    last = connection.execute(_LONG_BEFORE, who | {"message_id": arrival.message_id}).scalar()
    return bool(last)


def _insert(
    connection: Connection, vault: Vault, bot_id: int, arrival: Arrival, state: str, now: datetime
) -> int | None:
    key = f"{bot_id}:{arrival.update_id}"
    sealed = vault.seal_transient("inbox", "payload", key, arrival.payload) if state == "new" else None
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
