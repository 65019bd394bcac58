"""The picture of a household code: a QR code of its link, to print or to show."""

import asyncio
from functools import partial
from pathlib import Path

import segno
from sqlalchemy import Connection

from bot.jobs.runner import Shop
from domain.kernel.jobs import JobState
from domain.kernel.words import ToPerson
from domain.places.sheets import CodeSheet
from storage import jobs
from storage.reader import SqlReader

SCALE, BORDER = 12, 4
"""Pixels of one module, and modules of white around, as the standard asks: read by phones from paper."""


class Qr:
    """Makes one picture and sends it to whoever made the code."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def __call__(self, job: jobs.Job) -> None:
        """Nothing is made of a code that was used or is over meanwhile."""
        sheet = await self._shop.store.read(partial(self._sheet, code_id=int(job.params["code"])))
        name = f"qr-{job.id}.png" if sheet is not None and sheet.token is not None else None
        if name is not None and sheet is not None:
            link = f"{self._shop.link()}?start=h-{sheet.token}"
            await asyncio.to_thread(draw, self._shop.folder, name, link)
        await self._shop.store.write(partial(self._end, job=job, name=name))

    def _sheet(self, connection: Connection, code_id: int) -> CodeSheet | None:
        reader = SqlReader(connection, self._shop.deps.vault)
        return reader.code_sheet(code_id, self._shop.deps.clock.now())

    def _end(self, connection: Connection, job: jobs.Job, name: str | None) -> None:
        tx = self._shop.deps.open(connection)
        if jobs.end(connection, job.id, JobState.DONE, name, tx.now) and name is not None:
            tx.outbox.tell(
                ToPerson(job.asked_by),
                "home-qr",
                {"file": name},
                about=int(job.params["code"]),
                dedupe=f"job:{job.id}",
            )


def draw(folder: Path, name: str, link: str) -> None:
    """A PNG that nobody else on this machine can read; whole or not there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = folder / f"{name}.part"
    part.touch(mode=0o600)
    segno.make_qr(link, error="m").save(str(part), kind="png", scale=SCALE, border=BORDER)
    part.replace(folder / name)
