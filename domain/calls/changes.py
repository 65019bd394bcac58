"""A call changed by whoever leads it: another time, another number of places, or called off."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.calls.passing import fill, lapse, move_up, offer_end, plan_end, zone
from domain.calls.ports import CallsTx
from domain.calls.rules import OFFERS_END, Call, CallState, Seat
from domain.calls.service import changed, must_lead
from domain.calls.timing import cancel as forget
from domain.calls.timing import plan
from domain.kernel.answers import home
from domain.kernel.hours import instant
from domain.kernel.people import Actor, Standing
from domain.kernel.words import CardKind, ToPerson

WHEN_WANTED, PLACES_WANTED = "call.when", "call.places"
"""Dialogues in which the next words are a time, or a number of people."""

WORDS_WAIT = timedelta(minutes=30)
"""How long those words are waited for."""

TAKING_PART = (Seat.CONFIRMED, Seat.OFFERED, Seat.WAITING)


def ask(tx: CallsTx, actor: Actor, call_id: int, state: str) -> None:
    """Take the leader's next words for the new time, or number."""
    me, _ = _led(tx, actor, call_id)
    tx.dialogues.open(actor, state, {"call": call_id}, tx.now + WORDS_WAIT)
    key = "call-ask-when" if state == WHEN_WANTED else "call-ask-places"
    tx.outbox.tell(home(me), key, {}, about=call_id)


def retime(tx: CallsTx, actor: Actor, call_id: int, start: datetime, end: datetime | None) -> Call:
    """Another time, said as local times; everybody who takes part is told once."""
    me, call = _led(tx, actor, call_id)
    where = zone(tx, call)
    call = call.timed(instant(start, where), instant(end, where) if end is not None else None, tx.now)
    if call.state is CallState.OPEN:
        forget(tx, call)
        plan(tx, call)
        call = _offers_follow(tx, call)
        _tell(tx, me, call, "call-retimed", f"call.time:{call.round}")
    return _kept(tx, actor, me, call, "retime")


def resize(tx: CallsTx, actor: Actor, call_id: int, places: int) -> Call:
    """Another number of places; new ones go to those who wait."""
    me, call = _led(tx, actor, call_id)
    call = call.resized(places)
    if call.state is CallState.OPEN:
        call = fill(tx, call)
    return _kept(tx, actor, me, call, "resize")


def ask_cancel(tx: CallsTx, actor: Actor, call_id: int) -> None:
    """Calling it off takes one more tap."""
    me, _ = _led(tx, actor, call_id)
    tx.outbox.tell(home(me), "call-sure", {}, about=call_id)


def keep(tx: CallsTx, actor: Actor, call_id: int) -> None:
    """Not called off after all: nothing changes, and only its lead is told so."""
    _led(tx, actor, call_id)


def cancel(tx: CallsTx, actor: Actor, call_id: int) -> Call:
    """Call it off; everybody who takes part is told once."""
    me, call = _led(tx, actor, call_id)
    forget(tx, call)
    _tell(tx, me, call, "call-cancelled", "call.off")
    return _kept(tx, actor, me, replace(call, state=CallState.CANCELLED), "cancel")


def _led(tx: CallsTx, actor: Actor, call_id: int) -> tuple[Standing, Call]:
    """The call as it stands, for whoever leads it, while there is something to change."""
    me = tx.people.enter(actor)
    call = tx.calls.get_for(me, call_id).as_of(tx.now)
    must_lead(tx, me, call)
    if call.state is not CallState.DRAFT:
        call.must_be_open()
    return me, lapse(tx, call)


def _kept(tx: CallsTx, actor: Actor, me: Standing, call: Call, how: str) -> Call:
    tx.calls.save(call)
    tx.cards.refresh(CardKind.DRAFT, call.id)
    tx.dialogues.close(actor)
    changed(tx, me, call, how)
    return call


def _tell(tx: CallsTx, me: Standing, call: Call, key: str, once: str) -> None:
    for seat in tx.calls.seated(call.id, *TAKING_PART):
        if seat.person_id != me.person_id:
            dedupe = f"{once}:{call.id}:{seat.person_id}"
            tx.outbox.tell(ToPerson(seat.person_id, call.group_id), key, {}, about=call.id, dedupe=dedupe)


def _offers_follow(tx: CallsTx, call: Call) -> Call:
    """Offers end before the new beginning; where there is no time left to ask, the place is theirs."""
    assert call.starts_at is not None  # it was just given
    latest = call.starts_at - OFFERS_END
    for asked in tx.calls.seated(call.id, Seat.OFFERED):
        if offer_end(tx, call) is None:
            call = call.accepted()
            move_up(tx, call, asked, call.group_id)
        elif asked.until is not None:
            until = min(asked.until, latest)
            tx.calls.keep(replace(asked, until=until))
            plan_end(tx, call, asked, until)
    return call
