"""A rung is reached: it is kept once, and whoever stands there is told, by name and hour."""

from domain.cases import reminders
from domain.cases.ladder import ABOVE, Rung, climbs, occurrence, reached, rung_of
from domain.cases.ports import CasesTx
from domain.cases.reaching import reporter_of
from domain.cases.reminders import Moment
from domain.cases.rules import Case, Grade
from domain.cases.superiors import Superior, stands
from domain.kernel.due import LATE, Due
from domain.kernel.errors import NotFound
from domain.kernel.hours import awake
from domain.kernel.people import Role
from domain.kernel.words import Destination, Params, Priority, Ref, ToPerson, person
from domain.places.charges import EVERYWHERE, Charge
from domain.places.worktimes import hours_of


def climb(tx: CasesTx, row: Due, digest: str | None) -> None:
    """Let the case reach the rung that fell due, if time still works against it in that round.

    `digest` names the sweep that catches up after an outage: then one message says all to each person.
    """
    try:
        case = tx.cases.due(row.subject_id)
    except NotFound:
        return
    rung, round_ = rung_of(row)
    if not climbs(case) or round_ != case.round:
        return
    asked = stands(tx, case, rung) if rung in ABOVE else None
    person_id = asked.person_id if asked is not None else case.handler_id
    if not tx.rungs.climb(case, rung, person_id if rung not in ABOVE or asked is not None else None):
        return
    when = moment(tx, case, digest)
    if rung in ABOVE:
        _ask(tx, case, rung, asked, when)
    else:
        _remind(tx, case, rung, when)
    if rung is Rung.OVER:
        _tell_reporter(tx, case, when)
    if rung is Rung.LEAD:
        _inform_captains(tx, case, when, asked)


def moment(tx: CasesTx, case: Case, digest: str | None) -> Moment:
    """Not at night; danger at once and first, day and night."""
    morning = awake(tx.now, tx.places.zone(case.compound_id))
    if case.grade is Grade.DANGER:
        return Moment(tx.now, digest, Priority.ANSWER, wakes=morning > tx.now)
    return Moment(morning, digest)


def _remind(tx: CasesTx, case: Case, rung: Rung, when: Moment) -> None:
    if when.digest is not None:
        _digest(tx, reminders.owner(case), when)
    else:
        reminders.remind(tx, case, "case.soon" if rung is Rung.SOON else "case.over", when)


def _ask(tx: CasesTx, case: Case, rung: Rung, asked: Superior | None, when: Moment) -> None:
    if asked is None or not asked.named:
        _nobody_named(tx, case, rung, asked, when)
    if asked is None:
        return
    to = ToPerson(asked.person_id)
    if when.digest is not None and asked.reads:
        _digest(tx, to, when)
        return
    told: Params = {
        "number": case.number,
        "rung": rung.value,
        "due": case.due_at,
        "round": case.round,
        "handler": _handler(case),
        "named": int(asked.named),
        "reads": int(asked.reads),
        "compound": case.compound_id,
    }
    once = occurrence(case, rung) if when.digest is None else f"late:{to}:{when.digest}:unread"
    key = "case-rung" if when.digest is None else "rungs-late"
    tx.outbox.tell(to, key, told, about=case.id, priority=when.priority, not_before=when.at, dedupe=once)


def _digest(tx: CasesTx, to: Destination, when: Moment) -> None:
    """One for each person and outage; what is dangerous does not wait for the one of the morning."""
    once = f"late:{to}:{when.digest}" + (":night" if when.wakes else "")
    told: Params = {"since": tx.now - LATE}
    tx.outbox.tell(to, "duties-late", told, priority=when.priority, not_before=when.at, dedupe=once)


def _nobody_named(tx: CasesTx, case: Case, rung: Rung, asked: Superior | None, when: Moment) -> None:
    """The stewards are told once that a rung has no person; what is asked meanwhile is asked all the same."""
    of_id = case.body_id if rung is Rung.LEAD else EVERYWHERE
    told: Params = {
        "number": case.number,
        "rung": rung.value,
        "body": case.body_id if rung is Rung.LEAD else None,
        "who": person(asked.person_id) if asked is not None else None,
        "compound": case.compound_id,
    }
    for steward in tx.staff.holders(case.compound_id, Role.STEWARD):
        once = f"ladder-nobody:{case.compound_id}:{rung}:{of_id}:{steward}"
        tx.outbox.tell(
            ToPerson(steward),
            "ladder-nobody",
            told,
            about=case.compound_id,
            priority=Priority.DUTY,
            not_before=when.at,
            dedupe=once,
        )


def _tell_reporter(tx: CasesTx, case: Case, when: Moment) -> None:
    """Once a round, in kind words: what was said has not come true, and what happens next, which we keep."""
    to = reporter_of(case)
    next_at = reached(case, Rung.LEAD, hours_of(tx, case.compound_id))
    lead = tx.leads.named(case.compound_id, Charge.LEAD, case.body_id)
    told: Params = {
        "number": case.number,
        "handler": _handler(case),
        "due": case.due_at,
        "next": next_at,
        "lead": int(lead not in (None, case.handler_id)),
    }
    key, once = "case-overdue-told", f"case.over.told:{case.id}:{case.round}"
    about: int | None = case.id
    if when.digest is not None:
        told, about = {"person": case.reporter_id}, None
        key, once = "cases-overdue-told", f"late.told:{case.reporter_id}:{when.digest}"
    tx.outbox.tell(to, key, told, about=about, priority=Priority.DUTY, not_before=when.at, dedupe=once)


def _inform_captains(tx: CasesTx, case: Case, when: Moment, asked: Superior | None) -> None:
    """One quiet line without a name, for what they may know of: what is shared, or in their own building."""
    path = tx.places.path(case.place_id)
    seen = path if case.shared else path[:-1]
    workers = tx.leads.workers(case.compound_id)
    captains = tx.homes.captains(seen, besides=case.reporter_id) if seen else ()
    for captain in captains:
        if captain in workers:
            continue
        once = f"case.captain:{case.id}:{case.round}:{captain}"
        if when.digest is not None:
            once = f"late.captain:{captain}:{when.digest}"
        told: Params = {
            "number": case.number,
            "lead": int(asked is not None and asked.named),
            "late": int(when.digest is not None),
        }
        tx.outbox.tell(
            ToPerson(captain),
            "case-rung-captain",
            told,
            about=case.id,
            priority=Priority.BROADCAST,
            not_before=when.at,
            dedupe=once,
            silent=True,
        )


def _handler(case: Case) -> Ref | None:
    return person(case.handler_id) if case.handler_id is not None else None
