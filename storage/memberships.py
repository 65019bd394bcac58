"""Where the bot is and who can be reached in private, as the platform's own updates say it."""

from sqlalchemy import Connection, bindparam, exists, select, update

from storage import moves
from storage.tables import albums, cases, chats, dialogues, persons
from storage.upsert import insert

_inserted = insert(chats)
_SEEN = _inserted.on_conflict_do_update(index_elements=["chat_id"], set_={"kind": _inserted.excluded.kind})
_PERSON = select(persons.c.id, persons.c.private_open).where(persons.c.telegram_id == bindparam("user_id"))

_there = dialogues.alias("there")
_album_there = albums.alias("album_there")
_FOLLOW = (
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


def private(connection: Connection, user_id: int, is_open: bool) -> None:
    """Whether this person (a platform id) has opened the private chat with us; strangers are passed over."""
    found = connection.execute(_PERSON, {"user_id": user_id}).first()
    if found is None or found.private_open == is_open:
        return
    (moves.opened if is_open else moves.closed)(connection, found.id)


def moved(connection: Connection, old: int, new: int) -> None:
    """A group became a supergroup: all that points at it follows. Said twice, it is done once."""
    moves.migrate(connection, old, new)
    for statement in _FOLLOW:
        connection.execute(statement, {"old": old, "new": new})
