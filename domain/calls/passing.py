"""A place that became free: given to whoever waited longest, or offered and kept for them for a while."""

from dataclasses import replace
from datetime import datetime

from domain.calls.ports import CallsTx
from domain.calls.rules import Call, CallState, Seat, Signup
from domain.kernel.hours import awake
from domain.kernel.words import ToPerson

OFFER = "call.offer"
"""The due rows that end offers."""


def pass_on(tx: CallsTx, call: Call, near: int | None) -> Call:
    """Hand the place to the first who waits; the counters of `call` already say so."""
    first = tx.calls.first_waiting(call.id)
    assert first is not None  # the counter says that somebody waits
    until = offer_end(tx, call)
    if until is None:
        move_up(tx, call, first, near)
        return call
    kept = call.keep_for_first()
    tx.calls.keep(replace(first, seat=Seat.OFFERED, until=until))
    plan_end(tx, call, first, until)
    tx.outbox.tell(
        ToPerson(first.person_id, near),
        "call-offered",
        {"until": until},
        about=call.id,
        not_before=awake(tx.now, zone(tx, call)),
        dedupe=f"call-offer:{call.id}:{first.person_id}:{first.turn}",
    )
    return kept


def move_up(tx: CallsTx, call: Call, first: Signup, near: int | None) -> None:
    """The place is theirs, and they are told."""
    tx.calls.keep(replace(first, seat=Seat.CONFIRMED, until=None))
    tx.outbox.tell(
        ToPerson(first.person_id, near),
        "call-moved-up",
        {"title": call.title},
        about=call.id,
        dedupe=f"call-up:{call.id}:{first.person_id}:{first.turn}",
    )


def lapse(tx: CallsTx, call: Call) -> Call:
    """End the offers that have run out and hand each place to the next one; nothing else changes."""
    if not call.offered or call.state is not CallState.OPEN:
        return call
    for silent in tx.calls.lapsed(call.id, tx.now):
        tx.calls.keep(replace(silent, seat=Seat.LEFT, until=None))
        tx.outbox.tell(
            ToPerson(silent.person_id, call.group_id),
            "call-offer-lapsed",
            {},
            about=call.id,
            not_before=awake(tx.now, zone(tx, call)),
            dedupe=f"call-lapsed:{call.id}:{silent.person_id}:{silent.turn}",
        )
        call, moves_up = call.free(Seat.OFFERED)
        if moves_up:
            call = pass_on(tx, call, call.group_id)
        tx.audit.note(call.compound_id, None, "call.lapse", "call", call.id)
    return call


def fill(tx: CallsTx, call: Call) -> Call:
    """Hand out places that have been added."""
    while (filled := call.filled()) is not None:
        call = pass_on(tx, filled, call.group_id)
    return call


def offer_end(tx: CallsTx, call: Call) -> datetime | None:
    """Until when an offer made now is kept; nobody is woken at night, the time counts from the morning."""
    if call.starts_at is None:
        return None
    return call.offer_until(awake(tx.now, zone(tx, call)))


def plan_end(tx: CallsTx, call: Call, signup: Signup, until: datetime) -> None:
    """Plan the end of an offer."""
    occurrence = f"{OFFER}:{call.id}:{signup.person_id}:{signup.turn}:{call.round}"
    tx.due.plan(OFFER, call.id, until, occurrence, zone(tx, call))


def zone(tx: CallsTx, call: Call) -> str:
    """The IANA zone of the call's place."""
    return tx.places.zone(call.compound_id)
