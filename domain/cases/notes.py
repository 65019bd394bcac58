"""Her words below a case wait: for whoever reported, or for workers alone; unanswered they stay inside."""

from datetime import timedelta

from domain.cases.ports import CasesTx
from domain.cases.rules import Case, EmptyWords, Entry, EntryKind
from domain.cases.service import said_so
from domain.cases.steps import enact, moved
from domain.cases.table import Action
from domain.kernel.answers import home
from domain.kernel.due import Due
from domain.kernel.errors import DomainError, NotFound
from domain.kernel.hours import awake
from domain.kernel.people import Actor, Standing
from domain.kernel.words import (
    CardKind,
    Destination,
    Params,
    Priority,
    ToChat,
    ToPerson,
    entry,
    person,
    reporter,
)

CHOICE = timedelta(minutes=30)
"""How long a worker's words wait for [send] or [keep]."""

WAITS = "case.note"
"""The kind of the due row that ends the waiting."""


class NoteDecided(DomainError):
    """These words have been sent, or kept inside, already."""

    key = "error-note-decided"


class NoteOfAnother(DomainError):
    """Only who wrote the words says who reads them."""

    key = "error-note-author"


def write(
    tx: CasesTx,
    actor: Actor,
    me: Standing,
    case: Case,
    words: str,
    message_id: int,
    *,
    guessed: bool = False,
) -> Case:
    """Keep a worker's words and ask whom they are for; nobody else hears of them before.

    `guessed`: nobody said that they are about this case.
    """
    if not words.strip():
        raise EmptyWords
    note = Entry(tx.new_id(), case.id, me.person_id, EntryKind.DRAFT, None, words, tx.now)
    tx.cases.write(note)
    tx.due.plan(WAITS, note.id, tx.now + CHOICE, f"{WAITS}:{note.id}", tx.places.zone(case.compound_id))
    params: Params = {
        "number": case.number,
        "entry": note.id,
        "words": entry(note.id),
        "reporter": reporter(case.id),
        "guessed": int(guessed),
    }
    tx.outbox.tell(_beside(tx, actor, me, case, message_id), "case-note", params, about=case.id)
    tx.cards.refresh(CardKind.CASE, case.id)
    return case


def send(tx: CasesTx, actor: Actor, case_id: int, entry_id: int) -> Case:
    """Pass the words on to whoever reported, as a reply; only now they are one."""
    me, case, note = _mine(tx, actor, case_id, entry_id)
    moved(tx, me, case, Action.REPLY)
    _turn(tx, case, note, EntryKind.STEP, Action.REPLY)
    replied = enact(tx, me, case, Action.REPLY)
    return said_so(tx, me, replied, Action.REPLY, note)


def keep(tx: CasesTx, actor: Actor, case_id: int, entry_id: int) -> Case:
    """Leave the words to workers alone, for good."""
    me, case, note = _mine(tx, actor, case_id, entry_id)
    _turn(tx, case, note, EntryKind.NOTE)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, "note.keep", "note", note.id)
    return case


def undecided(tx: CasesTx, actor: Actor, case_id: int, entry_id: int) -> tuple[Case, Entry]:
    """The actor's words on that case, while they wait; raises NoteDecided once they do not."""
    _, case, note = _mine(tx, actor, case_id, entry_id)
    if note.kind is not EntryKind.DRAFT:
        raise NoteDecided(number=case.number, sent=int(note.kind is EntryKind.STEP))
    return case, note


def lapse(tx: CasesTx, row: Due, digest: str | None) -> None:
    """Nobody chose: the words stay inside, and their writer is told once, not at night."""
    try:
        case, note = tx.cases.opened_entry(row.subject_id)
    except NotFound:
        return
    if note.kind is not EntryKind.DRAFT or not tx.cases.turn(note, EntryKind.NOTE):
        return
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.outbox.tell(
        ToPerson(note.author_id),
        "case-note-kept",
        {"number": case.number},
        about=case.id,
        priority=Priority.DUTY,
        not_before=awake(tx.now, tx.places.zone(case.compound_id)),
        dedupe=f"{WAITS}:{note.id}" if digest is None else f"{WAITS}:{note.author_id}:{digest}",
    )


def _mine(tx: CasesTx, actor: Actor, case_id: int, entry_id: int) -> tuple[Standing, Case, Entry]:
    me = tx.people.enter(actor)
    case = tx.cases.get_for(me, case_id)
    note = tx.cases.entry(case, entry_id)
    if note.kind not in (EntryKind.DRAFT, EntryKind.NOTE, EntryKind.STEP):
        raise NotFound
    if note.author_id != me.person_id:
        raise NotFound if me.person_id == case.reporter_id else NoteOfAnother(who=person(note.author_id))
    return me, case, note


def _turn(tx: CasesTx, case: Case, note: Entry, into: EntryKind, action: Action | None = None) -> None:
    if note.kind is not EntryKind.DRAFT or not tx.cases.turn(note, into, action):
        raise NoteDecided(number=case.number, sent=int(note.kind is EntryKind.STEP))
    tx.due.cancel(WAITS, note.id)


def _beside(tx: CasesTx, actor: Actor, me: Standing, case: Case, message_id: int) -> Destination:
    """Where the question stands: below the words among workers, anywhere else for their writer alone."""
    if not actor.private and tx.cases.among_workers(case, actor.chat_id):
        return ToChat(actor.chat_id, actor.thread_id, message_id)
    return home(me)
