"""What falls due in duties: the mornings."""

from collections.abc import Callable, Mapping

from domain.duties.ports import DutiesTx
from domain.duties.service import MORNING, morning
from domain.kernel.due import Due


def _morning(tx: DutiesTx, row: Due, digest: str | None) -> None:
    morning(tx, row.subject_id)


SERVICES: Mapping[str, Callable[[DutiesTx, Due, "str | None"], None]] = {MORNING: _morning}
"""Kinds of due rows, and who acts on them; the text names the sweep that catches up after an outage."""
