"""Tapping a button and waiting for what the bot says to it."""

import asyncio
from typing import Any

from fastapi import APIRouter

from bot.sandbox import keyboards
from bot.sandbox.chats import Chat
from bot.sandbox.engine import Engine
from bot.sandbox.messages import Stored
from bot.sandbox.people.bodies import Press, Writing
from bot.sandbox.people.errors import impossible
from bot.sandbox.people.finding import member_chat, message_of, user_of
from bot.sandbox.people.writing import write
from bot.sandbox.queries import Query

Json = dict[str, Any]


def router(engine: Engine) -> APIRouter:
    api = APIRouter(tags=["messages"])

    @api.post("/chats/{chat_id}/press")
    async def press(chat_id: int, body: Press) -> Json:
        """`{text, show_alert, url}` of the bot's answer; `timed_out` when none came."""
        return await _press(engine, chat_id, body)

    return api


async def _press(engine: Engine, chat_id: int, body: Press) -> Json:
    chat = member_chat(engine, chat_id, body.from_)
    stored = message_of(engine, chat, body.message_id, body.ephemeral_message_id)
    if not stored.visible_to(body.from_):
        impossible(404, f"user {body.from_} does not see this message")
    if keyboards.find_reply(stored.reply_keyboard, body.text):
        sent = write(engine, chat.id, Writing.model_validate({"from": body.from_, "text": body.text}))
        return {"text": None, "show_alert": False, "url": None, "sent": sent.snapshot()}
    button = keyboards.find(stored.body.get("reply_markup"), data=body.data, label=body.text)
    if button is None:
        impossible(404, f"there is no button {body.data or body.text!r} under message {body.message_id}")
    if "callback_data" not in button:
        return _no_callback(button)
    return await _answered(engine, _tap(engine, chat, stored, body.from_, button["callback_data"]), body.wait)


def _no_callback(button: Json) -> Json:
    if "disabled" in button:
        impossible(409, "the button is disabled")
    url = button.get("url") or (button.get("web_app") or button.get("login_url") or {}).get("url")
    return {"text": None, "show_alert": False, "url": url, "button": button}


def _tap(engine: Engine, chat: Chat, stored: Stored, user_id: int, data: str) -> Query:
    world = engine.world
    query = Query(
        id=str((world.bot_id << 32) + world.number("query")), user_id=user_id, chat_id=chat.id,
        message_id=stored.message_id, ephemeral_id=stored.ephemeral_id, data=data, created=engine.timestamp(),
    )  # fmt: skip
    engine.queries.open(query)
    payload = {
        "id": query.id, "from": user_of(engine, user_id), "message": stored.snapshot(),
        "chat_instance": str(abs(chat.id) * 7919), "data": data,
    }  # fmt: skip
    engine.updates.emit("callback_query", payload, f"user:{user_id}")
    return query


async def _answered(engine: Engine, query: Query, wait: float) -> Json:
    deadline = asyncio.ensure_future(asyncio.sleep(wait))
    try:
        while query.answer is None and not (deadline.done() or engine.closing):
            await engine.queries.bell.wait(deadline)
    finally:
        deadline.cancel()
    answer = query.answer or {"text": None, "show_alert": False, "url": None, "timed_out": True}
    return answer | {"callback_query_id": query.id}
