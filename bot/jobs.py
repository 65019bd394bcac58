"""The runner of jobs: reads beside the traffic, small commits, progress on a card, one swap at the end."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from sqlalchemy import Connection

from bot.failures import described
from domain.cases.ledger import JobState
from domain.kernel.words import CardKind, Params, ToPerson
from handlers.ledger import sheet as ledger
from handlers.texts import Texts
from storage import jobs
from storage.reader import SqlReader
from storage.store import Store
from storage.tx import TxDeps

log = structlog.get_logger(__name__)

CHUNK = 50
"""Cases read at once: a few tens of milliseconds on a reader's thread, less than one in the writer."""

SHOWN_EVERY = 250
"""Cases between two refreshes of the card; the platform allows few edits."""


class Runner:
    """Works off one job after another; called by a tick, never twice at once."""

    def __init__(self, store: Store, deps: TxDeps, texts: Texts, folder: Path) -> None:
        self._store, self._deps, self._texts, self._folder = store, deps, texts, folder

    async def __call__(self) -> None:
        """Every open job, from where it stands."""
        while (job := await self._store.read(jobs.following)) is not None:
            try:
                await self._run(job)
            except Exception as error:
                log.error("job-failed", job=job.id, error=described(error))
                if await self._store.write(partial(jobs.attempt, job_id=job.id)) < jobs.MOST_ATTEMPTS:
                    return  # the next tick goes on at its cursor
                await self._end(job, JobState.FAILED, None)

    async def _run(self, job: jobs.Job) -> None:
        await self._store.write(self._refreshing(job, partial(jobs.begin, job=job)))
        while ids := await self._store.read(
            partial(jobs.case_ids, compound_id=job.compound_id, above=job.cursor, most=CHUNK)
        ):
            rows = await self._store.read(partial(self._rows, ids=ids, locale=job.locale))
            stage = partial(jobs.stage, vault=self._deps.vault, job=job, rows=rows, cursor=ids[-1])
            shown = (job.done + len(rows)) // SHOWN_EVERY > job.done // SHOWN_EVERY
            if not await self._store.write(self._refreshing(job, stage) if shown else stage):
                return
            job = jobs.Job(
                job.id, job.kind, job.compound_id, job.asked_by, ids[-1], job.done + len(rows), job.locale
            )
        await self._end(job, JobState.DONE, await self._file(job))

    def _rows(self, connection: Connection, ids: Sequence[int], locale: str) -> list[list[str]]:
        reader = SqlReader(connection, self._deps.vault)
        sheets = [sheet for case_id in ids if (sheet := reader.case_sheet(case_id)) is not None]
        return ledger.rows_of(self._texts, locale, sheets)

    async def _file(self, job: jobs.Job) -> str:
        rows = await self._store.read(lambda c: list(jobs.staged(c, self._deps.vault, job.id)))
        name = f"job-{job.id}.xlsx"
        head = ledger.header(self._texts, job.locale)
        await asyncio.to_thread(write, self._folder, name, [head, *rows])
        return name

    async def _end(self, job: jobs.Job, state: JobState, name: str | None) -> None:
        await self._store.write(partial(self._swap, job=job, state=state, name=name))

    def _swap(self, connection: Connection, job: jobs.Job, state: JobState, name: str | None) -> None:
        tx = self._deps.open(connection)
        if not jobs.end(connection, job.id, state, name, tx.now):
            return
        tx.cards.refresh(CardKind.JOB, job.id)
        if name is not None:
            told: Params = {"file": name, "count": job.done}
            tx.outbox.tell(ToPerson(job.asked_by), "ledger-ready", told, about=job.id, dedupe=f"job:{job.id}")

    def _refreshing(self, job: jobs.Job, work: Callable[[Connection], Any]) -> Callable[[Connection], Any]:
        def both(connection: Connection) -> Any:
            done = work(connection)
            self._deps.open(connection).cards.refresh(CardKind.JOB, job.id)
            return done

        return both


def write(folder: Path, name: str, rows: Sequence[Sequence[str]]) -> None:
    """A spreadsheet whose cells are all text, readable by nobody else; whole or not there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    book = Workbook(write_only=True)
    page = book.create_sheet()
    for row in rows:
        page.append([_text(page, value) for value in row])
    part = folder / f"{name}.part"
    part.touch(mode=0o600)
    book.save(part)
    part.replace(folder / name)


def _text(page: Any, value: str) -> WriteOnlyCell:
    made = WriteOnlyCell(page, value=value)
    made.data_type = "s"  # openpyxl takes "=…" for a formula otherwise
    return made
