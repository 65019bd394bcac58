"""A small compound to test in: 阳光里, its people and its two groups, from data/yangguangli.json."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.clock import MovableClock
from domain.kernel.people import Actor, Role
from knowledge.calendar import WorkingCalendar
from storage import seeding
from storage.ids import Ids
from storage.open import Stores
from storage.scope import Scope
from storage.tx import TxDeps
from storage.vault import Vault

DATA = json.loads((Path(__file__).parent / "data" / "yangguangli.json").read_text("utf-8"))
MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""Monday, 9:00 in the compound: a plain working day whose holidays are published."""

MASTER = bytes(range(32))
BOT_ID = 777000


@dataclass(frozen=True, slots=True)
class Compound:
    """The seeded compound and all that a transaction is made of."""

    store: Stores
    clock: MovableClock
    deps: TxDeps
    id: int
    body_id: int
    buildings: dict[str, int]
    person_ids: dict[str, int]
    residents: int
    workers: int

    def actor(self, who: str, where: str = "private") -> Actor:
        """The person of that key in the data file, writing in "private", "residents" or "workers"."""
        told = DATA["people"][who]
        return stranger(told["telegram_id"], told["name"], self.chat(where, told["telegram_id"]))

    def chat(self, where: str, telegram_id: int) -> int:
        """The chat's id; a private chat has its person's."""
        return telegram_id if where == "private" else int(DATA["groups"][where])


def stranger(telegram_id: int, name: str, chat_id: int) -> Actor:
    """Anybody, writing in that chat."""
    return Actor(telegram_id, name, "zh-CN", chat_id, private=chat_id == telegram_id)


def deps_for(clock: MovableClock, master: bytes = MASTER) -> TxDeps:
    """What transactions are made of, under a key of the tests."""
    return TxDeps(clock, Vault.from_settings(master), WorkingCalendar(), Ids(clock), BOT_ID)


async def settle_in(store: Stores) -> Compound:
    """Make the compound in an empty, started store."""
    clock = MovableClock(MONDAY)
    deps = deps_for(clock)
    made = await store.write(lambda connection: _make(deps.scope(connection)))
    groups = DATA["groups"]
    return Compound(store, clock, deps, **made, residents=groups["residents"], workers=groups["workers"])


def _make(scope: Scope) -> dict[str, Any]:
    told = DATA["compound"]
    compound_id = seeding.add_compound(scope, told["name"], told["zone"])
    body = DATA["body"]
    body_id = seeding.add_body(scope, compound_id, body["kind"], body["name"], body["phone"])
    buildings = {
        name: seeding.add_place(scope, compound_id, compound_id, "building", name, told["zone"])
        for name in DATA["buildings"]
    }
    people = {who: _person(scope, one, compound_id, body_id) for who, one in DATA["people"].items()}
    seeding.name_duty(scope, compound_id, body_id, people[DATA["on_duty"]])
    seeding.bind_chat(scope, DATA["groups"]["residents"], "supergroup", compound_id)
    seeding.bind_chat(scope, DATA["groups"]["workers"], "supergroup", compound_id, "workers")
    return {"id": compound_id, "body_id": body_id, "buildings": buildings, "person_ids": people}


def _person(scope: Scope, told: dict[str, Any], compound_id: int, body_id: int) -> int:
    person_id = seeding.add_person(scope, told["telegram_id"], told["name"], "zh-CN", private_open=True)
    role = Role(told["role"])
    body = body_id if role is Role.WORKER else None
    seeding.grant(scope, person_id, role, compound_id, compound_id, body)
    return person_id
