"""What a figure may not show: fewer than five cases, nor what the others' difference would tell."""

from collections.abc import Hashable, Mapping, Set
from dataclasses import dataclass
from typing import TypeVar

from domain.numbers.boards import Board, Cell
from domain.numbers.formulas import Rate, Share

FEWEST = 5
"""Cases behind a figure that may be shown. Source: issue 4, point 7."""

K = TypeVar("K", bound=Hashable)


def small(count: int) -> bool:
    """Whether so many cases are too few to be told apart from their people; none at all tells of nobody."""
    return 0 < count < FEWEST


def hidden(sizes: Mapping[K, int], besides: Set[K] = frozenset()) -> Set[K]:
    """Which cells stay hidden, `besides` among them: the small ones and, where the total less what is shown
    would tell of fewer than five cases or of one cell alone, the smallest of the others too.
    """
    veiled = {key for key, size in sizes.items() if small(size) or (size and key in besides)}
    shown = sorted((key for key in sizes if sizes[key] and key not in veiled), key=lambda key: sizes[key])
    while veiled and shown and (len(veiled) < 2 or sum(sizes[key] for key in veiled) < FEWEST):
        veiled.add(shown.pop(0))
    return veiled


@dataclass(frozen=True, slots=True)
class Figure:
    """One rate as it is shown: raw and adjusted beside each other; None is too small to be shown."""

    raw: Share | None
    adjusted: Share | None


Line = Mapping[Rate, Figure]
"""One cell as it is shown."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A board as everybody may see it, staff included: what is printed is passed on."""

    whole: Line
    bodies: Mapping[int, Line]
    buildings: Mapping[int, Line]
    categories: Mapping[str, Line]


def veil(board: Board) -> Shown:
    """The board with its small cells hidden."""
    whole = _lines({0: board.whole})[0]
    return Shown(whole, _lines(board.bodies), _lines(board.buildings), _lines(board.categories))


def _lines(cells: Mapping[K, Cell]) -> Mapping[K, Line]:
    by_rate = {rate: _figures(cells, rate) for rate in Rate}
    return {key: {rate: by_rate[rate][key] for rate in Rate} for key in cells}


def _figures(cells: Mapping[K, Cell], rate: Rate) -> Mapping[K, Figure]:
    raw = {key: cell.raw.share(rate) for key, cell in cells.items()}
    adjusted = {key: cell.adjusted.share(rate) for key, cell in cells.items()}
    unseen = hidden({key: share.whole for key, share in raw.items()})
    less = hidden({key: share.whole for key, share in adjusted.items()}, besides=unseen)
    return {
        key: Figure(
            raw=None if key in unseen else raw[key],
            adjusted=None if key in less | unseen else adjusted[key],
        )
        for key in cells
    }
