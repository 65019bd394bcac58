"""Leave: whoever is away is offered nothing, and what they have is offered to the others."""

from datetime import date, datetime, time, timedelta

from domain.cases import routing
from domain.cases.letting_go import release
from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.cases.staffing import Absence
from domain.cases.table import OPEN
from domain.kernel.answers import home
from domain.kernel.due import Due
from domain.kernel.errors import Invalid, NotAllowed, NotFound
from domain.kernel.hours import awake, instant
from domain.kernel.people import Actor, Role
from domain.kernel.words import CardKind, Params, Priority, ToPerson, person

BEGINS = "absence.begin"
"""The kind of the due row; its subject is an absence."""

OFFERED = "away"
"""The event of a case that goes to somebody else because its own looker is away."""

LONGEST = 92
"""Days of one leave; who is away longer has another post."""


class BadLeave(Invalid):
    """The words do not say from which day to which, or it is over, or too long."""

    key = "error-leave"


def leave(tx: CasesTx, actor: Actor, first: date | None, last: date | None) -> None:
    """Be away from the first day to the last, both whole; everywhere that one works. Raises BadLeave."""
    me = tx.people.enter(actor)
    compounds = {grant.compound_id for grant in me.grants if grant.role is Role.WORKER}
    if not compounds:
        raise NotAllowed
    if first is None or last is None or last < first or (last - first).days >= LONGEST:
        raise BadLeave
    tx.shifts.drop_absences(me.person_id)
    asked = 0
    for compound_id in sorted(compounds):
        zone = tx.places.zone(compound_id)
        since = instant(datetime.combine(first, time()), zone)
        until = instant(datetime.combine(last + timedelta(days=1), time()), zone)
        if until <= tx.now:
            raise BadLeave
        away = Absence(tx.new_id(), compound_id, me.person_id, since, until)
        tx.shifts.add_absence(away)
        if since <= tx.now:
            asked += _hand_on(tx, away)
        else:
            tx.due.plan(BEGINS, away.id, since, f"{BEGINS}:{away.id}", zone)
        tx.audit.note(compound_id, me.person_id, "absence.take", "absence", away.id)
    told: Params = {"first": first.isoformat(), "last": last.isoformat(), "asked": asked}
    tx.outbox.tell(home(me), "leave-noted", told)


def back(tx: CasesTx, actor: Actor) -> None:
    """Be there again, whatever was said before."""
    me = tx.people.enter(actor)
    compounds = {grant.compound_id for grant in me.grants if grant.role is Role.WORKER}
    if not compounds:
        raise NotAllowed
    ended = tx.shifts.drop_absences(me.person_id)
    for compound_id in sorted(compounds):
        tx.audit.note(compound_id, me.person_id, "absence.end", "person", me.person_id)
    tx.outbox.tell(home(me), "leave-over", {"ended": int(ended > 0)})


def begin(tx: CasesTx, row: Due, digest: str | None) -> None:
    """The first day has come."""
    away = tx.shifts.absence(row.subject_id)
    if away is not None and away.until > tx.now:
        _hand_on(tx, away)


def _hand_on(tx: CasesTx, away: Absence) -> int:
    """Offer everything that they have to whoever is there; answers how many cases."""
    offered = 0
    for case_id in tx.shifts.carried_by(away.person_id, away.compound_id):
        try:
            case = tx.cases.due(case_id)
        except NotFound:
            continue
        if case.state in OPEN:
            offered += _offer(tx, away, case)
    return offered


def _offer(tx: CasesTx, away: Absence, case: Case) -> bool:
    """What nobody has taken goes to the next; what they have taken stays theirs until somebody agrees."""
    if case.handler_id is None:
        release(tx, case, away.person_id, OFFERED)
        tx.cards.refresh(CardKind.CASE, case.id)
        return True
    kept_out = (*tx.recusals.of(case.id), away.person_id)
    for body_id in (case.body_id, None):
        to = routing.least(tx.shifts.loads(case.compound_id, body_id), kept_out)
        if to is not None:
            break
    else:
        return False
    told: Params = {"number": case.number, "who": person(away.person_id), "from": away.person_id}
    tx.outbox.tell(
        ToPerson(to),
        "duty-offer",
        told,
        about=case.id,
        priority=Priority.DUTY,
        not_before=awake(tx.now, tx.places.zone(case.compound_id)),
        dedupe=f"away:{away.id}:{case.id}",
    )
    return True
