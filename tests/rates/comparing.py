"""One log on a database: the dashboard's figures against the second count, and what the veil lets through."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from domain.numbers.boards import Board, Cell
from domain.numbers.formulas import Rate
from domain.numbers.periods import Period
from domain.numbers.sheets import NumberSheet
from domain.numbers.veil import veil
from storage.reader import SqlReader
from storage.vault import Vault
from tests.rates.logs import Log
from tests.rates.recount import recount

VAULT = Vault.from_settings(bytes(32))
SMALL = {1, 2, 3, 4}
COUNTS = ("filed", "closed", "reopened")


def compare(connection: Connection, log: Log) -> int:
    """Keep the log, count it both ways and look through the veil; answers how many figures there were."""
    log.keep(connection)
    sheet = SqlReader(connection, VAULT).number_sheet(log.compound, Period(log.first, log.last), log.now)
    assert sheet is not None
    again = recount(connection, log.compound, log.zone, log.first, log.last, log.now)
    ours = cells(sheet.board)
    cell_keys = ours.keys() if any(again["cells"]) else set()
    assert cell_keys == again["cells"].keys()
    for key, (raw, adjusted) in again["cells"].items():
        cell = ours[key]
        assert (cell.filed, cell.closed, cell.reopened) == tuple(raw[name] for name in COUNTS), key
        assert marks(cell.raw.marks) == without(raw), key
        assert marks(cell.adjusted.marks) == without(adjusted), key
    assert Counter(sheet.board.left_out) == again["left_out"]
    nothing_small_is_seen(sheet)
    return len(again["cells"]) * len(Rate) * 2


def cells(board: Board) -> dict[tuple[str, Any], Cell]:
    """All cells of a board by dimension and key."""
    found: dict[tuple[str, Any], Cell] = {("whole", 0): board.whole}
    found |= {("body", key): cell for key, cell in board.bodies.items()}
    found |= {("building", key): cell for key, cell in board.buildings.items()}
    return found | {("category", key): cell for key, cell in board.categories.items()}


def marks(given: Mapping[Any, int]) -> dict[str, int]:
    return {mark.value: number for mark, number in given.items() if number}


def without(counted: Counter[str]) -> dict[str, int]:
    return {name: number for name, number in counted.items() if name not in COUNTS and number}


def nothing_small_is_seen(sheet: NumberSheet) -> None:
    """Neither a figure of one to four cases nor, by subtraction, a hidden one or fewer than five together."""
    shown = veil(sheet.board)
    for rate in Rate:
        for kind in ("raw", "adjusted"):
            total = getattr(shown.whole[rate], kind)
            assert total is None or total.whole not in SMALL
            for parts in (shown.bodies, shown.buildings, shown.categories):
                seen = [getattr(line[rate], kind) for line in parts.values()]
                wholes = [one.whole for one in seen if one is not None]
                assert not SMALL & set(wholes)
                if parts is shown.bodies or total is None or len(wholes) == len(seen):
                    continue  # bodies share cases: nothing can be taken from their total
                rest = total.whole - sum(wholes)
                assert rest not in SMALL, (rate, kind)
                assert not rest or len(seen) - len(wholes) >= 2, (rate, kind)
