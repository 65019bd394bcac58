"""Chats: made, listed, migrated, divided into topics."""

from typing import Any

from fastapi import APIRouter

from bot.sandbox.chats import DEFAULT_ADMIN, Chat, Member
from bot.sandbox.engine import Engine
from bot.sandbox.methods.arranging import open_topic, remove_topic
from bot.sandbox.people.bodies import NewChat, NewTopic
from bot.sandbox.people.errors import impossible
from bot.sandbox.people.finding import chat_of, user_of
from bot.sandbox.posting import post
from bot.sandbox.telling import tell_member, tell_message

Json = dict[str, Any]


def router(engine: Engine) -> APIRouter:
    api = APIRouter(tags=["chats"])

    @api.get("/chats")
    async def chats() -> list[Json]:
        """All chats but the private ones of the crowd."""
        world = engine.world
        return [describe(engine, chat) for chat in world.chats.values() if chat.id not in world.crowd]

    @api.post("/chats")
    async def add(body: NewChat) -> Json:
        return add_chat(engine, body).card()

    @api.post("/chats/{chat_id}/migrate")
    async def migrate(chat_id: int) -> Json:
        return migrate_chat(engine, chat_of(engine, chat_id)).card()

    @api.post("/chats/{chat_id}/topics")
    async def topic(chat_id: int, body: NewTopic) -> Json:
        return _add_topic(engine, chat_of(engine, chat_id), body)

    @api.delete("/chats/{chat_id}/topics/{thread_id}")
    async def untopic(chat_id: int, thread_id: int) -> Json:
        chat = chat_of(engine, chat_id)
        if thread_id not in chat.topics:
            impossible(404, f"there is no topic {thread_id}")
        remove_topic(engine, chat, thread_id)
        return {"deleted": thread_id}

    return api


def describe(engine: Engine, chat: Chat) -> Json:
    users = engine.world.users
    return chat.card() | {
        "members": [member.card(users[user_id]) for user_id, member in chat.members.items()],
        "topics": [topic.card() | {"is_closed": topic.closed} for topic in chat.topics.values()],
        "pinned": chat.pinned, "started": chat.started, "blocked": chat.blocked,
        "migrated_to": chat.migrated_to,
    }  # fmt: skip


def add_chat(engine: Engine, body: NewChat) -> Chat:
    world = engine.world
    if body.type == "private":
        person = next((i for i in body.members if i != world.bot_id), 0)
        return world.private_chat(int(user_of(engine, person)["id"]))
    chat_id = body.id or world.new_chat_id(body.type)
    if chat_id in world.chats:
        impossible(409, f"chat {chat_id} is there already")
    title = body.title or "Group"
    chat = Chat(chat_id, body.type, title=title, username=body.username, is_forum=body.is_forum)
    owner = _people(engine, chat, body)
    world.chats[chat_id] = chat
    if world.bot_id in chat.members:
        actor = world.users[owner] if owner else world.bot
        tell_member(engine, chat, world.bot_id, Member("left"), chat.member(world.bot_id), actor)
    return chat


def _people(engine: Engine, chat: Chat, body: NewChat) -> int | None:
    """Fills the chat; answers who made it."""
    bot_id = engine.world.bot_id
    for user_id in [*body.members, *body.admins]:
        user_of(engine, user_id)
        rights = dict(DEFAULT_ADMIN) if user_id in body.admins else {}
        chat.members[user_id] = Member("administrator" if user_id in body.admins else "member", rights)
    owner = body.owner or next((user_id for user_id in body.admins if user_id != bot_id), None)
    if owner is not None:
        user_of(engine, owner)
        chat.members[owner] = Member("creator")
    return owner or next((user_id for user_id in body.members if user_id != bot_id), None)


def migrate_chat(engine: Engine, old: Chat) -> Chat:
    """A basic group becomes a supergroup; both say so in a service message, as the platform does."""
    world = engine.world
    if old.type != "group" or old.migrated_to is not None:
        impossible(409, "only a basic group migrates, and only once")
    new = Chat(world.new_chat_id("supergroup"), "supergroup", title=old.title)
    new.members, new.last_bot = dict(old.members), old.last_bot
    world.chats[new.id] = new
    people = {i: m for i, m in old.members.items() if i != world.bot_id and m.inside}
    owner = next((i for i, m in people.items() if m.status == "creator"), next(iter(people), world.bot_id))
    actor = world.users[owner]
    farewell = post(engine, old, actor, {"migrate_to_chat_id": new.id})
    welcome = post(engine, new, actor, {"migrate_from_chat_id": old.id})
    old.migrated_to = new.id
    tell_message(engine, old, farewell)
    tell_message(engine, new, welcome)
    return new


def _add_topic(engine: Engine, chat: Chat, body: NewTopic) -> Json:
    if not chat.is_forum:
        impossible(409, f"chat {chat.id} is no forum")
    world = engine.world
    creator = user_of(engine, body.by) if body.by else world.users[next(iter(chat.inside()))]
    topic = open_topic(engine, chat, creator, body.name)
    stored = world.message(chat.id, topic.thread_id)
    if stored is not None:
        tell_message(engine, chat, stored)
    return topic.card()
