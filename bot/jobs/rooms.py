"""Rooms from a file: read on a thread, kept as drafts in small commits, and shown before anything is real."""

import asyncio
from functools import partial

from sqlalchemy import Connection

from bot.jobs.runner import Shop
from bot.jobs.spreadsheet import rows
from bot.media import TooLarge
from domain.kernel.jobs import JobState
from domain.kernel.words import Params, ToPerson
from domain.places import importing
from domain.places.listing import BadFile, Broken, Listing, read
from domain.places.rooms import MOST_ROOMS, Growth, TooManyRooms, grow
from domain.places.tree import LevelWords
from handlers.setup.wording import columns, presets
from storage import drafts, jobs
from storage.tx import SqlTx

CHUNK = 1000
"""Drafts in one commit: a few tens of milliseconds in the writer."""


class Rooms:
    """Reads a list of rooms."""

    def __init__(self, shop: Shop) -> None:
        self._store, self._deps, self._files = shop.store, shop.deps, shop.files

    async def __call__(self, job: jobs.Job) -> None:
        """From the file to drafts and a message; a second try begins anew."""
        await self._store.write(partial(drafts.clear, import_id=job.id))
        try:
            listing = await self._read(job)
            standing, growth = await self._store.read(partial(self._grown, job=job, listing=listing))
        except TooManyRooms:
            await self._store.write(partial(self._refuse, job=job, why=Broken.TOO_MANY))
        except BadFile as error:
            await self._store.write(partial(self._refuse, job=job, why=error.why))
        else:
            await self._keep(job, listing, growth, standing)

    def apologise(self, tx: SqlTx, job: jobs.Job) -> None:
        """Say that the file cannot be had."""
        importing.apologise(tx, job.id)

    async def _read(self, job: jobs.Job) -> Listing:
        secret = partial(jobs.secret, vault=self._deps.vault, job_id=job.id)
        file_id = await self._store.read(secret)
        if file_id is None:
            raise BadFile(Broken.UNREADABLE)
        try:
            body = await self._files.fetch(file_id)
        except TooLarge:
            raise BadFile(Broken.TOO_LARGE) from None
        words = await self._store.read(partial(self._words, compound_id=job.compound_id))
        return await asyncio.to_thread(lambda: read(rows(body), columns(), words))

    def _words(self, connection: Connection, compound_id: int) -> LevelWords:
        return self._deps.open(connection).places.words(compound_id) or presets()[0]

    def _grown(self, connection: Connection, job: jobs.Job, listing: Listing) -> tuple[int, Growth]:
        places = self._deps.open(connection).places
        compound, standing = places.get(job.compound_id), places.standing(job.compound_id)
        return len(standing), grow(compound, standing, listing.homes, self._deps.new_id)

    async def _keep(self, job: jobs.Job, listing: Listing, growth: Growth, standing: int) -> None:
        """Where a line is bad nothing is kept: half a list is worse than none."""
        places = () if listing.problems else growth.places
        for start in range(0, len(places), CHUNK):
            part = places[start : start + CHUNK]
            await self._store.write(partial(drafts.stage, import_id=job.id, drafts=part))
        await self._store.write(
            partial(self._show, job=job, listing=listing, growth=growth, standing=standing)
        )

    def _show(
        self, connection: Connection, job: jobs.Job, listing: Listing, growth: Growth, standing: int
    ) -> None:
        tx = self._deps.open(connection)
        bad = listing.problems
        kept = () if bad else growth.places
        state = "bad" if bad else "ready"
        if drafts.report(connection, job.id, state, kept, growth.known, standing, bad):
            self._end(tx, job, "setup-import", {})
        else:  # it was dropped meanwhile
            drafts.clear(connection, job.id)
            jobs.end(connection, job.id, JobState.DONE, None, tx.now)

    def _refuse(self, connection: Connection, job: jobs.Job, why: Broken) -> None:
        tx = self._deps.open(connection)
        drafts.report(connection, job.id, "dropped")
        self._end(tx, job, "setup-import-broken", {"why": why.value, "most": MOST_ROOMS})

    def _end(self, tx: SqlTx, job: jobs.Job, key: str, params: Params) -> None:
        jobs.end(tx.scope.connection, job.id, JobState.DONE, None, tx.now)
        tx.outbox.tell(ToPerson(job.asked_by), key, params, about=job.id, dedupe=f"job:{job.id}")
