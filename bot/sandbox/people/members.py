"""Coming, going and rising: who is in a chat, and with which rights."""

from typing import Any

from fastapi import APIRouter

from bot.sandbox.chats import DEFAULT_ADMIN, Chat, Member
from bot.sandbox.engine import Engine
from bot.sandbox.people.bodies import Joining, Standing
from bot.sandbox.people.errors import impossible
from bot.sandbox.people.finding import chat_of, user_of
from bot.sandbox.posting import post
from bot.sandbox.telling import tell_member, tell_message

Json = dict[str, Any]


def router(engine: Engine) -> APIRouter:
    api = APIRouter(tags=["members"])

    @api.post("/chats/{chat_id}/members")
    async def join(chat_id: int, body: Joining) -> Json:
        return _join(engine, _group(engine, chat_id), body)

    @api.delete("/chats/{chat_id}/members/{user_id}")
    async def leave(chat_id: int, user_id: int, by: int | None = None, ban: bool = False) -> Json:
        """Goes by itself, or is thrown out by `by`; `ban` keeps it out. A bot thrown out is always banned."""
        chat = _group(engine, chat_id)
        banned = ban or (by is not None and by != user_id and user_id == engine.world.bot_id)
        return _leave(engine, chat, user_id, by or user_id, "kicked" if banned else "left")

    @api.patch("/chats/{chat_id}/members/{user_id}")
    async def change(chat_id: int, user_id: int, body: Standing) -> Json:
        return _change(engine, _group(engine, chat_id), user_id, body)

    return api


def _group(engine: Engine, chat_id: int) -> Chat:
    chat = chat_of(engine, chat_id)
    if chat.type == "private":
        impossible(409, "nobody joins or leaves a private chat: see /users/{id}/block")
    return chat


def _join(engine: Engine, chat: Chat, body: Joining) -> Json:
    user, actor = user_of(engine, body.user_id), user_of(engine, body.by or body.user_id)
    if chat.member(body.user_id).inside:
        impossible(409, f"user {body.user_id} is in chat {chat.id} already")
    new = Member("administrator", dict(DEFAULT_ADMIN)) if body.admin else Member("member")
    _set(engine, chat, body.user_id, new, actor)
    if chat.is_group:
        tell_message(engine, chat, post(engine, chat, actor, {"new_chat_members": [user]}))
    return new.card(user)


def _leave(engine: Engine, chat: Chat, user_id: int, by: int, status: str) -> Json:
    user, actor = user_of(engine, user_id), user_of(engine, by)
    if not chat.member(user_id).inside:
        impossible(404, f"user {user_id} is not in chat {chat.id}")
    if chat.is_group:
        tell_message(engine, chat, post(engine, chat, actor, {"left_chat_member": user}))
    return _set(engine, chat, user_id, Member(status), actor).card(user)


def _change(engine: Engine, chat: Chat, user_id: int, body: Standing) -> Json:
    user, old = user_of(engine, user_id), chat.member(user_id)
    status = body.status or {True: "administrator", False: "member", None: old.status}[body.admin]
    if status in ("kicked", "left"):
        return _leave(engine, chat, user_id, body.by or _owner(chat) or user_id, status)
    rights = {**(DEFAULT_ADMIN if status == "administrator" else {}), **(body.rights or {})}
    new = Member(status, rights, custom_title=body.custom_title, is_anonymous=body.is_anonymous)
    actor = user_of(engine, body.by or _owner(chat) or user_id)
    return _set(engine, chat, user_id, new, actor).card(user)


def _owner(chat: Chat) -> int | None:
    return next((user_id for user_id, member in chat.members.items() if member.status == "creator"), None)


def _set(engine: Engine, chat: Chat, user_id: int, new: Member, actor: Json) -> Member:
    old, chat.members[user_id] = chat.member(user_id), new
    tell_member(engine, chat, user_id, old, new, actor)
    return new
