"""What falls due in cases."""

from collections.abc import Callable, Mapping

from domain.cases import announcing
from domain.cases.incidents import OVER, IncidentsTx
from domain.cases.notes import WAITS, lapse
from domain.cases.ports import CasesTx
from domain.cases.reminders import remind
from domain.kernel.due import Due


def _remind(tx: CasesTx, row: Due, digest: str | None) -> None:
    remind(tx, row.subject_id, row.kind, digest)


SERVICES: Mapping[str, Callable[[IncidentsTx, Due, "str | None"], None]] = {
    "case.soon": _remind,
    "case.over": _remind,
    WAITS: lapse,
    OVER: announcing.lapse,
}
"""Kinds of due rows, and who acts on them; the text names the sweep that catches up after an outage."""
