"""What falls due in guide."""

from collections.abc import Callable, Mapping

from domain.guide.answering import REMINDER, remind
from domain.guide.ports import GuideTx
from domain.kernel.due import Due


def _remind(tx: GuideTx, row: Due, digest: str | None) -> None:
    remind(tx, row.subject_id, digest)


SERVICES: Mapping[str, Callable[[GuideTx, Due, "str | None"], None]] = {REMINDER: _remind}
"""Kinds of due rows, and who acts on them; the text names the sweep that catches up after an outage."""
