"""The place tree as values: levels, places, what they are called, and when two names mean the same place."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

LONGEST_NAME = 64
"""Characters in a place's name. Source: the column."""


class Level(StrEnum):
    """How a place stands in the tree: compound > building > unit > household; a club is in its compound."""

    COMPOUND = "compound"
    BUILDING = "building"
    UNIT = "unit"
    HOUSEHOLD = "household"
    CLUB = "club"


@dataclass(frozen=True, slots=True)
class Place:
    """One place; `name` is a compound's or club's own, "3号楼", "2单元", or a household's room label."""

    id: int
    parent_id: int | None
    compound_id: int
    level: Level
    name: str
    zone: str


@dataclass(frozen=True, slots=True)
class LevelWords:
    """What a compound calls its levels, e.g. 栋, 单元 and 室; written down as one text."""

    building: str
    unit: str
    room: str

    def packed(self) -> str:
        """As it is kept."""
        return "/".join((self.building, self.unit, self.room))

    @classmethod
    def unpacked(cls, text: str) -> "LevelWords":
        """Back from what `packed` made."""
        building, unit, room = text.split("/")
        return cls(building, unit, room)


class Tree(Protocol):
    """The place tree, for looking up."""

    def get(self, place_id: int) -> Place:
        """The place; raises NotFound."""

    def children(self, place_id: int) -> tuple[Place, ...]:
        """What stands directly below, in the order of their names (2 before 10)."""

    def path(self, place_id: int) -> tuple[int, ...]:
        """The place's id and those of all places above it, up to its compound; raises NotFound."""

    def find(self, compound_id: int, words: tuple[str, ...]) -> int | None:
        """The place that these names lead to, from the compound down, as people say them ("三号楼", "501").

        A level may be left out where what is meant stays clear; None where nothing or several are meant.
        """

    def named(self, place_id: int) -> str:
        """The full name within its compound, "3号楼2单元501"; the compound's own name for itself."""


_DIGITS = re.compile(r"\d+")
_MARKS = re.compile(r"[\s\-_/,.;:#\u3001\u3002]+")
_TAIL = re.compile(r"(?<=[0-9a-z])[^0-9a-z]+$")


@lru_cache(maxsize=4096)
def stem(name: str) -> str:
    """What of a name tells places apart: 三号楼, 3栋 and 03# are "3", 东1栋 is "东1", 幸福楼 is itself."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    plain = "".join(plain.split())
    counted = _numerals(plain)
    short = _TAIL.sub("", counted)
    return _DIGITS.sub(lambda found: found[0].lstrip("0") or "0", short)


def parted(text: str) -> tuple[str, ...]:
    """An address as the names in it: "3号楼2单元501", "3-2-501" and "3栋 2单元 501" are three each."""
    found = list[str]()
    for part in _MARKS.split(unicodedata.normalize("NFKC", text)):
        start = 0
        for at in range(1, len(part)):
            if _counts(part[at]) and not _counts(part[at - 1]):
                found.append(part[start:at])
                start = at
        found.append(part[start:])
    return tuple(name for name in found if name)


def by_name(place: Place) -> tuple[object, ...]:
    """A key that sorts 2号楼 before 10号楼."""
    parts = re.split(r"(\d+)", _numerals(place.name))
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def chosen(places: tuple[Place, ...], word: str) -> tuple[Place, ...]:
    """Those that the word may mean: the one of exactly that name, else all with the same stem."""
    exact = tuple(place for place in places if place.name == word.strip())
    return exact or tuple(place for place in places if stem(place.name) == stem(word))


def _counts(sign: str) -> bool:
    return (sign.isascii() and sign.isalnum()) or _worth(sign) is not None


def _numerals(text: str) -> str:
    """The text with numerals of any script, Chinese ones too, as digits: 二十一 is 21."""
    made, run = list[str](), list[str]()
    for sign in (*text, ""):
        if sign and _worth(sign) is not None:
            run.append(sign)
            continue
        made += [str(_value(run))] if run and not _decimal(run) else run
        made.append(sign)
        run = []
    return "".join(made)


def _worth(sign: str) -> int | None:
    worth = unicodedata.numeric(sign, None)
    return int(worth) if worth is not None and worth == int(worth) and 0 <= worth <= 100 else None


def _decimal(run: list[str]) -> bool:
    return all("0" <= sign <= "9" for sign in run)


def _value(run: list[str]) -> int | str:
    values = [_worth(sign) or 0 for sign in run]
    if all(value < 10 for value in values):
        return "".join(map(str, values))
    total = current = 0
    for value in values:
        if value < 10:
            current = current * 10 + value
        else:  # 十五 is ten and five: a missing digit before ten means one
            total, current = total + (current or 1) * value, 0
    return total + current
