"""Finding the people, chats and messages that a call of the people's side names."""

from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.engine import Engine
from bot.sandbox.messages import Stored
from bot.sandbox.people.errors import impossible

Json = dict[str, Any]


def user_of(engine: Engine, user_id: int) -> Json:
    user = engine.world.users.get(user_id)
    if user is None:
        impossible(404, f"there is no user {user_id}")
    return user


def chat_of(engine: Engine, chat_id: int) -> Chat:
    chat = engine.world.chat(chat_id)
    if chat is None:
        impossible(404, f"there is no chat {chat_id}")
    return chat


def member_chat(engine: Engine, chat_id: int, user_id: int) -> Chat:
    """A chat in which this person may act now."""
    chat = chat_of(engine, chat_id)
    user_of(engine, user_id)
    if chat.migrated_to is not None:
        impossible(409, f"chat {chat_id} was upgraded to {chat.migrated_to}")
    if not chat.member(user_id).inside:
        impossible(403, f"user {user_id} is not in chat {chat_id}")
    return chat


def message_of(engine: Engine, chat: Chat, message_id: int, ephemeral_id: int | None = None) -> Stored:
    world = engine.world
    if ephemeral_id:
        stored = world.ephemeral_message(chat.id, ephemeral_id)
    else:
        stored = world.message(chat.id, message_id)
    if stored is None:
        impossible(404, f"there is no message {ephemeral_id or message_id} in chat {chat.id}")
    return stored
