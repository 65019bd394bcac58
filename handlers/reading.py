"""Reads a message or a press once, before any router looks at it."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers.intents import intent
from handlers.presses import parse
from handlers.said import read

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Reading(BaseMiddleware):
    """Supplies `said` and `intent` with a message, `press` with a callback query."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        bot: Bot = data["bot"]
        if isinstance(event, Message):
            said = read(event, bot.id)
            data["said"], data["intent"] = said, intent(said, data.get("dialogue"))
        elif isinstance(event, CallbackQuery):
            data["press"] = parse(event.data)
        return await handler(event, data)
