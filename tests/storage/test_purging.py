"""What is forgotten after a month: jobs that have ended, and what was said aloud on a day."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, update

from bot.purging import REMEMBERED, Purging
from domain.kernel.jobs import JobState
from domain.kernel.people import Actor
from domain.kernel.words import CardKind, ToPerson
from domain.places.importing import ROOMS
from domain.places.rooms import Block, grow
from domain.places.steps import Import
from storage import days, drafts, jobs
from storage.tables import cards, day_notes, group_days, imports, job_rows, outbox, place_drafts
from storage.tables import jobs as job_table
from tests.compound import Compound

LITTLE = timedelta(hours=25)
"""A day's date is local."""


async def wrote(here: Compound, work: Any) -> Any:
    return await here.store.write(lambda connection: work(here.deps.open(connection)))


async def count(here: Compound, table: Any) -> int:
    found = select(func.count()).select_from(table)
    return int(await here.store.read(lambda connection: connection.execute(found).scalar()))


async def purged(here: Compound, folder: Path) -> None:
    await Purging(here.store, here.clock, folder)()


async def imported(here: Compound) -> int:
    """A list of rooms that was read, shown, and never taken."""
    person = here.person_ids["chen"]

    def read(tx: Any) -> int:
        made = int(tx.jobs.ask(ROOMS, here.id, person, sealed="file"))
        tx.setups.add_import(Import(made, here.id, person, "reading"))
        growth = grow(tx.places.get(here.id), [], Block(("9栋",), (), (1,), 3).homes(), tx.new_id)
        drafts.stage(tx.scope.connection, made, growth.places)
        drafts.report(tx.scope.connection, made, "ready", growth.places)
        return made

    return int(await wrote(here, read))


async def test_an_ended_job_is_forgotten_after_a_month_with_all_that_it_kept(
    seeded: Compound, tmp_path: Path
) -> None:
    here = seeded
    made = await imported(here)
    # As an erasure ends it: without a time, and its rows stay where they are.
    await here.store.write(lambda c: c.execute(update(job_table).values(state=JobState.FAILED.value)))
    here.clock.advance(REMEMBERED - timedelta(minutes=1))
    await purged(here, tmp_path)
    assert await count(here, job_table) == 1
    here.clock.advance(timedelta(minutes=2))
    await purged(here, tmp_path)
    for table in (job_table, job_rows, place_drafts):
        assert await count(here, table) == 0
    state = select(imports.c.state).where(imports.c.id == made)
    assert await here.store.read(lambda c: c.execute(state).scalar()) == "dropped"


async def test_a_job_that_waits_is_never_forgotten(seeded: Compound, tmp_path: Path) -> None:
    here = seeded
    await imported(here)
    here.clock.advance(2 * REMEMBERED)
    await purged(here, tmp_path)
    assert (await here.store.read(jobs.following)) is not None
    assert await count(here, place_drafts) == 4


async def test_a_day_is_forgotten_after_a_month_and_its_card_names_nobody(
    seeded: Compound, tmp_path: Path
) -> None:
    here = seeded
    neighbour = Actor(7001, "新来的", "zh-CN", chat_id=here.residents, private=False)

    def calls(tx: Any) -> None:
        me = tx.people.enter(neighbour)
        tx.outbox.tell(ToPerson(me.person_id), "case-filed", {})
        newest = tx.scope.connection.execute(select(func.max(outbox.c.id))).scalar()
        days.call(tx.scope.connection, here.residents, newest, me.person_id, tx.now, tx.new_id)

    await wrote(here, calls)
    shown = select(cards.c.version).where(cards.c.kind == CardKind.DAY.value)
    before = await here.store.read(lambda c: c.execute(shown).scalar())
    here.clock.advance(REMEMBERED - LITTLE)
    await purged(here, tmp_path)
    assert await count(here, day_notes) == 1
    here.clock.advance(2 * LITTLE)
    await purged(here, tmp_path)
    assert await count(here, day_notes) == await count(here, group_days) == 0
    assert await here.store.read(lambda c: c.execute(shown).scalar()) == before + 1
