"""Calls: opened by a captain or worker, one tap in, one tap out, the waiting list moves up by itself."""

from dataclasses import dataclass, replace

from domain.calls.ports import CallsTx
from domain.calls.rules import AlreadyIn, Call, CallState, NotIn, Seat, Signup
from domain.kernel.errors import NotAllowed
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.words import CardKind, ToChat, ToPerson

MAY_OPEN = (Role.CAPTAIN, Role.WORKER, Role.STEWARD)
"""Who may open and close a call. Source: MISSION, The people."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a tap on a call did."""

    call: Call
    seat: Seat
    ahead: int


def open_call(tx: CallsTx, actor: Actor, title: str, capacity: int) -> Call:
    """Open a call in the actor's compound; its card is posted where the sentence was said."""
    me = tx.people.enter(actor)
    if me.compound_id is None or not _may_open(me, me.compound_id):
        raise NotAllowed
    call = Call(tx.new_id(), me.compound_id, me.person_id, title, capacity, CallState.OPEN, tx.now)
    tx.calls.add(call)
    tx.cards.open(CardKind.CALL, call.id, ToChat(actor.chat_id, actor.thread_id))
    tx.audit.note(call.compound_id, me.person_id, "call.open", "call", call.id)
    return call


def join(tx: CallsTx, actor: Actor, call_id: int) -> Taken:
    """Take a place, or a turn on the waiting list; a second tap changes nothing."""
    me = tx.people.enter(actor)
    call = tx.calls.get_for(me, call_id)
    known = tx.calls.signup(call_id, me.person_id)
    if known is not None and known.seat is not Seat.LEFT:
        raise AlreadyIn(title=call.title, seat=known.seat.value)
    call, seat = call.seat_next()
    tx.calls.save(call)
    tx.calls.keep(Signup(call_id, me.person_id, seat, call.turn, tx.now))
    _changed(tx, me, call, "join")
    return Taken(call, seat, ahead=call.waiting - 1 if seat is Seat.WAITING else 0)


def leave(tx: CallsTx, actor: Actor, call_id: int) -> Taken:
    """Give the place or the turn back; whoever waited longest moves up and is told."""
    me = tx.people.enter(actor)
    call = tx.calls.get_for(me, call_id)
    mine = tx.calls.signup(call_id, me.person_id)
    if mine is None or mine.seat is Seat.LEFT:
        raise NotIn(title=call.title)
    call, moves_up = call.free(mine.seat)
    tx.calls.save(call)
    tx.calls.keep(replace(mine, seat=Seat.LEFT))
    if moves_up:
        _move_up(tx, actor, call)
    _changed(tx, me, call, "leave")
    return Taken(call, Seat.LEFT, ahead=0)


def close(tx: CallsTx, actor: Actor, call_id: int) -> Call:
    """Close the call: by whoever opened it, or a captain or worker of the compound."""
    me = tx.people.enter(actor)
    call = tx.calls.get_for(me, call_id)
    if me.person_id != call.creator_id and not _may_open(me, call.compound_id):
        raise NotAllowed
    closed = replace(call, state=CallState.CLOSED)
    tx.calls.save(closed)
    _changed(tx, me, closed, "close")
    return closed


def _move_up(tx: CallsTx, actor: Actor, call: Call) -> None:
    first = tx.calls.first_waiting(call.id)
    assert first is not None  # the counter says that somebody waits
    tx.calls.keep(replace(first, seat=Seat.CONFIRMED))
    tx.outbox.tell(
        ToPerson(first.person_id, near=None if actor.private else actor.chat_id),
        "call-moved-up",
        {"title": call.title},
        about=call.id,
        dedupe=f"call-up:{call.id}:{first.person_id}:{first.turn}",
    )


def _changed(tx: CallsTx, me: Standing, call: Call, how: str) -> None:
    tx.cards.refresh(CardKind.CALL, call.id)
    tx.audit.note(call.compound_id, me.person_id, f"call.{how}", "call", call.id)


def _may_open(me: Standing, compound_id: int) -> bool:
    return any(me.has(role, compound_id) for role in MAY_OPEN)
