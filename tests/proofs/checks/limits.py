"""The platform's rules, its rates among them; what a late acceptance does to a rate is nobody's fault."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from tests.proofs.evidence import Evidence, Json

FLOODS = ("flood_global", "flood_group", "flood_chat", "flood_banned")

LATEST = timedelta(seconds=9)
"""How long after its call a late message may still be counted: the longest delay and the shortest window."""


def kept(evidence: Evidence) -> Iterator[str]:
    """The platform's own list of broken rules is empty, but for what is excused."""
    for broken in evidence.violations:
        if not _excused(evidence, broken):
            yield f"{broken['method']}: {broken['rule']} ({broken['evidence']}), call {broken['seq']}"


def excused(evidence: Evidence) -> int:
    """Rates that were exceeded because the platform did earlier work late, uncounted by whoever sent it."""
    return sum(_excused(evidence, broken) for broken in evidence.violations)


def _excused(evidence: Evidence, broken: Json) -> bool:
    if broken["rule"] not in FLOODS:
        return False
    at = datetime.fromisoformat(broken["time"])
    return any(
        call["fault"] == "late" and at - LATEST <= datetime.fromisoformat(call["time"]) <= at
        for call in evidence.calls
    )
