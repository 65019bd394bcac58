"""Anchors: each day's heads of the audit chains, as lines of a file outside the database."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from storage.audit import Head


def anchor(path: Path, heads: Iterable[Head], day: date) -> None:
    """Add a line `day compound seq hash` for every head; on the disk when this returns."""
    lines = [f"{day.isoformat()} {head.compound_id} {head.seq} {head.hash.hex()}\n" for head in heads]
    with path.open("a", encoding="ascii") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())


def anchored(path: Path) -> tuple[Head, ...]:
    """Every anchor of the file; none where there is no file. A line torn by a crash is passed over."""
    if not path.exists():
        return ()
    lines = (line.split() for line in path.read_text("ascii").splitlines())
    return tuple(Head(int(line[1]), int(line[2]), bytes.fromhex(line[3])) for line in lines if _whole(line))


def _whole(line: list[str]) -> bool:
    return len(line) == 4 and len(line[3]) == 64
