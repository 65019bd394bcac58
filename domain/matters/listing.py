"""A list of matters out of a spreadsheet: its header found, each line a matter or a reason why not."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from domain.matters.barred import Barred
from domain.matters.rules import LONGEST_BASIS, LONGEST_NAME, MOST_LINES, MOST_WORDS, barred_for
from domain.places.bodies import Body
from domain.places.listing import HEADER_WITHIN, BadFile, Broken, Formula

SEPARATORS = re.compile(r"[,;|/\n\u3001\uff0c\uff1b]+")
"""Between the words of one line."""


class Column(StrEnum):
    """What a column holds; the first three have to be there."""

    MATTER = "matter"
    BODY = "body"
    BASIS = "basis"
    WORDS = "words"
    LIMIT = "limit"
    STREAM = "stream"
    GRADE = "grade"


NEEDED = (Column.MATTER, Column.BODY, Column.BASIS)


class Reason(StrEnum):
    """Why a line cannot be taken."""

    NO_MATTER = "no-matter"
    NO_BODY = "no-body"
    UNKNOWN_BODY = "unknown-body"
    NO_BASIS = "no-basis"
    LIMIT = "limit"
    STREAM = "stream"
    GRADE = "grade"
    FORMULA = "formula"
    LONG = "long"
    TWICE = "twice"
    BARRED = "barred"


@dataclass(frozen=True, slots=True)
class Problem:
    """One bad line: its number in the file, from 1, and why."""

    line: int
    why: Reason


@dataclass(frozen=True, slots=True)
class Line:
    """A good line; codes and ids are those of Matter."""

    line: int
    name: str
    words: tuple[str, ...]
    body_id: int
    basis: str
    minutes: int | None
    stream: str
    grade: str
    barred: Barred | None
    subject: str | None


@dataclass(slots=True)
class Listing:
    """What a file says: matters in order, and the bad lines."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reading:
    """How cells are read: each answers None where it cannot. `minutes` is asked only of a cell with words."""

    columns: Mapping[Column, Sequence[str]]
    body: Callable[[str], Body | None]
    minutes: Callable[[str], int | None]
    stream: Callable[[str], str | None]
    grade: Callable[[str], str | None]
    barred: Callable[[str], Barred | None]
    subject: Callable[[str], str | None]


def read(rows: Iterable[Sequence[object]], reading: Reading) -> Listing:
    """All that the rows say; raises BadFile where there is no header, no line or too many of them."""
    reader = _Reader(reading)
    for line, row in enumerate(rows, 1):
        reader.take(line, row)
    if reader.places is None:
        raise BadFile(Broken.NO_HEADER)
    if not (reader.found.lines or reader.found.problems):
        raise BadFile(Broken.EMPTY)
    return reader.found


class _Reader:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.places: dict[Column, int] | None = None
        self.found = Listing()
        self._seen: set[str] = set()

    def take(self, line: int, row: Sequence[object]) -> None:
        if not any(said(cell) for cell in row):
            return
        if self.places is None:
            self.places = self._header(row)
            if self.places is None and line >= HEADER_WITHIN:
                raise BadFile(Broken.NO_HEADER)
            return
        made = self._line(line, row, self.places)
        if isinstance(made, Reason):
            self.found.problems.append(Problem(line, made))
        else:
            self.found.lines.append(made)
        if len(self.found.lines) + len(self.found.problems) > MOST_LINES:
            raise BadFile(Broken.TOO_MANY)

    def _header(self, row: Sequence[object]) -> dict[Column, int] | None:
        found: dict[Column, int] = {}
        for place, cell in enumerate(row):
            for column, words in self._reading.columns.items():
                if column not in found and said(cell).casefold() in words:
                    found[column] = place
                    break
        return found if set(NEEDED) <= found.keys() else None

    def _line(self, number: int, row: Sequence[object], places: Mapping[Column, int]) -> Line | Reason:
        cells = {column: row[place] if place < len(row) else None for column, place in places.items()}
        if any(isinstance(cell, Formula) for cell in cells.values()):
            return Reason.FORMULA
        text = {column: said(cells.get(column)) for column in Column}
        reading = self._reading
        name, body = text[Column.MATTER], reading.body(text[Column.BODY])
        limit = text[Column.LIMIT]
        minutes = reading.minutes(limit) if limit else None
        stream, grade = reading.stream(text[Column.STREAM]), reading.grade(text[Column.GRADE])
        words = tuple(filter(None, (said(word) for word in SEPARATORS.split(text[Column.WORDS]))))
        barred = reading.barred(name)
        checks = (
            (not name, Reason.NO_MATTER),
            (not text[Column.BODY], Reason.NO_BODY),
            (body is None, Reason.UNKNOWN_BODY),
            (not text[Column.BASIS], Reason.NO_BASIS),
            (bool(limit) and minutes is None, Reason.LIMIT),
            (stream is None, Reason.STREAM),
            (grade is None, Reason.GRADE),
            (len(name) > LONGEST_NAME or len(text[Column.BASIS]) > LONGEST_BASIS, Reason.LONG),
            (len(words) > MOST_WORDS or any(len(word) > LONGEST_NAME for word in words), Reason.LONG),
            (name.casefold() in self._seen, Reason.TWICE),
            (body is not None and barred_for(body.kind, barred) is not None, Reason.BARRED),
        )
        bad = next((why for fails, why in checks if fails), None)
        if bad is not None or body is None or stream is None or grade is None:
            return bad or Reason.NO_BODY
        self._seen.add(name.casefold())
        subject = reading.subject(" ".join((name, *words)))
        return Line(number, name, words, body.id, text[Column.BASIS], minutes, stream, grade, barred, subject)


def said(cell: object) -> str:
    """A cell as people see it: on one line, without signs that nobody sees."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    plain = unicodedata.normalize("NFKC", str(cell))
    seen = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Cf", "Cs", "Co", "Cn"))
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", seen).split())
