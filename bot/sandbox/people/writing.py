"""Writing: a person's message put together from the call, posted, and shown to the bot if it may see it."""

import base64
import binascii
import json
from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.engine import Engine
from bot.sandbox.entities import cut, detect, trim
from bot.sandbox.files import Upload, content
from bot.sandbox.messages import Stored
from bot.sandbox.people.bodies import Forward, Media, Rewriting, Writing
from bot.sandbox.people.errors import impossible
from bot.sandbox.people.finding import chat_of, member_chat, message_of, user_of
from bot.sandbox.people.users import set_blocked
from bot.sandbox.posting import post, rewrite
from bot.sandbox.sizes import CAPTION, TEXT, utf16
from bot.sandbox.telling import tell_message
from bot.sandbox.world import ANONYMOUS_ADMIN, FAKE_CHANNEL

Json = dict[str, Any]

_KINDS = ("photo", "video", "voice", "document")


def write(engine: Engine, chat_id: int, body: Writing) -> Stored:
    chat = member_chat(engine, chat_id, body.from_)
    if chat.type == "private":
        chat.started = True  # who writes first opens the chat
        set_blocked(engine, chat.id, blocked=False)
    sender, extra = _identity(engine, chat, body)
    said = _content(engine, body)
    stored = post(
        engine, chat, sender, extra | said, thread_id=_thread(chat, body.message_thread_id),
        reply=_reply(engine, chat, body), receiver_id=_receiver(engine, chat, body, said),
    )  # fmt: skip
    tell_message(engine, chat, stored)
    return stored


def edit(engine: Engine, chat_id: int, message_id: int, body: Rewriting) -> Stored:
    chat = member_chat(engine, chat_id, body.from_)
    stored = message_of(engine, chat, message_id)
    if stored.sender_id != body.from_:
        impossible(403, f"message {message_id} is somebody else's")
    name = "text" if "text" in stored.body else "caption"
    rewrite(engine, stored, _worded(name, body.text, blank=True), "person")
    tell_message(engine, chat, stored, edited=True)
    return stored


def _identity(engine: Engine, chat: Chat, body: Writing) -> tuple[Json, Json]:
    """Who the platform says it was: the person, the group's nameless admin, or a channel."""
    if body.as_chat is None:
        return user_of(engine, body.from_), {}
    if body.as_chat == chat.id:
        if not chat.member(body.from_).is_admin:
            impossible(403, "only an admin can be anonymous")
        return ANONYMOUS_ADMIN, {"sender_chat": chat.card()}
    return FAKE_CHANNEL, {"sender_chat": chat_of(engine, body.as_chat).card()}


def _content(engine: Engine, body: Writing) -> Json:
    said: Json = {}
    if body.text is not None:
        said |= _worded("text", body.text)
    for kind in _KINDS:
        given = getattr(body, kind)
        if given is not None:
            said |= _file(engine, kind, given)
    if body.location is not None:
        said["location"] = body.location
    if body.contact is not None:
        said["contact"] = body.contact
    if not said:
        impossible(422, "a message needs text, a file, a location or a contact")
    if body.caption is not None:
        said |= _worded("caption", body.caption)
    return said | _origin(engine, body)


def _worded(name: str, text: str, *, blank: bool = False) -> Json:
    text, _none = trim(text, [])
    if not text:
        impossible(422, f"the {name} is empty")
    most = TEXT if name == "text" else CAPTION
    if utf16(text) > most:  # a client splits a text before it comes here, and stops typing in a caption
        impossible(422, f"the {name} is longer than {most} UTF-16 units: no client sends that in one message")
    marks, key = detect(text, []), "entities" if name == "text" else "caption_entities"
    return {name: text, key: marks} if marks else {name: text, key: None} if blank else {name: text}


def _file(engine: Engine, kind: str, given: str | Media) -> Json:
    media = given if isinstance(given, Media) else Media(base64=given)
    encoded = media.base64.partition(",")[2] if media.base64.startswith("data:") else media.base64
    try:
        data = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        impossible(422, f"the {kind} is not base64")
    file = engine.world.files.add(kind, Upload(data, media.file_name, media.mime_type))
    return content(kind, file, media.model_dump(exclude_none=True))


def _origin(engine: Engine, body: Writing) -> Json:
    extra: Json = {}
    if body.media_group_id is not None:
        extra["media_group_id"] = body.media_group_id
    if body.via_bot is not None:
        extra["via_bot"] = user_of(engine, body.via_bot)
    if body.forward is not None:
        extra["forward_origin"] = _forwarded(engine, body.forward)
    return extra


def _forwarded(engine: Engine, forward: Forward) -> Json:
    date = forward.date or engine.date()
    if forward.from_user is not None:
        return {"type": "user", "date": date, "sender_user": user_of(engine, forward.from_user)}
    return {"type": "hidden_user", "date": date, "sender_user_name": forward.from_name or "Somebody"}


def _thread(chat: Chat, thread_id: int | None) -> int | None:
    if thread_id is not None and thread_id not in chat.topics:
        impossible(404, f"there is no topic {thread_id}")
    if thread_id is not None and chat.topics[thread_id].closed:
        impossible(409, f"topic {thread_id} is closed")
    return thread_id


def _reply(engine: Engine, chat: Chat, body: Writing) -> Stored | None:
    if body.reply_to is None and body.reply_to_ephemeral is None:
        return None
    return message_of(engine, chat, body.reply_to or 0, body.reply_to_ephemeral)


def _receiver(engine: Engine, chat: Chat, body: Writing, said: Json) -> int | None:
    """The bot alone sees a command that its menu calls ephemeral, and a reply to what it said unseen."""
    if not chat.is_group or body.ephemeral is False:
        return None
    if body.ephemeral or body.reply_to_ephemeral is not None:
        return engine.world.bot_id
    first = next(
        (e for e in said.get("entities") or () if e["type"] == "bot_command" and not e["offset"]), None
    )
    if first is None:
        return None
    name = cut(said["text"], first).removeprefix("/").partition("@")[0].lower()
    return engine.world.bot_id if name in _ephemeral_commands(engine, chat) else None


def _ephemeral_commands(engine: Engine, chat: Chat) -> set[str]:
    names: set[str] = set()
    for shelf, commands in engine.world.commands.items():
        scope = json.loads(shelf)[0]
        if scope["type"] != "all_private_chats" and str(scope.get("chat_id", chat.id)) == str(chat.id):
            names |= {c["command"] for c in commands if c.get("is_ephemeral")}
    return names
