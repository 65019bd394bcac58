"""The people's side of a sandbox: many who write or press, so many at a time, and wait for the bot."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from benchmarks.letters import BOT

Json = dict[str, Any]

AT_ONCE = 25
"""People who wait for an answer at the same time."""

PATIENCE = 60.0
"""Seconds to wait for one answer before the benchmark gives up."""


class Silent(Exception):
    """The bot did not answer."""


class Crowd:
    """People of one sandbox, each with a private chat with the bot."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self._session, self._base = session, f"{base}/sandbox/v1"
        self._seen: dict[int, int] = {}
        self.people: list[int] = []

    async def gather(self, count: int) -> None:
        """So many people come."""
        for number in range(count):
            made = await self.post("/users", {"first_name": f"住户{number}", "language_code": "zh-hans"})
            self.people.append(made["id"])

    async def group(self, title: str, members: list[int]) -> int:
        """A group with the bot in it; its id."""
        body = {"type": "supergroup", "title": title, "members": [*members, BOT], "admins": members[:1]}
        return int((await self.post("/chats", body))["id"])

    async def ask(self, person: int, text: str, chat: int | None = None) -> Json:
        """Write, in private unless told where; answers the first message of the bot after it."""
        where = chat or person
        said = await self.post(f"/chats/{where}/messages", {"from": person, "text": text})
        return await self.heard(where, said["message_id"])

    async def heard(self, chat: int, after: int) -> Json:
        """The first message of the bot there above that message."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for message in await self._news(chat):
                    if message["message_id"] > after and message["from"]["id"] == BOT:
                        return message

    async def press(self, person: int, chat: int, message_id: int, data: str) -> None:
        """Press and wait for the toast."""
        body = {"from": person, "message_id": message_id, "data": data, "wait": PATIENCE}
        toast = await self.post(f"/chats/{chat}/press", body)
        if toast.get("timed_out") or not toast.get("text"):
            raise Silent(toast)

    async def all(self, work: Callable[[int], Awaitable[object]], people: list[int] | None = None) -> None:
        """Everybody once, AT_ONCE at a time."""
        waiting = iter(people or self.people)

        async def one_after_the_other() -> None:
            for person in waiting:
                await work(person)

        await asyncio.gather(*(one_after_the_other() for _ in range(AT_ONCE)))

    async def post(self, path: str, body: Json) -> Json:
        """One call; raises where the sandbox says that this cannot be."""
        async with self._session.post(self._base + path, json=body) as answer:
            said: Json = await answer.json()
            if answer.status >= 400:
                raise ValueError(f"{path}: {said}")
            return said

    async def _news(self, chat: int) -> list[Json]:
        query = {"after": self._seen.get(chat, 0), "wait": 5}
        async with self._session.get(f"{self._base}/chats/{chat}/messages", params=query) as answer:
            listed = await answer.json()
        self._seen[chat] = listed["revision"]
        return [message for message in listed["messages"] if not message.get("deleted")]
