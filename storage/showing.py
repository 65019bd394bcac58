"""Cards as the dispatcher keeps them up: which are behind, what stands where, what was posted anew."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, or_, select, update

from storage.queue import IS_OPEN
from storage.tables import cards, outbox


@dataclass(frozen=True, slots=True)
class Dirty:
    """A posted card that is behind; `row_id` is the outbox row that posted it, `edited_at` UTC."""

    id: int
    row_id: int
    kind: str
    subject_id: int
    destination: str
    chat_id: int
    message_id: int
    version: int
    shown: int
    shown_digest: bytes | None
    edited_at: datetime | None
    attempts: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a card stands in a chat; `coming`: not yet, but it is being posted."""

    message_id: int | None
    coming: bool


_POSTER = select(outbox.c.id).where(outbox.c.dedupe == "card:" + cards.c.id.cast(outbox.c.dedupe.type))
_COLUMNS = [cards.c[name] for name in Dirty.__slots__ if name not in ("id", "row_id")]
_LOOK = select(cards.c.id, _POSTER.correlate(cards).scalar_subquery().label("row_id"), *_COLUMNS)
_BEHIND = (
    _LOOK.where(
        cards.c.shown < cards.c.version,
        cards.c.message_id.is_not(None),
        cards.c.stuck.is_(False),
        or_(cards.c.not_before.is_(None), cards.c.not_before <= bindparam("now")),
    )
    .order_by(cards.c.id)
    .limit(bindparam("most"))
)
_ONE = _LOOK.where(cards.c.id == bindparam("card"), cards.c.message_id.is_not(None))
_STANDING = select(cards.c.message_id).where(
    cards.c.kind == bindparam("of"),
    cards.c.subject_id == bindparam("subject"),
    cards.c.chat_id == bindparam("chat"),
    cards.c.message_id.is_not(None),
)
_COMING = (
    select(outbox.c.id)
    .join(cards, cards.c.id == outbox.c.card_id)
    .where(
        cards.c.kind == bindparam("of"),
        cards.c.subject_id == bindparam("subject"),
        IS_OPEN,
    )
)
_STATE = select(cards.c.kind, cards.c.version).where(cards.c.id == bindparam("card"))
_NEXT = (
    select(cards.c.not_before)
    .where(cards.c.shown < cards.c.version, cards.c.stuck.is_(False), cards.c.not_before > bindparam("now"))
    .order_by(cards.c.not_before)
    .limit(1)
)
# `shown` is what was rendered, not what is newest: a refresh during the send leaves the card behind.
_POSTED = (
    update(cards)
    .where(cards.c.id == bindparam("card"))
    .values(
        chat_id=bindparam("chat"),
        thread_id=bindparam("thread"),
        message_id=bindparam("message"),
        shown=bindparam("rendered"),
        shown_digest=bindparam("digest"),
        edited_at=bindparam("at"),
        attempts=0,
        not_before=None,
        stuck=False,
    )
)
_SHOWN = (
    update(cards)
    .where(cards.c.id == bindparam("card"), cards.c.message_id == bindparam("message"))
    .values(
        shown=bindparam("rendered"),
        shown_digest=bindparam("digest"),
        edited_at=bindparam("at"),
        attempts=0,
        not_before=None,
    )
)
_LATER = (
    update(cards)
    .where(cards.c.id == bindparam("card"))
    .values(attempts=cards.c.attempts + bindparam("tried"), not_before=bindparam("then"), shown_digest=None)
)
_STUCK = update(cards).where(cards.c.id == bindparam("card")).values(stuck=True)
_LOST = (
    update(cards)
    .where(cards.c.id == bindparam("card"), cards.c.message_id == bindparam("message"))
    .values(chat_id=None, message_id=None, shown=0, shown_digest=None, attempts=0, not_before=None)
)
_AT = select(cards.c.id).where(
    cards.c.chat_id == bindparam("chat"), cards.c.message_id == bindparam("message")
)
_REPOST = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"), outbox.c.state == "sent")
    .values(
        state="new",
        message_id=None,
        chat_id=None,
        route=None,
        attempts=0,
        probes=0,
        settled_at=None,
        lease_until=None,
    )
)


def behind(connection: Connection, now: datetime, most: int = 500) -> list[Dirty]:
    """Posted cards whose shown version is behind, and that may be edited now."""
    return [Dirty(*row) for row in connection.execute(_BEHIND, {"now": now, "most": most})]


def dirty(connection: Connection, card_id: int) -> Dirty | None:
    """The posted card as it stands, whether it is behind or not; None where it is not posted."""
    row = connection.execute(_ONE, {"card": card_id}).one_or_none()
    return None if row is None else Dirty(*row)


def state(connection: Connection, card_id: int) -> tuple[str, int]:
    """A card's kind and newest version, read before it is rendered."""
    row = connection.execute(_STATE, {"card": card_id}).one()
    return row.kind, row.version


def standing(connection: Connection, kind: str, subject_id: int, chat_id: int) -> Standing:
    """The card of this subject in a chat, or whether one is on its way."""
    where = {"of": kind, "subject": subject_id}
    found = connection.execute(_STANDING, {**where, "chat": chat_id}).scalar()
    coming = found is None and connection.execute(_COMING, where).first() is not None
    return Standing(found, coming)


def next_time(connection: Connection, now: datetime) -> datetime | None:
    """When the next card that had to wait may be tried again (UTC)."""
    return connection.execute(_NEXT, {"now": now}).scalar()


def posted(
    connection: Connection,
    card_id: int,
    place: tuple[int, int | None, int],
    rendered: int,
    digest: bytes,
    now: datetime,
) -> None:
    """The card stands at `place` (chat, topic, message), showing version `rendered`."""
    chat, thread, message = place
    values = {"card": card_id, "chat": chat, "thread": thread, "message": message}
    connection.execute(_POSTED, {**values, "rendered": rendered, "digest": digest, "at": now})


def shown(
    connection: Connection, card_id: int, message_id: int, rendered: int, digest: bytes, now: datetime
) -> None:
    """The posted card shows version `rendered` now; it stays behind if it was refreshed meanwhile."""
    values = {"card": card_id, "message": message_id, "rendered": rendered, "digest": digest, "at": now}
    connection.execute(_SHOWN, values)


def later(connection: Connection, card_id: int, then: datetime, tried: int) -> None:
    """Edit this card not before `then`; what stands there is not known any more."""
    connection.execute(_LATER, {"card": card_id, "then": then, "tried": tried})


def stuck(connection: Connection, card_id: int) -> None:
    """Give up editing this card until it is posted anew."""
    connection.execute(_STUCK, {"card": card_id})


def missing(connection: Connection, chat_id: int, message_id: int) -> None:
    """The card's message that stood there is gone: post it anew."""
    for card_id in connection.execute(_AT, {"chat": chat_id, "message": message_id}).scalars().all():
        card = dirty(connection, card_id)
        if card is not None:
            lost(connection, card)


def lost(connection: Connection, card: Dirty) -> None:
    """The card's message is gone: post it anew, by the same outbox row."""
    connection.execute(_LOST, {"card": card.id, "message": card.message_id})
    connection.execute(_REPOST, {"row_id": card.row_id})
