"""Whoever reported strikes out what they wrote or sent, at any time, also long after the case is closed."""

from collections.abc import Set

from domain.cases.own import reported
from domain.cases.ports import CasesTx
from domain.cases.rules import Case, EntryKind
from domain.cases.service import ById, Which
from domain.kernel.answers import home
from domain.kernel.errors import DomainError, NotFound
from domain.kernel.people import Actor
from domain.kernel.words import CardKind
from domain.places.me import ERASE_FILES

THEIRS: Set[EntryKind] = frozenset(
    {
        EntryKind.REPORT,
        EntryKind.CONTINUED,
        EntryKind.SPOKEN,
        EntryKind.HEARD,
        EntryKind.MISHEARD,
        EntryKind.STEP,
    }
)
"""What may be words of whoever reported; a voice that a worker wrote down is theirs whoever typed it."""

VOICE: Set[EntryKind] = frozenset({EntryKind.SPOKEN, EntryKind.HEARD, EntryKind.MISHEARD})


class StruckAlready(DomainError):
    """These words, or that file, are gone."""

    key = "error-struck-already"


def show(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """List what the actor has written and sent, a button each."""
    me, case = reported(tx, actor, which)
    tx.outbox.tell(home(me), "case-strike", {"number": case.number}, about=case.id)
    return case


def ask(tx: CasesTx, actor: Actor, case_id: int, subject: int, *, file: bool) -> Case:
    """Say that it cannot be brought back, and ask once more; `subject` is an entry's or a file's id."""
    me, case = reported(tx, actor, ById(case_id))
    told = {"number": case.number, "subject": subject, "file": int(file)}
    tx.outbox.tell(home(me), "case-strike-sure", told, about=case.id)
    return case


def strike(tx: CasesTx, actor: Actor, case_id: int, entry_id: int) -> Case:
    """Strike out one entry's words, and what they said before they were changed."""
    me, case = reported(tx, actor, ById(case_id))
    entry = tx.cases.entry(case, entry_id)
    if entry.kind not in THEIRS or (entry.author_id != me.person_id and entry.kind not in VOICE):
        raise NotFound
    if not tx.cases.strike(entry, tx.now):
        raise StruckAlready(number=case.number)
    _show_anew(tx, case)
    tx.audit.note(case.compound_id, me.person_id, "words.strike", "words", entry.id)
    return case


def strike_file(tx: CasesTx, actor: Actor, case_id: int, media_id: int) -> Case:
    """The same of a picture, a voice or a file: what workers were sent of it is taken down too."""
    me, case = reported(tx, actor, ById(case_id))
    there, stored = tx.cases.strike_media(case.id, media_id)
    if not there:
        raise StruckAlready(number=case.number)
    if stored is not None:
        tx.jobs.ask(ERASE_FILES, case.compound_id, me.person_id, {"files": stored})
    tx.outbox.take_back(CardKind.CASE, case.id)
    _show_anew(tx, case)
    tx.audit.note(case.compound_id, me.person_id, "media.strike", "media", media_id)
    return case


def _show_anew(tx: CasesTx, case: Case) -> None:
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.outbox.show_anew(CardKind.CASE, case.id)
