"""What opening, joining, leaving and closing a call leave behind."""

import json
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select

from domain.calls.rules import AlreadyIn, BadCall, CallClosed, NotIn, Seat
from domain.calls.service import close, join, leave, open_call
from domain.kernel.errors import NotAllowed, NotFound
from storage.tables import audit, calls, cards, signups
from tests.machines.desk import GROUP, TOPIC, Desk

NUMBERS = count(1)


def say(desk: Desk, who: str, service: Any, *args: Any) -> Any:
    said = desk.say(next(NUMBERS), who, service, *args)
    if said.refused is not None:
        raise said.refused
    return said.answer


def opened(desk: Desk, places: int = 1) -> Any:
    call = say(desk, "captain", open_call, "clean-up", places)
    desk.fresh_outbox()
    return call


@pytest.mark.parametrize("who", ["captain", "wang"])
def test_a_captain_or_a_worker_opens_a_call_where_it_was_said(desk: Desk, who: str) -> None:
    call = say(desk, who, open_call, "clean-up", 5)
    (row,) = desk.fresh_outbox()
    assert (row.key, row.destination) == ("card", f"chat:{desk.actor(who).chat_id}")
    (kept,) = desk.rows(select(calls))
    assert (kept.title, kept.capacity, kept.state, kept.creator_id) == (
        "clean-up",
        5,
        "open",
        desk.people[who],
    )
    assert (kept.compound_id, kept.opened_at) == (desk.compound, desk.clock.now())
    (card,) = desk.rows(select(cards))
    assert (card.kind, card.subject_id) == ("call", call.id)
    (note,) = desk.rows(select(audit))
    assert (note.action, note.subject, note.subject_id) == ("call.open", "call", call.id)
    assert note.who != "clock"


def test_a_call_opened_in_a_topic_stays_in_it(desk: Desk) -> None:
    desk.say(next(NUMBERS), "captain", open_call, "clean-up", 5, group=True)
    (row,) = desk.fresh_outbox()
    assert row.destination == f"chat:{GROUP}/{TOPIC}"


def test_a_resident_opens_none(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        say(desk, "an", open_call, "clean-up", 5)


def test_a_call_without_places_is_refused(desk: Desk) -> None:
    with pytest.raises(BadCall):
        say(desk, "captain", open_call, "clean-up", 0)
    assert desk.rows(select(calls)) == []


def test_a_tap_takes_a_place_then_a_turn(desk: Desk) -> None:
    call = opened(desk)
    first = say(desk, "an", join, call.id)
    second = say(desk, "bo", join, call.id)
    third = say(desk, "cui", join, call.id)
    assert [(one.seat, one.ahead) for one in (first, second, third)] == [
        (Seat.CONFIRMED, 0),
        (Seat.WAITING, 0),
        (Seat.WAITING, 1),
    ]
    rows = desk.rows(select(signups).order_by(signups.c.turn))
    assert [(row.turn, row.seat) for row in rows] == [(1, "confirmed"), (2, "waiting"), (3, "waiting")]
    assert rows[0].at == desk.clock.now()
    (card,) = desk.rows(select(cards))
    assert card.version == 4


def test_a_second_tap_changes_nothing(desk: Desk) -> None:
    call = opened(desk)
    say(desk, "an", join, call.id)
    with pytest.raises(AlreadyIn) as refused:
        say(desk, "an", join, call.id)
    assert refused.value.params == {"title": "clean-up", "seat": "confirmed"}
    (kept,) = desk.rows(select(calls))
    assert (kept.confirmed, kept.turn) == (1, 1)


def test_whoever_waited_longest_moves_up_and_is_told(desk: Desk) -> None:
    call = opened(desk)
    for who in ("an", "bo", "cui"):
        say(desk, who, join, call.id)
    left = say(desk, "an", leave, call.id)
    assert (left.seat, left.ahead, left.call.confirmed, left.call.waiting) == (Seat.LEFT, 0, 1, 1)
    assert [row.seat for row in desk.rows(select(signups).order_by(signups.c.turn))] == [
        "left",
        "confirmed",
        "waiting",
    ]
    last = desk.rows(select(audit).order_by(audit.c.id))[-1]
    assert (last.action, last.subject, last.who == "clock") == ("call.leave", "call", False)
    (row,) = desk.fresh_outbox()
    assert (row.key, row.destination, row.about) == (
        "call-moved-up",
        f"person:{desk.people['bo']}",
        call.id,
    )
    assert json.loads(row.params) == {"title": "clean-up"}
    assert row.dedupe == f"call-up:{call.id}:{desk.people['bo']}:2"


def test_leaving_in_the_group_tells_the_next_one_beside_it(desk: Desk) -> None:
    call = opened(desk)
    for who in ("an", "bo"):
        say(desk, who, join, call.id)
    desk.say(next(NUMBERS), "an", leave, call.id, group=True)
    (row,) = desk.fresh_outbox()
    assert row.destination == f"person:{desk.people['bo']}@{GROUP}"


def test_who_comes_back_waits_at_the_end(desk: Desk) -> None:
    call = opened(desk)
    for who in ("an", "bo"):
        say(desk, who, join, call.id)
    say(desk, "an", leave, call.id)
    again = say(desk, "an", join, call.id)
    assert (again.seat, again.ahead, again.call.turn) == (Seat.WAITING, 0, 3)


def test_nobody_leaves_who_is_not_in(desk: Desk) -> None:
    call = opened(desk)
    with pytest.raises(NotIn) as refused:
        say(desk, "an", leave, call.id)
    assert refused.value.params == {"title": "clean-up"}
    say(desk, "an", join, call.id)
    say(desk, "an", leave, call.id)
    with pytest.raises(NotIn):
        say(desk, "an", leave, call.id)


def test_a_closed_call_stays_as_it_is(desk: Desk) -> None:
    call = opened(desk)
    say(desk, "an", join, call.id)
    say(desk, "captain", close, call.id)
    with pytest.raises(CallClosed) as refused:
        say(desk, "bo", join, call.id)
    assert refused.value.params == {"title": "clean-up"}
    with pytest.raises(CallClosed):
        say(desk, "an", leave, call.id)
    (kept,) = desk.rows(select(calls))
    assert (kept.state, kept.confirmed) == ("closed", 1)
    actions = [row.action for row in desk.rows(select(audit).order_by(audit.c.id))]
    assert actions == ["call.open", "call.join", "call.close"]


def test_who_may_close_it(desk: Desk) -> None:
    call = opened(desk)
    with pytest.raises(NotAllowed):
        say(desk, "an", close, call.id)
    with pytest.raises(NotFound):
        say(desk, "stranger", close, call.id)
    assert say(desk, "li", close, call.id).state == "closed"
