"""A list of rooms out of a spreadsheet: its header found, each line a household or a reason why not."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from domain.places.rooms import MOST_ROOMS, Home, with_word
from domain.places.tree import LONGEST_NAME, LevelWords, stem

HEADER_WITHIN = 15
"""Lines at the top among which the header is looked for: a title and remarks may stand above it."""

MOST_LINES = 60_000
"""Lines read at all, empty ones too; who hides rooms below is told that the list is too long."""

LARGEST_AREA = 10_000_00
"""Hundredths of a square metre: a home is smaller."""

SHOWN = 20
"""Bad lines that are named; the others are counted."""


class Column(StrEnum):
    """What a column holds."""

    BUILDING = "building"
    UNIT = "unit"
    ROOM = "room"
    AREA = "area"


class Reason(StrEnum):
    """Why a line cannot be taken."""

    NO_BUILDING = "no-building"
    NO_ROOM = "no-room"
    FORMULA = "formula"
    AREA = "area"
    TWICE = "twice"
    LONG = "long"


class Broken(StrEnum):
    """Why a whole file cannot be taken."""

    UNREADABLE = "unreadable"
    OLD_EXCEL = "old-excel"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    NO_HEADER = "no-header"
    EMPTY = "empty"
    CODING = "coding"


class BadFile(Exception):
    """The file as a whole cannot be taken."""

    def __init__(self, why: Broken) -> None:
        super().__init__(why.value)
        self.why = why


class Formula(str):
    """A cell that would compute something; what it would answer is not looked at."""

    __slots__ = ()


Cell = str | int | float | bool | None
Words = Mapping[Column, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Problem:
    """One bad line: its number in the file, from 1, and why."""

    line: int
    why: Reason


@dataclass(slots=True)
class Listing:
    """What a file says: households in order, and the bad lines."""

    homes: list[Home] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(rows: Iterable[Sequence[object]], columns: Words, levels: LevelWords) -> Listing:
    """All that the rows say; raises BadFile where there is no header, no room or too many of them."""
    reader = _Reader(columns, levels)
    for line, row in enumerate(rows, 1):
        if line > MOST_LINES:
            raise BadFile(Broken.TOO_MANY)
        reader.take(line, row)
    if reader.places is None:
        raise BadFile(Broken.NO_HEADER)
    if not (reader.found.homes or reader.found.problems):
        raise BadFile(Broken.EMPTY)
    return reader.found


class _Reader:
    def __init__(self, columns: Words, levels: LevelWords) -> None:
        self._columns, self._levels = columns, levels
        self.places: dict[Column, int] | None = None
        self.found = Listing()
        self._above: dict[Column, str] = {}
        self._seen: set[tuple[str, str, str]] = set()

    def take(self, line: int, row: Sequence[object]) -> None:
        if not any(_text(cell) for cell in row):
            return
        if self.places is None:
            self.places = self._header(row)
            if self.places is None and line >= HEADER_WITHIN:
                raise BadFile(Broken.NO_HEADER)
            return
        home = self._home(row, self.places)
        if isinstance(home, Reason):
            self.found.problems.append(Problem(line, home))
            return
        if len(self.found.homes) >= MOST_ROOMS:
            raise BadFile(Broken.TOO_MANY)
        self.found.homes.append(home)

    def _header(self, row: Sequence[object]) -> dict[Column, int] | None:
        found: dict[Column, int] = {}
        for place, cell in enumerate(row):
            said = _bare(_text(cell))
            for column, words in self._columns.items():
                if column not in found and said and said in words:
                    found[column] = place
                    break
        return found if {Column.BUILDING, Column.ROOM} <= found.keys() else None

    def _home(self, row: Sequence[object], places: Mapping[Column, int]) -> Home | Reason:
        cells = {column: row[place] if place < len(row) else None for column, place in places.items()}
        if any(isinstance(cell, Formula) for cell in cells.values()):
            return Reason.FORMULA
        said = {column: _text(cell) for column, cell in cells.items()}
        if any(len(text) > LONGEST_NAME - 8 for text in said.values()):
            return Reason.LONG
        self._fill_down(said)
        if not said[Column.BUILDING]:
            return Reason.NO_BUILDING
        if not said[Column.ROOM]:
            return Reason.NO_ROOM
        return self._made(said)

    def _fill_down(self, said: dict[Column, str]) -> None:
        """A merged cell says its words once, in its first row: what is empty below means the same."""
        if said[Column.BUILDING] and said[Column.BUILDING] != self._above.get(Column.BUILDING):
            self._above = {Column.BUILDING: said[Column.BUILDING]}
        for column in (Column.BUILDING, Column.UNIT):
            if column in said:
                said[column] = said[column] or self._above.get(column, "")
                self._above[column] = said[column]

    def _made(self, said: Mapping[Column, str]) -> Home | Reason:
        area = _area(said.get(Column.AREA, ""))
        if area == 0:
            return Reason.AREA
        building = with_word(said[Column.BUILDING], self._levels.building)
        unit = with_word(said[Column.UNIT], self._levels.unit) if said.get(Column.UNIT) else None
        room = _room(said[Column.ROOM], self._levels.room)
        key = stem(building), stem(unit or ""), stem(room)
        if key in self._seen:
            return Reason.TWICE
        self._seen.add(key)
        return Home(building, unit, room, area)


def _room(name: str, word: str) -> str:
    plain = unicodedata.normalize("NFKC", name).strip()
    return plain.removesuffix(word).strip() or plain if word else plain


def _area(text: str) -> int | None:
    """Hundredths of a square metre; None where nothing is said, 0 where it is no area."""
    if not text:
        return None
    plain = unicodedata.normalize("NFKC", text).strip()
    found = re.fullmatch(r"(\d{1,5})(?:\.(\d{1,6}))?\s*(?:m2|[^\dA-Za-z]{0,4})", plain, re.ASCII)
    if found is None:
        return 0
    area = int(found[1]) * 100 + round(float(f"0.{found[2] or 0}") * 100)
    return area if area <= LARGEST_AREA else 0


def _text(cell: object) -> str:
    """A cell as people see it: 501.0 is 501; line breaks and zero-width signs are no part of a name."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    said = "".join(sign for sign in str(cell) if unicodedata.category(sign) not in ("Cf", "Cs", "Co", "Cn"))
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", said).split())


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s()*:]|\(.*\)", "", re.sub(r"\(.*?\)", "", plain))
