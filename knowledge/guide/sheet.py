"""A guide as one CSV: a line per entry, the keys as its columns and `body` as the last."""

import csv
import io
from collections.abc import Iterable, Mapping

from knowledge.guide.fields import KEYS, Fields, Problem

COLUMNS = (*KEYS, "body")


def read(file: str, text: str) -> tuple[list[Fields], tuple[Problem, ...]]:
    """The entries of a CSV's text, with what cannot be read in it."""
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        head = [name.strip() for name in next(lines, [])]
        bad = tuple(Problem(file, 1, "unknown-key", name[:40]) for name in head if name not in COLUMNS)
        if bad or len(set(head)) < len(head) or not head:
            return [], bad or (Problem(file, 1, "no-head"),)
        found, wrong = list[Fields](), list[Problem]()
        before = lines.line_num
        for row in lines:
            at, before = before + 1, lines.line_num
            if len(row) != len(head) and any(row):
                wrong.append(Problem(file, at, "columns", str(len(row))))
            elif any(cell.strip() for cell in row):
                values = {name: cell.strip() for name, cell in zip(head, row, strict=True) if cell.strip()}
                found.append(Fields(file, values, dict.fromkeys(COLUMNS, at)))
    except csv.Error:
        return [], (Problem(file, lines.line_num, "no-csv"),)
    return found, tuple(wrong)


def write(rows: Iterable[Mapping[str, str]]) -> str:
    """The CSV of these entries; `read` gives the same values back."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
