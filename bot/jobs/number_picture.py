"""Figures drawn beside the traffic: for whoever asked, or for the groups on a Monday."""

import asyncio
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from bot.jobs.rates_drawing import Bar, Group, Rates, draw
from bot.jobs.runner import Shop
from domain.kernel.jobs import JobState
from domain.kernel.words import Params, ToPerson
from domain.numbers.boards import Cell
from domain.numbers.formulas import Mark, Rate
from domain.numbers.periods import Period
from domain.numbers.sheets import NumberSheet
from domain.numbers.veil import Line, veil
from domain.numbers.weekly import WEEKLY, post
from handlers.numbers.lines import LABEL, days, share
from handlers.texts import DEFAULT, Opened, Speakable, Texts
from storage import jobs
from storage.reader import SqlReader
from storage.tx import SqlTx

MOST = 8
"""Bodies in one picture; a compound has three or four."""

MUTE = {Rate.SOLVED: Mark.SILENT, Rate.SATISFIED: Mark.UNRATED}
"""Who was asked and said nothing, by the rate that they count in."""


class NumberPicture:
    """Draws a board; PICTURE goes to whoever asked, WEEKLY to the groups."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def __call__(self, job: jobs.Job) -> None:
        """Draw, then tell and end in one commit; of a week in which nothing happened nothing is told."""
        period = Period.unpacked(str(job.params["days"]))
        sheet = await self._shop.store.read(partial(self._sheet, job=job, period=period))
        file = await self._drawn(job, sheet) if sheet is not None and not sheet.board.quiet else None
        quiet = sheet is None or sheet.board.quiet
        await self._shop.store.write(partial(self._end, job=job, period=period, file=file, quiet=quiet))

    def apologise(self, tx: SqlTx, job: jobs.Job) -> None:
        """Words for whoever waits; the groups read theirs without a picture."""
        if job.kind == WEEKLY:
            post(tx, job.compound_id, Period.unpacked(str(job.params["days"])), None)
        else:
            tx.outbox.tell(ToPerson(job.asked_by), "numbers-failed", {}, dedupe=f"job:{job.id}")

    def _sheet(self, connection: Connection, job: jobs.Job, period: Period) -> NumberSheet | None:
        reader, now = SqlReader(connection, self._shop.deps.vault), self._shop.deps.clock.now()
        return reader.number_sheet(job.compound_id, period, now)

    async def _drawn(self, job: jobs.Job, sheet: NumberSheet) -> str | None:
        locale = DEFAULT if job.kind == WEEKLY else job.locale
        name, rates = f"numbers-{job.id}.png", picture(self._shop.texts, locale, sheet)
        return name if await asyncio.to_thread(write, self._shop.folder, name, rates) else None

    def _end(
        self, connection: Connection, job: jobs.Job, period: Period, file: str | None, *, quiet: bool
    ) -> None:
        tx = self._shop.deps.open(connection)
        if not jobs.end(connection, job.id, JobState.DONE, file, tx.now):
            return
        if job.kind != WEEKLY:
            told: Params = {"compound": job.compound_id, "days": period.packed(), "file": file}
            tx.outbox.tell(ToPerson(job.asked_by), "numbers:picture", told, dedupe=f"job:{job.id}")
        elif not quiet:
            post(tx, job.compound_id, period, file)


def picture(texts: Texts, locale: str, sheet: NumberSheet) -> Rates:
    """What is drawn of a board, small cells hidden."""
    shown, board = veil(sheet.board), sheet.board
    groups = (
        _group(texts, locale, sheet.bodies.get(key, ""), sheet.promises.get(key), line, cell)
        for key, line, cell in _bodies(shown.bodies, board.bodies)
    )
    return Rates(
        title=sheet.compound,
        days=days(texts, locale, board.period),
        whole=tuple(_bar(texts, locale, rate, shown.whole, board.whole) for rate in Rate),
        groups=tuple(groups),
        below=(texts.plain(locale, "numbers-picture-how", {}),),
    )


def write(folder: Path, name: str, rates: Rates) -> bool:
    """The picture, readable by nobody else, whole or not there; False where it cannot be drawn."""
    drawn = draw(rates)
    if drawn is None:
        return False
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = folder / f"{name}.part"
    part.touch(mode=0o600)
    part.write_bytes(drawn)
    part.replace(folder / name)
    return True


def _group(texts: Texts, locale: str, name: str, promise: str | None, line: Line, cell: Cell) -> Group:
    said = texts.plain(locale, "numbers-picture-promise", {"words": Opened(promise)}) if promise else ""
    bars = tuple(_bar(texts, locale, rate, line, cell) for rate in Rate)
    if any(bar.percent is not None for bar in bars):
        return Group(name, said, bars)
    few = texts.plain(locale, "numbers-too-few", {})
    return Group(name, f"{said} · {few}" if said else few, ())


def _bodies(lines: Mapping[int, Line], cells: Mapping[int, Cell]) -> Iterator[tuple[int, Line, Cell]]:
    for key in sorted(lines)[:MOST]:
        yield key, lines[key], cells[key]


def _bar(texts: Texts, locale: str, rate: Rate, line: Line, cell: Cell) -> Bar:
    figure = line[rate]
    known = figure.raw is not None and figure.raw.whole > 0
    same = cell.raw.share(rate) == cell.adjusted.share(rate)
    less = ""
    if known and not same:
        told: dict[str, Speakable] = {"share": Opened(share(texts, locale, figure.adjusted))}
        less = texts.plain(locale, "numbers-picture-adjusted", told)
    said, raw = share(texts, locale, figure.raw), figure.raw
    mute = cell.raw.count(MUTE[rate]) if rate in MUTE else 0
    counted: dict[str, Speakable] = {"rate": rate.value, "mute": mute}
    if raw is not None:
        counted |= {"part": raw.part, "whole": raw.whole}
    return Bar(
        label=texts.plain(locale, LABEL[rate], {}),
        percent=raw.percent if raw is not None and known else None,
        said=said,
        counts=texts.plain(locale, "numbers-picture-counts", counted) if known else said,
        less=less,
    )
