"""What falls due in cases."""

from collections.abc import Callable, Mapping

from domain.cases import held, ladder, passing, releasing, waits
from domain.cases.absences import BEGINS, begin
from domain.cases.climbing import climb
from domain.cases.held import HeldTx
from domain.cases.notes import WAITS, lapse
from domain.kernel.due import Due

SERVICES: Mapping[str, Callable[[HeldTx, Due, "str | None"], None]] = {
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
}
"""Kinds of due rows, and who acts on them; the text names the sweep that catches up after an outage."""
