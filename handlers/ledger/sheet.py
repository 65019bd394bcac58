"""The ledger as a spreadsheet: its columns, and cells in which no formula can hide."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.cases.rules import ASIDE
from domain.cases.sheets import CaseSheet
from handlers.texts import Texts

COLUMNS = ("number", "stands", "place", "reporter", "handler", "filed", "due", "closed-round", "words")

LONGEST = 32_000
"""Characters in a cell; a spreadsheet takes 32,767."""

_LIVE = frozenset("=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
                  "\N{FULLWIDTH COMMERCIAL AT}\N{MINUS SIGN}\t\r")  # fmt: skip


def header(texts: Texts, locale: str) -> list[str]:
    """The first row."""
    return [texts.plain(locale, f"ledger-{column}", {}) for column in COLUMNS]


def row(texts: Texts, locale: str, sheet: CaseSheet) -> list[str]:
    """One case; every cell is text."""
    hidden, struck = (texts.plain(locale, key, {}) for key in ("name-hidden", "struck-out"))
    words = "\n".join(
        f"{hidden if line.author is None else line.author}: {struck if line.struck else line.text}"
        for line in sheet.lines
        if line.kind not in ASIDE and (line.struck or line.text.strip())
    )
    cells = (
        str(sheet.number),
        texts.plain(locale, "ledger-state", {"state": sheet.state.value}),
        sheet.place,
        hidden if sheet.reporter is None else sheet.reporter,
        sheet.handler or "",
        _hour(sheet.filed_at, sheet.zone),
        _hour(sheet.due_at, sheet.zone),
        str(sheet.round),
        words,
    )
    return [cell(text) for text in cells]


def cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula, invisible beginnings and full-width signs included."""
    clean = "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) != "Cc")[
        :LONGEST
    ]
    seen = next((letter for letter in clean if not _invisible(letter)), "")
    return f"'{clean}" if {seen, clean[:1]} & _LIVE else clean


def _invisible(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cf", "Zs", "Zl", "Zp", "Mn")


def _hour(at: datetime, zone: str) -> str:
    return at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def rows_of(texts: Texts, locale: str, sheets: Sequence[CaseSheet]) -> list[list[str]]:
    """Several cases."""
    return [row(texts, locale, sheet) for sheet in sheets]
