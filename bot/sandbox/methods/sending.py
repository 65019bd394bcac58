"""Methods that send text, places and signs of life."""

from typing import Any

from bot.sandbox import sizes
from bot.sandbox.arguments import Arguments
from bot.sandbox.engine import Engine
from bot.sandbox.methods.destination import deliver, destination
from bot.sandbox.places import open_chat
from bot.sandbox.refusals import refuse
from bot.sandbox.texts import text_of

Json = dict[str, Any]

_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


def send_message(engine: Engine, args: Arguments) -> Json:
    to = destination(engine, args)
    return deliver(engine, to, text_of(engine, args)).snapshot()


def send_location(engine: Engine, args: Arguments) -> Json:
    to = destination(engine, args)
    latitude, longitude = args.number("latitude"), args.number("longitude")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        refuse("location_invalid")
    place: Json = {"latitude": latitude, "longitude": longitude}
    accuracy = args.number("horizontal_accuracy")
    if accuracy is not None and not 0 <= accuracy <= sizes.HORIZONTAL_ACCURACY:
        refuse("location_invalid")
    if accuracy is not None:
        place["horizontal_accuracy"] = accuracy
    return deliver(engine, to, {"location": place}).snapshot()


def send_chat_action(engine: Engine, args: Arguments) -> bool:
    open_chat(engine, args)
    if args.text("action") not in _ACTIONS:
        refuse("argument_invalid", name="action")
    return True


METHODS = {"sendMessage": send_message, "sendLocation": send_location, "sendChatAction": send_chat_action}
