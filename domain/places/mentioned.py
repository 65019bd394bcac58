"""From what words name to a place that stands in the compound's own tree."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.places.tree import Level, Place, Tree, chosen

SHORTEST = 2
"""Characters of a building's own name that may be found in a sentence; a single one says too little."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What words name: `names` from the building down, `spot` within it, and the words themselves."""

    names: tuple[str, ...] = ()
    spot: str | None = None
    text: str = ""


NOWHERE = Mention()


def place_in(tree: Tree, compound_id: int, home_id: int | None, said: Mention) -> int | None:
    """The building or unit of that compound that is meant; None where nothing is, or several may be.

    A unit alone is one of the building where whoever speaks is at home.
    """
    if said.names:
        found = tree.find(compound_id, said.names)
        if found is None and len(said.names) > 1:
            found = tree.find(compound_id, said.names[:1])
        below = _unit(tree, home_id, said.names[0]) if len(said.names) == 1 else None
        return _told(tree, below if below is not None else found)
    return _by_own_name(tree.children(compound_id), said.text)


def _unit(tree: Tree, home_id: int | None, name: str) -> int | None:
    """The unit of that name in the building around a home."""
    above = [tree.get(place) for place in tree.path(home_id)] if home_id is not None else []
    building = next((place for place in above if place.level is Level.BUILDING), None)
    if building is None:
        return None
    units = chosen(tuple(one for one in tree.children(building.id) if one.level is Level.UNIT), name)
    exact = [one for one in units if one.name[-1:] == name[-1:]]  # "2单元" is no "2号楼"
    return exact[0].id if len(exact) == 1 else None


def _told(tree: Tree, place_id: int | None) -> int | None:
    """That place, or what stands above it: a household is nobody else's business."""
    place = tree.get(place_id) if place_id is not None else None
    while place is not None and place.level not in (Level.BUILDING, Level.UNIT):
        place = tree.get(place.parent_id) if place.parent_id is not None else None
    return place.id if place is not None else None


def _by_own_name(buildings: Sequence[Place], text: str) -> int | None:
    named = [
        one
        for one in buildings
        if one.level is Level.BUILDING and len(one.name) >= SHORTEST and one.name in text
    ]
    longest = max((len(one.name) for one in named), default=0)
    best = [one for one in named if len(one.name) == longest]
    return best[0].id if len(best) == 1 else None
