"""Rooms in a sentence: what is written is what is meant, and nothing else is taken for it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.places.rooms import BadPattern, Block, labelled
from handlers.setup.pattern import parse
from handlers.setup.wording import appointing, goes_back, namings, post, proposed, skips, typed_levels


def one(text: str) -> Block:
    (sketch,) = parse(text)
    return labelled(sketch, None)


def spelt(numbers: list[str]) -> str:
    return "、".join(numbers)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    many = st.lists(st.integers(1, 300).map(str), min_size=1, max_size=6, unique=True)
    letters = st.lists(st.sampled_from("ABCDEF"), min_size=1, max_size=4, unique=True)
    top = draw(st.integers(1, 60))
    low = draw(st.integers(1, top))
    without = draw(st.sets(st.integers(low, top), max_size=3))
    floors = tuple(floor for floor in range(low, top + 1) if floor not in without)
    if not floors:
        floors = (top,)
    units = draw(st.lists(st.integers(1, 9).map(str), max_size=5, unique=True))
    return Block(tuple(draw(many | letters)), tuple(units), floors, draw(st.integers(1, 20)))


def render(block: Block) -> str:
    """A block as people write it."""
    low, top = block.floors[0], block.floors[-1]
    without = [str(floor) for floor in range(low, top + 1) if floor not in block.floors]
    parts = [
        f"{spelt(list(block.units))}单元" if block.units else "",
        f"{top}层" if low == 1 else f"{low}到{top}层",
        f"每层{block.per_floor}户",
        f"除{spelt(without)}层" if without else "",
    ]
    return f"{spelt(list(block.buildings))}栋：" + "，".join(part for part in parts if part)


@given(blocks())
def test_what_is_written_is_read_back(block: Block) -> None:
    if block.floors[0] != 1 and len(block.floors) == 1:
        block = Block(block.buildings, block.units, (1,), block.per_floor)
    ((read, _words),) = parse(render(block))
    assert read == block


@given(blocks())
def test_as_many_homes_as_the_product_and_no_two_alike(block: Block) -> None:
    homes = list(block.homes())
    assert len(homes) == block.count == len(set(homes))
    assert block.count == (
        len(block.buildings) * max(1, len(block.units)) * len(block.floors) * block.per_floor
    )


@given(st.text(max_size=60) | st.text("0123456789一二十栋单元层每户：，、-到除\n", max_size=60))
def test_any_text_is_a_pattern_or_a_kind_refusal(text: str) -> None:
    with suppress(BadPattern):
        assert all(block.count >= 1 for block, _ in parse(text))


@pytest.mark.parametrize(
    ("said", "buildings", "units", "floors", "each"),
    [
        ("3栋：1、2单元，18层，每层2户", ("3栋",), 2, 18, 2),
        ("三号楼 一单元到三单元 共十八层 一层两户", ("3号楼",), 3, 18, 2),
        ("1-3座：每座2个单元，6层，每层3户", ("1座", "2座", "3座"), 2, 6, 3),
        ("A、B座：32层，每层8户，不含4层、14层和24层", ("A座", "B座"), 0, 29, 8),
        ("buildings 1-2: units 1, 2; 18 floors; 2 homes per floor", ("1号楼", "2号楼"), 2, 18, 2),
    ],
)
def test_as_people_write_it(
    said: str, buildings: tuple[str, ...], units: int, floors: int, each: int
) -> None:
    block = one(said)
    assert (block.buildings, len(block.units), len(block.floors), block.per_floor) == (
        buildings,
        units,
        floors,
        each,
    )


@pytest.mark.parametrize(
    "said",
    [
        "",
        "3栋",
        "3栋：18层",
        "18层，每层2户",
        "3栋：0层，每层2户",
        "3栋：18层，每层0户",
        "3栋：100层，每层2户",
        "3栋：18层，每层2户，5室",
        "9-3栋：6层，每层2户",
        "1-9999栋：6层，每层2户",
        "3栋：4层，每层2户，除1到4层",
    ],
)
def test_what_is_not_clear_is_refused(said: str) -> None:
    with pytest.raises(BadPattern):
        parse(said)


def test_the_bad_line_is_named() -> None:
    with pytest.raises(BadPattern) as refused:
        parse("3栋：18层，每层2户\n\n东门\n")
    assert refused.value.params["line"] == 2


def test_how_people_say_the_rest() -> None:
    assert [(one.name, one.phone) for one in namings("物业：阳光物业 021-55550110\n居委会")] == [
        ("阳光物业", "021-55550110"),
        (None, None),
    ]
    assert post("3号楼2单元的单元长")[1] == "3号楼2单元"
    assert post("老师")[0] is None
    assert appointing("设为工作人员") == "工作人员"
    assert appointing("makeup is on sale") is None
    assert typed_levels("栋、单元、室").packed() == "栋/单元/室"
    assert (goes_back("上一步！"), skips("以后再说"), skips("幸福里")) == (True, True, False)
    assert [proposed(title) for title in ("幸福里业主群", "群", "")] == ["幸福里", "群", ""]
