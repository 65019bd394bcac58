"""A report by voice: a worker writes down what they hear, and whoever spoke says whether it is meant so."""

from domain.cases.intake import propose
from domain.cases.ports import CasesTx
from domain.cases.reaching import reporter_of
from domain.cases.rules import Case, Draft, EmptyWords, Entry, EntryKind
from domain.cases.service import WORDS_WAIT, WORDS_WANTED, ById
from domain.cases.table import Action
from domain.cases.talk import WordsOnly, ask
from domain.kernel.answers import home, listening, prompted
from domain.kernel.errors import DomainError, NotAllowed, NotFound
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.words import CardKind, Params, entry, person, reporter

HEARD = "heard"
"""What the dialogue's "action" says where the awaited words are those of a voice message."""


class HeardAlready(DomainError):
    """Whoever spoke has answered already."""

    key = "error-heard-already"


def begin(tx: CasesTx, actor: Actor, case_id: int) -> Case:
    """Wait for the line that a worker writes."""
    me = tx.people.enter(actor)
    case = _at_work(tx, me, case_id)
    there = listening(me, actor)
    waited_for: dict[str, int | str] = {"case": case.id, "number": case.number, "action": HEARD}
    tx.dialogues.open(there, WORDS_WANTED, waited_for, tx.now + WORDS_WAIT)
    params: Params = {
        "number": case.number,
        "action": HEARD,
        "who": person(me.person_id),
        "user": actor.user_id,
        "private": actor.private,
    }
    tx.outbox.tell(prompted(me, actor), "case-words-wanted", params, about=case.id)
    return case


def write(tx: CasesTx, actor: Actor, case_id: int, draft: Draft) -> Case:
    """Keep the line and ask whoever spoke; it is no part of the report yet."""
    me = tx.people.enter(actor)
    case = _at_work(tx, me, case_id)
    if draft.media:
        raise WordsOnly
    if not draft.text.strip():
        raise EmptyWords
    line = Entry(tx.new_id(), case.id, me.person_id, EntryKind.HEARD, None, draft.text, tx.now)
    tx.cases.write(line)
    tx.dialogues.close(actor)
    tx.cards.refresh(CardKind.CASE, case.id)
    asked: Params = {
        "number": case.number,
        "who": person(me.person_id),
        "entry": line.id,
        "words": entry(line.id),
    }
    tx.outbox.tell(reporter_of(case), "case-heard", asked, about=case.id)
    noted: Params = {"number": case.number, "reporter": reporter(case.id)}
    tx.outbox.tell(home(me), "case-heard-asked", noted, about=case.id)
    propose(tx, case, draft)
    tx.audit.note(case.compound_id, me.person_id, "heard.write", "heard", line.id)
    return case


def confirm(tx: CasesTx, actor: Actor, case_id: int, entry_id: int) -> Case:
    """It is meant so: the line becomes words of the report."""
    case = _answer(tx, actor, case_id, entry_id, EntryKind.SPOKEN)
    tx.cards.refresh(CardKind.CASE, case.id)
    return case


def deny(tx: CasesTx, actor: Actor, case_id: int, entry_id: int) -> Case:
    """It is not: whoever spoke is asked for their own words."""
    case = _answer(tx, actor, case_id, entry_id, EntryKind.MISHEARD)
    tx.cards.refresh(CardKind.CASE, case.id)
    return ask(tx, actor, ById(case.id), Action.ADD)


def _at_work(tx: CasesTx, me: Standing, case_id: int) -> Case:
    case = tx.cases.get_for(me, case_id)
    if not me.has(Role.WORKER, case.compound_id):
        raise NotAllowed
    return case


def _answer(tx: CasesTx, actor: Actor, case_id: int, entry_id: int, into: EntryKind) -> Case:
    me = tx.people.enter(actor)
    case = tx.cases.get_for(me, case_id)
    line = tx.cases.entry(case, entry_id)
    if me.person_id != case.reporter_id:
        raise NotFound
    if line.kind is not EntryKind.HEARD or not tx.cases.turn(line, into):
        raise HeardAlready(number=case.number)
    tx.audit.note(case.compound_id, me.person_id, f"heard.{into}", "heard", line.id)
    return case
