"""Reporting: one message, an album or a text in parts becomes exactly one case."""

from datetime import timedelta

from domain.cases.ports import CasesTx
from domain.cases.promise import Promise, promise
from domain.cases.rules import Case, Draft, EmptyReport, Entry, EntryKind, State
from domain.kernel.people import Actor, Standing
from domain.kernel.words import CardKind, ToPerson, ToWorkers, person
from domain.places.rules import NoCompound

ALBUM_WAIT = timedelta(seconds=1.5)
"""How long card and receipt of an album wait for its later parts."""

SPLIT_AT = 4000
"""UTF-16 units from which a message may be one that a client split; Telegram cuts at 4,096 at the most."""

SPLIT_WAIT = timedelta(seconds=10)
"""How long the next part of a split text is waited for."""

CONTINUING = "case.continuing"
"""The dialogue in which the next words belong to the same report."""


def report(tx: CasesTx, actor: Actor, draft: Draft) -> Case:
    """File what was said as a case, or attach a later part of an album to the case it belongs to."""
    me = tx.people.enter(actor)
    if draft.album is not None:
        known = tx.cases.of_album(me, draft.album)
        if known is not None:
            return _attach(tx, me, known, draft)
    if not draft.text.strip() and not draft.media:
        raise EmptyReport
    if me.compound_id is None or me.place_id is None:
        raise NoCompound
    case, promised = _opened(tx, me, draft)
    _keep(tx, me, case, draft)
    if _may_continue(draft.text):
        _await_more(tx, actor, case)
    _announce(tx, actor, case, draft, promised)
    return case


def continued(tx: CasesTx, actor: Actor, case_id: int, draft: Draft) -> Case:
    """Add the next part of a text that the writer's client split."""
    me = tx.people.enter(actor)
    case = tx.cases.get_for(me, case_id)
    _write(tx, me, case, EntryKind.CONTINUED, draft)
    if _may_continue(draft.text):
        _await_more(tx, actor, case)
    else:
        tx.dialogues.close(actor)
    tx.cards.refresh(CardKind.CASE, case.id)
    return case


def _opened(tx: CasesTx, me: Standing, draft: Draft) -> tuple[Case, Promise]:
    assert me.compound_id is not None  # checked by report()
    assert me.place_id is not None
    duty = tx.places.duty(me.compound_id)
    promised = promise(tx.calendar, tx.now, duty.zone)
    case = Case(
        id=tx.new_id(),
        number=tx.cases.next_number(me.compound_id),
        compound_id=me.compound_id,
        place_id=me.place_id,
        body_id=duty.body_id,
        reporter_id=me.person_id,
        assignee_id=duty.person_id,
        handler_id=None,
        origin_chat_id=me.chat_id,
        state=State.FILED,
        filed_at=tx.now,
        due_at=promised.due_at,
        provisional=promised.provisional,
    )
    plan(tx, case, promised, duty.zone)
    return case, promised


def _keep(tx: CasesTx, me: Standing, case: Case, draft: Draft) -> None:
    tx.cases.add(case)
    _write(tx, me, case, EntryKind.REPORT, draft)
    if draft.album is not None:
        tx.cases.keep_album(me, draft.album, case.id)
    tx.audit.note(case.compound_id, me.person_id, "case.report", "case", case.id)


def _write(tx: CasesTx, me: Standing, case: Case, kind: EntryKind, draft: Draft) -> None:
    tx.cases.write(Entry(tx.new_id(), case.id, me.person_id, kind, None, draft.text, tx.now))
    if draft.media:
        tx.cases.attach(case.id, me.person_id, draft.media)


def _attach(tx: CasesTx, me: Standing, case: Case, draft: Draft) -> Case:
    if draft.text.strip():
        _write(tx, me, case, EntryKind.CONTINUED, draft)
    else:
        tx.cases.attach(case.id, me.person_id, draft.media)
    tx.cards.refresh(CardKind.CASE, case.id)
    return case


def _announce(tx: CasesTx, actor: Actor, case: Case, draft: Draft, promised: Promise) -> None:
    wait = tx.now + ALBUM_WAIT if draft.album is not None else None
    tx.cards.open(CardKind.CASE, case.id, ToWorkers(case.compound_id), not_before=wait)
    who = person(case.assignee_id) if case.assignee_id is not None else None
    tx.outbox.tell(
        ToPerson(case.reporter_id, near=None if actor.private else actor.chat_id),
        "case-filed",
        {"number": case.number, "who": who, "due": promised.due_at, "body": case.body_id},
        about=case.id,
        not_before=wait,
    )


def plan(tx: CasesTx, case: Case, promised: Promise, zone: str) -> None:
    """Plan the warning and the overdue reminder of this round, once each."""
    for kind, at in (("case.soon", promised.warn_at), ("case.over", promised.due_at)):
        tx.due.plan(kind, case.id, at, f"{kind}:{case.id}:{case.round}", zone)


def _may_continue(text: str) -> bool:
    return len(text.encode("utf-16-le")) // 2 >= SPLIT_AT


def _await_more(tx: CasesTx, actor: Actor, case: Case) -> None:
    tx.dialogues.open(actor, CONTINUING, {"case": case.id}, tx.now + SPLIT_WAIT)
