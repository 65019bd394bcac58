"""Who came: ticked by the lead after the end, then thanked."""

from dataclasses import replace

from domain.calls.passing import zone
from domain.calls.ports import CallsTx
from domain.calls.rules import Call, CallClosed, CallState, Seat
from domain.calls.service import changed, must_lead
from domain.kernel.errors import NotFound
from domain.kernel.hours import awake
from domain.kernel.people import Actor, Standing
from domain.kernel.words import CardKind, ToPerson


def tick(tx: CallsTx, actor: Actor, call_id: int, person_id: int) -> None:
    """Tick a name, or take the tick away."""
    _, call = _over(tx, actor, call_id)
    seat = tx.calls.signup(call.id, person_id)
    if seat is None or seat.seat is not Seat.CONFIRMED:
        raise NotFound
    tx.calls.keep(replace(seat, came=not seat.came))
    tx.cards.refresh(CardKind.ROLL, call_id)


def tick_all(tx: CallsTx, actor: Actor, call_id: int) -> None:
    """Everybody came."""
    _, call = _over(tx, actor, call_id)
    for seat in tx.calls.seated(call.id, Seat.CONFIRMED):
        tx.calls.keep(replace(seat, came=True))
    tx.cards.refresh(CardKind.ROLL, call_id)


def finish(tx: CallsTx, actor: Actor, call_id: int) -> Call:
    """The list is right: keep it with the minutes that were planned, and thank those who came."""
    me, call = _over(tx, actor, call_id)
    wake = awake(tx.now, zone(tx, call))
    for seat in tx.calls.seated(call.id, Seat.CONFIRMED):
        tx.calls.keep(replace(seat, came=bool(seat.came), minutes=call.minutes if seat.came else 0))
        if seat.came and seat.person_id != me.person_id:
            tx.outbox.tell(
                ToPerson(seat.person_id, call.group_id),
                "call-thanks",
                {},
                about=call.id,
                not_before=wake,
                dedupe=f"call-thanks:{call.id}:{seat.person_id}",
            )
    done = replace(call, state=CallState.DONE)
    tx.calls.save(done)
    tx.cards.refresh(CardKind.ROLL, call_id)
    changed(tx, me, done, "done")
    return done


def _over(tx: CallsTx, actor: Actor, call_id: int) -> tuple[Standing, Call]:
    """The call, locked, for its lead, once it is over and until the list is closed."""
    me = tx.people.enter(actor)
    call = tx.calls.get_for(me, call_id).as_of(tx.now)
    must_lead(tx, me, call)
    if call.state is not CallState.CLOSED or call.over_at is None or call.over_at > tx.now:
        raise CallClosed(title=call.title)
    return me, call
