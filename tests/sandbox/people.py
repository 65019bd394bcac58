"""The people's side as a few verbs, so that a test reads as a scene."""

from typing import Any

import httpx

Json = dict[str, Any]
BOT = 42


class People:
    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def ask(self, verb: str, path: str, **options: Any) -> Any:
        response = await self._client.request(verb, f"/sandbox/v1{path}", **options)
        assert response.status_code == 200, (response.status_code, response.text)
        return response.json()

    async def refused(self, verb: str, path: str, **options: Any) -> int:
        response = await self._client.request(verb, f"/sandbox/v1{path}", **options)
        assert response.json().get("error") or response.json().get("detail")
        return response.status_code

    async def person(self, name: str = "王", **fields: Any) -> int:
        return int((await self.ask("POST", "/users", json={"first_name": name, **fields}))["id"])

    async def group(self, *members: int, admins: tuple[int, ...] = (), **fields: Any) -> int:
        body = {"type": "supergroup", "title": "小区", "members": [BOT, *members], "admins": admins, **fields}
        return int((await self.ask("POST", "/chats", json=body))["id"])

    async def say(self, chat: int, who: int, text: str | None = None, **fields: Any) -> Json:
        body = {"from": who, **({"text": text} if text else {}), **fields}
        said: Json = await self.ask("POST", f"/chats/{chat}/messages", json=body)
        return said

    async def press(self, chat: int, who: int, message_id: int, **fields: Any) -> Json:
        pressed: Json = await self.ask(
            "POST", f"/chats/{chat}/press", json={"from": who, "message_id": message_id, **fields}
        )
        return pressed

    async def seen(self, chat: int, **params: Any) -> list[Json]:
        listed: list[Json] = (await self.ask("GET", f"/chats/{chat}/messages", params=params))["messages"]
        return listed

    async def fault(self, **fields: Any) -> None:
        await self.ask("POST", "/faults", json=fields)

    async def rules_broken(self) -> list[str]:
        return [violation["rule"] for violation in await self.ask("GET", "/violations")]
