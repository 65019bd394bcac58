"""Polling: our own getUpdates loop, because an update is confirmed only after it is committed."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import aiohttp
import structlog

from bot.clock import Clock
from bot.failures import described
from bot.gate import ALLOWED

log = structlog.get_logger(__name__)

HELD = 25
"""Seconds that the platform may hold a poll open; it caps at 50."""

MOST = 100
"""Updates per poll, the platform's own ceiling."""

LONGEST_WAIT = 30.0
"""Seconds between tries while the platform cannot be reached."""

QUIET = 5 * 86_400.0
"""Seconds without an update after which no offset is sent: a week later the numbers restart at random, and a
higher offset would confirm what nobody has read. Source: Bot API, Update.
"""

Accept = Callable[[Sequence[Any]], Awaitable[None]]


class Refusal(Exception):
    """The platform answered, and said no; `code` is its number, `wait` the seconds it asks for."""

    def __init__(self, code: int, wait: float = 0) -> None:
        super().__init__(str(code))
        self.code, self.wait = code, wait


class Polling:
    """Asks, hands over, and only then asks for what comes after."""

    def __init__(
        self, session: aiohttp.ClientSession, base: str, token: str, clock: Clock, accept: Accept
    ) -> None:
        self._session, self._clock, self._accept = session, clock, accept
        self._address = f"{base.rstrip('/')}/bot{token}"
        self._offset: int | None = None
        self._heard = clock.monotonic()
        self.healthy = False

    async def run(self) -> None:
        """Poll until cancelled; every failure heals by itself."""
        wait = 0.0
        while True:
            try:
                await self._once()
            except Refusal as refusal:
                wait = refusal.wait or min(LONGEST_WAIT, max(1.0, wait * 2))
                log.warning("polling-refused", code=refusal.code, wait=wait)
            except (aiohttp.ClientError, TimeoutError, OSError, json.JSONDecodeError) as error:
                wait = min(LONGEST_WAIT, max(0.5, wait * 2))
                log.warning("polling-lost", error=described(error), wait=wait)
            except Exception as error:
                wait = min(LONGEST_WAIT, max(1.0, wait * 2))
                log.error("polling-failed", error=described(error), wait=wait)
            else:
                self.healthy, wait = True, 0.0
                continue
            self.healthy = False
            await asyncio.sleep(wait)

    async def _once(self) -> None:
        if self._clock.monotonic() - self._heard > QUIET:
            self._offset = None
        updates = await self.call(
            "getUpdates", {"offset": self._offset, "timeout": HELD, "limit": MOST, "allowed_updates": ALLOWED}
        )
        if not isinstance(updates, list) or not updates:
            return
        await self._accept(updates)
        self._heard = self._clock.monotonic()
        known = [update["update_id"] for update in updates if isinstance(update.get("update_id"), int)]
        self._offset = max(known) + 1 if known else self._offset

    async def call(self, method: str, params: dict[str, Any]) -> Any:
        """One call of the Bot API by hand; raises Refusal or a network error."""
        wanted = {name: value for name, value in params.items() if value is not None}
        limit = aiohttp.ClientTimeout(total=HELD + 15)
        async with self._session.post(f"{self._address}/{method}", json=wanted, timeout=limit) as answer:
            said = await answer.json(content_type=None)
        if not isinstance(said, dict) or not said.get("ok"):
            wait = (said or {}).get("parameters", {}).get("retry_after", 0) if isinstance(said, dict) else 0
            raise Refusal(answer.status, wait)
        return said["result"]
