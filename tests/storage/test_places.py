"""Finding a place by what people call it."""

from typing import Any

import pytest

from storage import seeding
from storage.tx import TxDeps
from tests.compound import Compound


def planted(deps: TxDeps, connection: Any, home: int) -> dict[str, int]:
    scope = deps.scope(connection)

    def add(parent: int, level: str, name: str) -> int:
        return seeding.add_place(scope, parent, home, level, name, "Asia/Shanghai")

    three = add(home, "building", "3号楼")
    ten, named = add(home, "building", "10号楼"), add(home, "building", "幸福楼")
    units = [add(three, "unit", name) for name in ("1单元", "2单元")]
    rooms = [add(unit, "household", name) for unit in units for name in ("501", "502")]
    flat = add(ten, "household", "501")
    only = add(units[1], "household", "601")
    return {
        "3": three,
        "10": ten,
        "named": named,
        "u2": units[1],
        "2-501": rooms[2],
        "10-501": flat,
        "601": only,
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("3号楼",), "3"),
        (("三栋",), "3"),
        (("3",), "3"),
        (("十号楼",), "10"),
        (("幸福楼",), "named"),
        (("3栋", "2单元", "501"), "2-501"),
        (("3", "二", "501室"), "2-501"),
        (("10号楼", "0501"), "10-501"),
        (("3栋", "601"), "601"),
        (("3栋", "501"), None),
        (("4栋",), None),
        ((), None),
    ],
)
async def test_a_place_is_found_by_what_people_call_it(
    seeded: Compound, words: tuple[str, ...], found: str | None
) -> None:
    def work(connection: Any) -> tuple[int | None, dict[str, int]]:
        home = seeding.add_compound(seeded.deps.scope(connection), "别处", "Asia/Shanghai")
        known = planted(seeded.deps, connection, home)
        return seeded.deps.open(connection).places.find(home, words), known

    answer, known = await seeded.store.write(work)
    assert answer == (known[found] if found else None)


async def test_a_place_has_a_full_name_and_its_children_in_order(sqlite_seeded: Compound) -> None:
    def work(connection: Any) -> tuple[str, str, list[str]]:
        home = seeding.add_compound(sqlite_seeded.deps.scope(connection), "别处", "Asia/Shanghai")
        known = planted(sqlite_seeded.deps, connection, home)
        places = sqlite_seeded.deps.open(connection).places
        return places.named(known["2-501"]), places.named(home), [one.name for one in places.children(home)]

    named, home, order = await sqlite_seeded.store.write(work)
    assert (named, home) == ("3号楼2单元501", "别处")
    assert order[:2] == ["3号楼", "10号楼"]
