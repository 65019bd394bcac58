"""Putting a case off: to a day that everybody can read, with a reason, and back by itself."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from domain.cases.ports import CasesTx
from domain.cases.reaching import reporter_of
from domain.cases.rules import Case, EmptyWords
from domain.cases.service import Which, find, keep_words
from domain.cases.steps import enact, moved
from domain.cases.table import Action
from domain.kernel.errors import Invalid
from domain.kernel.hours import instant
from domain.kernel.people import Actor
from domain.kernel.words import CardKind, Params, entry, person

LONGEST = timedelta(days=90)
"""How far a case may be put off at once; a default."""

MORNING = time(9, 0)
"""When a case is taken up again where only a day was named, local time."""


class NoDay(Invalid):
    """No day was named."""

    key = "error-defer-day"


class DayGone(Invalid):
    """The day has passed."""

    key = "error-defer-gone"


class DayFar(Invalid):
    """The day is too far ahead."""

    key = "error-defer-far"


def defer(tx: CasesTx, actor: Actor, which: Which, until: datetime | None, words: str) -> Case:
    """Put the case off until then (local, naive; None where no day was named); the reporter reads the day
    and the words. A day without an hour begins at nine.
    """
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    moved(tx, me, case, Action.DEFER)
    if not words.strip():
        raise EmptyWords
    at = _checked(tx, case, until)
    stepped = enact(tx, me, replace(case, wake_at=at), Action.DEFER)
    said = keep_words(tx, me, stepped, Action.DEFER, words)
    told: Params = {
        "number": case.number,
        "who": person(me.person_id),
        "until": at,
        "words": entry(said.id) if said is not None else None,
    }
    to = reporter_of(case)
    tx.outbox.tell(to, "case-deferred", told, about=case.id)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, f"case.{Action.DEFER}", "case", case.id)
    tx.dialogues.close(actor)
    return stepped


def _checked(tx: CasesTx, case: Case, until: datetime | None) -> datetime:
    if until is None:
        raise NoDay(number=case.number)
    local = until if until.time() != time() else datetime.combine(until.date(), MORNING)
    at = instant(local, tx.places.zone(case.compound_id))
    if at <= tx.now:
        raise DayGone(number=case.number)
    if at > tx.now + LONGEST:
        raise DayFar(number=case.number, days=LONGEST.days)
    return at
