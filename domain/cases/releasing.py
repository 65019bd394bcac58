"""Cases outlive whoever had them: what a worker leaves behind has another person at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from domain.cases import routing, timekeeping, waits
from domain.cases.events import HANDED_OVER, LEFT
from domain.cases.ports import CasesTx
from domain.cases.reaching import reporter_of
from domain.cases.rules import Case
from domain.cases.steps import note
from domain.cases.table import PAUSED, Action, State
from domain.kernel.due import Due
from domain.kernel.hours import awake
from domain.kernel.words import CardKind, Destination, Params, Priority, ToPerson, ToWorkers, person

AGAIN = "case.left"
"""The kind of the due row that looks once more: its subject is the person who left."""

ONCE_MORE = timedelta(seconds=20)
"""After this time; a case that was being taken in the same instant is found then. Source: criterion 13 of
the complaints research, within a minute.
"""

LISTED = 10
"""Cases that one message names."""


def release(tx: CasesTx, person_id: int) -> Sequence[Case]:
    """Give on every open case that this person has where they work no more; both sides hear of it once."""
    left = [_given_on(tx, case) for case in tx.rungs.left_with(person_id)]
    for key in dict.fromkeys((case.compound_id, case.assignee_id) for case in left):
        theirs = [case for case in left if (case.compound_id, case.assignee_id) == key]
        _tell_next(tx, *key, person_id, theirs)
    return left


def look_again(tx: CasesTx, compound_id: int, person_id: int) -> None:
    """Plan a second look at what the person may have been taking while their post ended."""
    at = tx.now + ONCE_MORE
    tx.due.plan(
        AGAIN, person_id, at, f"{AGAIN}:{person_id}:{tx.now.isoformat()}", tx.places.zone(compound_id)
    )


def released_late(tx: CasesTx, row: Due, digest: str | None) -> None:
    """The second look."""
    release(tx, row.subject_id)


def _given_on(tx: CasesTx, case: Case) -> Case:
    """In work: anybody's again. Paused: whoever is on duty has it, so that the day that was named holds."""
    duty = routing.next_for(tx, case)
    if case.state in PAUSED and duty is not None and duty != case.handler_id:
        given = replace(case, handler_id=duty, assignee_id=duty)
        tx.cases.save(given)
        note(tx, given, HANDED_OVER, case.state, None, None, LEFT)
    else:
        state = case.state if case.state is State.DECLINING else State.FILED
        free = replace(case, state=state, handler_id=None, assignee_id=duty, wake_at=None)
        given = timekeeping.follow(tx, case, free, Action.RETURN)
        waits.follow(tx, case, given)
        tx.cases.save(given)
        note(tx, given, LEFT, case.state, None, None)
    _tell_reporter(tx, case, given)
    tx.cards.refresh(CardKind.CASE, given.id)
    tx.audit.note(given.compound_id, None, "case.left", "case", given.id)
    return given


def _tell_reporter(tx: CasesTx, before: Case, case: Case) -> None:
    """Once for each who leaves: somebody else comes; the hour only while it still stands."""
    told: Params = {
        "number": case.number,
        "who": person(before.handler_id) if before.handler_id is not None else None,
        "next": person(case.assignee_id) if case.assignee_id is not None else None,
        "due": case.due_at,
    }
    tx.outbox.tell(
        reporter_of(case),
        "case-new-hands",
        told,
        about=case.id,
        not_before=awake(tx.now, tx.places.zone(case.compound_id)),
        dedupe=f"case.left:{case.id}:{case.round}:{before.handler_id}",
    )


def _tell_next(
    tx: CasesTx, compound_id: int, assignee_id: int | None, person_id: int, left: Sequence[Case]
) -> None:
    """One message for each who is asked next, or for the workers together where nobody is."""
    to: Destination = ToPerson(assignee_id) if assignee_id is not None else ToWorkers(compound_id)
    told: Params = {
        "who": person(person_id),
        "count": len(left),
        "cases": ",".join(str(case.id) for case in left[:LISTED]),
    }
    morning = awake(tx.now, tx.places.zone(compound_id))
    once = f"cases.left:{assignee_id}:{compound_id}:{person_id}:{tx.now.isoformat()}"
    tx.outbox.tell(to, "cases-left", told, priority=Priority.DUTY, not_before=morning, dedupe=once)
