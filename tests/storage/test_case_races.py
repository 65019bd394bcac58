"""Cases wanted by many at once: one has it, the others read who; offers spread over equal shifts."""

import asyncio
from collections import Counter

from sqlalchemy import Connection, func, select

from domain.cases.intake import report
from domain.cases.rules import Draft, IllegalTransition
from domain.cases.service import ById, act
from domain.cases.table import Action
from domain.kernel.people import Actor, Role
from domain.kernel.words import person
from storage import seeding
from storage.tables import case_events, cases, outbox
from storage.tx import transaction
from tests.compound import Compound, stranger

CROWD = 50


async def hired(compound: Compound, many: int) -> list[Actor]:
    """So many more workers of the body."""

    def put(connection: Connection) -> None:
        scope = compound.deps.scope(connection)
        for number in range(many):
            one = seeding.add_person(scope, 9000 + number, f"p{number}", "zh-CN", private_open=True)
            seeding.grant(scope, one, Role.WORKER, compound.id, compound.id, compound.body_id)

    await compound.store.write(put)
    return [stranger(9000 + number, f"p{number}", 9000 + number) for number in range(many)]


async def file(compound: Compound, number: int) -> int:
    draft = Draft("the lift", number, compound.clock.now())
    work = transaction(compound.deps, report, compound.actor("zhang"), draft)
    return (await compound.store.write(work)).id


async def test_fifty_tap_at_once_and_one_has_it(seeded: Compound) -> None:
    crowd = await hired(seeded, CROWD)
    case_id = await file(seeded, 1)
    barrier = asyncio.Barrier(CROWD)

    async def tap(actor: Actor) -> IllegalTransition | None:
        await barrier.wait()
        try:
            await seeded.store.write(transaction(seeded.deps, act, actor, ById(case_id), Action.TAKE))
        except IllegalTransition as refused:
            return refused
        return None

    answers = await asyncio.gather(*(tap(actor) for actor in crowd))
    row = (await seeded.store.read(lambda c: c.execute(select(cases)).all()))[0]
    refused = [one for one in answers if one is not None]
    assert len(refused) == CROWD - 1
    assert {(one.params["handler"], one.params["mine"]) for one in refused} == {(person(row.handler_id), 0)}
    taken = select(func.count()).where(case_events.c.action == "take")
    told = select(func.count()).where(outbox.c.key == "case-taken")
    for count in (taken, told):
        assert await seeded.store.read(lambda c, count=count: c.execute(count).scalar()) == 1


async def test_reports_at_once_are_spread_over_equal_shifts(seeded: Compound) -> None:
    await hired(seeded, 3)  # five with the two who were there
    await asyncio.gather(*(file(seeded, number) for number in range(43)))
    found = await seeded.store.read(lambda c: c.execute(select(cases.c.assignee_id)).scalars().all())
    have = Counter(found)
    assert len(have) == 5
    assert max(have.values()) - min(have.values()) <= 2
