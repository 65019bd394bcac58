"""One household code followed by twenty at once leads one of them in; the others are told, nobody is lost."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import func, select

from domain.kernel.errors import DomainError
from domain.kernel.people import Actor
from domain.places import codes, homes
from domain.places.codes import CodeUsed
from domain.places.households import AlreadyHome, HomeDecided, HomeState, Kind, Residency
from storage import seeding
from storage.tables import grants, home_codes, residencies
from storage.tx import transaction
from tests.compound import Compound, stranger

CROWD = 20


async def write(compound: Compound, service: Any, *args: Any) -> Any:
    return await compound.store.write(transaction(compound.deps, service, *args))


async def household(compound: Compound) -> tuple[int, str]:
    """A room in the first building, and what it is called."""
    building, place_id = next(iter(compound.buildings.items()))

    def add(connection: Any) -> int:
        scope = compound.deps.scope(connection)
        return seeding.add_place(scope, place_id, compound.id, "household", "501", "Asia/Shanghai")

    return await compound.store.write(add), f"{building}501"


async def coded(compound: Compound, room: str) -> str:
    (code,) = await write(compound, codes.make, compound.actor("chen"), room)

    def look(connection: Any) -> str:
        sealed = connection.execute(select(home_codes.c.token).where(home_codes.c.id == code.id)).scalar()
        return compound.deps.vault.open_transient("home_codes", "token", code.id, sealed).decode()

    return await compound.store.read(look)


async def at_once(compound: Compound, calls: list[tuple[Any, ...]]) -> list[Any]:
    barrier = asyncio.Barrier(len(calls))

    async def one(service: Any, *args: Any) -> Any:
        await barrier.wait()
        try:
            return await write(compound, service, *args)
        except DomainError as refused:
            return refused

    return await asyncio.gather(*(one(*call) for call in calls))


def crowd() -> list[Actor]:
    return [stranger(9000 + number, f"p{number}", 9000 + number) for number in range(CROWD)]


@pytest.mark.timeout(300)
async def test_a_code_leads_one_in_whoever_comes_at_once(seeded: Compound) -> None:
    _, room = await household(seeded)
    token = await coded(seeded, room)
    people = crowd()
    begun = await at_once(seeded, [(homes.open_code, one, token) for one in people])
    assert all(isinstance(one, Residency) for one in begun)
    taps = [(homes.choose, one, mine.id, Kind.TENANT) for one, mine in zip(people, begun, strict=True)]
    answers = await at_once(seeded, taps)
    assert sorted(type(one).__name__ for one in answers) == ["CodeUsed"] * (CROWD - 1) + ["Residency"]
    pending = select(func.count()).where(residencies.c.state == HomeState.PENDING.value)
    assert await seeded.store.read(lambda c: c.execute(pending).scalar()) == 1


@pytest.mark.timeout(300)
async def test_one_person_who_taps_twenty_times_at_once_is_asked_for_once(seeded: Compound) -> None:
    _, room = await household(seeded)
    token = await coded(seeded, room)
    me = crowd()[0]
    mine = await write(seeded, homes.open_code, me, token)
    answers = await at_once(seeded, [(homes.choose, me, mine.id, kind) for kind in Kind for _ in range(6)])
    assert [type(one) for one in answers if not isinstance(one, AlreadyHome | CodeUsed)] == [Residency]
    codes_used = select(func.count()).where(home_codes.c.used)
    assert await seeded.store.read(lambda c: c.execute(codes_used).scalar()) == 1


@pytest.mark.timeout(300)
async def test_yes_and_no_at_once_make_one_decision(seeded: Compound) -> None:
    household_id, room = await household(seeded)
    me = crowd()[0]
    mine = await write(seeded, homes.open_code, me, await coded(seeded, room))
    await write(seeded, homes.choose, me, mine.id, Kind.OWNER)

    def decide(tx: Any, actor: Actor, known: bool) -> Residency:
        return homes.vouch(tx, actor, mine.id, known=known)

    captain = seeded.actor("chen")
    answers = await at_once(seeded, [(decide, captain, number % 2 == 0) for number in range(10)])
    (decided,) = [one for one in answers if not isinstance(one, HomeDecided)]
    members = await write(seeded, lambda tx: tx.homes.members(household_id))
    assert len(members) == int(decided.lives)
    held = select(func.count()).where(grants.c.person_id == mine.person_id)
    assert await seeded.store.read(lambda c: c.execute(held).scalar()) == int(decided.lives)
