"""Calls in words and in private: "+1" below a card, one call opened from a list or a link."""

from domain.calls.ports import CallsTx
from domain.calls.rules import AlreadyIn, Call, CallState, Seat
from domain.calls.service import Taken, join, leave
from domain.kernel.answers import home
from domain.kernel.errors import NotFound
from domain.kernel.people import Actor
from domain.kernel.words import Act


def show(tx: CallsTx, actor: Actor, call_id: int) -> Call:
    """One call as it stands, to the asker alone."""
    me = tx.people.enter(actor)
    call = tx.calls.get_for(me, call_id)
    if call.state in (CallState.DRAFT, CallState.DROPPED):
        raise NotFound
    tx.outbox.tell(home(me), "call-show", {}, about=call_id)
    return call


def say_in(tx: CallsTx, actor: Actor, call_id: int, message_id: int, emoji: str) -> Taken | None:
    """ "+1": the same as the tap; the group sees a reaction, whoever waits hears it alone."""
    try:
        taken = join(tx, actor, call_id)
    except AlreadyIn:
        _nod(tx, actor, message_id, emoji)
        return None
    _nod(tx, actor, message_id, emoji)
    if actor.private or taken.seat is Seat.WAITING:
        me = tx.people.enter(actor)
        params = {"ahead": taken.ahead, "waits": taken.seat is Seat.WAITING}
        tx.outbox.tell(home(me), "call-taken", params, about=call_id)
    return taken


def say_out(tx: CallsTx, actor: Actor, call_id: int, message_id: int, emoji: str) -> Taken:
    """ "I cannot come": the same as the tap."""
    taken = leave(tx, actor, call_id)
    _nod(tx, actor, message_id, emoji)
    return taken


def say_what(tx: CallsTx, actor: Actor, call_id: int) -> None:
    """Words below a card that are neither: say how to sign up and leave."""
    me = tx.people.enter(actor)
    tx.calls.get_for(me, call_id)
    tx.outbox.tell(home(me), "call-say-what", {}, about=call_id)


def _nod(tx: CallsTx, actor: Actor, message_id: int, emoji: str) -> None:
    tx.outbox.act(
        Act.REACT,
        actor.chat_id,
        message_id,
        params={"emoji": emoji},
        dedupe=f"call-nod:{actor.chat_id}:{message_id}",
    )
