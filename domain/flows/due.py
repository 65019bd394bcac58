"""What falls due in flows."""

from collections.abc import Callable, Mapping

from domain.flows.duties import AGAIN, FlowTx, again
from domain.kernel.due import Due


def _again(tx: FlowTx, row: Due, digest: str | None) -> None:
    again(tx, row.subject_id, row.occurrence)


SERVICES: Mapping[str, Callable[[FlowTx, Due, "str | None"], None]] = {AGAIN: _again}
"""Kinds of due rows, and who acts on them; the text names the sweep that catches up after an outage."""
