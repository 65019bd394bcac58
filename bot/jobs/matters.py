"""The list of matters as a file: read into a draft, whole or not at all; written out again, or a template."""

import asyncio
from functools import partial

from sqlalchemy import Connection

from bot.jobs.ledger import write
from bot.jobs.runner import Shop
from bot.jobs.spreadsheet import rows
from bot.media import TooLarge
from domain.kernel.jobs import JobState
from domain.kernel.words import Params, ToPerson
from domain.matters import service
from domain.matters.barred import Barred
from domain.matters.listing import Listing, Reading, read
from domain.matters.rules import MOST_LINES
from domain.places.listing import BadFile, Broken
from domain.places.worktimes import hours_of
from handlers.bodies import wording
from knowledge import limits, negative
from storage import jobs
from storage.tx import SqlTx


class ReadMatters:
    """Reads a list of matters."""

    def __init__(self, shop: Shop) -> None:
        self._store, self._deps, self._files = shop.store, shop.deps, shop.files

    async def __call__(self, job: jobs.Job) -> None:
        """From the file to a draft and a message, in one commit."""
        try:
            found = await self._read(job)
        except BadFile as error:
            await self._store.write(partial(self._refuse, job=job, why=error.why))
        else:
            await self._store.write(partial(self._keep, job=job, found=found))

    def apologise(self, tx: SqlTx, job: jobs.Job) -> None:
        """Say that the file cannot be had."""
        self._say(tx, job, Broken.UNREADABLE)

    async def _read(self, job: jobs.Job) -> Listing:
        file_id = await self._store.read(partial(jobs.secret, vault=self._deps.vault, job_id=job.id))
        if file_id is None:
            raise BadFile(Broken.UNREADABLE)
        try:
            body = await self._files.fetch(file_id)
        except TooLarge:
            raise BadFile(Broken.TOO_LARGE) from None
        reading = await self._store.read(partial(self._reading, job=job))
        return await asyncio.to_thread(lambda: read(rows(body), reading))

    def _reading(self, connection: Connection, job: jobs.Job) -> Reading:
        tx = self._deps.open(connection)
        return Reading(
            columns=wording.columns(),
            body=wording.body_finder(tx.staff.bodies(job.compound_id)),
            minutes=partial(limits.minutes, day=day_of(tx, job.compound_id)),
            stream=wording.stream_of,
            grade=wording.grade_of,
            barred=_barred,
            subject=wording.subject_of,
        )

    def _keep(self, connection: Connection, job: jobs.Job, found: Listing) -> None:
        """Where a line is bad nothing is kept: half a list is worse than none."""
        tx = self._deps.open(connection)
        if not jobs.end(connection, job.id, JobState.DONE, None, tx.now):
            return
        if found.problems:
            service.refuse(tx, job.asked_by, found.problems, job.id)
        else:
            service.keep(tx, job.compound_id, job.asked_by, found.lines, job.id)

    def _refuse(self, connection: Connection, job: jobs.Job, why: Broken) -> None:
        tx = self._deps.open(connection)
        if jobs.end(connection, job.id, JobState.DONE, None, tx.now):
            self._say(tx, job, why)

    def _say(self, tx: SqlTx, job: jobs.Job, why: Broken) -> None:
        told: Params = {"why": why.value, "most": MOST_LINES}
        tx.outbox.tell(ToPerson(job.asked_by), "matters-broken", told, dedupe=f"job:{job.id}")


class WriteMatters:
    """Writes the list in force as a spreadsheet; where there is none, a template with examples."""

    def __init__(self, shop: Shop) -> None:
        self._store, self._deps, self._texts, self._folder = shop.store, shop.deps, shop.texts, shop.folder

    async def __call__(self, job: jobs.Job) -> None:
        """One read, one file, one commit."""
        table = await self._store.read(partial(self._table, job=job))
        name = f"job-{job.id}.xlsx"
        await asyncio.to_thread(write, self._folder, name, table)
        await self._store.write(partial(self._end, job=job, name=name))

    def _table(self, connection: Connection, job: jobs.Job) -> list[list[str]]:
        tx = self._deps.open(connection)
        list_id = int(job.params["list"])
        lines = tx.matters.lines(list_id) if list_id else ()
        names = {body.id: body.name for body in tx.staff.bodies(job.compound_id)}
        return wording.table(self._texts, job.locale, lines, names, day_of(tx, job.compound_id))

    def _end(self, connection: Connection, job: jobs.Job, name: str) -> None:
        tx = self._deps.open(connection)
        if jobs.end(connection, job.id, JobState.DONE, name, tx.now):
            told: Params = {"file": name, "version": int(job.params["list"] != 0)}
            tx.outbox.tell(ToPerson(job.asked_by), "matters-sheet", told, dedupe=f"job:{job.id}")


def day_of(tx: SqlTx, compound_id: int) -> int:
    """Working minutes of one day there."""
    return hours_of(tx, compound_id).day(1)


def _barred(text: str) -> Barred | None:
    found = negative.barred(text)
    return None if found is None else Barred(found)
