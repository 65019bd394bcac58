"""Plain words that may belong to a case already there: "still leaking", or a worker's "on my way"."""

from domain.cases import held, intake, notes, talk
from domain.cases.held import HeldTx
from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Draft, EntryKind
from domain.cases.streams import UNKNOWN
from domain.cases.table import Action
from domain.kernel.errors import DomainError
from domain.kernel.people import Actor, Standing
from domain.kernel.words import ToChat

ASIDE = 60
"""Characters of a worker's words in private that may be about the case in hand; longer ones tell a story."""


class FiledAlready(DomainError):
    """That message was filed by an earlier tap."""

    key = "error-filed-already"


def hear(tx: HeldTx, actor: Actor, draft: Draft, *, follows: bool, vague: bool = False) -> Case | None:
    """File words as a report, unless they go with a case: `follows` says that they ask after one.

    A reporter's join the case still open; where there are several they wait until one is chosen. A worker's
    that name no subject are asked about beside the case in hand, with a way to file them after all. `vague`
    ones, said in private, are asked about and not kept: the question answers the message itself, and its
    button files what stands there. None for those.
    """
    me = tx.people.enter(actor)
    if draft.media or draft.album is not None:
        return intake.report(tx, actor, draft)
    own = tx.cases.newest_open_for(me) if follows else None
    if own is not None and len(among := tx.cases.open_of(me)) > 1:
        held.which(tx, actor, me, draft, among)
        return own
    if own is not None:
        return talk.complete(tx, actor, own.id, Action.ADD, draft)
    if asked := _answered(tx, me, actor, draft):
        return talk.complete(tx, actor, asked.id, Action.ADD, draft)
    unclear = actor.private and draft.proposal.reason == UNKNOWN.reason and len(draft.text) <= ASIDE
    in_hand = tx.cases.held_by(me) if unclear and draft.text.strip() else None
    if in_hand is not None:
        return notes.write(tx, actor, me, in_hand, draft.text, draft.message_id, guessed=True)
    if vague and actor.private and me.compound_id is not None:
        tx.outbox.tell(ToChat(actor.chat_id, reply_to=draft.message_id), "report-more", {})
        return None
    return intake.report(tx, actor, draft)


def as_it_is(tx: CasesTx, actor: Actor, draft: Draft) -> Case:
    """File a message that was too short to be understood, as it stands; raises FiledAlready."""
    me, once = tx.people.enter(actor), f"vague:{draft.message_id}"
    known = tx.cases.of_album(me, once)
    if known is not None:
        raise FiledAlready(number=known.number)
    case = intake.report(tx, actor, draft)
    tx.cases.keep_album(me, once, case.id)
    return case


def _answered(tx: CasesTx, me: Standing, actor: Actor, draft: Draft) -> Case | None:
    """The case whose handler has asked something, where short words in private name no other matter."""
    unclear = draft.proposal.reason == UNKNOWN.reason and len(draft.text) <= ASIDE
    return tx.cases.asked_of(me) if actor.private and unclear and draft.text.strip() else None


def another(tx: CasesTx, actor: Actor, case_id: int, entry_id: int) -> Case:
    """The words were no note on that case: they stay inside there, and become a report of their own."""
    case, note = notes.undecided(tx, actor, case_id, entry_id)
    notes.keep(tx, actor, case.id, note.id)
    assert note.kind is EntryKind.DRAFT  # undecided
    return intake.report(tx, actor, Draft(note.text, 0, tx.now))
