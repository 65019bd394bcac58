"""A large pattern of rooms: drawn up on a reader's thread, kept in small commits, landed at once."""

from collections.abc import Callable
from functools import partial
from typing import Any

from sqlalchemy import Connection

from bot.jobs.runner import Shop
from domain.kernel.jobs import JobState
from domain.kernel.words import CardKind
from domain.places import growing
from domain.places.rooms import Growth, TooManyRooms, grow, homes_of, unpacked
from storage import drafts, jobs
from storage.tx import SqlTx

CHUNK = 1000
"""Drafts in one commit: a few tens of milliseconds in the writer."""

SHOWN_EVERY = 4
"""Chunks between two refreshes of the card; the platform allows few edits."""


class Growing:
    """Puts a pattern's rooms into a compound's tree."""

    def __init__(self, shop: Shop) -> None:
        self._store, self._deps = shop.store, shop.deps

    async def __call__(self, job: jobs.Job) -> None:
        """From the pattern to places; a second try begins anew, and so does one that the tree outgrew."""
        landed = False
        while not landed:
            await self._store.write(partial(drafts.clear, import_id=job.id))
            try:
                standing, growth = await self._store.read(partial(self._grown, job=job))
            except TooManyRooms:
                await self._store.write(partial(self._refuse, job=job))
                return
            await self._keep(job, growth)
            landed = await self._store.write(partial(self._land, job=job, growth=growth, standing=standing))

    def apologise(self, tx: SqlTx, job: jobs.Job) -> None:
        """Nothing was added; the pattern waits for another tap."""
        growing.give_up(tx, job.id, str(job.params["blocks"]))

    def _grown(self, connection: Connection, job: jobs.Job) -> tuple[int, Growth]:
        places = self._deps.open(connection).places
        compound, standing = places.get(job.compound_id), places.standing(job.compound_id)
        homes = homes_of(unpacked(str(job.params["blocks"])))
        return len(standing), grow(compound, standing, homes, self._deps.new_id)

    async def _keep(self, job: jobs.Job, growth: Growth) -> None:
        total = len(growth.places)
        for number, start in enumerate(range(0, total, CHUNK)):
            part = growth.places[start : start + CHUNK]
            stage = partial(drafts.stage, import_id=job.id, drafts=part)
            shown = number % SHOWN_EVERY == 0
            await self._store.write(self._reaching(job, stage, start, total) if shown else stage)

    def _reaching(
        self, job: jobs.Job, stage: Callable[[Connection], None], done: int, total: int
    ) -> Callable[[Connection], Any]:
        def both(connection: Connection) -> None:
            stage(connection)
            jobs.reach(connection, job.id, done, total)
            self._deps.open(connection).cards.refresh(CardKind.ROOMS, job.id)

        return both

    def _land(self, connection: Connection, job: jobs.Job, growth: Growth, standing: int) -> bool:
        tx = self._deps.open(connection)
        drafts.report(connection, job.id, "reading", growth.places, growth.known, standing)
        if not growing.land(tx, job.id):
            return False
        jobs.reach(connection, job.id, growth.households, growth.households)
        jobs.end(connection, job.id, JobState.DONE, None, tx.now)
        return True

    def _refuse(self, connection: Connection, job: jobs.Job) -> None:
        tx = self._deps.open(connection)
        if jobs.end(connection, job.id, JobState.FAILED, None, tx.now):
            growing.too_many(tx, job.id)
