"""The answer to a press: best effort, short, off the lane, after the commit."""

import asyncio
from collections.abc import Mapping
from typing import Protocol

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.failures import described
from bot.tasks import Tasks
from domain.kernel.errors import DomainError

log = structlog.get_logger(__name__)

PATIENCE = 5
"""Seconds for one answer; a press that waits longer has lost its finger anyway."""

LONGEST = 200
"""Characters of a toast. Source: Bot API, answerCallbackQuery."""


class Words(Protocol):
    """The words of a key in a language, names behind references included."""

    async def __call__(self, key: str, locale: str, params: Mapping[str, object]) -> str:
        """Plain text, for a toast."""


class NoToast:
    """What there is outside a press: nothing happens."""

    said = True

    def __call__(self, key: str, *, alert: bool = False, url: str | None = None, **params: object) -> None:
        """Nothing."""

    def refuse(self, error: DomainError) -> None:
        """Nothing: the refusal is a message."""


class PressToast:
    """Answers one callback query once."""

    def __init__(self, bot: Bot, tasks: Tasks, words: Words, query_id: str, locale: str) -> None:
        self._bot, self._tasks, self._words = bot, tasks, words
        self._query_id, self._locale = query_id, locale
        self.said = False

    def __call__(self, key: str, *, alert: bool = False, url: str | None = None, **params: object) -> None:
        """Say the text of that key, nothing for an empty one; a second answer to the press is not sent."""
        if self.said:
            return
        self.said = True
        self._tasks.spawn(self._answer(key, params, alert, url), "toast")

    def refuse(self, error: DomainError) -> None:
        """Say why not."""
        if not self.said:
            self.said = True
            self._tasks.spawn(self._answer(error.key, error.params, False, None), "toast")

    async def _answer(self, key: str, params: Mapping[str, object], alert: bool, url: str | None) -> None:
        """An empty key only stops the button's clock."""
        text = (await self._words(key, self._locale, params))[:LONGEST] if key else None
        try:
            await self._bot.answer_callback_query(
                self._query_id, text=text, show_alert=alert or None, url=url, request_timeout=PATIENCE
            )
        except (AiogramError, TimeoutError, OSError, asyncio.CancelledError) as error:
            log.debug("toast-lost", error=described(error))  # too old, or the network: the commit stands
