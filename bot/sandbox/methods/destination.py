"""Where a send goes: chat, topic, reply, keyboard and receiver, checked once for every kind of content."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox import keyboards
from bot.sandbox.arguments import Arguments
from bot.sandbox.chats import Chat
from bot.sandbox.engine import Engine
from bot.sandbox.ephemerals import Receiver, receiver_of
from bot.sandbox.messages import Stored
from bot.sandbox.places import open_chat, replied, spend, thread_of
from bot.sandbox.posting import post

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Destination:
    chat: Chat
    thread_id: int | None
    reply: Stored | None
    inline: Json | None
    other: Json | None
    receiver: Receiver | None


def destination(engine: Engine, args: Arguments, count: int = 1) -> Destination:
    chat = open_chat(engine, args)
    spend(engine, chat, count)
    thread_id, reply = thread_of(engine, chat, args), replied(engine, chat, args)
    inline, other = keyboards.read(args.structure("reply_markup"), private=chat.type == "private")
    return Destination(chat, thread_id, reply, inline, other, receiver_of(engine, chat, args, reply))


def deliver(engine: Engine, to: Destination, content: Json) -> Stored:
    stored = post(
        engine, to.chat, engine.world.bot, content, thread_id=to.thread_id, reply=to.reply, markup=to.inline,
        receiver_id=to.receiver.user_id if to.receiver else None,
    )  # fmt: skip
    stored.reply_keyboard = to.other
    if to.receiver is not None:
        stored.replaces = to.receiver.replaces
    return stored
