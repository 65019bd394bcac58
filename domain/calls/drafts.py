"""A call said in private: looked at first, mended by taps, then posted to one group."""

from collections.abc import Sequence
from dataclasses import replace

from domain.calls.ports import CallsTx, Group
from domain.calls.rules import BadTime, Call, CallClosed, CallState, NoGroup, Wish
from domain.calls.service import begin, made, may_call
from domain.kernel.errors import NotAllowed, NotFound
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import RIGHTS, Right
from domain.kernel.words import CardKind, ToPerson


def draft(tx: CallsTx, actor: Actor, wish: Wish) -> Call:
    """Keep what was said and show it to its writer, with the groups that it may be sent to."""
    me = tx.people.enter(actor)
    groups = groups_of(tx, me)
    home = next((one for one in groups if one.compound_id == me.compound_id), groups[0])
    call = made(tx, replace(me, compound_id=home.compound_id, place_id=home.place_id), wish, CallState.DRAFT)
    tx.calls.add(call)
    tx.cards.open(CardKind.DRAFT, call.id, ToPerson(me.person_id))
    tx.dialogues.close(actor)
    return call


def publish(tx: CallsTx, actor: Actor, call_id: int, chat_id: int) -> Call:
    """Post the draft to that group; raises CallClosed once it is out, or thrown away."""
    me = tx.people.enter(actor)
    call = own_draft(tx, me, call_id)
    group = next((one for one in groups_of(tx, me) if one.chat_id == chat_id), None)
    if group is None or group.compound_id != call.compound_id:
        raise NotFound
    if call.starts_at is not None and call.starts_at <= tx.now:
        raise BadTime(why="past")
    opened = replace(
        call, state=CallState.OPEN, opened_at=tx.now, place_id=group.place_id, chat_id=group.chat_id
    )
    tx.calls.save(opened)
    begin(tx, me, opened)
    tx.cards.refresh(CardKind.DRAFT, call_id)
    tx.dialogues.close(actor)
    return opened


def drop(tx: CallsTx, actor: Actor, call_id: int) -> None:
    """Throw the draft away."""
    me = tx.people.enter(actor)
    tx.calls.save(replace(own_draft(tx, me, call_id), state=CallState.DROPPED))
    tx.cards.refresh(CardKind.DRAFT, call_id)
    tx.dialogues.close(actor)


def own_draft(tx: CallsTx, me: Standing, call_id: int) -> Call:
    """The writer's draft, locked; raises NotFound for anybody else."""
    call = tx.calls.get_for(me, call_id)
    if call.creator_id != me.person_id:
        raise NotFound
    if call.state is not CallState.DRAFT:
        raise CallClosed(title=call.title)
    return call


def groups_of(tx: CallsTx, me: Standing) -> Sequence[Group]:
    """The groups that `me` may call in; raises NotAllowed, or NoGroup where the right has no group."""
    held = [grant for grant in me.grants if grant.role in RIGHTS[Right.CALL]]
    if not held:
        raise NotAllowed
    compounds = tuple(sorted({grant.compound_id for grant in held}))
    found = [group for group in tx.calls.groups(compounds) if may_call(tx, me, group.place_id)]
    if not found:
        raise NoGroup
    return found
