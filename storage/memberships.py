"""Where the bot is and who can be reached in private, as the platform's own updates say it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, exists, func, select, update

from domain.kernel.words import CardKind, ToPerson
from storage import days, moves
from storage.outbox import encode, leave
from storage.tables import (
    albums,
    calls,
    cards,
    cases,
    chats,
    dialogues,
    offers,
    outbox,
    persons,
    polls,
    questions,
    trials,
)
from storage.upsert import insert

_inserted = insert(chats)
_SEEN = _inserted.on_conflict_do_update(index_elements=["chat_id"], set_={"kind": _inserted.excluded.kind})
_DELETES = update(chats).where(chats.c.chat_id == bindparam("chat")).values(deletes=bindparam("allowed"))
# Whoever is no administrator any more may have heard plain words only because of that.
_DEAF = (
    update(trials)
    .where(trials.c.chat_id == bindparam("chat"))
    .values(seen=func.replace(trials.c.seen, "p", ""))
)
_MENU = (
    update(cards)
    .where(cards.c.kind == CardKind.MENU.value, cards.c.chat_id == bindparam("chat"))
    .values(version=cards.c.version + 1, not_before=None)
)
_PERSON = select(persons.c.id, persons.c.private_open).where(persons.c.telegram_id == bindparam("user_id"))

# Called by name in a group, people have not heard yet what it was about.
_ONLY_CALLED = select(
    outbox.c.id, outbox.c.key, outbox.c.params, outbox.c.about, outbox.c.priority, outbox.c.silent
).where(
    outbox.c.route == "mention",
    outbox.c.state == "sent",
    outbox.c.card_id.is_(None),
    outbox.c.destination.like(bindparam("near")),
)

_CARDS_AGAIN = (
    update(outbox)
    .where(
        outbox.c.route == "mention",
        outbox.c.state == "sent",
        outbox.c.card_id.is_not(None),
        outbox.c.message_id.is_(None),
        outbox.c.destination.like(bindparam("near")),
    )
    .values(state="new", chat_id=None, route=None, settled_at=None)
)

_there = dialogues.alias("there")
_album_there = albums.alias("album_there")
_FOLLOW = (
    *(
        update(table).where(table.c.chat_id == bindparam("old")).values(chat_id=bindparam("new"))
        for table in (polls, calls, questions, offers, trials)
    ),
    update(cases).where(cases.c.origin_chat_id == bindparam("old")).values(origin_chat_id=bindparam("new")),
    update(dialogues)
    .where(
        dialogues.c.chat_id == bindparam("old"),
        ~exists().where(_there.c.chat_id == bindparam("new"), _there.c.user_id == dialogues.c.user_id),
    )
    .values(chat_id=bindparam("new")),
    update(albums)
    .where(
        albums.c.chat_id == bindparam("old"),
        ~exists().where(
            _album_there.c.chat_id == bindparam("new"),
            _album_there.c.album == albums.c.album,
            _album_there.c.person_id == albums.c.person_id,
        ),
    )
    .values(chat_id=bindparam("new")),
)


def presence(connection: Connection, chat_id: int, kind: str, present: bool) -> None:
    """Whether the bot is in that "group" or "supergroup". Back again, what was stuck goes out."""
    connection.execute(_SEEN, {"chat_id": chat_id, "kind": kind, "present": present})
    if present:
        moves.returned(connection, chat_id)
    else:
        moves.left(connection, chat_id)


def deletes(connection: Connection, chat_id: int, allowed: bool) -> None:
    """Whether the bot may delete what others wrote in that group; as an administrator it also hears all that
    is said there, which the group's pinned card tells.
    """
    connection.execute(_DELETES, {"chat": chat_id, "allowed": allowed})
    if not allowed:
        connection.execute(_DEAF, {"chat": chat_id})
    connection.execute(_MENU, {"chat": chat_id})


def private(connection: Connection, user_id: int, is_open: bool, now: datetime) -> None:
    """Whether this person (a platform id) has opened the private chat with us; strangers are passed over."""
    found = connection.execute(_PERSON, {"user_id": user_id}).first()
    if found is None or found.private_open == is_open:
        return
    if not is_open:
        moves.closed(connection, found.id)
        return
    moves.opened(connection, found.id)
    days.heard(connection, found.id)
    near = {"near": f"person:{found.id}@%"}
    connection.execute(_CARDS_AGAIN, near)
    for row in connection.execute(_ONLY_CALLED, near).all():
        _tell_now(connection, found.id, row, now)


def _tell_now(connection: Connection, person_id: int, row: Row[*tuple[Any, ...]], now: datetime) -> None:
    """What the mention stood for, once, in the private chat that it asked for."""
    leave(
        connection,
        destination=encode(ToPerson(person_id)),
        key=row.key,
        params=row.params,
        about=row.about,
        priority=row.priority,
        silent=row.silent,
        not_before=now,
        dedupe=f"told:{row.id}",
        created_at=now,
    )


def moved(connection: Connection, old: int, new: int) -> None:
    """A group became a supergroup: all that points at it follows. Said twice, it is done once."""
    moves.migrate(connection, old, new)
    for statement in _FOLLOW:
        connection.execute(statement, {"old": old, "new": new})
