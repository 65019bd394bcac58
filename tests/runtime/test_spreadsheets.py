"""Files that people send: whatever their bytes are, there are rows or a reason."""

import io
import zipfile
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.jobs.spreadsheet import UNPACKED, WIDEST, rows
from domain.places.listing import BadFile, Broken, Formula, read
from handlers.setup.wording import columns, presets


def book(*lines: list[Any]) -> bytes:
    made, body = Workbook(), io.BytesIO()
    for line in lines:
        made.active.append(line)
    made.save(body)
    return body.getvalue()


def repacked(body: bytes, change: dict[str, tuple[bytes, bytes]]) -> bytes:
    """The same file with words of its parts replaced, as no spreadsheet program would write it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            before, after = change.get(name, (b"", b""))
            part = old.read(name)
            assert before in part
            new.writestr(name, part.replace(before, after, 1) if before else part)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def refused(body: bytes) -> Broken:
    with pytest.raises(BadFile) as error:
        read(rows(body), columns(), presets()[0])
    return error.value.why


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda some: b"PK\x03\x04" + some))
def test_no_bytes_break_the_reader(body: bytes) -> None:
    with suppress(BadFile):
        list(rows(body))


@given(st.data())
def test_no_damage_to_a_real_file_breaks_the_reader(data: st.DataObject) -> None:
    whole = bytearray(book(["楼栋", "房号"], [3, 501]))
    for _ in range(data.draw(st.integers(1, 5))):
        # A share of the length: the file says when it was made, so no two are quite as long.
        whole[data.draw(st.integers(0, 9_999)) * len(whole) // 10_000] = data.draw(st.integers(0, 255))
    with suppress(BadFile):
        list(rows(bytes(whole)))


def test_a_formula_is_named_and_never_computed() -> None:
    cells = list(rows(book(["楼栋", "房号"], ["=1+2", 501])))[1]
    assert isinstance(cells[0], Formula)
    assert not isinstance(cells[1], Formula)


def test_a_lie_about_the_size_costs_nothing() -> None:
    body = book(["楼栋", "房号"], [3, 501])
    lie = repacked(body, {SHEET: (b'<dimension ref="A1:B2"', b'<dimension ref="A1:XFD1048576"')})
    assert list(rows(lie)) == list(rows(body))


def test_a_cell_far_to_the_right_or_far_below_costs_little() -> None:
    body = book(["楼栋", "房号"], [3, 501])
    wide = repacked(body, {SHEET: (b'r="B2"', b'r="XFD2"')})
    assert all(len(row) <= WIDEST for row in rows(wide))
    deep = repacked(body, {SHEET: (b'<row r="2"', b'<row r="1048576"')})
    assert refused(deep) in (Broken.TOO_MANY, Broken.UNREADABLE, Broken.EMPTY)


def test_a_hundred_thousand_rows_are_refused() -> None:
    made, body = Workbook(write_only=True), io.BytesIO()
    page = made.create_sheet()
    page.append(["楼栋", "房号"])
    for number in range(100_000):
        page.append([1, number])
    made.save(body)
    assert refused(body.getvalue()) is Broken.TOO_MANY


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr(SHEET, bytes(UNPACKED + 1))
    assert len(out.getvalue()) < 100_000
    assert refused(out.getvalue()) is Broken.TOO_LARGE


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_text_tables_of_every_usual_coding(coding: str, separator: str) -> None:
    text = "\r\n".join(separator.join(line) for line in (("楼栋", "房号"), ("三号楼", "501"), ("", "")))
    found = read(rows(text.encode(coding)), columns(), presets()[0])
    assert [(home.building, home.room) for home in found.homes] == [("三号楼", "501")]


def test_what_is_no_text_says_so() -> None:
    assert refused(b"\xff\x00\xff\xff\x81" * 9) in (Broken.CODING, Broken.NO_HEADER)
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") is Broken.OLD_EXCEL
    assert refused(b"") is Broken.NO_HEADER
