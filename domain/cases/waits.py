"""What a case waits for by itself: an answer, a day, a question some weeks later; each a due row."""

from datetime import timedelta

from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.cases.table import State

SILENT_AFTER = timedelta(days=7)
"""Finished and unanswered for so long it is silent. Source: complaints research, section 5; issue 4."""

NUDGED_AFTER = timedelta(days=3)
"""After this the one gentle reminder comes."""

ASKED_FOR = timedelta(days=3)
"""How long the clock stands still for an answer; then the handler goes on without it."""

AFTER = timedelta(weeks=4)
"""When whoever reported is asked whether it has held. Source: FixMyStreet's questionnaire, four weeks."""

NUDGE, SILENT, ASKED, WAKE, STILL = "case.nudge", "case.silent", "case.asked", "case.wake", "case.still"
"""Kinds of due rows; the subject is the case."""


def follow(tx: CasesTx, before: Case, case: Case) -> None:
    """Wait for what the new state waits for, and no longer for what the old one did."""
    if before.state is case.state:
        return
    for kind in _of(before.state):
        tx.due.cancel(kind, case.id)
    zone = tx.places.zone(case.compound_id)
    for kind, wait in _of(case.state).items():
        at = case.wake_at if kind == WAKE and case.wake_at is not None else tx.now + wait
        tx.due.plan(kind, case.id, at, _occurrence(tx, kind, case), zone)


def _of(state: State) -> dict[str, timedelta]:
    match state:
        case State.WAITING:
            return {ASKED: ASKED_FOR}
        case State.DEFERRED:
            return {WAKE: timedelta()}
        case State.FINISHED:
            return {NUDGE: NUDGED_AFTER, SILENT: SILENT_AFTER}
        case State.CONFIRMED | State.PARTLY:
            return {STILL: AFTER}
        case _:
            return {}


def _occurrence(tx: CasesTx, kind: str, case: Case) -> str:
    """A case is asked once whether it held; the other waits once for each time that they begin."""
    return f"{kind}:{case.id}" if kind == STILL else f"{kind}:{case.id}:{tx.now.isoformat()}"
