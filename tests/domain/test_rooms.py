"""A list of rooms and the tree that it grows into, as pure values."""

from contextlib import suppress
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.places.listing import BadFile, Broken, Column, Formula, Listing, Reason, read
from domain.places.rooms import MOST_ROOMS, Block, Home, TooManyRooms, grow, packed, unpacked
from domain.places.tree import Level, LevelWords, Place, parted, stem

WORDS = {
    Column.BUILDING: ("building",),
    Column.UNIT: ("unit",),
    Column.ROOM: ("room",),
    Column.AREA: ("area",),
}
LEVELS = LevelWords("栋", "单元", "室")
HEAD = ("building", "unit", "room", "area")
HOME = Place(1, None, 1, Level.COMPOUND, "幸福里", "Asia/Shanghai")

CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=80),
    st.text(max_size=9).map(Formula),
    st.datetimes(),
    st.binary(max_size=4),
)


@given(st.lists(st.lists(CELL, max_size=6), max_size=30))
def test_no_cell_breaks_the_reader_and_every_line_is_a_home_or_a_reason(rows: list[list[object]]) -> None:
    found = Listing()
    with suppress(BadFile):
        found = read([HEAD, *rows], WORDS, LEVELS)
    assert len(found.homes) + len(found.problems) <= len(rows)
    assert len({(one.building, one.unit, one.room) for one in found.homes}) == len(found.homes)
    assert all(2 <= one.line <= len(rows) + 1 for one in found.problems)
    assert all(one.room and one.building for one in found.homes)
    assert not any(isinstance(name, Formula) for one in found.homes for name in (one.building, one.room))


def test_empty_lines_merged_cells_numbers_and_signs() -> None:
    rows = [
        ("a title",),
        ("Building", "Unit", "Room", "Area (m2)"),
        (3, 1, 501.0, 89.5),
        (None, None, 502, "90㎡"),
        (),
        (None, 2, "0501室", ""),
        ("东区4栋", None, 101, None),
    ]
    found = read(rows, WORDS, LEVELS)
    assert not found.problems
    assert found.homes == [
        Home("3栋", "1单元", "501", 8950),
        Home("3栋", "1单元", "502", 9000),
        Home("3栋", "2单元", "0501"),
        Home("东区4栋", None, "101"),
    ]


def test_every_bad_line_is_named_with_its_reason() -> None:
    rows = [
        HEAD,
        ("", "", 1),
        (3, "", ""),
        (3, 1, Formula("=A1")),
        (3, 1, 5, "wide"),
        (3, 1, 6),
        (3, 1, "06"),
        (3, 1, "x" * 99),
    ]
    assert [(one.line, one.why) for one in read(rows, WORDS, LEVELS).problems] == [
        (2, Reason.NO_BUILDING),
        (3, Reason.NO_ROOM),
        (4, Reason.FORMULA),
        (5, Reason.AREA),
        (7, Reason.TWICE),
        (8, Reason.LONG),
    ]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], Broken.NO_HEADER),
        ([("name", "age")] * 20, Broken.NO_HEADER),
        ([HEAD], Broken.EMPTY),
        ([HEAD, *((1, 1, number) for number in range(1, 100_001))], Broken.TOO_MANY),
        ([HEAD, *((),) * 100_000], Broken.TOO_MANY),
    ],
)
def test_a_file_that_cannot_be_taken_at_all_says_why(rows: list[tuple[object, ...]], why: Broken) -> None:
    with pytest.raises(BadFile) as refused:
        read(rows, WORDS, LEVELS)
    assert refused.value.why is why


def test_what_stands_already_is_not_added_again_however_it_is_written() -> None:
    ids = count(100)
    first = grow(HOME, [], [Home("3栋", "1单元", "501"), Home("3栋", None, "1")], lambda: next(ids))
    assert (first.households, first.known, len(first.places)) == (2, 0, 4)
    standing = [place for place, _area in first.places]
    again = grow(
        HOME, standing, [Home("三号楼", "一单元", "0501"), Home("3栋", "2", "501")], lambda: next(ids)
    )
    assert (again.households, again.known) == (1, 1)
    assert [place.level for place, _ in again.places] == [Level.UNIT, Level.HOUSEHOLD]


def test_a_parent_comes_before_its_children_and_too_many_are_refused() -> None:
    ids = count(100)
    grown = grow(HOME, [], Block(("1栋", "2栋"), ("1单元",), (1, 2), 2).homes(), lambda: next(ids))
    known = {HOME.id}
    for place, _area in grown.places:
        assert place.parent_id in known
        known.add(place.id)
    many = Block(tuple(f"{n}栋" for n in range(1, 12)), (), tuple(range(1, 100)), 20)
    assert many.count > MOST_ROOMS
    with pytest.raises(TooManyRooms):
        grow(HOME, [], many.homes(), lambda: next(ids))


def test_a_draft_is_read_back() -> None:
    blocks = (Block(("1栋",), ("1单元",), (1, 3), 2), Block(("A座",), (), (5,), 1))
    assert unpacked(packed(blocks)) == blocks


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (("三号楼", "3栋", "03#", "３幢", "第3栋"[1:]), "3"),
        (("十二号楼", "12栋"), "12"),
        (("二十一栋", "21座"), "21"),
        (("东1栋", "东一号楼"), "东1"),
        (("A座", "a栋"), "a"),
        (("幸福楼",), "幸福楼"),
    ],
)
def test_names_that_mean_the_same_place(names: tuple[str, ...], meant: str) -> None:
    assert {stem(name) for name in names} == {meant}


@given(st.text(max_size=40))
def test_any_name_has_a_stem_that_stays(name: str) -> None:
    assert stem(stem(name)) == stem(stem(stem(name)))
    assert all(parted(name))


@pytest.mark.parametrize("said", ["3号楼2单元501", "3-2-501", "3号楼 2单元 501", "三号楼二单元五〇一"])
def test_an_address_is_parted(said: str) -> None:
    assert [stem(name) for name in parted(said)] == ["3", "2", "501"]
