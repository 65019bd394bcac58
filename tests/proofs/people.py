"""What people do in the sandbox, said over HTTP."""

from types import TracebackType
from typing import Any

import aiohttp

TOKEN = "42:SANDBOX"

Json = dict[str, Any]


class Impossible(Exception):
    """The platform says that a person cannot do that: a button that is gone, a chat that is closed."""


class People:
    """The people's side of the sandbox at `base`."""

    def __init__(self, base: str) -> None:
        self._base, self._webhook = f"{base}/sandbox/v1", f"{base}/bot{TOKEN}/getWebhookInfo"
        timeout = aiohttp.ClientTimeout(total=90)
        self._session = aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=0))

    async def __aenter__(self) -> "People":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def person(self, name: str, language: str = "zh-hans") -> int:
        """A new person."""
        made = await self.post("/users", {"first_name": name, "language_code": language})
        return int(made["id"])

    async def group(self, kind: str, title: str, members: list[int], admins: list[int]) -> int:
        """A new group."""
        body = {"type": kind, "title": title, "members": members, "admins": admins}
        return int((await self.post("/chats", body))["id"])

    async def say(self, chat_id: int, who: int, **what: Any) -> Json:
        """Somebody writes; the message."""
        return await self.post(f"/chats/{chat_id}/messages", {"from": who, **what})

    async def press(self, chat_id: int, who: int, message: Json, data: str, wait: float) -> Json:
        """Somebody taps a button and waits that long for the answer."""
        body: Json = {"from": who, "data": data, "wait": wait, "message_id": message["message_id"]}
        if message.get("ephemeral_message_id"):
            body["ephemeral_message_id"] = message["ephemeral_message_id"]
        return await self.post(f"/chats/{chat_id}/press", body)

    async def change(self, chat_id: int, who: int, how: Json) -> None:
        """Somebody's standing in a group changes."""
        async with self._session.patch(f"{self._base}/chats/{chat_id}/members/{who}", json=how) as answer:
            if answer.status >= 400:
                raise Impossible(f"member {who}: {await answer.text()}")

    async def fault(self, **how: Any) -> None:
        """Order a fault."""
        await self.post("/faults", how)

    async def no_faults(self) -> None:
        """From now on everything works."""
        async with self._session.delete(f"{self._base}/faults") as answer:
            answer.raise_for_status()

    async def pending(self) -> int:
        """Updates that the bot has not confirmed."""
        async with self._session.get(self._webhook) as answer:
            return int((await answer.json()).get("result", {}).get("pending_update_count", 1))

    async def get(self, path: str) -> Any:
        """Any record of the sandbox."""
        async with self._session.get(self._base + path) as answer:
            answer.raise_for_status()
            return await answer.json()

    async def post(self, path: str, body: Json) -> Json:
        """Any action; raises Impossible where a person could not do it."""
        async with self._session.post(self._base + path, json=body) as answer:
            said = await answer.json()
            if answer.status >= 400:
                raise Impossible(f"{path}: {said}")
            return dict(said)
