"""People: who there is, and what they do with the bot's private chat besides writing."""

from typing import Any

from fastapi import APIRouter

from bot.sandbox.chats import Chat, Member
from bot.sandbox.engine import Engine
from bot.sandbox.people.bodies import BotSettings, NewUser
from bot.sandbox.people.errors import impossible
from bot.sandbox.people.finding import user_of
from bot.sandbox.telling import tell_member

Json = dict[str, Any]


def router(engine: Engine) -> APIRouter:
    api = APIRouter(tags=["users"])

    @api.get("/users")
    async def users() -> list[Json]:
        """Users as the bot sees them; `crowd` marks those that are no personas."""
        crowd = engine.world.crowd
        return [
            user | {"crowd": True} if user["id"] in crowd else user for user in engine.world.users.values()
        ]

    @api.post("/users")
    async def add(body: NewUser) -> Json:
        return add_user(engine, body)

    @api.post("/users/{user_id}/block")
    async def block(user_id: int) -> Json:
        return set_blocked(engine, user_id, blocked=True)

    @api.delete("/users/{user_id}/block")
    async def unblock(user_id: int) -> Json:
        return set_blocked(engine, user_id, blocked=False)

    @api.post("/users/{user_id}/deactivate")
    async def deactivate(user_id: int) -> Json:
        """The account is deleted; for good, as on the platform."""
        user_of(engine, user_id)
        engine.world.private_chat(user_id).deactivated = True
        return {"user_id": user_id, "deactivated": True}

    _bot_routes(api, engine)
    return api


def _bot_routes(api: APIRouter, engine: Engine) -> None:
    @api.get("/bot")
    async def bot() -> Json:
        return _bot(engine)

    @api.patch("/bot")
    async def settings(body: BotSettings) -> Json:
        for name, value in body.model_dump(exclude_none=True).items():
            setattr(engine.world, name, value)
        return _bot(engine)


def add_user(engine: Engine, body: NewUser) -> Json:
    world = engine.world
    user_id = body.id or 700_000_000 + world.number("user")
    if user_id in world.users:
        impossible(409, f"user {user_id} is there already")
    given = body.model_dump(exclude_none=True, exclude={"id", "crowd"})
    user = world.add_user({"id": user_id, **given})
    if body.crowd:
        world.crowd.add(user_id)
        world.private_chat(user_id).started = True
    return user


def set_blocked(engine: Engine, user_id: int, *, blocked: bool) -> Json:
    """The bot learns of it by my_chat_member: 'kicked' from the private chat, or back."""
    user = user_of(engine, user_id)
    chat = engine.world.private_chat(user_id)
    if chat.blocked is not blocked:
        chat.blocked = blocked
        _tell(engine, chat, user)
    return {"user_id": user_id, "blocked": chat.blocked}


def _tell(engine: Engine, chat: Chat, user: Json) -> None:
    old, new = ("member", "kicked") if chat.blocked else ("kicked", "member")
    tell_member(engine, chat, engine.world.bot_id, Member(old), Member(new), user)


def _bot(engine: Engine) -> Json:
    world = engine.world
    return world.bot | {
        "can_read_all_group_messages": world.can_read_all_group_messages,
        "mentions_reach_bot": world.mentions_reach_bot, "commands": world.commands,
    }  # fmt: skip
