"""Methods that change the bot's own messages, for everybody or for the one who sees them."""

from typing import Any

from bot.sandbox import keyboards
from bot.sandbox.arguments import Arguments
from bot.sandbox.chats import Chat
from bot.sandbox.engine import Engine
from bot.sandbox.messages import Stored
from bot.sandbox.places import find_chat, open_chat, spend
from bot.sandbox.posting import erase, rewrite
from bot.sandbox.refusals import refuse
from bot.sandbox.texts import caption_of, text_of

Json = dict[str, Any]


def edit_text(engine: Engine, args: Arguments) -> Json:
    stored, markup = _editable(engine, args)
    change = text_of(engine, args)
    if "text" not in stored.body:
        refuse("edit_no_text")
    return _apply(engine, stored, {"text": None, "entities": None, **change, "reply_markup": markup})


def edit_caption(engine: Engine, args: Arguments) -> Json:
    stored, markup = _editable(engine, args)
    return _apply(engine, stored, _new_caption(engine, args, stored) | {"reply_markup": markup})


def edit_markup(engine: Engine, args: Arguments) -> Json:
    stored, markup = _editable(engine, args)
    return _apply(engine, stored, {"reply_markup": markup}, probing=True)


def _new_caption(engine: Engine, args: Arguments, stored: Stored) -> Json:
    if not any(kind in stored.body for kind in ("photo", "document", "video", "voice")):
        refuse("edit_no_caption")
    return {"caption": None, "caption_entities": None, **caption_of(engine, args)}


def _editable(engine: Engine, args: Arguments) -> tuple[Stored, Json | None]:
    chat = open_chat(engine, args)
    spend(engine, chat)
    probe = engine.faults.probe
    stored = engine.world.message(chat.id, args.need_integer("message_id"))
    markup = _markup(args, chat)
    if stored is None:
        refuse("edit_id_invalid" if probe.missing == "invalid_id" else "edit_not_found")
    if stored.sender_id != engine.world.bot_id:
        refuse("edit_not_found" if probe.foreign == "not_found" else "edit_forbidden")
    if engine.faults.lies():
        refuse("edit_not_found")
    if stored.reply_keyboard is not None or "forward_origin" in stored.body:
        refuse("edit_forbidden")
    return stored, markup


def _markup(args: Arguments, chat: Chat) -> Json | None:
    inline, other = keyboards.read(args.structure("reply_markup"), private=chat.type == "private")
    if other is not None:
        refuse("object_expected", name="reply markup")
    return inline


def _apply(engine: Engine, stored: Stored, change: Json, *, probing: bool = False) -> Json:
    if all(stored.body.get(key) == value for key, value in change.items()):
        if not (probing and engine.faults.probe.own_same == "ok"):
            refuse("edit_unchanged")
        return stored.snapshot()
    rewrite(engine, stored, change, "bot")
    return stored.snapshot()


def edit_ephemeral_text(engine: Engine, args: Arguments) -> bool:
    stored, markup = _ephemeral_editable(engine, args)
    change = text_of(engine, args)
    if "text" not in stored.body:
        refuse("edit_no_text")
    _apply(engine, stored, {"text": None, "entities": None, **change, "reply_markup": markup})
    return True


def edit_ephemeral_caption(engine: Engine, args: Arguments) -> bool:
    stored, markup = _ephemeral_editable(engine, args)
    _apply(engine, stored, _new_caption(engine, args, stored) | {"reply_markup": markup})
    return True


def edit_ephemeral_markup(engine: Engine, args: Arguments) -> bool:
    stored, markup = _ephemeral_editable(engine, args)
    _apply(engine, stored, {"reply_markup": markup})
    return True


def delete_ephemeral(engine: Engine, args: Arguments) -> bool:
    erase(engine, _ephemeral(engine, args, find_chat(engine, args)))
    return True


def _ephemeral_editable(engine: Engine, args: Arguments) -> tuple[Stored, Json | None]:
    chat = open_chat(engine, args)
    spend(engine, chat)
    return _ephemeral(engine, args, chat), _markup(args, chat)


def _ephemeral(engine: Engine, args: Arguments, chat: Chat) -> Stored:
    stored = engine.world.ephemeral_message(chat.id, args.need_integer("ephemeral_message_id"))
    receiver = args.need_integer("receiver_user_id")
    if stored is None or stored.receiver_id != receiver or stored.sender_id != engine.world.bot_id:
        refuse("ephemeral_not_found")
    return stored


METHODS = {
    "editMessageText": edit_text, "editMessageCaption": edit_caption, "editMessageReplyMarkup": edit_markup,
    "editEphemeralMessageText": edit_ephemeral_text, "editEphemeralMessageCaption": edit_ephemeral_caption,
    "editEphemeralMessageReplyMarkup": edit_ephemeral_markup, "deleteEphemeralMessage": delete_ephemeral,
}  # fmt: skip
