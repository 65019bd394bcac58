"""Putting a message into a chat, whoever writes it."""

from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.engine import Engine
from bot.sandbox.messages import Stored

Json = dict[str, Any]


def post(
    engine: Engine,
    chat: Chat,
    sender: Json,
    content: Json,
    *,
    thread_id: int | None = None,
    reply: Stored | None = None,
    markup: Json | None = None,
    receiver_id: int | None = None,
) -> Stored:
    """A new message, kept and numbered; telling the bot of it is the caller's."""
    world = engine.world
    if receiver_id is None:
        body: Json = {"message_id": world.next_message_id(chat)}
    else:
        body = {"message_id": 0, "ephemeral_message_id": world.next_ephemeral_id(chat)}
        body["receiver_user"] = world.users[receiver_id]
    body |= {"date": engine.date(), "chat": chat.card(), "from": sender}
    _place(engine, chat, body, thread_id, reply)
    body |= content
    if markup is not None:
        body["reply_markup"] = markup
    stored = Stored(body, chat.id, int(sender["id"]), receiver_id=receiver_id)
    stored.keep_version(engine.timestamp(), "sent")
    world.keep(stored)
    if sender.get("is_bot") and "sender_chat" not in body:
        chat.last_bot = stored.sender_id
    return stored


def _place(engine: Engine, chat: Chat, body: Json, thread_id: int | None, reply: Stored | None) -> None:
    if thread_id is not None:
        body["message_thread_id"] = thread_id
        if thread_id in chat.topics:
            body["is_topic_message"] = True
            # recalled: what stands in a topic counts as a reply to the message that opened it
            reply = reply or engine.world.message(chat.id, thread_id)
    if reply is not None:
        body["reply_to_message"] = reply.as_reply()


def rewrite(engine: Engine, stored: Stored, change: Json, by: str) -> None:
    """Makes an edit: keys set to None vanish; snapshots handed out before stay as they were."""
    body = stored.body | change | {"edit_date": engine.date()}
    stored.body = {key: value for key, value in body.items() if value is not None}
    stored.keep_version(engine.timestamp(), by)
    engine.world.touch(stored)


def erase(engine: Engine, stored: Stored) -> None:
    stored.deleted = True
    stored.versions.append({"at": engine.timestamp(), "by": "deleted"})
    engine.world.touch(stored)
