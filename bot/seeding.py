"""A compound from a seed file: people and groups on the platform, places and roles in the database."""

import json
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import Connection

from domain.kernel.people import Role
from storage import seeding
from storage.scope import Scope
from storage.tx import TxDeps

SUNSHINE = Path(__file__).parent / "seed" / "sunshine.json"

Json = dict[str, Any]


@dataclass(slots=True)
class Planted:
    """What stands where: platform ids of people and groups by their key in the seed."""

    seed: Json
    people: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    compound_id: int = 0


class Platform:
    """The people's side of a sandbox."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self._session, self._base = session, f"{base.rstrip('/')}/sandbox/v1"

    async def post(self, path: str, body: Json) -> Json:
        """One call; raises where the sandbox says that this cannot be."""
        async with self._session.post(self._base + path, json=body) as answer:
            said: Json = await answer.json()
            if answer.status >= 400:
                raise ValueError(f"{path}: {said}")
            return said

    def get(self, path: str) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        """One look."""
        return self._session.get(self._base + path)


def read(path: Path = SUNSHINE) -> Json:
    """A seed file."""
    seed: Json = json.loads(path.read_text("utf-8"))
    return seed


async def plant(platform: Platform, seed: Json, bot_id: int) -> Planted:
    """Make the people and the groups on the platform, the bot among them; nobody has written anything yet."""
    planted = Planted(seed)
    for person in seed["people"]:
        told = {key: person[key] for key in ("first_name", "username", "language_code") if key in person}
        planted.people[person["key"]] = (await platform.post("/users", told))["id"]
    for group in seed["groups"]:
        members = [planted.people[key] for key in group["members"]]
        admins = [planted.people[key] for key in group["admins"]]
        body = {
            "type": "supergroup",
            "title": group["title"],
            "members": [*members, bot_id],
            "admins": admins,
        }
        planted.groups[group["key"]] = (await platform.post("/chats", body))["id"]
    return planted


async def open_private(platform: Platform, planted: Planted) -> None:
    """Everybody who is said to have a private chat with the bot starts it."""
    for person in planted.seed["people"]:
        if person["private"]:
            me = planted.people[person["key"]]
            await platform.post(f"/chats/{me}/messages", {"from": me, "text": "/start"})


async def play(platform: Platform, planted: Planted) -> None:
    """The first scene, so that no page is empty."""
    for line in planted.seed["scene"]:
        chat = planted.groups.get(line["chat"]) or planted.people[line["chat"]]
        said = {"from": planted.people[line["from"]], "text": line["text"]}
        await platform.post(f"/chats/{chat}/messages", said)


def settle(deps: TxDeps, connection: Connection, planted: Planted) -> int:
    """Write places, bodies, people and their roles down; answers the compound's id. One transaction, once."""
    scope, seed = deps.scope(connection), planted.seed
    zone = seed["compound"]["zone"]
    compound = seeding.add_compound(scope, seed["compound"]["name"], zone)
    body = seeding.add_body(scope, compound, **seed["body"])
    places = {
        name: seeding.add_place(scope, compound, compound, "building", name, zone)
        for name in seed["buildings"]
    }
    duty = None
    for person in seed["people"]:
        person_id = _person(scope, planted, person)
        where = places.get(person.get("place", ""), compound)
        seeding.grant(scope, person_id, Role(person["role"]), where, compound, body)
        duty = person_id if person.get("duty") else duty
    seeding.name_duty(scope, compound, body, duty)
    for group in seed["groups"]:
        chat = planted.groups[group["key"]]
        seeding.bind_chat(scope, chat, "supergroup", compound, group["audience"])
    planted.compound_id = compound
    return compound


def _person(scope: Scope, planted: Planted, person: Json) -> int:
    locale = "en" if person.get("language_code") == "en" else "zh-CN"
    return seeding.add_person(
        scope, planted.people[person["key"]], person["first_name"], locale, private_open=person["private"]
    )
