"""Persons: made on first contact, followed when they change, found by what the platform calls them."""

from sqlalchemy import select

from domain.kernel.people import Actor, Role, Standing
from storage import seeding
from storage.people import identify
from storage.reader import SqlReader
from storage.tables import chats, persons
from storage.tx import SqlTx, transaction
from tests.compound import Compound, stranger


async def ask(compound: Compound, service, *args):
    return await compound.store.write(transaction(compound.deps, service, *args))


def enter(tx: SqlTx, actor: Actor) -> Standing:
    return tx.people.enter(actor)


async def name_of(compound: Compound, person_id: int) -> str | None:
    return await compound.store.read(lambda c: SqlReader(c, compound.deps.vault).person_name(person_id))


async def test_a_new_name_and_language_are_followed(seeded: Compound) -> None:
    me = await ask(seeded, enter, stranger(7001, "小林", 7001))
    assert await name_of(seeded, me.person_id) == "小林"
    await ask(seeded, enter, Actor(7001, "老林", "en", 7001))
    assert await name_of(seeded, me.person_id) == "老林"
    found = await seeded.store.read(lambda c: identify(c, 7001, 7001))
    assert found is not None
    assert (found.person_id, found.locale) == (me.person_id, "en")


async def test_nobody_is_identified_before_they_write(seeded: Compound) -> None:
    assert await seeded.store.read(lambda c: identify(c, 424242, 1)) is None


async def test_writing_in_private_opens_the_private_chat_and_a_group_does_not_close_it(
    seeded: Compound,
) -> None:
    me = await ask(seeded, enter, stranger(7001, "-", seeded.residents))
    is_open = select(persons.c.private_open).where(persons.c.id == me.person_id)
    assert await seeded.store.read(lambda c: c.execute(is_open).scalar()) is False
    await ask(seeded, enter, stranger(7001, "-", 7001))
    await ask(seeded, enter, stranger(7001, "-", seeded.residents))
    assert await seeded.store.read(lambda c: c.execute(is_open).scalar()) is True


async def test_a_group_that_became_a_supergroup_keeps_its_place(seeded: Compound) -> None:
    def move(tx: SqlTx) -> None:
        row = {"chat_id": -55, "kind": "group", "moved_to": seeded.residents}
        tx.scope.connection.execute(chats.insert(), row)

    await ask(seeded, move)
    found = await ask(seeded, enter, stranger(7001, "-", -55))
    assert found.compound_id == seeded.id
    assert found.has(Role.RESIDENT, seeded.id)


async def test_in_private_a_home_says_which_compound(seeded: Compound) -> None:
    def settle(tx: SqlTx) -> int:
        other = seeding.add_compound(tx.scope, "另一个小区", "Asia/Shanghai")
        tower = seeding.add_place(tx.scope, other, other, "building", "9号楼", "Asia/Shanghai")
        seeding.grant(tx.scope, seeded.person_ids["wang"], Role.RESIDENT, tower, other)
        return tower

    tower = await ask(seeded, settle)
    assert (await ask(seeded, enter, seeded.actor("wang"))).place_id == tower
    assert (await ask(seeded, enter, seeded.actor("li"))).place_id == seeded.id


async def test_speaking_in_the_group_does_not_forget_the_building(seeded: Compound) -> None:
    def settle(tx: SqlTx) -> int:
        tower = seeding.add_place(tx.scope, seeded.id, seeded.id, "building", "9号楼", "Asia/Shanghai")
        person = seeding.add_person(tx.scope, 7002, "小林", "zh-CN")
        seeding.grant(tx.scope, person, Role.RESIDENT, tower, seeded.id)
        return tower

    tower = await ask(seeded, settle)
    await ask(seeded, enter, stranger(7002, "小林", seeded.residents))
    assert (await ask(seeded, enter, stranger(7002, "小林", 7002))).place_id == tower


async def test_a_stranger_belongs_to_the_only_compound_but_to_none_of_two(seeded: Compound) -> None:
    assert (await ask(seeded, enter, stranger(7001, "-", 7001))).compound_id == seeded.id
    await ask(seeded, lambda tx: seeding.add_compound(tx.scope, "另一个小区", "UTC"))
    assert (await ask(seeded, enter, stranger(7001, "-", 7001))).compound_id is None


async def test_telegram_ids_leave_the_erased_out(seeded: Compound) -> None:
    wang, zhang = seeded.person_ids["wang"], seeded.person_ids["zhang"]
    await ask(seeded, lambda tx: tx.scope.vault.erase(tx.scope.connection, zhang))
    assert await ask(seeded, lambda tx: dict(tx.people.telegram_ids((wang, zhang)))) == {wang: 1001}
    assert await ask(seeded, lambda tx: dict(tx.people.telegram_ids(()))) == {}


async def test_whoever_was_erased_comes_back_as_somebody_else(seeded: Compound) -> None:
    zhang = seeded.person_ids["zhang"]
    await ask(seeded, lambda tx: tx.scope.vault.erase(tx.scope.connection, zhang))
    again = await ask(seeded, enter, seeded.actor("zhang"))
    assert again.person_id != zhang
    assert again.grants == ()
