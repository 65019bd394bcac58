"""The chat as people see it: written into, edited, listed, reacted to."""

import asyncio
from typing import Any

from fastapi import APIRouter

from bot.sandbox.engine import Engine
from bot.sandbox.people.bodies import Reacting, Rewriting, Voting, Writing
from bot.sandbox.people.errors import impossible
from bot.sandbox.people.finding import chat_of, member_chat, message_of, user_of
from bot.sandbox.people.writing import edit, write
from bot.sandbox.reactions import EMOJI
from bot.sandbox.telling import tell_reaction

Json = dict[str, Any]


def router(engine: Engine) -> APIRouter:
    api = APIRouter(tags=["messages"])

    @api.post("/chats/{chat_id}/messages")
    async def say(chat_id: int, body: Writing) -> Json:
        return write(engine, chat_id, body).snapshot()

    @api.patch("/chats/{chat_id}/messages/{message_id}")
    async def change(chat_id: int, message_id: int, body: Rewriting) -> Json:
        return edit(engine, chat_id, message_id, body).snapshot()

    @api.get("/chats/{chat_id}/messages")
    async def messages(chat_id: int, after: int = 0, wait: float = 0.0, as_user: int | None = None) -> Json:
        """`after`: the `revision` of an earlier answer; then only what changed since, deletions included."""
        chat_of(engine, chat_id)
        return await _listed(engine, chat_id, after, wait, as_user)

    @api.post("/chats/{chat_id}/reactions")
    async def react(chat_id: int, body: Reacting) -> Json:
        return _react(engine, chat_id, body)

    @api.post("/chats/{chat_id}/votes")
    async def vote(chat_id: int, body: Voting) -> Json:
        impossible(501, "native polls are not built: this sandbox knows no sendPoll")

    return api


async def _listed(engine: Engine, chat_id: int, after: int, wait: float, as_user: int | None) -> Json:
    deadline = asyncio.ensure_future(asyncio.sleep(wait))
    try:
        while True:
            found = _since(engine, chat_id, after, as_user)
            if found or wait <= 0 or deadline.done() or engine.closing:
                return {"messages": found, "revision": engine.world.revision}
            await engine.world.bell.wait(deadline)
    finally:
        deadline.cancel()


def _since(engine: Engine, chat_id: int, after: int, as_user: int | None) -> list[Json]:
    kept = [
        stored
        for stored in engine.world.in_chat(chat_id)
        if stored.revision > after and stored.visible_to(as_user) and (after > 0 or not stored.deleted)
    ]
    kept.sort(key=lambda stored: (stored.body["date"], stored.message_id or stored.revision))
    return [stored.shown() for stored in kept]


def _react(engine: Engine, chat_id: int, body: Reacting) -> Json:
    chat = member_chat(engine, chat_id, body.from_)
    stored = message_of(engine, chat, body.message_id)
    old = stored.reactions.get(body.from_, [])
    new = [_reaction(given) for given in body.reaction]
    if new:
        stored.reactions[body.from_] = new
    else:
        stored.reactions.pop(body.from_, None)
    engine.world.touch(stored)
    tell_reaction(engine, chat, stored, user_of(engine, body.from_), old)
    return stored.shown()


def _reaction(given: str | Json) -> Json:
    if isinstance(given, dict):
        return given
    emoji = given.replace("\ufe0f", "")
    if emoji not in EMOJI:
        impossible(422, f"{given!r} is no reaction")
    return {"type": "emoji", "emoji": emoji}
