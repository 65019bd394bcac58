"""Two who do the same at once: one has it, the other is told."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import func, select

from domain.kernel.errors import DomainError
from domain.kernel.people import Role
from domain.places import groups, growing, importing, setup, staff
from domain.places.rooms import Block
from domain.places.steps import BadLink, Import, Stale, Taken
from domain.places.tree import Level, LevelWords, Place
from storage import drafts, jobs
from storage.setups import proof_of
from storage.tables import appointments, grants, places
from tests.compound import Compound, stranger

GROUP = -1_009_000_000_001
WORDS = LevelWords("栋", "单元", "室")


async def both(here: Compound, *works: Any) -> list[Any]:
    """Each in a transaction of its own, at the same time."""
    ready = asyncio.Barrier(len(works))

    async def one(work: Any) -> Any:
        await ready.wait()
        try:
            return await here.store.write(lambda connection: work(here.deps.open(connection)))
        except DomainError as error:
            return error

    return await asyncio.gather(*(one(work) for work in works))


async def count(here: Compound, statement: Any) -> int:
    return int(await here.store.read(lambda connection: connection.execute(statement).scalar()))


async def test_one_of_two_administrators_sets_the_group_up(seeded: Compound) -> None:
    actors = [stranger(number, f"管理{number}", GROUP) for number in (9001, 9002)]
    found = await both(
        seeded, *(lambda tx, who=who: groups.begin(tx, who, True, "幸福里", "管理员") for who in actors)
    )
    assert sum(isinstance(one, Taken) for one in found) == 1
    assert await count(seeded, select(func.count()).where(places.c.name == "幸福里")) == 1


async def test_one_of_two_takes_an_invitation_up(seeded: Compound) -> None:
    lin, compound = await founded(seeded)
    await both(seeded, lambda tx: staff.invite(tx, lin, compound, Role.WORKER))
    made = await count(seeded, select(func.max(appointments.c.id)))
    proof = proof_of(seeded.deps.vault, made)
    people = [stranger(number, f"工人{number}", number) for number in (9003, 9004)]
    found = await both(seeded, *(lambda tx, who=who: staff.accept(tx, who, made, proof) for who in people))
    assert sum(isinstance(one, BadLink) for one in found) == 1
    named = select(func.count()).where(grants.c.compound_id == compound, grants.c.role == "worker")
    assert await count(seeded, named) == 2  # the steward, who stands in, and one of the two


async def founded(here: Compound) -> tuple[Any, int]:
    lin = stranger(9001, "林女士", GROUP)
    await both(here, lambda tx: groups.begin(tx, lin, True, "幸福里", "管理员"))
    return lin, await count(here, select(func.max(places.c.id)).where(places.c.name == "幸福里"))


async def test_a_pattern_tapped_twice_at_once_is_built_once(seeded: Compound) -> None:
    lin, compound = await founded(seeded)
    sketch = [(Block(("3",), ("1", "2"), tuple(range(1, 19)), 2), WORDS)]
    await both(seeded, lambda tx: setup.sketch(tx, lin, compound, sketch))
    found = await both(seeded, *(lambda tx: setup.build(tx, lin, compound) for _ in range(2)))
    assert 72 in found
    assert sum(isinstance(one, Stale) for one in found) == 1
    homes = select(func.count()).where(places.c.compound_id == compound, places.c.level == "household")
    assert await count(seeded, homes) == 72


async def test_a_file_tapped_twice_at_once_is_imported_once(seeded: Compound) -> None:
    lin, compound = await founded(seeded)

    def read(tx: Any) -> int:
        me = tx.people.enter(lin)
        made = tx.jobs.ask(importing.ROOMS, compound, me.person_id, sealed="file")
        tx.setups.add_import(Import(made, compound, me.person_id, "reading"))
        growth = setup.rooms.grow(
            tx.places.get(compound), [], Block(("3栋",), (), (1, 2), 3).homes(), tx.new_id
        )
        drafts.stage(tx.scope.connection, made, growth.places)
        drafts.report(tx.scope.connection, made, "ready", growth.places)
        return int(made)

    (made,) = await both(seeded, read)
    found = await both(seeded, *(lambda tx: importing.take(tx, lin, made) for _ in range(2)))
    assert 6 in found
    assert sum(isinstance(one, Stale) for one in found) == 1
    homes = select(func.count()).where(places.c.compound_id == compound, places.c.level == "household")
    assert await count(seeded, homes) == 6


async def test_a_large_pattern_does_not_land_on_a_tree_that_has_grown(seeded: Compound) -> None:
    lin, compound = await founded(seeded)
    sketch = [(Block(("3",), ("1", "2"), tuple(range(1, 31)), 20), WORDS)]
    await both(seeded, lambda tx: setup.sketch(tx, lin, compound, sketch))
    found = await both(seeded, *(lambda tx: setup.build(tx, lin, compound) for _ in range(2)))
    assert None in found
    assert sum(isinstance(one, Stale) for one in found) == 1
    (job,) = await both(seeded, lambda tx: jobs.following(tx.scope.connection))

    def drawn(tx: Any) -> int:
        growth = setup.rooms.grow(
            tx.places.get(compound), [], Block(("3栋",), (), (1, 2), 3).homes(), tx.new_id
        )
        drafts.stage(tx.scope.connection, job.id, growth.places)
        drafts.report(tx.scope.connection, job.id, "reading", growth.places)
        return len(growth.places)

    def grows(tx: Any) -> None:
        tx.places.add(Place(tx.new_id(), compound, compound, Level.BUILDING, "9栋", "Asia/Shanghai"))

    await both(seeded, drawn)
    await both(seeded, grows)
    (landed,) = await both(seeded, lambda tx: growing.land(tx, job.id))
    assert landed is False
    homes = select(func.count()).where(places.c.compound_id == compound, places.c.level == "household")
    assert await count(seeded, homes) == 0


@pytest.mark.parametrize("step", ["show", "resume", "build"])
async def test_a_stranger_has_no_way_in(sqlite_seeded: Compound, step: str) -> None:
    _lin, compound = await founded(sqlite_seeded)
    other = stranger(9009, "路人", 9009)
    (refused,) = await both(sqlite_seeded, lambda tx: getattr(setup, step)(tx, other, compound))
    assert isinstance(refused, DomainError)
    assert refused.key == "error-not-found"
