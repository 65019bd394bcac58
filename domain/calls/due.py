"""What falls due in calls: reminders, the beginning, the end, and offers that nobody answered."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from domain.calls.passing import OFFER, lapse, zone
from domain.calls.ports import CallsTx
from domain.calls.rules import Call, CallState, Seat
from domain.calls.timing import BEFORE, END, EVE, HOUR, START
from domain.kernel.due import Due
from domain.kernel.errors import NotFound
from domain.kernel.hours import awake
from domain.kernel.words import CardKind, Priority, ToPerson


def _remind(tx: CallsTx, row: Due, digest: str | None) -> None:
    """Say once that it is soon; after an outage the later reminder says it alone."""
    call = _found(tx, row)
    if call is None or call.state is not CallState.OPEN or call.starts_at is None:
        return
    heard = awake(tx.now, zone(tx, call))  # an outage may have moved it into the night
    if call.starts_at <= heard or (row.kind == EVE and call.starts_at - BEFORE <= heard):
        return
    for seat in tx.calls.seated(call.id, Seat.CONFIRMED):
        tx.outbox.tell(
            ToPerson(seat.person_id, call.group_id),
            "call-remind",
            {},
            about=call.id,
            priority=Priority.DUTY,
            not_before=heard,
            dedupe=f"{row.kind}:{call.id}:{call.round}:{seat.person_id}",
        )


def _start(tx: CallsTx, row: Due, digest: str | None) -> None:
    """Nobody signs up any more; whoever was still asked is not waited for."""
    call = _found(tx, row)
    if call is not None and call.as_of(tx.now) != call:  # moved meanwhile: another row rings for it
        _close(tx, call)


def _end(tx: CallsTx, row: Due, digest: str | None) -> None:
    """Ask the lead who came; where nobody was to come there is nothing to ask."""
    call = _found(tx, row)
    if call is None or call.state not in (CallState.OPEN, CallState.CLOSED):
        return
    if call.over_at is None or call.over_at > tx.now:
        return
    if call.state is CallState.OPEN:
        call = _close(tx, call)  # both fell due in one sweep, this one first
    if not call.confirmed:
        _save(tx, replace(call, state=CallState.DONE))
        return
    tx.cards.open(CardKind.ROLL, call.id, ToPerson(call.creator_id))


def _offer(tx: CallsTx, row: Due, digest: str | None) -> None:
    """Nobody answered: the place goes on."""
    call = _found(tx, row)
    if call is None:
        return
    later = lapse(tx, call.as_of(tx.now))
    if later.state is CallState.OPEN:
        _save(tx, later)


def _close(tx: CallsTx, call: Call) -> Call:
    for asked in tx.calls.seated(call.id, Seat.OFFERED):
        tx.calls.keep(replace(asked, seat=Seat.LEFT, until=None))
    closed = replace(call, state=CallState.CLOSED, offered=0)
    _save(tx, closed)
    return closed


def _found(tx: CallsTx, row: Due) -> Call | None:
    try:
        return tx.calls.due(row.subject_id)
    except NotFound:
        return None


def _save(tx: CallsTx, call: Call) -> None:
    tx.calls.save(call)
    tx.cards.refresh(CardKind.CALL, call.id)


SERVICES: Mapping[str, Callable[[CallsTx, Due, "str | None"], None]] = {
    EVE: _remind,
    HOUR: _remind,
    START: _start,
    END: _end,
    OFFER: _offer,
}
"""Kinds of due rows, and who acts on them; the text names the sweep that catches up after an outage."""
