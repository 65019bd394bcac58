"""What falls due in figures: the week's digest."""

from collections.abc import Callable, Mapping

from domain.kernel.due import Due
from domain.numbers.ports import NumbersTx
from domain.numbers.weekly import WEEKLY, weekly


def _weekly(tx: NumbersTx, row: Due, digest: str | None) -> None:
    weekly(tx, row.subject_id)


SERVICES: Mapping[str, Callable[[NumbersTx, Due, "str | None"], None]] = {WEEKLY: _weekly}
"""Kinds of due rows, and who acts on them; the text names the sweep that catches up after an outage."""
