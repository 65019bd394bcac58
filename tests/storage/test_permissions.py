"""Who may hold what: role by role, deny by default."""

import pytest

from domain.calls import service as calls
from domain.cases import intake
from domain.cases.rules import Draft
from domain.kernel.errors import NotFound
from domain.kernel.people import Actor, Role, Standing
from storage import seeding
from storage.tx import SqlTx, transaction
from tests.compound import MONDAY, Compound, stranger

DRAFT = Draft("灯坏了", 1, MONDAY)


async def ask(compound: Compound, service, *args):
    return await compound.store.write(transaction(compound.deps, service, *args))


async def person_of(compound: Compound, role: Role | None, telegram_id: int, elsewhere: bool) -> Actor:
    """Somebody new with that role, here or in another compound."""

    def make(tx: SqlTx) -> None:
        person_id = seeding.add_person(tx.scope, telegram_id, "-", "zh-CN")
        place_id = seeding.add_compound(tx.scope, "-", "UTC") if elsewhere else compound.id
        if role is not None:
            seeding.grant(tx.scope, person_id, role, place_id, place_id)

    await ask(compound, make)
    return stranger(telegram_id, "-", telegram_id)


def holds(tx: SqlTx, actor: Actor, case_id: int) -> int:
    return tx.cases.get_for(tx.people.enter(actor), case_id).id


def numbered(tx: SqlTx, actor: Actor, number: int) -> int:
    return tx.cases.numbered_for(tx.people.enter(actor), number).id


def sees_call(tx: SqlTx, actor: Actor, call_id: int) -> int:
    return tx.calls.get_for(tx.people.enter(actor), call_id).id


async def allowed(compound: Compound, service, *args) -> bool:
    try:
        await ask(compound, service, *args)
    except NotFound:
        return False
    return True


@pytest.mark.parametrize("elsewhere", [False, True], ids=["here", "elsewhere"])
@pytest.mark.parametrize("role", [None, *Role])
async def test_a_case_is_held_by_its_reporter_and_the_workers_of_its_compound(
    seeded: Compound, role: Role | None, elsewhere: bool
) -> None:
    case = await ask(seeded, intake.report, seeded.actor("zhang"), DRAFT)
    actor = await person_of(seeded, role, 7001, elsewhere)
    expected = role is Role.WORKER and not elsewhere
    assert await allowed(seeded, holds, actor, case.id) is expected
    assert await allowed(seeded, numbered, actor, case.number) is expected
    assert await allowed(seeded, holds, seeded.actor("zhang"), case.id)


@pytest.mark.parametrize("elsewhere", [False, True], ids=["here", "elsewhere"])
@pytest.mark.parametrize("role", [None, *Role])
async def test_a_call_is_seen_by_everybody_of_its_compound(
    seeded: Compound, role: Role | None, elsewhere: bool
) -> None:
    call = await ask(seeded, calls.open_call, seeded.actor("chen"), "-", 1)
    actor = await person_of(seeded, role, 7001, elsewhere)
    assert await allowed(seeded, sees_call, actor, call.id) is (role is not None and not elsewhere)


async def test_a_case_that_is_not_there_looks_like_one_that_is_not_yours(sqlite_seeded: Compound) -> None:
    case = await ask(sqlite_seeded, intake.report, sqlite_seeded.actor("zhang"), DRAFT)
    with pytest.raises(NotFound) as missing:
        await ask(sqlite_seeded, holds, sqlite_seeded.actor("zhao"), 12345)
    with pytest.raises(NotFound) as hidden:
        await ask(sqlite_seeded, holds, sqlite_seeded.actor("zhao"), case.id)
    assert (missing.value.key, missing.value.params) == (hidden.value.key, hidden.value.params)


async def test_the_latest_case_is_the_askers_own(sqlite_seeded: Compound) -> None:
    mine = await ask(sqlite_seeded, intake.report, sqlite_seeded.actor("zhang"), DRAFT)
    await ask(sqlite_seeded, intake.report, sqlite_seeded.actor("zhao"), DRAFT)

    def latest(tx: SqlTx, actor: Actor) -> int:
        return tx.cases.latest_for(tx.people.enter(actor)).id

    assert await ask(sqlite_seeded, latest, sqlite_seeded.actor("zhang")) == mine.id
    with pytest.raises(NotFound):
        await ask(sqlite_seeded, latest, sqlite_seeded.actor("wang"))


async def test_two_people_with_the_same_album_have_cases_of_their_own(seeded: Compound) -> None:
    draft = Draft("水管", 1, MONDAY, album="a1")
    first = await ask(seeded, intake.report, seeded.actor("zhang", "residents"), draft)
    again = await ask(seeded, intake.report, seeded.actor("zhang", "residents"), draft)
    other = await ask(seeded, intake.report, seeded.actor("zhao", "residents"), draft)
    assert first.id == again.id != other.id


def standing(tx: SqlTx, actor: Actor) -> Standing:
    return tx.people.enter(actor)


async def test_speaking_in_the_residents_group_makes_a_resident_once(seeded: Compound) -> None:
    newcomer = stranger(7002, "新邻居", seeded.residents)
    first = await ask(seeded, standing, newcomer)
    again = await ask(seeded, standing, newcomer)
    assert first == again
    assert [grant.role for grant in first.grants] == [Role.RESIDENT]
    assert (first.compound_id, first.place_id) == (seeded.id, seeded.id)


async def test_speaking_in_the_workers_group_makes_nobody_anything(seeded: Compound) -> None:
    found = await ask(seeded, standing, stranger(7003, "-", seeded.workers))
    assert found.grants == ()
    assert found.compound_id == seeded.id
