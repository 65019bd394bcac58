"""Plain words that may belong to a case already there: "still leaking", or a worker's "on my way"."""

from domain.cases import held, intake, notes, talk
from domain.cases.held import HeldTx
from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Draft, EntryKind
from domain.cases.streams import UNKNOWN
from domain.cases.table import Action
from domain.kernel.people import Actor, Standing

ASIDE = 60
"""Characters of a worker's words in private that may be about the case in hand; longer ones tell a story."""


def hear(tx: HeldTx, actor: Actor, draft: Draft, *, follows: bool) -> Case:
    """File words as a report, unless they go with a case: `follows` says that they ask after one.

    A reporter's join the case still open; where there are several they wait until one is chosen. A worker's
    that name no subject are asked about beside the case in hand, with a way to file them after all.
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
    return intake.report(tx, actor, draft)


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
