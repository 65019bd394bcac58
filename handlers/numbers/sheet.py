"""Figures as a spreadsheet: its pages and columns, and cells in which no formula can hide."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from domain.numbers.formulas import FORMULAS, Mark, Rate
from domain.numbers.sheets import NumberSheet
from domain.numbers.stories import Outcome, Story, left_out, outcome
from domain.numbers.veil import Line, veil
from handlers.ledger.sheet import cell
from handlers.numbers.lines import LABEL, days, hour, share
from handlers.texts import Speakable, Texts

K = TypeVar("K", int, str)
Page = tuple[str, Sequence[Sequence[str]]]
"""A page's name and its rows."""

RATES = ("column-kind", "column-name", "column-rate", "column-raw", "column-adjusted")
CASES = ("column-number", "column-building", "column-bodies", "column-category", "column-filed",
         "column-answer", "column-answered", "column-response", "column-verdict", "column-closed",
         "column-rating", "column-reopened", "column-excluded")  # fmt: skip


def pages(texts: Texts, locale: str, sheet: NumberSheet) -> tuple[Page, Page]:
    """The rates, small cells hidden, and how they are counted."""
    return (
        (texts.plain(locale, "numbers-sheet-rates", {}), _rates(texts, locale, sheet)),
        (texts.plain(locale, "numbers-sheet-how", {}), _how(texts, locale, sheet)),
    )


def cases(texts: Texts, locale: str, sheet: NumberSheet, stories: Sequence[Story]) -> Page:
    """Every case of these days: codes, places and hours; nobody's name and nobody's words."""
    head = _head(texts, locale, CASES)
    told = ((story, outcome(story, sheet.board.at)) for story in stories)
    rows = [_case(texts, locale, sheet, story, became) for story, became in told if became is not None]
    return texts.plain(locale, "numbers-sheet-cases", {}), [head, *rows]


def _rates(texts: Texts, locale: str, sheet: NumberSheet) -> list[list[str]]:
    shown, board = veil(sheet.board), sheet.board
    outside = texts.plain(locale, "numbers-outside", {})
    named = {key: texts.plain(locale, "numbers-category", {"category": key}) for key in board.categories}
    buildings = {**sheet.buildings, 0: outside}
    rows = [
        *_lines(texts, locale, "whole", {0: shown.whole}, {0: sheet.compound}),
        *_lines(texts, locale, "body", shown.bodies, sheet.bodies),
        *_lines(texts, locale, "building", shown.buildings, buildings),
        *_lines(texts, locale, "category", shown.categories, named),
    ]
    return [_head(texts, locale, RATES), *rows]


def _lines(
    texts: Texts, locale: str, kind: str, lines: Mapping[K, Line], names: Mapping[K, str]
) -> Iterator[list[str]]:
    for key in sorted(lines):
        for rate in Rate:
            figure = lines[key][rate]
            yield [
                texts.plain(locale, "numbers-kind", {"kind": kind}),
                cell(names.get(key, "")),
                texts.plain(locale, LABEL[rate], {}),
                share(texts, locale, figure.raw),
                share(texts, locale, figure.adjusted),
            ]


def _how(texts: Texts, locale: str, sheet: NumberSheet) -> list[list[str]]:
    keys = [FORMULAS[rate].text for rate in Rate]
    said = [
        texts.plain(locale, key, {}) for key in (*keys, "numbers-formula-period", "numbers-formula-adjusted")
    ]
    head = (
        f"{sheet.compound} · {days(texts, locale, sheet.board.period)} · {hour(sheet.board.at, sheet.zone)}"
    )
    return [[cell(head)], *([cell(one)] for one in said)]


def _case(texts: Texts, locale: str, sheet: NumberSheet, story: Story, became: Outcome) -> list[str]:
    def mark(found: Mark | None) -> str:
        return texts.plain(locale, "numbers-mark", {"mark": found.value if found is not None else "none"})

    why = left_out(story, became)
    told: dict[str, Speakable] = {"category": story.category}
    named = "/".join(sheet.bodies.get(body, "") for body in sorted(story.bodies))
    return [
        cell(text)
        for text in (
            str(story.number),
            sheet.buildings.get(story.building_id, ""),
            named,
            texts.plain(locale, "numbers-category", told),
            hour(became.filed_at, sheet.zone),
            hour(story.answer_by, sheet.zone),
            hour(became.answered_at, sheet.zone),
            mark(became.response),
            mark(became.verdict),
            hour(became.closed_at, sheet.zone),
            mark(became.rating),
            str(len(became.reopened)),
            texts.plain(locale, "numbers-why", {"why": why}) if why else "",
        )
    ]


def _head(texts: Texts, locale: str, columns: Sequence[str]) -> list[str]:
    return [texts.plain(locale, f"numbers-{column}", {}) for column in columns]
