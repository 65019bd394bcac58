"""A compound from a seed: people and groups on the platform, places and roles in the database."""

import asyncio
import json
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import Connection

from domain.kernel.people import Role
from domain.places.households import Kind
from storage import seeding
from storage.scope import Scope
from storage.tx import TxDeps

SUNSHINE = Path(__file__).parent / "seed" / "sunshine.json"

Json = dict[str, Any]

AT_HOME = 2
"""Strokes in the path of a household: building, unit, room."""

TOLD = ("id", "first_name", "last_name", "username", "language_code", "crowd")
"""What the platform is told of a person, where the seed says it."""


@dataclass(slots=True)
class Planted:
    """What stands where: platform ids of people and groups by their key in the seed."""

    seed: Json
    people: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    compound_id: int = 0

    def chat(self, key: str) -> int:
        """A group by its key, or a person's private chat by theirs."""
        return self.groups.get(key) or self.people[key]


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
        if not person.get("crowd"):  # one after the other, so that they stand in the seed's order
            await _make(platform, planted, person)
    crowd = [person for person in seed["people"] if person.get("crowd")]
    await asyncio.gather(*(_make(platform, planted, person) for person in crowd))
    for group in seed["groups"]:
        members = [planted.people[key] for key in group["members"]]
        admins = [planted.people[key] for key in group["admins"]] + [bot_id] * group.get(
            "bot_is_admin", False
        )
        body = {"type": "supergroup", "title": group["title"], "members": [*members, bot_id]}
        more = {"id": group["id"]} if "id" in group else {}
        planted.groups[group["key"]] = (await platform.post("/chats", {**body, "admins": admins, **more}))[
            "id"
        ]
    return planted


async def _make(platform: Platform, planted: Planted, person: Json) -> None:
    told = {key: person[key] for key in TOLD if key in person}
    planted.people[person["key"]] = (await platform.post("/users", told))["id"]


async def open_private(platform: Platform, planted: Planted) -> None:
    """Everybody who is said to have a private chat with the bot starts it; the crowd has, long ago."""
    for person in planted.seed["people"]:
        if person["private"] and not person.get("crowd"):
            me = planted.people[person["key"]]
            await platform.post(f"/chats/{me}/messages", {"from": me, "text": "/start"})


def settle(deps: TxDeps, connection: Connection, planted: Planted) -> int:
    """Write places, bodies, people and their roles down; answers the compound's id. One transaction, once."""
    scope, seed = deps.scope(connection), planted.seed
    compound = seeding.add_compound(scope, seed["compound"]["name"], seed["compound"]["zone"])
    ours = _bodies(scope, compound, seed)
    places = _places(scope, compound, seed)
    first = next(iter(ours.values()))
    ids = {person["key"]: _person(scope, planted, person) for person in seed["people"]}
    duty = next((ids[person["key"]] for person in seed["people"] if person.get("duty")), None)
    for person in seed["people"]:
        where = person.get("place", "")
        if where.count("/") == AT_HOME:
            home = (places[where], places[where.rpartition("/")[0]], compound)
            kind = Kind(person.get("lives", Kind.OWNER))
            seeding.move_in(scope, ids[person["key"]], home, kind, duty)
        else:
            role, body = Role(person["role"]), ours.get(person.get("body", ""), first)
            seeding.grant(scope, ids[person["key"]], role, places.get(where, compound), compound, body)
    seeding.name_duty(scope, compound, first, duty)
    for group in seed["groups"]:
        chat, place = planted.groups[group["key"]], places.get(group.get("place", ""), compound)
        seeding.bind_chat(scope, chat, "supergroup", place, group["audience"])
    planted.compound_id = compound
    return compound


def _bodies(scope: Scope, compound: int, seed: Json) -> dict[str, int]:
    """The compound's bodies by their key; the first one answers reports."""
    told = seed.get("bodies") or [{"key": "property", **seed["body"]}]
    return {
        body["key"]: seeding.add_body(scope, compound, body["kind"], body["name"], body.get("phone"))
        for body in told
    }


def _places(scope: Scope, compound: int, seed: Json) -> dict[str, int]:
    """Every place by its path: buildings, and units and households where the seed counts them."""
    zone, found = seed["compound"]["zone"], {}
    for told in seed["buildings"]:
        building = told if isinstance(told, dict) else {"name": told, "units": 0}
        name = building["name"]
        found[name] = seeding.add_place(scope, compound, compound, "building", name, zone)
        for number in range(1, building["units"] + 1):
            unit = f"{number}{building['unit']}"
            unit_id = seeding.add_place(scope, found[name], compound, "unit", unit, zone)
            found[f"{name}/{unit}"] = unit_id
            homes = seeding.add_households(scope, unit_id, compound, rooms(building), zone)
            found |= {f"{name}/{unit}/{room}": home for room, home in homes.items()}
    return found


def rooms(building: Json) -> list[str]:
    """The rooms of each of its units, floor by floor."""
    floors, flats = range(1, building["floors"] + 1), range(1, building["flats"] + 1)
    return [f"{floor}{flat:02}" for floor in floors for flat in flats]


def _person(scope: Scope, planted: Planted, person: Json) -> int:
    locale = "en" if person.get("language_code") == "en" else "zh-CN"
    return seeding.add_person(
        scope, planted.people[person["key"]], person["first_name"], locale, private_open=person["private"]
    )
