"""How updates reach us: find out who we are, then poll, or tell the platform where to post."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

import aiohttp
import structlog

from bot.clock import Clock
from bot.failures import described
from bot.gate import ALLOWED, Me
from bot.ingress import Accept, Polling
from bot.settings import Settings

R = TypeVar("R")

log = structlog.get_logger(__name__)

PAUSE = 1.0
"""Seconds between tries while the platform cannot be reached at a start."""

PATH = "/webhook"
"""Where the platform posts; the rest of the address is LINLI_WEBHOOK_URL's."""


class Listening:
    """`accept` is None until updates are let in, and again after `close`."""

    def __init__(
        self,
        settings: Settings,
        session: aiohttp.ClientSession,
        clock: Clock,
        intake: Callable[[Me], Accept],
    ) -> None:
        assert settings.bot_token is not None  # the program asked for it before
        self._settings, self._intake = settings, intake
        token = settings.bot_token.get_secret_value()
        self._polling = Polling(session, settings.api_base, token, clock, self._hand_over)
        self.accept: Accept | None = None

    async def run(self) -> None:
        """Until cancelled."""
        me = await self._patiently(self._introduce)
        self.accept = self._intake(me)
        if self._settings.webhook_url is not None:
            await self._patiently(self._point_here)
            return
        await self._patiently(self._point_nowhere)
        await self._polling.run()

    def close(self) -> None:
        """Let nothing more in."""
        self.accept = None

    async def _hand_over(self, updates: Sequence[Any]) -> None:
        if self.accept is None:
            raise asyncio.CancelledError  # closing: what is not accepted is not confirmed
        await self.accept(updates)

    async def _patiently(self, call: Callable[[], Awaitable[R]]) -> R:
        while True:
            try:
                return await call()
            except Exception as error:
                log.warning("platform-away", error=described(error))
                await asyncio.sleep(PAUSE)

    async def _introduce(self) -> Me:
        said = await self._polling.call("getMe", {})
        return Me(said["id"], said.get("username", ""))

    async def _point_here(self) -> None:
        secret = self._settings.webhook_secret
        assert self._settings.webhook_url is not None
        assert secret is not None  # the settings insist
        where = {
            "url": self._settings.webhook_url.rstrip("/") + PATH,
            "secret_token": secret.get_secret_value(),
            "allowed_updates": ALLOWED,
        }
        await self._polling.call("setWebhook", where)

    async def _point_nowhere(self) -> None:
        await self._polling.call("deleteWebhook", {"drop_pending_updates": False})
