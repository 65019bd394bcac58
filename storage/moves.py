"""Chats and private chats that move, close and come back, with every open row that leads there."""

from sqlalchemy import Connection, bindparam, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import cards, chats, outbox, persons

_UNDONE = ("new", "leased", "ambiguous", "stuck")
"""Rows that have not come to an end, or only to one that can be taken back."""

_OLD = select(chats.c.place_id, chats.c.audience).where(chats.c.chat_id == bindparam("old"))
_LEAVE = (
    update(chats).where(chats.c.chat_id == bindparam("old")).values(moved_to=bindparam("new"), present=False)
)
_NEW = {"chat_id": bindparam("new"), "kind": "supergroup", "place_id": bindparam("place"),
        "audience": bindparam("of"), "present": True}  # fmt: skip


def _entering(insert: sqlite.Insert | postgresql.Insert) -> sqlite.Insert | postgresql.Insert:
    """The supergroup's row; one that the other half of the migration made first keeps what it knows."""
    new = insert.values(_NEW)
    keep = func.coalesce(chats.c.place_id, new.excluded.place_id)
    return new.on_conflict_do_update(
        index_elements=["chat_id"],
        set_={"place_id": keep, "audience": new.excluded.audience, "present": True},
    )


_ENTER = {"sqlite": _entering(sqlite.insert(chats)), "postgresql": _entering(postgresql.insert(chats))}

# A basic group's messages are out of reach from its supergroup: rows start over, cards are posted anew.
_ROWS = (
    select(outbox.c.id, outbox.c.destination)
    .where(outbox.c.state.in_(_UNDONE))
    .where(or_(outbox.c.destination.like(bindparam("said")), outbox.c.destination.like(bindparam("near"))))
)
_REWRITE = update(outbox).where(outbox.c.id == bindparam("row_id")).values(destination=bindparam("to"))
_CARDS = select(cards.c.id, cards.c.kind, cards.c.subject_id, cards.c.destination, cards.c.chat_id).where(
    or_(cards.c.chat_id == bindparam("old"), cards.c.destination.like(bindparam("said")))
)
_THERE = select(cards.c.id).where(
    cards.c.kind == bindparam("of_kind"),
    cards.c.subject_id == bindparam("subject"),
    cards.c.destination == bindparam("to"),
)
# The new group has this card already: the old one is out of reach and shown no more.
_GIVE_UP = (
    update(cards)
    .where(cards.c.id == bindparam("card"))
    .values(chat_id=None, thread_id=None, message_id=None, shown=cards.c.version, stuck=True)
)
_UNPOST = (
    update(outbox)
    .where(outbox.c.dedupe == bindparam("poster"), outbox.c.state.in_(_UNDONE))
    .values(state="dropped", error="the group moved")
)
_MOVE_CARD = (
    update(cards)
    .where(cards.c.id == bindparam("card"))
    .values(
        chat_id=None, thread_id=None, message_id=None, shown=0, shown_digest=None, destination=bindparam("to")
    )
)
_REPOST = (
    update(outbox)
    .where(outbox.c.dedupe == bindparam("poster"), outbox.c.state.in_(("sent", "stuck")))
    .values(state="new", message_id=None, chat_id=None, route=None, attempts=0, probes=0, settled_at=None,
            destination=bindparam("to"))
)  # fmt: skip
_WORKERS_CARDS = select(cards.c.id, cards.c.destination).where(
    cards.c.chat_id == bindparam("chat"), cards.c.destination.like("workers:%")
)
_ABSENT = update(chats).where(chats.c.chat_id == bindparam("chat")).values(present=bindparam("here"))
_CLOSED = update(persons).where(persons.c.id == bindparam("person")).values(private_open=bindparam("open"))
_USER = select(persons.c.telegram_id).where(persons.c.id == bindparam("person"))
_AGAIN = (
    update(outbox)
    .where(outbox.c.state == "stuck")
    .where(or_(outbox.c.destination == bindparam("exact"), outbox.c.destination.like(bindparam("like")),
               outbox.c.destination.like(bindparam("near"))))
    .values(state="new", attempts=0, probes=0, chat_id=None, route=None, error=None, settled_at=None)
)  # fmt: skip


# What the card shows is not known any more, and it may have been given up.
_REVIVE = (
    update(cards)
    .where(
        or_(cards.c.chat_id == bindparam("chat"), cards.c.destination == bindparam("exact")),
        cards.c.message_id.is_not(None),
    )
    .values(stuck=False, version=cards.c.version + 1, shown_digest=None, attempts=0, not_before=None)
)


def migrate(connection: Connection, old: int, new: int) -> None:
    """A group became a supergroup: the chat, open rows and cards follow; safe to run twice, in any order."""
    place = connection.execute(_OLD, {"old": old}).one_or_none()
    known = {"place": place.place_id, "of": place.audience} if place else {"place": None, "of": "residents"}
    connection.execute(_ENTER[connection.dialect.name], {"new": new, **known})
    connection.execute(_LEAVE, {"old": old, "new": new})
    _move_rows(connection, old, new)
    _move_cards(connection, old, new)


def _move_rows(connection: Connection, old: int, new: int) -> None:
    like = {"said": f"chat:{old}%", "near": f"person:%@{old}"}
    for row in connection.execute(_ROWS, like).all():
        connection.execute(_REWRITE, {"row_id": row.id, "to": moved(row.destination, old, new)})


def _move_cards(connection: Connection, old: int, new: int) -> None:
    for card in connection.execute(_CARDS, {"old": old, "said": f"chat:{old}%"}).all():
        to, poster = moved(card.destination, old, new), f"card:{card.id}"
        if to == card.destination and card.chat_id != old:
            continue  # another group, whose id begins with the same digits
        where = {"of_kind": card.kind, "subject": card.subject_id, "to": to}
        there = connection.execute(_THERE, where).scalar()
        if there not in (None, card.id):
            connection.execute(_GIVE_UP, {"card": card.id})
            connection.execute(_UNPOST, {"poster": poster})
            continue
        connection.execute(_MOVE_CARD, {"card": card.id, "to": to})
        connection.execute(_REPOST, {"poster": poster, "to": to})


def moved(destination: str, old: int, new: int) -> str:
    """The destination with the chat replaced; topic and answered message stay behind in the old group."""
    head, near, chat = destination.partition("@")
    if near:
        return f"{head}@{new}" if chat == str(old) else destination
    if head.split("/")[0].split(">")[0] == f"chat:{old}":
        return f"chat:{new}"
    return destination


def left(connection: Connection, chat_id: int) -> None:
    """The bot is out of this chat."""
    connection.execute(_ABSENT, {"chat": chat_id, "here": False})


def returned(connection: Connection, chat_id: int) -> int:
    """The bot is back in this chat: what was stuck for it goes out; answers how many rows."""
    connection.execute(_ABSENT, {"chat": chat_id, "here": True})
    like = {"exact": f"chat:{chat_id}", "like": f"chat:{chat_id}/%", "near": f"person:%@{chat_id}"}
    connection.execute(_REVIVE, {"chat": chat_id, "exact": f"chat:{chat_id}"})
    return connection.execute(_AGAIN, like).rowcount + _answers_again(connection, chat_id)


def dismissed(connection: Connection, chat_id: int) -> None:
    """The workers read this chat no more: their cards are posted where they are now, and not edited here."""
    for card in connection.execute(_WORKERS_CARDS, {"chat": chat_id}).all():
        connection.execute(_MOVE_CARD, {"card": card.id, "to": card.destination})
        connection.execute(_REPOST, {"poster": f"card:{card.id}", "to": card.destination})


def closed(connection: Connection, person_id: int) -> None:
    """This person's private chat is closed to the bot."""
    connection.execute(_CLOSED, {"person": person_id, "open": False})


def opened(connection: Connection, person_id: int) -> int:
    """This person's private chat is open: what was stuck for them goes out; answers how many rows."""
    connection.execute(_CLOSED, {"person": person_id, "open": True})
    exact = f"person:{person_id}"
    connection.execute(_REVIVE, {"chat": 0, "exact": exact})
    own = {"exact": exact, "like": f"{exact}@%", "near": f"{exact}@%"}
    found = connection.execute(_AGAIN, own).rowcount
    user_id: int | None = connection.execute(_USER, {"person": person_id}).scalar()
    return found + (_answers_again(connection, user_id) if user_id is not None else 0)


def _answers_again(connection: Connection, chat_id: int) -> int:
    """What was to be said in that chat itself, as an answer to a message or not."""
    exact = f"chat:{chat_id}"
    return connection.execute(_AGAIN, {"exact": exact, "like": f"{exact}>%", "near": exact}).rowcount
