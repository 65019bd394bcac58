"""Cells out of a file that somebody sent, an .xlsx or a text table; whatever its bytes are."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import load_workbook

from domain.places.listing import BadFile, Broken, Formula

LARGEST = 4 * 1024 * 1024
"""Bytes of the file; 20,000 rooms need half of one megabyte."""

UNPACKED = 40 * 1024 * 1024
"""Bytes of all its parts together, as their directory says: a bomb is never unpacked."""

PARTS = 500
"""Parts of an .xlsx; one for a printer here and there, a few for pictures."""

WIDEST = 40
"""Columns looked at; a cell far to the right would otherwise make every row that wide."""

OLD = b"\xd0\xcf\x11\xe0"
"""How an .xls or a locked .xlsx begins."""

CODINGS = ("utf-8-sig", "gb18030")
"""What lists are written in here; the second takes nearly everything, so it comes last."""

SEPARATORS = ",\t;\uff0c\u3001|"


def rows(body: bytes) -> Iterator[Sequence[Any]]:
    """Every row, lazily; a formula is a Formula. Raises BadFile, whatever the bytes are."""
    if len(body) > LARGEST:
        raise BadFile(Broken.TOO_LARGE)
    if body.startswith(OLD):
        raise BadFile(Broken.OLD_EXCEL)
    try:
        yield from _sheet(body) if body.startswith(b"PK") else _table(body)
    except BadFile:
        raise
    except Exception as error:  # a broken file breaks readers in ways of its own
        raise BadFile(Broken.UNREADABLE) from error


def _sheet(body: bytes) -> Iterator[Sequence[Any]]:
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        parts = packed.infolist()
        if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
            raise BadFile(Broken.TOO_LARGE)
    # Not data_only: a formula would then hide behind what it last answered. Nothing is computed either way.
    book = load_workbook(io.BytesIO(body), read_only=True, data_only=False, keep_links=False)
    try:
        page = book.worksheets[0]
        page.reset_dimensions()  # what the file says of its own size may be a lie
        for row in page.iter_rows(max_col=WIDEST):
            yield [Formula(cell.value) if cell.data_type == "f" else cell.value for cell in row]
    finally:
        book.close()


def _table(body: bytes) -> Iterator[Sequence[str]]:
    text = _decoded(body)
    head = text[:4096]
    separator = max(SEPARATORS, key=head.count)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        yield [Formula(cell) if cell.lstrip().startswith("=") else cell for cell in row[:WIDEST]]


def _decoded(body: bytes) -> str:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in(body, "utf-16")
    for coding in CODINGS[:-1]:
        try:
            return body.decode(coding)
        except UnicodeDecodeError:
            continue
    return _in(body, CODINGS[-1])


def _in(body: bytes, coding: str) -> str:
    try:
        return body.decode(coding)
    except UnicodeDecodeError:
        raise BadFile(Broken.CODING) from None
