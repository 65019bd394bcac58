"""A compound put down by hand from the command line, until a group can set itself up."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from bot.clock import RealClock
from bot.settings import Settings
from domain.kernel.people import Role
from knowledge.calendar import WorkingCalendar
from storage import migrate, seeding
from storage.ids import Ids
from storage.open import open_store
from storage.tables import persons, places
from storage.tx import TxDeps
from storage.vault import Vault

ZONE = "Asia/Shanghai"


class AlreadyThere(ValueError):
    """A compound of that name exists."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody with a role: the Telegram id, and the name that neighbours read."""

    user_id: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Plan:
    """A compound, the body that looks after it, its people; the first worker is on duty."""

    compound: str
    body: str
    people: Sequence[Named]
    workers_chat: int | None = None
    zone: str = ZONE


def named(text: str, role: Role) -> Named:
    """`ID:NAME` as typed; raises ValueError."""
    user_id, _, name = text.partition(":")
    if not user_id.strip().isdigit() or not name.strip():
        raise ValueError(f"{text!r}: write the Telegram id, a colon and the name, as in 12345678:Wang")
    return Named(int(user_id), name.strip(), role)


def found(settings: Settings, plan: Plan) -> int:
    """Write the plan down in one transaction; the compound's id. Raises AlreadyThere."""
    settings.folder()
    migrate.upgrade(settings.url)
    return asyncio.run(_found(settings, plan))


async def _found(settings: Settings, plan: Plan) -> int:
    clock = RealClock()
    deps = TxDeps(clock, Vault.from_settings(settings.master()), WorkingCalendar(), Ids(clock), bot_id=0)
    store = open_store(settings.url)
    await store.start()
    try:
        return await store.write(lambda connection: _write(deps, connection, plan))
    finally:
        await store.close()


def _write(deps: TxDeps, connection: Connection, plan: Plan) -> int:
    same = select(places.c.id).where(places.c.level == "compound", places.c.name == plan.compound)
    if connection.execute(same).first() is not None:
        raise AlreadyThere(plan.compound)
    scope = deps.scope(connection)
    compound = seeding.add_compound(scope, plan.compound, plan.zone)
    body = seeding.add_body(scope, compound, "property", plan.body)
    duty = None
    for one in plan.people:
        known = connection.execute(select(persons.c.id).where(persons.c.telegram_id == one.user_id)).scalar()
        person = known or seeding.add_person(scope, one.user_id, one.name, "zh-CN")
        seeding.grant(scope, person, one.role, compound, compound, body if one.role is Role.WORKER else None)
        duty = person if duty is None and one.role is Role.WORKER else duty
    seeding.name_duty(scope, compound, body, duty)
    if plan.workers_chat is not None:
        seeding.bind_chat(scope, plan.workers_chat, "supergroup", compound, "workers")
    return compound
