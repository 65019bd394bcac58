"""Calls: opened by a captain or worker, one tap in, one tap out, the waiting list moves up by itself."""

from dataclasses import dataclass, replace

from domain.calls.passing import lapse, pass_on
from domain.calls.ports import CallsTx
from domain.calls.rules import AlreadyIn, Call, CallState, NotIn, Seat, Signup, Wish
from domain.calls.timing import plan
from domain.kernel.errors import NotAllowed
from domain.kernel.hours import instant
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import Right, may_gather
from domain.kernel.words import CardKind, ToChat, ToPerson


@dataclass(frozen=True, slots=True)
class Taken:
    """What a tap on a call did."""

    call: Call
    seat: Seat
    ahead: int


def open_call(tx: CallsTx, actor: Actor, title: str, capacity: int) -> Call:
    """Open a call without a time in the actor's place; its card is posted where the sentence was said."""
    return open_wish(tx, actor, Wish(title, capacity))


def open_wish(tx: CallsTx, actor: Actor, wish: Wish) -> Call:
    """Open a call in the actor's place; its card is posted where the sentence was said."""
    me = tx.people.enter(actor)
    if me.compound_id is None or me.place_id is None or not may_call(tx, me, me.place_id):
        raise NotAllowed
    call = made(tx, me, wish, CallState.OPEN)
    call = replace(call, chat_id=actor.chat_id, thread_id=actor.thread_id)
    tx.calls.add(call)
    begin(tx, me, call)
    return call


def made(tx: CallsTx, me: Standing, wish: Wish, state: CallState) -> Call:
    """A call of these words in the place where they were said; raises BadTime or BadCall."""
    assert me.compound_id is not None  # both are checked before
    assert me.place_id is not None
    call = Call(
        tx.new_id(),
        me.compound_id,
        me.person_id,
        wish.title,
        wish.places,
        state,
        tx.now,
        place_id=me.place_id,
    )
    if wish.start is None:
        return call
    zone = tx.places.zone(me.place_id)
    end = instant(wish.end, zone) if wish.end is not None else None
    return replace(call.timed(instant(wish.start, zone), end, tx.now), round=0)


def begin(tx: CallsTx, me: Standing, call: Call) -> None:
    """Post the card, start the clock; whoever called gets the keys to change it, where there is a time."""
    assert call.chat_id is not None  # where it was said, or the group that was chosen
    tx.cards.open(CardKind.CALL, call.id, ToChat(call.chat_id, call.thread_id))
    plan(tx, call)
    if call.starts_at is not None:
        tx.outbox.tell(ToPerson(me.person_id, call.group_id), "call-posted", {}, about=call.id, silent=True)
    tx.audit.note(call.compound_id, me.person_id, "call.open", "call", call.id)


def join(tx: CallsTx, actor: Actor, call_id: int) -> Taken:
    """Take a place, or a turn on the waiting list; a second tap changes nothing."""
    me = tx.people.enter(actor)
    call = lapse(tx, tx.calls.get_for(me, call_id).as_of(tx.now))
    known = tx.calls.signup(call_id, me.person_id)
    if known is not None and known.seat is Seat.OFFERED:
        return _accept(tx, me, call, known)
    if known is not None and known.seat is not Seat.LEFT:
        raise AlreadyIn(title=call.title, seat=known.seat.value)
    call, seat = call.seat_next()
    tx.calls.save(call)
    tx.calls.keep(Signup(call_id, me.person_id, seat, call.turn, tx.now))
    changed(tx, me, call, "join")
    return Taken(call, seat, ahead=call.waiting - 1 if seat is Seat.WAITING else 0)


def leave(tx: CallsTx, actor: Actor, call_id: int) -> Taken:
    """Give the place or the turn back; whoever waited longest moves up and is told."""
    me = tx.people.enter(actor)
    call = lapse(tx, tx.calls.get_for(me, call_id).as_of(tx.now))
    mine = tx.calls.signup(call_id, me.person_id)
    if mine is None or mine.seat is Seat.LEFT:
        raise NotIn(title=call.title)
    call, moves_up = call.free(mine.seat)
    tx.calls.keep(replace(mine, seat=Seat.LEFT, until=None))
    if moves_up:
        call = pass_on(tx, call, call.group_id if actor.private else actor.chat_id)
    tx.calls.save(call)
    changed(tx, me, call, "leave")
    return Taken(call, Seat.LEFT, ahead=0)


def give_back(tx: CallsTx, me: Standing) -> None:
    """Give back every place and turn of somebody who is no more; cards that name them are brought up."""
    for call_id in tx.calls.joined(me.person_id):
        call = lapse(tx, tx.calls.due(call_id).as_of(tx.now))
        mine = tx.calls.signup(call_id, me.person_id)
        if mine is not None and mine.seat is not Seat.LEFT and call.state is CallState.OPEN:
            call, moves_up = call.free(mine.seat)
            tx.calls.keep(replace(mine, seat=Seat.LEFT, until=None))
            if moves_up:
                call = pass_on(tx, call, call.group_id)
        if call.state is CallState.OPEN:
            tx.calls.save(call)
        changed(tx, me, call, "leave")


def close(tx: CallsTx, actor: Actor, call_id: int) -> Call:
    """Close the call: by whoever opened it, or a captain or worker of the compound."""
    me = tx.people.enter(actor)
    call = tx.calls.get_for(me, call_id)
    must_lead(tx, me, call)
    closed = replace(call, state=CallState.CLOSED)
    tx.calls.save(closed)
    changed(tx, me, closed, "close")
    return closed


def may_call(tx: CallsTx, me: Standing, place_id: int) -> bool:
    """Whether `me` may call the people of that place."""
    return may_gather(me.grants, Right.CALL, place_id, tx.places.path)


def must_lead(tx: CallsTx, me: Standing, call: Call) -> None:
    """Raise NotAllowed unless `me` opened the call or may call the people of its place."""
    if me.person_id != call.creator_id and not may_call(tx, me, call.place_id or call.compound_id):
        raise NotAllowed


def _accept(tx: CallsTx, me: Standing, call: Call, mine: Signup) -> Taken:
    call.must_be_open()
    call = call.accepted()
    tx.calls.save(call)
    tx.calls.keep(replace(mine, seat=Seat.CONFIRMED, until=None))
    changed(tx, me, call, "accept")
    return Taken(call, Seat.CONFIRMED, ahead=0)


def changed(tx: CallsTx, me: Standing, call: Call, how: str) -> None:
    """Bring the cards up and note who did it."""
    tx.cards.refresh(CardKind.CALL, call.id)
    tx.audit.note(call.compound_id, me.person_id, f"call.{how}", "call", call.id)
