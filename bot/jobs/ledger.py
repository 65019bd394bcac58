"""The ledger: reads beside the traffic, small commits, progress on a card, one swap at the end."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from sqlalchemy import Connection

from bot.jobs.runner import Shop
from domain.kernel.jobs import JobState
from domain.kernel.words import CardKind, Params, ToPerson
from handlers.ledger import sheet as ledger
from storage import jobs
from storage.reader import SqlReader

CHUNK = 50
"""Cases read at once: a few tens of milliseconds on a reader's thread, less than one in the writer."""

SHOWN_EVERY = 250
"""Cases between two refreshes of the card; the platform allows few edits."""


class Ledger:
    """Makes the list of a compound's cases."""

    def __init__(self, shop: Shop) -> None:
        self._store, self._deps, self._texts, self._folder = shop.store, shop.deps, shop.texts, shop.folder

    async def __call__(self, job: jobs.Job) -> None:
        """From its cursor on; the file takes the place of the staged rows at the end."""
        await self._store.write(self._refreshing(job, partial(jobs.begin, job=job)))
        while ids := await self._store.read(partial(jobs.case_ids, job=job, most=CHUNK)):
            rows = await self._store.read(partial(self._rows, ids=ids, locale=job.locale))
            stage = partial(jobs.stage, vault=self._deps.vault, job=job, rows=rows, cursor=ids[-1])
            shown = (job.done + len(rows)) // SHOWN_EVERY > job.done // SHOWN_EVERY
            if not await self._store.write(self._refreshing(job, stage) if shown else stage):
                return
            job = replace(job, cursor=ids[-1], done=job.done + len(rows))
        await self._store.write(partial(self._swap, job=job, name=await self._file(job)))

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

    def _swap(self, connection: Connection, job: jobs.Job, name: str) -> None:
        tx = self._deps.open(connection)
        if not jobs.end(connection, job.id, JobState.DONE, name, tx.now):
            return
        tx.cards.refresh(CardKind.JOB, job.id)
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
