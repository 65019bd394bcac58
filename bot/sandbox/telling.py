"""Telling the bot what happened: the updates that follow from an event in the world."""

from typing import Any

from bot.sandbox.addressing import reaches_bot
from bot.sandbox.chats import Chat, Member
from bot.sandbox.engine import Engine
from bot.sandbox.messages import Stored

Json = dict[str, Any]


def tell_message(engine: Engine, chat: Chat, stored: Stored, *, edited: bool = False) -> None:
    if not reaches_bot(engine.world, chat, stored.body, stored.sender_id):
        return
    kind = "channel_post" if chat.type == "channel" else "message"
    engine.updates.emit(f"edited_{kind}" if edited else kind, stored.snapshot(), f"chat:{chat.id}")


def tell_member(engine: Engine, chat: Chat, user_id: int, old: Member, new: Member, actor: Json) -> None:
    """my_chat_member about the bot itself, chat_member about others if the bot is an admin there."""
    world = engine.world
    mine = user_id == world.bot_id
    if not mine and not (chat.is_group and chat.member(world.bot_id).is_admin):
        return
    user = world.users[user_id]
    change = {
        "chat": chat.card(), "from": actor, "date": engine.date(),
        "old_chat_member": old.card(user), "new_chat_member": new.card(user),
    }  # fmt: skip
    engine.updates.emit("my_chat_member" if mine else "chat_member", change, f"chat:{chat.id}")


def tell_reaction(engine: Engine, chat: Chat, stored: Stored, user: Json, old: list[Json]) -> None:
    """Only an admin sees who reacted."""
    if not chat.member(engine.world.bot_id).is_admin and chat.is_group:
        return
    change = {
        "chat": chat.card(), "message_id": stored.message_id, "user": user, "date": engine.date(),
        "old_reaction": old, "new_reaction": stored.reactions.get(user["id"], []),
    }  # fmt: skip
    engine.updates.emit("message_reaction", change, f"chat:{chat.id}")
