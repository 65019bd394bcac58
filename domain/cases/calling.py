"""Somebody who came or called is told by telephone: a duty that stands until one tap ends it."""

from collections.abc import Set
from dataclasses import replace
from enum import StrEnum

from domain.cases.ports import CasesTx
from domain.cases.rules import Case, IllegalTransition
from domain.cases.service import ById
from domain.cases.service import find as find_case
from domain.cases.steps import keep, note
from domain.cases.table import Action, Part, State
from domain.kernel.answers import home
from domain.kernel.errors import NotFound
from domain.kernel.people import Actor, Standing
from domain.kernel.words import CardKind

CALLED = "call"
"""The event of a telephone call; its reason is an Outcome. It is nobody's rating."""


class Outcome(StrEnum):
    """What was heard on the telephone."""

    REACHED = "reached"
    SOLVED = "solved"
    UNSOLVED = "unsolved"


JUDGED: Set[State] = frozenset({State.FINISHED, State.SILENT})
"""Where the telephone asks whether it is solved."""


def later(tx: CasesTx, actor: Actor, case_id: int) -> Case:
    """Remember that somebody waits for a call; it stands in the duties of whoever wrote the case down."""
    me, case = _recorded(tx, actor, case_id)
    if case.call_at is None:
        case = replace(case, call_at=tx.now)
        tx.cases.save(case)
        tx.audit.note(case.compound_id, me.person_id, "call.owe", "case", case.id)
    return case


def called(tx: CasesTx, actor: Actor, case_id: int, outcome: Outcome) -> Case:
    """They were called. That it is solved is written down as heard by telephone and closes nothing: only
    whoever reported rates. That it is not sends the case back to work.
    """
    me, case = _recorded(tx, actor, case_id)
    if outcome is not Outcome.REACHED and case.state not in JUDGED:
        raise _too_early(case, me)
    before, done = case, replace(case, call_at=None)
    if outcome is Outcome.UNSOLVED:
        reporter = frozenset({Part.REPORTER})  # in their name, and to nobody's advantage
        moved = done.apply(Action.REOPEN, reporter, me.person_id, tx.now)
        done = keep(tx, before, moved, Action.REOPEN, Part.REPORTER, me.person_id, CALLED)
        told = {"number": done.number}
        tx.outbox.tell(home(me), "case-called-again", told, about=done.id)
    else:
        tx.cases.save(done)
    note(tx, done, CALLED, before.state, None, me.person_id, outcome.value)
    tx.cards.refresh(CardKind.CASE, done.id)
    tx.audit.note(done.compound_id, me.person_id, f"call.{outcome}", "case", done.id)
    return done


def _recorded(tx: CasesTx, actor: Actor, case_id: int) -> tuple[Standing, Case]:
    me = tx.people.enter(actor)
    case = find_case(tx, me, ById(case_id))
    if case.behalf_id is None or me.person_id == case.reporter_id:
        raise NotFound
    return me, case


def _too_early(case: Case, me: Standing) -> IllegalTransition:
    return IllegalTransition(
        number=case.number,
        state=case.state.value,
        action=Action.CONFIRM.value,
        handler=None,
        mine=int(me.person_id == case.handler_id),
        reporter=0,
    )
