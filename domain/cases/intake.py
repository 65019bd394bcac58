"""Reporting: one message, an album or a text in parts becomes exactly one case."""

from dataclasses import replace
from datetime import timedelta

from domain.cases import recusal, routing, timekeeping
from domain.cases.events import FILED, OWN
from domain.cases.locating import Where, where
from domain.cases.ports import CasesTx
from domain.cases.promise import Promise
from domain.cases.routing import Route
from domain.cases.rules import AFTER, Case, Draft, EmptyReport, Entry, EntryKind, Grade
from domain.cases.steps import note
from domain.cases.streams import Stream
from domain.cases.table import Part, State
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.words import Act, CardKind, ToPerson, ToWorkers, person
from domain.matters.rules import Matter

ALBUM_WAIT = timedelta(seconds=1.5)
"""How long card and receipt of an album wait for its later parts."""

SPLIT_AT = 4000
"""UTF-16 units from which a message may be one that a client split; Telegram cuts at 4,096 at the most."""

SPLIT_WAIT = timedelta(seconds=10)
"""How long the next part of a split text is waited for."""

HEARD_YOU = "👌"
"""The reaction to a report in a group: the only thing that others see of its receipt."""

CONTINUING = "case.continuing"
"""The dialogue in which the next words belong to the same report."""


def report(tx: CasesTx, actor: Actor, draft: Draft, at: Where | None = None) -> Case:
    """File what was said as a case, or attach a later part of an album to the case it belongs to.

    `at` says where it is about, whatever the words say.
    """
    me = tx.people.enter(actor)
    if draft.album is not None:
        known = tx.cases.of_album(me, draft.album)
        if known is not None:
            return _attach(tx, actor, me, known, draft)
    if not draft.text.strip() and not draft.media:
        raise EmptyReport
    return take_in(tx, actor, me, draft, at or where(tx, me, draft))


def take_in(
    tx: CasesTx, actor: Actor, me: Standing, draft: Draft, at: Where, behalf_id: int | None = None
) -> Case:
    """Make it a case of `me`, and tell people; `behalf_id`: who writes it down, if somebody else does."""
    about = recusal.named(tx, me, at.compound_id, draft.text)
    # The counter's lock comes first: whoever is offered the next case sees who was offered this one.
    number = tx.cases.next_number(at.compound_id)
    duty = routing.route(tx, me, at.compound_id, draft, about)
    case, promised = file(tx, me, draft, number, duty, at, behalf_id)
    _seen(tx, actor, case, draft)
    if _may_continue(draft.text):
        _await_more(tx, actor, case)
    case = recusal.hold(tx, case, about)
    _announce(tx, actor, case, draft, promised)
    recusal.ask(tx, case, about)
    return case


def continued(tx: CasesTx, actor: Actor, case_id: int, draft: Draft) -> Case:
    """Add the next part of a text that the writer's client split."""
    me = tx.people.enter(actor)
    case = tx.cases.get_for(me, case_id)
    _write(tx, me, case, EntryKind.CONTINUED, draft)
    _seen(tx, actor, case, draft)
    if _may_continue(draft.text):
        _await_more(tx, actor, case)
    else:
        tx.dialogues.close(actor)
    tx.cards.refresh(CardKind.CASE, case.id)
    return recusal.heed(tx, case, recusal.named(tx, me, case.compound_id, draft.text))


def file(
    tx: CasesTx,
    me: Standing,
    draft: Draft,
    number: int,
    duty: Route,
    at: Where | None = None,
    behalf_id: int | None = None,
) -> tuple[Case, Promise]:
    """Keep a new case of that route, with its words and clocks; nobody has been told of it yet."""
    at = at or where(tx, me, draft)
    matter = duty.matter
    grade = Grade(matter.grade) if matter is not None else Grade.ORDINARY
    minutes = matter.minutes if matter is not None else None
    promised = timekeeping.promised(tx, at.compound_id, grade, minutes)
    case = Case(
        id=tx.new_id(),
        number=number,
        compound_id=at.compound_id,
        place_id=at.place_id,
        body_id=duty.body_id,
        reporter_id=me.person_id,
        assignee_id=duty.person_id,
        handler_id=None,
        origin_chat_id=me.chat_id,
        state=State.FILED,
        filed_at=tx.now,
        due_at=promised.due_at,
        provisional=promised.provisional,
        stream=draft.proposal.stream,
        stream_reason=draft.proposal.reason,
        stream_sure=draft.proposal.sure,
        privacy=draft.privacy,
        source=draft.source,
        spot=at.spot,
        placed=at.placed,
        behalf_id=behalf_id,
    )
    case = _listed(case, matter)
    _keep(tx, me, case, draft)
    timekeeping.plan(tx, case, promised)
    return case, promised


def _listed(case: Case, matter: Matter | None) -> Case:
    """The case as its line of the list of matters says; a worker may settle it otherwise."""
    if matter is None:
        return case
    stream, grade = Stream(matter.stream), Grade(matter.grade)
    return replace(case, matter_id=matter.id, grade=grade, stream=stream, stream_sure=True)


def _keep(tx: CasesTx, me: Standing, case: Case, draft: Draft) -> None:
    tx.cases.add(case)
    own = case.behalf_id is None and me.has(Role.WORKER, case.compound_id)
    note(tx, case, FILED, None, Part.REPORTER, me.person_id, OWN if own else None)
    _write(tx, me, case, EntryKind.REPORT, draft)
    if draft.album is not None:
        tx.cases.keep_album(me, draft.album, case.id)
    tx.audit.note(case.compound_id, me.person_id, "case.report", "case", case.id)


def _write(tx: CasesTx, me: Standing, case: Case, kind: EntryKind, draft: Draft) -> None:
    said_in = (me.chat_id, draft.message_id) if draft.message_id else None
    tx.cases.write(Entry(tx.new_id(), case.id, me.person_id, kind, None, draft.text, tx.now, said_in))
    if draft.media:
        tx.cases.attach(case.id, me.person_id, draft.media)


def _seen(tx: CasesTx, actor: Actor, case: Case, draft: Draft) -> None:
    """Remember what the group has seen, so that it can be taken down; the platform's ids alone."""
    if not actor.private:
        tx.cases.keep_message(case.id, actor.chat_id, draft.message_id)


def _attach(tx: CasesTx, actor: Actor, me: Standing, case: Case, draft: Draft) -> Case:
    _seen(tx, actor, case, draft)
    if draft.text.strip():
        _write(tx, me, case, EntryKind.CONTINUED, draft)
        case = propose(tx, case, draft)
        case = recusal.heed(tx, case, recusal.named(tx, me, case.compound_id, draft.text))
    else:
        proves = AFTER if case.state is State.FINISHED and me.person_id == case.handler_id else "report"
        tx.cases.attach(case.id, me.person_id, draft.media, proves=proves)
    tx.cards.refresh(CardKind.CASE, case.id)
    return case


def propose(tx: CasesTx, case: Case, draft: Draft) -> Case:
    """Take over what later words point to: those below an album's second part, or heard in a voice."""
    said = draft.proposal
    if not case.stream_settled and not case.stream_sure:
        case = replace(case, stream=said.stream, stream_reason=said.reason, stream_sure=said.sure)
        tx.cases.save(case)
    return case


def _announce(tx: CasesTx, actor: Actor, case: Case, draft: Draft, promised: Promise) -> None:
    wait = tx.now + ALBUM_WAIT if draft.album is not None else None
    tx.cards.open(CardKind.CASE, case.id, ToWorkers(case.compound_id), not_before=wait)
    if not actor.private:
        _nod(tx, actor, draft)
    near = None if actor.private else actor.chat_id
    behalf = case.behalf_id
    tx.outbox.tell(
        ToPerson(case.reporter_id if behalf is None else behalf, near=near),
        "case-filed" if behalf is None else "case-slip",
        {
            "number": case.number,
            "who": person(case.assignee_id) if case.assignee_id is not None else None,
            "due": promised.due_at,
            "body": case.body_id,
            "look": promised.looked_at,
            "seen": int(not actor.private),
        },
        about=case.id,
        not_before=wait,
    )


def _nod(tx: CasesTx, actor: Actor, draft: Draft) -> None:
    """A receipt that is no message."""
    where = f"{actor.chat_id}:{draft.message_id}"
    tx.outbox.act(
        Act.REACT, actor.chat_id, draft.message_id, params={"emoji": HEARD_YOU}, dedupe=f"nod:{where}"
    )


def _may_continue(text: str) -> bool:
    return len(text.encode("utf-16-le")) // 2 >= SPLIT_AT


def _await_more(tx: CasesTx, actor: Actor, case: Case) -> None:
    tx.dialogues.open(actor, CONTINUING, {"case": case.id}, tx.now + SPLIT_WAIT)
