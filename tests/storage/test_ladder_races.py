"""The ladder under two sweeps at once, restarts and an outage of a day: each rung once, one digest each."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot.sweep import Sweep
from domain.cases.intake import report
from domain.cases.rules import Draft
from domain.cases.service import ById, act
from domain.cases.table import Action
from domain.kernel.people import Role
from domain.places.charges import EVERYWHERE, Charge
from storage import seeding
from storage.tables import case_rungs, due, outbox
from storage.tx import transaction
from tests.compound import Compound

CASES = 8
RUNGS = ("soon", "over", "lead", "committee", "street")


async def write(compound: Compound, service: Any, *args: Any) -> Any:
    return await compound.store.write(transaction(compound.deps, service, *args))


async def filed(compound: Compound, number: int) -> int:
    who = ("zhang", "zhao", "xiao")[number % 3]
    case = await write(
        compound, report, compound.actor(who), Draft("电梯坏了", number + 1, compound.clock.now())
    )
    if number % 2:
        await write(compound, act, compound.actor("wang"), ById(case.id), Action.TAKE)
    return int(case.id)


async def led(compound: Compound) -> None:
    """Li leads the property, Chen works for the whole compound and stewards it."""

    def put(connection: Connection) -> None:
        scope, chen = compound.deps.scope(connection), compound.person_ids["chen"]
        for role in (Role.WORKER, Role.STEWARD):
            seeding.grant(scope, chen, role, compound.id, compound.id)
        tx = compound.deps.open(connection)
        tx.leads.name(compound.id, Charge.LEAD, compound.body_id, compound.person_ids["li"])
        tx.leads.name(compound.id, Charge.COMMITTEE, EVERYWHERE, chen)

    await compound.store.write(put)


async def counted(compound: Compound, statement: Any) -> int:
    return int(await compound.store.read(lambda c: c.execute(statement).scalar()) or 0)


async def rows(compound: Compound, statement: Any) -> list[Any]:
    return list(await compound.store.read(lambda c: c.execute(statement).all()))


async def race(compound: Compound, sweeps: list[Sweep]) -> None:
    """All at once, each in its own turn of the loop, until nothing is due."""
    barrier = asyncio.Barrier(len(sweeps))

    async def one(sweep: Sweep) -> None:
        await barrier.wait()
        await sweep()

    await asyncio.gather(*(one(sweep) for sweep in sweeps))


@pytest.mark.timeout(300)
async def test_each_rung_once_under_two_sweeps(seeded: Compound) -> None:
    await led(seeded)
    ids = [await filed(seeded, number) for number in range(CASES)]
    end = seeded.clock.now() + timedelta(days=9)
    for turn in range(300):
        planned = select(func.min(due.c.at)).where(due.c.state == "open", due.c.kind.like("case.%"))
        at: datetime | None = await seeded.store.read(lambda c, q=planned: c.execute(q).scalar())
        if at is None or at > end:
            break
        seeded.clock.set(max(at, seeded.clock.now()))
        # every third time the program has been started anew
        sweeps = [Sweep(seeded.store, seeded.deps) for _ in range(3 if turn % 3 == 0 else 2)]
        await race(seeded, sweeps)
    climbed = await rows(seeded, select(case_rungs.c.case_id, case_rungs.c.rung))
    assert sorted(map(tuple, climbed)) == sorted((one, rung) for one in ids for rung in RUNGS)
    asked = select(outbox.c.about).where(outbox.c.key == "case-rung")
    about = [row.about for row in await rows(seeded, asked)]
    assert sorted(about) == sorted(ids * 3)
    told = await counted(seeded, select(func.count()).where(outbox.c.key == "case-overdue-told"))
    assert told == CASES
    dead = await counted(seeded, select(func.count()).where(due.c.state == "dead"))
    assert dead == 0


@pytest.mark.timeout(300)
@pytest.mark.parametrize("asleep", [timedelta(days=1), timedelta(days=10)])
async def test_after_an_outage_each_hears_one_digest(seeded: Compound, asleep: timedelta) -> None:
    await led(seeded)
    ids = [await filed(seeded, number) for number in range(CASES)]
    before = await counted(seeded, select(func.max(outbox.c.id)))
    seeded.clock.set(seeded.clock.now() + asleep)
    await race(seeded, [Sweep(seeded.store, seeded.deps) for _ in range(3)])
    told = await rows(seeded, select(outbox.c.key, outbox.c.destination).where(outbox.c.id > before))
    worded = [tuple(row) for row in told if not row.key.startswith(("act:", "card"))]
    assert len(worded) == len(set(worded)), "one message for each, not one for each rung"
    known = {"duties-late", "cases-overdue-told", "case-rung-captain", "ladder-nobody"}
    assert {key for key, _ in worded} <= known
    li = f"person:{seeded.person_ids['li']}"
    assert (("duties-late", li) in worded) is (asleep > timedelta(days=1, hours=2))
    climbed = {row.rung for row in await rows(seeded, select(case_rungs.c.rung))}
    assert climbed == set(RUNGS[:2] if asleep == timedelta(days=1) else RUNGS)
    open_ = await counted(
        seeded, select(func.count()).where(due.c.state == "open", due.c.at <= seeded.clock.now())
    )
    assert open_ == 0
    assert len(ids) == CASES


@pytest.mark.timeout(300)
async def test_a_case_that_is_finished_while_its_rung_falls_due_is_one_or_the_other(seeded: Compound) -> None:
    """Whoever comes first decides; afterwards nothing of it is left open."""
    await led(seeded)
    ids = [await filed(seeded, 2 * number + 1) for number in range(CASES)]
    at = await seeded.store.read(
        lambda c: c.execute(select(func.max(due.c.at)).where(due.c.kind == "case.soon")).scalar()
    )
    seeded.clock.set(at)
    finish = [write(seeded, act, seeded.actor("wang"), ById(one), Action.FINISH, "换了控制板") for one in ids]
    await asyncio.gather(race(seeded, [Sweep(seeded.store, seeded.deps) for _ in range(2)]), *finish)
    left = select(func.count()).where(
        due.c.state == "open", due.c.kind.in_(("case.soon", "case.over", "case.rung"))
    )
    assert await counted(seeded, left) == 0
    seeded.clock.set(at + timedelta(days=9))
    await race(seeded, [Sweep(seeded.store, seeded.deps)])
    climbed = {row.rung for row in await rows(seeded, select(case_rungs.c.rung))}
    assert climbed <= {"soon"}
