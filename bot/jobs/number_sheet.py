"""Figures as a spreadsheet: rates, how they are counted, and every case without names or words."""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from sqlalchemy import Connection

from bot.jobs.runner import Shop
from domain.kernel.jobs import JobState
from domain.kernel.words import Params, ToPerson
from domain.numbers.periods import Period
from handlers.numbers import sheet as tables
from storage import jobs
from storage.reader import SqlReader
from storage.tx import SqlTx

Page = tuple[str, Sequence[Sequence[str]]]
"""A page's name and its rows."""


class NumberSheets:
    """Writes the figures of some days for whoever measures there."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def __call__(self, job: jobs.Job) -> None:
        """Read, write the file, then tell and end in one commit."""
        pages, count = await self._shop.store.read(partial(self._pages, job=job))
        name = f"numbers-{job.id}.xlsx"
        await asyncio.to_thread(write, self._shop.folder, name, pages)
        await self._shop.store.write(partial(self._end, job=job, name=name, count=count))

    def apologise(self, tx: SqlTx, job: jobs.Job) -> None:
        """Words for whoever waits."""
        tx.outbox.tell(ToPerson(job.asked_by), "numbers-failed", {}, dedupe=f"job:{job.id}")

    def _pages(self, connection: Connection, job: jobs.Job) -> tuple[Sequence[Page], int]:
        reader, now = SqlReader(connection, self._shop.deps.vault), self._shop.deps.clock.now()
        period = Period.unpacked(str(job.params["days"]))
        sheet = reader.number_sheet(job.compound_id, period, now)
        if sheet is None:
            return (), 0
        kept = reader.own_recusals(job.asked_by)
        stories = [
            one for one in reader.stories(job.compound_id, period, sheet.zone) if one.case_id not in kept
        ]
        cases = tables.cases(self._shop.texts, job.locale, sheet, stories)
        return (*tables.pages(self._shop.texts, job.locale, sheet), cases), len(cases[1]) - 1

    def _end(self, connection: Connection, job: jobs.Job, name: str, count: int) -> None:
        tx = self._shop.deps.open(connection)
        if jobs.end(connection, job.id, JobState.DONE, name, tx.now):
            told: Params = {"file": name, "count": count}
            tx.outbox.tell(ToPerson(job.asked_by), "numbers-sheet", told, dedupe=f"job:{job.id}")


def write(folder: Path, name: str, pages: Sequence[Page]) -> None:
    """A spreadsheet whose cells are all text, readable by nobody else; whole or not there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    book = Workbook(write_only=True)
    for title, rows in pages:
        page = book.create_sheet(title)
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
