"""Leaving a household while another one there is confirmed or left: the role fits the homes."""

from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from domain.flows import dismissing
from domain.kernel.people import Actor, Role
from domain.places import homes, leaving, staff
from domain.places.households import Kind
from storage import seeding
from storage.setups import proof_of
from storage.tables import appointments, grants, places
from storage.tx import transaction
from tests.compound import Compound, stranger
from tests.storage.test_home_races import at_once

ROUNDS = 12


async def write(compound: Compound, service: Any, *args: Any) -> Any:
    return await compound.store.write(transaction(compound.deps, service, *args))


def vouch(tx: Any, actor: Actor, residency_id: int) -> Any:
    return homes.vouch(tx, actor, residency_id, known=True)


async def two_rooms(compound: Compound) -> list[str]:
    building, place_id = next(iter(compound.buildings.items()))

    def add(connection: Connection) -> None:
        scope = compound.deps.scope(connection)
        for room in ("601", "602"):
            seeding.add_place(scope, place_id, compound.id, "household", room, "Asia/Shanghai")

    await compound.store.write(add)
    return [f"{building}601", f"{building}602"]


async def asked(compound: Compound, me: Actor, room: str) -> int:
    begun = await write(compound, homes.say_room, me, room)
    return int((await write(compound, homes.choose, me, begun.id, Kind.TENANT)).id)


async def roles(compound: Compound, person_id: int) -> int:
    place_id = next(iter(compound.buildings.values()))
    held = select(func.count()).where(grants.c.person_id == person_id, grants.c.place_id == place_id)
    return int(await compound.store.read(lambda c: c.execute(held).scalar()))


async def settled(compound: Compound, number: int) -> tuple[Actor, list[int]]:
    rooms = await two_rooms(compound) if number == 0 else []
    me = stranger(9100 + number, f"p{number}", 9100 + number)
    names = rooms or [f"{next(iter(compound.buildings))}{room}" for room in ("601", "602")]
    return me, [await asked(compound, me, room) for room in names]


@pytest.mark.timeout(300)
async def test_who_leaves_both_homes_at_once_is_no_resident_there(seeded: Compound) -> None:
    captain = seeded.actor("chen")
    for number in range(ROUNDS):
        me, mine = await settled(seeded, number)
        for one in mine:
            confirmed = await write(seeded, vouch, captain, one)
        await at_once(seeded, [(leaving.leave, me, mine[0]), (leaving.seen_leaving, captain, mine[1])])
        assert await roles(seeded, confirmed.person_id) == 0


@pytest.mark.timeout(300)
async def test_who_leaves_one_home_while_the_other_is_confirmed_stays_a_resident(seeded: Compound) -> None:
    captain = seeded.actor("chen")
    for number in range(ROUNDS):
        me, mine = await settled(seeded, number)
        confirmed = await write(seeded, vouch, captain, mine[0])
        await at_once(seeded, [(leaving.leave, me, mine[0]), (vouch, captain, mine[1])])
        assert await roles(seeded, confirmed.person_id) == 1


@pytest.mark.timeout(300)
async def test_a_worker_who_comes_while_the_last_one_goes_has_the_duty(seeded: Compound) -> None:
    steward, compound_id = seeded.actor("chen"), seeded.id
    duty = select(places.c.duty_person_id).where(places.c.id == compound_id)

    def held(connection: Connection) -> list[int]:
        worker = (grants.c.role == Role.WORKER.value) & (grants.c.compound_id == compound_id)
        return list(connection.execute(select(grants.c.id).where(worker)).scalars())

    person, body = seeded.person_ids["chen"], seeded.body_id
    await seeded.store.write(
        lambda c: seeding.grant(seeded.deps.scope(c), person, Role.STEWARD, compound_id, compound_id, body)
    )
    for number in range(ROUNDS):
        await write(seeded, staff.invite, steward, compound_id, Role.WORKER)
        made = int(await seeded.store.read(lambda c: c.execute(select(func.max(appointments.c.id))).scalar()))
        proof = proof_of(seeded.deps.vault, made)
        newcomer = stranger(9300 + number, f"w{number}", 9300 + number)
        there = await seeded.store.read(held)
        goes = [(dismissing.dismiss, steward, grant_id) for grant_id in there]
        await at_once(seeded, [(staff.accept, newcomer, made, proof), *goes])
        work = transaction(seeded.deps, lambda tx, who=newcomer: tx.people.enter(who).person_id)
        assert await seeded.store.read(lambda c: c.execute(duty).scalar()) == await seeded.store.write(work)
