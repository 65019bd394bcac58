"""Parts of one album or one long text: a later or an earlier one is ours as soon as another one calls us."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, select, update

from storage.arrivals import Arrival, Waiting
from storage.tables import inbox

HELD = timedelta(seconds=60)
"""How long a part of an album that calls nobody waits, sealed and unread, for the part that calls us: the
platform may bring the caption's part later, in a batch of its own. After that its content is gone.
"""

FOLLOWS = timedelta(seconds=15)
"""How long after a part the next part of the same album or split text may be said."""

DELAYED = timedelta(hours=1)
"""How much later than it was said a part may reach us: over a restart, or when the platform tries again."""

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
# Parts of one album, from before the part that calls us.
_RECALL = (
    update(inbox)
    .where(
        inbox.c.bot_id == bindparam("of_bot"),
        inbox.c.chat_id == bindparam("of_chat"),
        inbox.c.sender_id == bindparam("of_sender"),
        inbox.c.album == bindparam("of_album"),
        inbox.c.state == "held",
        inbox.c.received_at > bindparam("since", type_=inbox.c.received_at.type),
    )
    .values(state="new", settled_at=None)
    .returning(inbox.c.id, inbox.c.lane)
)
_LET_GO = (
    update(inbox)
    .where(
        inbox.c.state == "held", inbox.c.received_at <= bindparam("before", type_=inbox.c.received_at.type)
    )
    .values(state="ignored", payload=None)
)


def may_wait(arrival: Arrival) -> bool:
    """Whether a later part of the same album may still call us."""
    return arrival.album is not None and arrival.sender_id is not None and bool(arrival.payload)


def recalled(connection: Connection, bot_id: int, arrival: Arrival, now: datetime) -> list[Waiting]:
    """The earlier parts of an album that is meant for us after all, oldest first."""
    if arrival.album is None:
        return []
    who = {"of_chat": arrival.chat_id, "of_sender": arrival.sender_id, "of_album": arrival.album}
    rows = connection.execute(_RECALL, who | {"of_bot": bot_id, "since": now - HELD}).all()
    return sorted((Waiting(row[0], row[1]) for row in rows), key=lambda one: one.id)


def album(arrival: Arrival) -> tuple[int | None, int | None, str] | None:
    """Chat, sender and name of the album that it is a part of."""
    if arrival.album is None:
        return None
    return arrival.chat_id, arrival.sender_id, arrival.album


def follows(connection: Connection, arrival: Arrival, now: datetime) -> bool:
    """Whether this is a later part of something that was said to us."""
    said_at = max(min(arrival.said_at or now, now), now - DELAYED)
    who = {"chat_id": arrival.chat_id, "sender_id": arrival.sender_id, "since": said_at - FOLLOWS}
    if arrival.album is not None:
        return connection.execute(_ALBUM_BEFORE, who | {"album": arrival.album}).first() is not None
    if not arrival.plain:
        return False
    last = connection.execute(_LONG_BEFORE, who | {"message_id": arrival.message_id}).scalar()
    return bool(last)


def let_go(connection: Connection, now: datetime) -> int:
    """Forget the content of album parts that nobody called us for; answers how many."""
    return connection.execute(_LET_GO, {"before": now - HELD}).rowcount
