"""Who administers a group, asked of the platform itself: a claim that no update makes."""

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.failures import described
from domain.places.steps import CannotAsk

log = structlog.get_logger(__name__)

PATIENCE = 5
"""Seconds for the answer; the lane of the chat waits for it."""


class PlatformRanks:
    """Satisfies handlers.ports.Ranks; every question is asked anew, because administrators change."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def administers(self, chat_id: int, user_id: int) -> bool:
        """Whether the platform calls that user an administrator there; raises CannotAsk."""
        try:
            found = await self._bot.get_chat_member(chat_id, user_id, request_timeout=PATIENCE)
        except (AiogramError, TimeoutError, OSError) as error:
            log.warning("rank-unasked", error=described(error))
            raise CannotAsk from error
        return found.status in ("administrator", "creator")
