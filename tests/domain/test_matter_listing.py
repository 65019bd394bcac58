"""A list of matters out of a spreadsheet: good lines, bad lines with their reason, whatever the cells."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matters.barred import BARRED_FROM, Barred
from domain.matters.listing import Column, Reading, Reason, read
from domain.matters.rules import MOST_LINES, barred_for
from domain.places.bodies import Body, BodyKind
from domain.places.listing import BadFile, Broken, Formula

BODIES = {
    "p": Body(1, BodyKind.PROPERTY, "p", None),
    "c": Body(2, BodyKind.COMMITTEE, "c", None),
}
READING = Reading(
    columns={column: (column.value,) for column in Column},
    body=BODIES.get,
    minutes=lambda text: int(text) if text.isascii() and text.isdecimal() and int(text) else None,
    stream=lambda text: "community" if text in ("", "community") else None,
    grade=lambda text: "ordinary" if text in ("", "ordinary") else None,
    barred=lambda text: Barred.FIRE if "fire" in text else None,
    subject=lambda text: None,
)
HEAD = [column.value for column in Column]


def one(**cells: object) -> Sequence[object]:
    good: dict[str, object] = {"matter": "lift", "body": "p", "basis": "rule", "words": "stuck;stopped, slow"}
    return [(good | cells).get(column.value) for column in Column]


def test_a_good_line() -> None:
    found = read([["a title"], HEAD, one(limit="120")], READING)
    (line,) = found.lines
    assert (line.line, line.name, line.body_id, line.minutes) == (3, "lift", 1, 120)
    assert line.words == ("stuck", "stopped", "slow")
    assert found.problems == []


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"matter": " "}, Reason.NO_MATTER),
        ({"body": None}, Reason.NO_BODY),
        ({"body": "x"}, Reason.UNKNOWN_BODY),
        ({"basis": ""}, Reason.NO_BASIS),
        ({"limit": "soon"}, Reason.LIMIT),
        ({"stream": "x"}, Reason.STREAM),
        ({"grade": "x"}, Reason.GRADE),
        ({"matter": Formula("=1")}, Reason.FORMULA),
        ({"matter": "x" * 65}, Reason.LONG),
        ({"basis": "x" * 301}, Reason.LONG),
        ({"words": ";".join(f"w{n}" for n in range(31))}, Reason.LONG),
        ({"matter": "fire watch", "body": "c"}, Reason.BARRED),
    ],
)
def test_a_bad_line_and_why(cells: dict[str, object], why: Reason) -> None:
    found = read([HEAD, one(**cells)], READING)
    assert [(bad.line, bad.why) for bad in found.problems] == [(2, why)]
    assert found.lines == []


def test_the_same_matter_twice() -> None:
    found = read([HEAD, one(), one(matter="LIFT")], READING)
    assert [(bad.line, bad.why) for bad in found.problems] == [(3, Reason.TWICE)]


def test_a_barred_matter_may_be_another_bodys() -> None:
    (line,) = read([HEAD, one(matter="fire watch")], READING).lines
    assert line.barred is Barred.FIRE


@pytest.mark.parametrize("kind", BodyKind)
@pytest.mark.parametrize("barred", [None, *Barred])
def test_the_negative_list(kind: BodyKind, barred: Barred | None) -> None:
    assert (barred_for(kind, barred) is not None) == (kind in BARRED_FROM and barred is not None)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], Broken.NO_HEADER),
        ([["matter", "body"], ["a", "b"]], Broken.NO_HEADER),
        ([HEAD], Broken.EMPTY),
        ([HEAD, *(one(matter=f"m{n}") for n in range(MOST_LINES + 1))], Broken.TOO_MANY),
    ],
)
def test_files_that_cannot_be_taken(rows: list[Sequence[object]], why: Broken) -> None:
    with pytest.raises(BadFile) as broken:
        read(rows, READING)
    assert broken.value.why is why


CELLS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=80))


@given(st.lists(st.lists(CELLS, max_size=9), max_size=12))
def test_whatever_the_cells(rows: list[list[object]]) -> None:
    try:
        found = read([HEAD, *rows], READING)
    except BadFile:
        return
    said = {bad.line for bad in found.problems} | {line.line for line in found.lines}
    assert len(said) == len(found.problems) + len(found.lines)
