"""Messages that one member of a group sees: who may get one, and what must have triggered it.

Documented: an admin bot reaches any member who is no bot at any time; any other bot only within 15 seconds
of a callback query or of an ephemeral message of that person, named in the call.
"""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.chats import Chat
from bot.sandbox.engine import Engine
from bot.sandbox.messages import Stored
from bot.sandbox.queries import Query
from bot.sandbox.refusals import refuse
from bot.sandbox.sizes import EPHEMERAL_TRIGGER_SECONDS

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Receiver:
    user_id: int
    replaces: int | None = None


def receiver_of(engine: Engine, chat: Chat, args: Arguments, reply: Stored | None) -> Receiver | None:
    """Whom a send is for; None when it is for everybody."""
    asked = _asked(args)
    if asked is None:
        if reply is not None and reply.receiver_id is not None:
            refuse("ephemeral_reply")
        return None
    if not chat.is_group:
        refuse("ephemeral_chat")
    user_id = int(asked["receiver_user_id"])
    if not chat.member(user_id).inside or engine.world.users[user_id].get("is_bot"):
        refuse("ephemeral_receiver")
    query = _query(engine, chat, user_id, asked.get("callback_query_id"))
    _check_reply_age(engine, reply)
    if not chat.member(engine.world.bot_id).is_admin:
        _check_trigger(engine, user_id, query, reply)
    return Receiver(user_id, _replaced(asked, query))


def _asked(args: Arguments) -> Json | None:
    """The object of Bot API 10.3, or the two loose arguments of 10.2."""
    given = args.mapping("ephemeral_message_parameters")
    if given:
        if not str(given.get("receiver_user_id", "")).isdigit():
            refuse("object_expected", name="ephemeral_message_parameters")
        return given
    receiver = args.integer("receiver_user_id")
    if not receiver:
        return None
    return {"receiver_user_id": receiver, "callback_query_id": args.text("callback_query_id")}


def _query(engine: Engine, chat: Chat, user_id: int, query_id: str | None) -> Query | None:
    if not query_id:
        return None
    query = engine.queries.all.get(query_id)
    if query is None or query.user_id != user_id or query.chat_id != chat.id:
        refuse("query_too_old")
    return query


def _check_reply_age(engine: Engine, reply: Stored | None) -> None:
    """Even an admin bot replies to an ephemeral message only while it is fresh."""
    if reply is None or reply.receiver_id is None:
        return
    if engine.timestamp() - int(reply.body["date"]) > EPHEMERAL_TRIGGER_SECONDS:
        refuse("ephemeral_too_late")


def _check_trigger(engine: Engine, user_id: int, query: Query | None, reply: Stored | None) -> None:
    if query is not None:
        if engine.queries.age(query) > EPHEMERAL_TRIGGER_SECONDS:
            refuse("ephemeral_too_late")
    elif reply is None or reply.receiver_id is None or reply.sender_id != user_id:
        refuse("ephemeral_untriggered")


def _replaced(asked: Json, query: Query | None) -> int | None:
    if not asked.get("replace_callback_query_message"):
        return None
    if query is None or query.ephemeral_id is not None:
        refuse("ephemeral_replace")
    return query.message_id
