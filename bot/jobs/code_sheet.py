"""One file of many household codes: room, QR picture and link, to print and cut up."""

import asyncio
import io
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import segno
from openpyxl import Workbook
from openpyxl.drawing.image import Image
from sqlalchemy import Connection

from bot.jobs.runner import Shop
from domain.kernel.jobs import JobState
from domain.kernel.words import Params, ToPerson
from domain.places.codes import SEPARATOR
from storage import jobs
from storage.reader import SqlReader

HEIGHT = 110
"""Points of a row: a QR code of 140 pixels and some air."""

PIXELS = 140

WIDTHS = {"A": 24, "B": 22, "C": 60}
"""Of the columns, in characters."""


class CodeSheets:
    """Makes the sheet and sends it to whoever made the codes."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def __call__(self, job: jobs.Job) -> None:
        """Codes that were used meanwhile are left out."""
        rows = await self._shop.store.read(partial(self._rows, job=job))
        name = f"codes-{job.id}.xlsx"
        head = [self._shop.texts.plain(job.locale, key, {}) for key in COLUMNS]
        await asyncio.to_thread(write, self._shop.folder, name, head, rows)
        await self._shop.store.write(partial(self._end, job=job, name=name, count=len(rows)))

    def _rows(self, connection: Connection, job: jobs.Job) -> list[tuple[str, str]]:
        reader, now = SqlReader(connection, self._shop.deps.vault), self._shop.deps.clock.now()
        sheets = (reader.code_sheet(int(code), now) for code in str(job.params["codes"]).split(SEPARATOR))
        link = self._shop.link()
        return [
            (sheet.room, f"{link}?start=h-{sheet.token}")
            for sheet in sheets
            if sheet is not None and sheet.token is not None
        ]

    def _end(self, connection: Connection, job: jobs.Job, name: str, count: int) -> None:
        tx = self._shop.deps.open(connection)
        if jobs.end(connection, job.id, JobState.DONE, name, tx.now):
            told: Params = {"file": name, "count": count}
            tx.outbox.tell(ToPerson(job.asked_by), "home-codes", told, dedupe=f"job:{job.id}")


COLUMNS = ("home-codes-room", "home-codes-scan", "home-codes-link")


def write(folder: Path, name: str, head: Sequence[str], rows: Sequence[tuple[str, str]]) -> None:
    """The file, readable by nobody else on this machine; whole or not there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    book = Workbook()
    page = book.worksheets[0]
    for column, width in WIDTHS.items():
        page.column_dimensions[column].width = width
    for number, (room, scan, link) in enumerate([head, *((room, "", link) for room, link in rows)], 1):
        for column, value in zip("ABC", (room, scan, link), strict=True):
            cell = page[f"{column}{number}"]
            cell.value, cell.data_type = value, "s"  # openpyxl takes "=…" for a formula otherwise
        if number > 1:
            page.row_dimensions[number].height = HEIGHT
            page.add_image(_picture(link), f"B{number}")
    part = folder / f"{name}.part"
    part.touch(mode=0o600)
    book.save(part)
    part.replace(folder / name)


def _picture(link: str) -> Image:
    drawn = io.BytesIO()
    segno.make_qr(link, error="m").save(drawn, kind="png", scale=4, border=4)
    made = Image(drawn)
    made.width = made.height = PIXELS
    return made
