"""What falls due in cases."""

from collections.abc import Callable, Mapping
from typing import Protocol

from domain.cases import announcing, held, ladder, passing, releasing, waits
from domain.cases.absences import BEGINS, begin
from domain.cases.climbing import climb
from domain.cases.held import HeldTx
from domain.cases.incidents import OVER, IncidentsTx
from domain.cases.notes import WAITS, lapse
from domain.kernel.due import Due


class DueTx(HeldTx, IncidentsTx, Protocol):
    """A transaction in which anything of a case may fall due."""


SERVICES: Mapping[str, Callable[[DueTx, Due, "str | None"], None]] = {
    ladder.SOON: climb,
    ladder.OVER: climb,
    ladder.FURTHER: climb,
    WAITS: lapse,
    held.LAPSES: held.lapse,
    BEGINS: begin,
    releasing.AGAIN: releasing.released_late,
    waits.NUDGE: passing.nudge,
    waits.SILENT: passing.lapse,
    waits.ASKED: passing.unasked,
    waits.WAKE: passing.wake,
    waits.STILL: passing.still,
    OVER: announcing.lapse,
}
"""Kinds of due rows, and who acts on them; the text names the sweep that catches up after an outage."""
