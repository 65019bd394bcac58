"""Rooms: a pattern that stands for many, and how households grow into the tree that is there already."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from domain.kernel.errors import Invalid
from domain.places.tree import LONGEST_NAME, Level, LevelWords, Place, stem

MOST_ROOMS = 20_000
"""Households in one compound at most; the largest estates of one city have fewer. A default."""

MOST_FLOORS = 99
MOST_PER_FLOOR = 99
"""A room's number is its floor times a hundred and its place on it."""


class BadPattern(Invalid):
    """A line does not say which building, how many floors and how many homes on each."""

    key = "error-setup-pattern"


class TooManyRooms(Invalid):
    """More households than a compound may have."""

    key = "error-setup-rooms-many"


@dataclass(frozen=True, slots=True)
class Home:
    """One household to be; `area` is in hundredths of a square metre."""

    building: str
    unit: str | None
    room: str
    area: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Buildings that are alike: their names, those of their units (none where there are none), the floors
    that have homes, and how many homes each floor of each unit has.
    """

    buildings: tuple[str, ...]
    units: tuple[str, ...]
    floors: tuple[int, ...]
    per_floor: int

    def __post_init__(self) -> None:
        fine = self.buildings and self.floors and 1 <= self.per_floor <= MOST_PER_FLOOR
        if not fine or not all(1 <= floor <= MOST_FLOORS for floor in self.floors):
            raise BadPattern
        if any(len(name) > LONGEST_NAME for name in (*self.buildings, *self.units)):
            raise BadPattern

    @property
    def each(self) -> int:
        """Households of one building."""
        return max(1, len(self.units)) * len(self.floors) * self.per_floor

    @property
    def count(self) -> int:
        """Households of all its buildings."""
        return len(self.buildings) * self.each

    def homes(self) -> Iterator[Home]:
        """Every household; a room's number is its floor times a hundred and its place on it: 101, 1802."""
        for building in self.buildings:
            for unit in self.units or (None,):
                for floor in self.floors:
                    for place in range(1, self.per_floor + 1):
                        yield Home(building, unit, str(floor * 100 + place))


Sketch = tuple[Block, LevelWords]
"""A block as it was written, its names bare, and what the writer calls its levels."""


def labelled(sketch: Sketch, words: LevelWords | None) -> Block:
    """The block with full names: in the compound's own words, or else in the writer's."""
    block, typed = sketch
    own = words or typed
    return replace(
        block,
        buildings=tuple(with_word(name, own.building) for name in block.buildings),
        units=tuple(with_word(name, own.unit) for name in block.units),
    )


def with_word(name: str, word: str) -> str:
    """A bare number or letter with the word of its level behind it; any other name as it is."""
    plain = unicodedata.normalize("NFKC", name).strip()
    return f"{plain.upper()}{word}" if re.fullmatch(r"[0-9]{1,6}|[A-Za-z]", plain) else plain


def packed(blocks: Sequence[Block]) -> str:
    """Blocks as one text."""
    return json.dumps([asdict(block) for block in blocks], ensure_ascii=False)


def unpacked(text: str) -> tuple[Block, ...]:
    """Back from what `packed` made."""
    return tuple(
        Block(tuple(one["buildings"]), tuple(one["units"]), tuple(one["floors"]), one["per_floor"])
        for one in json.loads(text)
    )


def homes_of(blocks: Iterable[Block]) -> Iterator[Home]:
    """Every household of these blocks."""
    for block in blocks:
        yield from block.homes()


@dataclass(frozen=True, slots=True)
class Growth:
    """The places to be added, parents first, and how many households stood there before."""

    places: tuple[tuple[Place, int | None], ...]
    """Each with its area, where it has one."""
    known: int

    @property
    def households(self) -> int:
        """How many of the added ones are households."""
        return sum(place.level is Level.HOUSEHOLD for place, _area in self.places)


class _Tree:
    """Places by parent, level and stem: those that are there and those that are to be."""

    def __init__(self, compound: Place, standing: Iterable[Place], new_id: Callable[[], int]) -> None:
        self._compound, self._new_id = compound, new_id
        self._known = {(one.parent_id, one.level, stem(one.name)): one for one in standing}
        self.added: list[tuple[Place, int | None]] = []

    def place(self, parent: Place, level: Level, name: str, area: int | None = None) -> tuple[Place, bool]:
        """The place of that name, and whether it is new."""
        key = parent.id, level, stem(name)
        if (found := self._known.get(key)) is not None:
            return found, False
        made = Place(self._new_id(), parent.id, self._compound.id, level, name, self._compound.zone)
        self._known[key] = made
        self.added.append((made, area))
        return made, True


def grow(
    compound: Place, standing: Sequence[Place], homes: Iterable[Home], new_id: Callable[[], int]
) -> Growth:
    """What has to be added so that all these households stand in the tree; raises TooManyRooms."""
    tree, known = _Tree(compound, standing, new_id), 0
    for home in homes:
        building, _new = tree.place(compound, Level.BUILDING, home.building)
        above = building if home.unit is None else tree.place(building, Level.UNIT, home.unit)[0]
        _household, new = tree.place(above, Level.HOUSEHOLD, home.room, home.area)
        known += not new
    growth = Growth(tuple(tree.added), known)
    there = sum(place.level is Level.HOUSEHOLD for place in standing)
    if there + growth.households > MOST_ROOMS:
        raise TooManyRooms(most=MOST_ROOMS)
    return growth
