"""Places of a call: never one too many, the waiting list in order of its turns."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calls.rules import BadCall, Call, CallClosed, CallState, Seat

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def call(capacity: int = 2, state: CallState = CallState.OPEN) -> Call:
    return Call(1, 5, 2, "周六大扫除", capacity, state, NOW)


def test_places_first_then_the_waiting_list() -> None:
    seats = []
    now = call()
    for _ in range(4):
        now, seat = now.seat_next()
        seats.append(seat)
    assert seats == [Seat.CONFIRMED, Seat.CONFIRMED, Seat.WAITING, Seat.WAITING]
    assert (now.confirmed, now.waiting, now.turn) == (2, 2, 4)


def test_a_place_given_back_goes_to_whoever_waits() -> None:
    now = call(1).seat_next()[0].seat_next()[0]
    after, moves_up = now.free(Seat.CONFIRMED)
    assert (moves_up, after.confirmed, after.waiting) == (True, 1, 0)


def test_a_turn_given_back_frees_no_place() -> None:
    now = call(1).seat_next()[0].seat_next()[0]
    after, moves_up = now.free(Seat.WAITING)
    assert (moves_up, after.confirmed, after.waiting) == (False, 1, 0)


def test_a_closed_call_takes_nobody() -> None:
    with pytest.raises(CallClosed):
        call(state=CallState.CLOSED).seat_next()
    with pytest.raises(CallClosed):
        call(state=CallState.CLOSED).free(Seat.CONFIRMED)


@pytest.mark.parametrize(("title", "capacity"), [("", 5), ("x" * 201, 5), ("x", 0), ("x", 501)])
def test_a_call_without_a_purpose_or_a_sane_size_is_refused(title: str, capacity: int) -> None:
    with pytest.raises(BadCall):
        Call(1, 5, 2, title, capacity, CallState.OPEN, NOW)


@pytest.mark.parametrize(("title", "capacity"), [("x", 1), ("x" * 200, 500)])
def test_the_limits_themselves_are_allowed(title: str, capacity: int) -> None:
    assert Call(1, 5, 2, title, capacity, CallState.OPEN, NOW).capacity == capacity


def test_a_refused_call_says_the_limits() -> None:
    with pytest.raises(BadCall) as refused:
        call(0)
    assert refused.value.params == {"most": 500, "longest": 200}


def test_a_place_given_back_with_nobody_waiting_is_free() -> None:
    after, moves_up = call(1).seat_next()[0].free(Seat.CONFIRMED)
    assert (moves_up, after.confirmed, after.seat_next()[1]) == (False, 0, Seat.CONFIRMED)


@given(st.integers(1, 6), st.lists(st.sampled_from(["in", "out", "unwait"]), max_size=40))
def test_the_counters_never_leave_their_bounds(capacity: int, taps: list[str]) -> None:
    now = call(capacity)
    for tap in taps:
        if tap == "in":
            now, _ = now.seat_next()
        elif tap == "out" and now.confirmed:
            now, _ = now.free(Seat.CONFIRMED)
        elif tap == "unwait" and now.waiting:
            now, _ = now.free(Seat.WAITING)
        assert 0 <= now.confirmed <= capacity
        assert now.waiting == 0 or now.confirmed == capacity
