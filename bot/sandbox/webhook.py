"""Webhook delivery: one queue per lane, one update at a time, again and again until the bot says 2xx."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import aiohttp

from bot.sandbox.updates import Entry

if TYPE_CHECKING:
    from bot.sandbox.engine import Engine

Json = dict[str, Any]

_TIMEOUT = 30.0
_LONGEST_PAUSE = 60.0


class Webhook:
    """A message's lane is its chat, a tap's its presser: inside a lane order holds, between lanes not."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine
        self.url = ""
        self._secret, self._connections = "", 40
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(40)
        self._error: Json = {}
        self.on_reply: Callable[[Json], Awaitable[None]] | None = None
        """Carries out the method that a bot put into its answer."""

    def point_at(self, url: str, secret: str, connections: int) -> None:
        for lane in self._lanes.values():
            lane.cancel()
        self._lanes.clear()
        self.url, self._secret, self._connections = url, secret, connections
        self._slots, self._error = asyncio.Semaphore(connections), {}
        if url:
            for entry in list(self._engine.updates.pending.values()):
                self.hear(entry)

    def info(self) -> Json:
        info: Json = {"url": self.url, "has_custom_certificate": False}
        return info | ({"max_connections": self._connections, **self._error} if self.url else {})

    def hear(self, entry: Entry) -> None:
        if self.url and entry.lane not in self._lanes and not self._engine.closing:
            task = asyncio.get_running_loop().create_task(self._run(entry.lane))
            self._lanes[entry.lane] = task

    async def _run(self, lane: str) -> None:
        me = asyncio.current_task()
        try:
            while (entry := self._next(lane)) is not None:
                await self._deliver(entry)
        finally:
            if self._lanes.get(lane) is me:
                del self._lanes[lane]

    def _next(self, lane: str) -> Entry | None:
        updates = self._engine.updates
        for entry in updates.again:
            if entry.lane == lane:
                updates.again.remove(entry)
                return entry
        return next((entry for entry in updates.alive() if entry.lane == lane), None)

    async def _deliver(self, entry: Entry) -> None:
        pause = 1.0
        while self.url:
            async with self._slots:
                wait = await self._post(entry)
            if wait is None:
                self._engine.updates.confirm(entry)
                self._engine.updates.delivered(entry)
                return
            await self._engine.clock.sleep(wait or pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _post(self, entry: Entry) -> float | None:
        """None when the bot took it; otherwise the pause that it asked for, or 0."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        try:
            async with self._client().post(self.url, json=entry.raw, headers=headers) as response:
                body = await response.read()
                if 200 <= response.status < 300:
                    await self._carry_out(body)
                    return None
                self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
                return float(response.headers.get("Retry-After") or 0)
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
            return 0.0

    def _failed(self, why: str) -> None:
        self._error = {"last_error_date": self._engine.date(), "last_error_message": why}

    async def _carry_out(self, body: bytes) -> None:
        with contextlib.suppress(ValueError):
            call = json.loads(body or b"null")
            if self.on_reply is not None and isinstance(call, dict) and "method" in call:
                await self.on_reply(call)

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_TIMEOUT))
        return self._session

    async def close(self) -> None:
        lanes = list(self._lanes.values())
        for lane in lanes:
            lane.cancel()
        await asyncio.gather(*lanes, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None
