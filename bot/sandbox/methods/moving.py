"""Methods that delete, forward, copy, pin and react."""

from typing import Any

from bot.sandbox import sizes
from bot.sandbox.arguments import Arguments
from bot.sandbox.chats import Chat
from bot.sandbox.engine import Engine
from bot.sandbox.files import file_ids
from bot.sandbox.messages import Stored
from bot.sandbox.methods.destination import deliver, destination
from bot.sandbox.places import find_chat, open_chat
from bot.sandbox.posting import erase, post
from bot.sandbox.reactions import check_reactions
from bot.sandbox.refusals import Refused, refuse
from bot.sandbox.texts import caption_of

Json = dict[str, Any]

_CONTENT = (
    "text", "entities", "caption", "caption_entities", "photo", "document", "video", "voice", "location",
    "contact",
)  # fmt: skip


def delete_message(engine: Engine, args: Arguments) -> bool:
    chat = open_chat(engine, args)
    _delete(engine, chat, args.need_integer("message_id"))
    return True


def delete_messages(engine: Engine, args: Arguments) -> bool:
    """Those that cannot be found or deleted are skipped in silence."""
    chat = open_chat(engine, args)
    ids = args.objects("message_ids")
    if not ids:
        refuse("ids_invalid")
    if len(ids) > sizes.BULK[1]:
        refuse("ids_too_many")
    if not all(str(message_id).isdigit() for message_id in ids):
        refuse("ids_invalid")
    for message_id in map(int, ids):
        try:
            _delete(engine, chat, message_id)
        except Refused:
            continue
    return True


def _delete(engine: Engine, chat: Chat, message_id: int) -> None:
    stored = engine.world.message(chat.id, message_id)
    if stored is None:
        refuse("delete_not_found")
    own = stored.sender_id == engine.world.bot_id
    if not own and chat.is_group and not chat.member(engine.world.bot_id).may("can_delete_messages"):
        refuse("delete_forbidden")
    privileged = chat.is_group and chat.member(engine.world.bot_id).may("can_delete_messages")
    if not privileged and engine.timestamp() - stored.body["date"] > sizes.DELETE_SECONDS:
        refuse("delete_too_old")
    erase(engine, stored)


def forward_message(engine: Engine, args: Arguments) -> Json:
    to = destination(engine, args)
    stored = _source(engine, args, "forward")
    content = {key: stored.body[key] for key in _CONTENT if key in stored.body}
    content["forward_origin"] = stored.body.get("forward_origin") or {
        "type": "user", "sender_user": stored.body["from"], "date": stored.body["date"],
    }  # fmt: skip
    return deliver(engine, to, content).snapshot()


def copy_message(engine: Engine, args: Arguments) -> Json:
    to = destination(engine, args)
    stored = _source(engine, args, "copy")
    content = {key: stored.body[key] for key in _CONTENT if key in stored.body}
    if args.text("caption") is not None and file_ids(stored.body):
        content.pop("caption_entities", None)
        content |= caption_of(engine, args)
    return {"message_id": deliver(engine, to, content).message_id}


def _source(engine: Engine, args: Arguments, what: str) -> Stored:
    chat = find_chat(engine, args, "from_chat_id")
    stored = engine.world.message(chat.id, args.need_integer("message_id"))
    if stored is None:
        refuse(f"{what}_not_found")
    if not any(key in stored.body for key in _CONTENT):
        refuse(f"{what}_forbidden")
    return stored


def set_reaction(engine: Engine, args: Arguments) -> bool:
    chat = open_chat(engine, args)
    stored = engine.world.message(chat.id, args.need_integer("message_id"))
    if stored is None:
        refuse("react_not_found")
    reaction = check_reactions(args.objects("reaction") or [])
    if reaction:
        stored.reactions[engine.world.bot_id] = reaction
    else:
        stored.reactions.pop(engine.world.bot_id, None)
    engine.world.touch(stored)
    return True


def pin(engine: Engine, args: Arguments) -> bool:
    chat = _pinnable(engine, args)
    stored = engine.world.message(chat.id, args.need_integer("message_id"))
    if stored is None:
        refuse("pin_not_found")
    if stored.message_id not in chat.pinned:
        chat.pinned.append(stored.message_id)
        post(engine, chat, engine.world.bot, {"pinned_message": stored.as_reply()})
    return True


def unpin(engine: Engine, args: Arguments) -> bool:
    chat = _pinnable(engine, args)
    message_id = args.integer("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        refuse("unpin_not_found")
    chat.pinned.remove(message_id)
    return True


def unpin_all(engine: Engine, args: Arguments) -> bool:
    _pinnable(engine, args).pinned.clear()
    return True


def _pinnable(engine: Engine, args: Arguments) -> Chat:
    chat = open_chat(engine, args)
    if chat.is_group and not chat.member(engine.world.bot_id).may("can_pin_messages"):
        refuse("pin_rights")
    return chat


METHODS = {
    "deleteMessage": delete_message, "deleteMessages": delete_messages, "forwardMessage": forward_message,
    "copyMessage": copy_message, "setMessageReaction": set_reaction, "pinChatMessage": pin,
    "unpinChatMessage": unpin, "unpinAllChatMessages": unpin_all,
}  # fmt: skip
