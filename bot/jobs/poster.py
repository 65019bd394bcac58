"""A poster to print: a large code, where it hangs, and how to use it in one line."""

import asyncio
import io
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import segno
from sqlalchemy import Connection

from bot.jobs.drawing import font
from bot.jobs.runner import Shop
from domain.cases.intake_sheets import PosterSheet
from domain.kernel.jobs import JobState
from domain.kernel.words import ToPerson
from handlers.presses import base36
from storage import jobs
from storage.reader import SqlReader

WIDTH, HEIGHT = 8.27, 11.69
"""Inches: a sheet of A4."""

DOTS = 150
TITLE, PLACE, LINE = 40, 30, 22
"""Points of the letters; read from two metres, from one, and from the hand."""

CODE = 5.2
"""Inches of the code, white around it included."""

BORDER = 4
"""Modules of white around the code, as the standard asks."""

LONG = 14
"""Characters from which the line of the place is written smaller."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is written: above the code, where it hangs, and two lines below."""

    title: str
    place: str
    below: tuple[str, str]


class Posters:
    """Draws one and sends it to whoever asked."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def __call__(self, job: jobs.Job) -> None:
        """Where no font has our characters, the code alone is drawn."""
        poster_id = int(job.params["poster"])
        sheet = await self._shop.store.read(partial(self._sheet, poster_id=poster_id))
        name = f"poster-{job.id}.png" if sheet is not None else None
        if sheet is not None and name is not None:
            link = f"{self._shop.link()}?start=p-{base36(poster_id)}"
            await asyncio.to_thread(write, self._shop.folder, name, link, self._words(sheet, job.locale))
        await self._shop.store.write(partial(self._end, job=job, name=name, poster_id=poster_id))

    def _sheet(self, connection: Connection, poster_id: int) -> PosterSheet | None:
        return SqlReader(connection, self._shop.deps.vault).poster_sheet(poster_id)

    def _words(self, sheet: PosterSheet, locale: str) -> Words:
        said = partial(self._shop.texts.plain, locale)
        spot = said("spot-name", {"spot": sheet.spot})
        place = " ".join(part for part in (sheet.place or sheet.compound, spot) if part)
        return Words(said("poster-title", {}), place, (said("poster-scan", {}), said("poster-after", {})))

    def _end(self, connection: Connection, job: jobs.Job, name: str | None, poster_id: int) -> None:
        tx = self._shop.deps.open(connection)
        if jobs.end(connection, job.id, JobState.DONE, name, tx.now) and name is not None:
            to, dedupe = ToPerson(job.asked_by), f"job:{job.id}"
            tx.outbox.tell(to, "poster-ready", {"file": name}, about=poster_id, dedupe=dedupe)


def write(folder: Path, name: str, link: str, words: Words) -> None:
    """The picture, readable by nobody else on this machine; whole or not there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = folder / f"{name}.part"
    part.touch(mode=0o600)
    part.write_bytes(draw(link, words))
    part.replace(folder / name)


def draw(link: str, words: Words) -> bytes:
    """The poster as PNG."""
    family, made = font(), io.BytesIO()
    if family is None:
        segno.make_qr(link, error="m").save(made, kind="png", scale=20, border=BORDER)
        return made.getvalue()
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    page = Figure(figsize=(WIDTH, HEIGHT), dpi=DOTS, facecolor="white")
    FigureCanvasAgg(page)
    placed = PLACE if len(words.place) <= LONG else LINE
    for at, size, text in (
        (0.9, TITLE, words.title),
        (0.81, placed, words.place),
        (0.2, LINE, words.below[0]),
        (0.14, LINE, words.below[1]),
    ):
        page.text(0.5, at, text, family=family, fontsize=size, ha="center", va="center", parse_math=False)
    box = page.add_axes(((WIDTH - CODE) / 2 / WIDTH, 0.27, CODE / WIDTH, CODE / HEIGHT))
    box.set_axis_off()
    modules = segno.make_qr(link, error="m").matrix_iter(border=BORDER)
    box.imshow([list(row) for row in modules], cmap="gray_r", interpolation="nearest")
    page.savefig(made, format="png")
    return made.getvalue()
