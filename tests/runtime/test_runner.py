"""The runner of jobs: one that fails for ever, in whichever way, holds up none of the others."""

from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.jobs.rooms import Rooms
from bot.jobs.runner import Runner, Shop
from domain.kernel.jobs import JobState
from domain.places.listing import Listing
from domain.places.rooms import Growth
from domain.places.steps import Import
from handlers.texts import load
from storage import jobs
from storage.tables import imports, job_rows
from storage.tables import jobs as job_table
from storage.tx import SqlTx, transaction
from tests.compound import Compound

TICKS = 8


class NoFiles:
    async def fetch(self, file_id: str) -> bytes:
        raise OSError


@pytest.fixture
def shop(sqlite_seeded: Compound, tmp_path: Path) -> Shop:
    return Shop(sqlite_seeded.store, sqlite_seeded.deps, load(), tmp_path, NoFiles(), lambda: "")


class Good:
    """Does what it is asked to."""

    def __init__(self, shop: Shop) -> None:
        self._shop, self.done = shop, list[int]()

    async def __call__(self, job: jobs.Job) -> None:
        self.done.append(job.id)
        now = self._shop.deps.clock.now()
        await self._shop.store.write(partial(jobs.end, job_id=job.id, state=JobState.DONE, name=None, at=now))


class Idle:
    """Comes back without having done anything."""

    def __init__(self) -> None:
        self.tries = 0

    async def __call__(self, job: jobs.Job) -> None:
        self.tries += 1


class Speechless:
    """Fails, and fails again where it should say so."""

    async def __call__(self, job: jobs.Job) -> None:
        raise OSError("away")

    def apologise(self, tx: SqlTx, job: jobs.Job) -> None:
        raise LookupError("nobody to say it to")


async def asked(compound: Compound, kind: str) -> int:
    person = compound.person_ids["chen"]
    work = transaction(compound.deps, lambda tx: tx.jobs.ask(kind, compound.id, person, sealed="x"))
    return await compound.store.write(work)


@pytest.mark.parametrize("kind", ["idle", "speechless", "of-another-version"])
@pytest.mark.timeout(30)
async def test_a_job_that_cannot_be_done_is_given_up_and_the_next_one_is_done(
    sqlite_seeded: Compound, shop: Shop, kind: str
) -> None:
    good, idle = Good(shop), Idle()
    runner = Runner(shop, {"good": good, "idle": idle, "speechless": Speechless()})
    bad, behind = await asked(sqlite_seeded, kind), await asked(sqlite_seeded, "good")
    for _ in range(TICKS):
        await runner()
    assert good.done == [behind]
    assert idle.tries <= jobs.MOST_ATTEMPTS
    state = select(job_table.c.state).where(job_table.c.id == bad)
    assert await sqlite_seeded.store.read(lambda c: c.execute(state).scalar()) == JobState.FAILED.value
    assert await sqlite_seeded.store.read(lambda c: c.execute(select(job_rows)).all()) == []


async def test_a_list_that_was_dropped_while_it_was_read_is_over(sqlite_seeded: Compound, shop: Shop) -> None:
    job_id = await asked(sqlite_seeded, "rooms")
    store, person = sqlite_seeded.store, sqlite_seeded.person_ids["chen"]
    made = Import(job_id, sqlite_seeded.id, person, "dropped")
    await store.write(transaction(sqlite_seeded.deps, lambda tx: tx.setups.add_import(made)))
    job = await store.read(jobs.following)
    assert job is not None
    await Rooms(shop)._keep(job, Listing(), Growth((), 0), 0)
    assert await store.read(jobs.following) is None
    assert await store.read(lambda c: c.execute(select(imports.c.state)).scalar()) == "dropped"
