"""A message that was changed on the platform changes the report, while somebody works on it."""

from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Draft
from domain.cases.table import OPEN
from domain.kernel.answers import home
from domain.kernel.errors import NotFound
from domain.kernel.people import Actor
from domain.kernel.words import CardKind


def follow(tx: CasesTx, actor: Actor, draft: Draft) -> Case | None:
    """Let the report say what its message says now; workers see what it said before.

    None where the message was none of a report's, or says the same. Once nobody works on the case any more
    the words stay as they are, and their writer is told how to go on.
    """
    me = tx.people.enter(actor)
    found = tx.cases.said_in(actor.chat_id, draft.message_id)
    if found is None or not draft.text.strip():
        return None
    entry_id, case_id = found
    try:
        case = tx.cases.get_for(me, case_id)
    except NotFound:
        return None
    entry = tx.cases.entry(case, entry_id)
    if entry.author_id != me.person_id or entry.text == draft.text:
        return None
    if case.state not in OPEN:
        tx.outbox.tell(home(me), "case-edit-late", {"number": case.number}, about=case.id)
        return None
    if not tx.cases.reword(entry, draft.text):
        return None
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.outbox.show_anew(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, "words.change", "words", entry.id)
    return case
