"""Figures in words: a rate with its counts, a cell, a period."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.numbers.boards import Cell
from domain.numbers.formulas import FORMULAS, Mark, Rate, Share
from domain.numbers.periods import Period
from domain.numbers.sheets import NumberSheet
from domain.numbers.veil import Figure, Line, small
from handlers.showing import Showing, lines
from handlers.texts import Opened, Texts

LABEL: Mapping[Rate, str] = {
    Rate.RESPONSE: "numbers-response",
    Rate.SOLVED: "numbers-solved",
    Rate.SATISFIED: "numbers-satisfied",
}
"""What a rate is called."""


def days(texts: Texts, locale: str, period: Period) -> str:
    """The days of a period."""
    first, last = period.first, period.last
    params = {
        "year": first.year,
        "month": first.month,
        "day": first.day,
        "toyear": last.year if last.year != first.year else 0,
        "tomonth": last.month,
        "today": last.day,
        "one": int(first == last),
    }
    return texts.plain(locale, "numbers-days", params)


def share(texts: Texts, locale: str, found: Share | None) -> str:
    """One figure with its counts; in words where it is hidden, or of nothing."""
    if found is None:
        return texts.plain(locale, "numbers-hidden", {})
    if not found.whole:
        return texts.plain(locale, "numbers-none", {})
    return texts.plain(
        locale, "numbers-share", {"percent": found.percent, "part": found.part, "whole": found.whole}
    )


def count(texts: Texts, locale: str, number: int) -> str:
    """How many; "fewer than five" where it is too few to be said."""
    return texts.plain(locale, "numbers-few" if small(number) else "numbers-count", {"count": number})


def cell(showing: Showing, shown: Line, counted: Cell) -> str:
    """The three rates of a cell below each other; in a line where each is too small."""
    if all(figure.raw is None or not figure.raw.whole for figure in shown.values()):
        return showing.say("numbers-too-few")
    return lines(*(_rate(showing, rate, shown[rate], counted) for rate in Rate))


def formulas(showing: Showing) -> str:
    """How each is counted."""
    return lines(showing.say("numbers-formulas"), *(showing.say(FORMULAS[rate].text) for rate in Rate),
                 showing.say("numbers-formula-period"), showing.say("numbers-formula-adjusted"))  # fmt: skip


def stands(showing: Showing, sheet: NumberSheet) -> str:
    """When these figures were counted."""
    return showing.brief(sheet.board.at, sheet.zone)


def hour(at: datetime | None, zone: str) -> str:
    """An instant in a cell of a spreadsheet."""
    return at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M") if at is not None else ""


def _rate(showing: Showing, rate: Rate, figure: Figure, counted: Cell) -> str:
    texts, locale = showing.texts, showing.wanted.locale
    raw = share(texts, locale, figure.raw)
    same = counted.raw.share(rate) == counted.adjusted.share(rate)
    adjusted = "" if same else share(texts, locale, figure.adjusted)
    return showing.say(
        "numbers-rate",
        rate=rate.value,
        raw=Opened(raw),
        differs=int(bool(adjusted)),
        adjusted=Opened(adjusted),
        partly=counted.raw.count(Mark.PARTLY) if figure.raw is not None else 0,
        silent=counted.raw.count(Mark.SILENT) if figure.raw is not None else 0,
        unrated=counted.raw.count(Mark.UNRATED) if figure.raw is not None else 0,
    )
