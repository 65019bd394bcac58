"""A draft mended by taps, thrown away, or posted in a group: from then on it takes votes."""

from dataclasses import replace

from domain.kernel.errors import NotFound
from domain.kernel.people import Actor
from domain.kernel.words import CardKind, ToChat
from domain.polls.drafting import may_post, own_draft, show
from domain.polls.ports import PollsTx
from domain.polls.refusals import NotEnoughOptions, PastDeadline
from domain.polls.rules import FEWEST_OPTIONS, Poll, PollState, Unit
from domain.polls.timing import plan

_OTHER = {Unit.PERSON: Unit.HOUSEHOLD, Unit.HOUSEHOLD: Unit.PERSON}


def set_unit(tx: PollsTx, actor: Actor, poll_id: int) -> Poll:
    """One vote a household instead of one a person, and back."""
    me = tx.people.enter(actor)
    poll = own_draft(tx, me, poll_id)
    return _changed(tx, actor, replace(poll, unit=_OTHER[poll.unit]))


def set_most(tx: PollsTx, actor: Actor, poll_id: int) -> Poll:
    """Several options a voter instead of one, and back."""
    me = tx.people.enter(actor)
    poll = own_draft(tx, me, poll_id)
    return _changed(tx, actor, replace(poll, most=1 if poll.most > 1 else max(2, len(poll.options))))


def drop(tx: PollsTx, actor: Actor, poll_id: int) -> None:
    """Throw a draft away."""
    me = tx.people.enter(actor)
    poll = replace(own_draft(tx, me, poll_id), state=PollState.DROPPED)
    tx.polls.save(poll)
    tx.dialogues.close(actor)
    tx.cards.refresh(CardKind.POLL, poll.id)


def post(tx: PollsTx, actor: Actor, poll_id: int, chat: int | None) -> Poll:
    """Post the draft: into the group chosen before, or that of the platform's id `chat`."""
    me = tx.people.enter(actor)
    poll = own_draft(tx, me, poll_id)
    wanted = chat if chat is not None else poll.chat_id
    group = next((one for one in may_post(tx, me) if one.chat_id == wanted), None)
    if group is None:
        raise NotFound
    if len(poll.options) < FEWEST_OPTIONS:
        raise NotEnoughOptions
    if poll.closes_at <= tx.now:
        raise PastDeadline
    opened = replace(
        poll,
        state=PollState.OPEN,
        opened_at=tx.now,
        compound_id=group.compound_id,
        place_id=group.place_id,
        chat_id=group.chat_id,
        thread_id=poll.thread_id if group.chat_id == poll.chat_id else None,
        expected=tx.polls.households(group.place_id) or None if poll.unit is Unit.HOUSEHOLD else None,
        trouble="",
    )
    tx.polls.save(opened)
    plan(tx, opened, tx.places.zone(opened.place_id))
    tx.cards.open(CardKind.POLL, opened.id, ToChat(group.chat_id, opened.thread_id))
    tx.dialogues.close(actor)
    show(tx, actor, opened)
    tx.audit.note(opened.compound_id, me.person_id, "poll.open", "poll", opened.id)
    return opened


def _changed(tx: PollsTx, actor: Actor, poll: Poll) -> Poll:
    tx.polls.save(poll)
    show(tx, actor, poll)
    return poll
