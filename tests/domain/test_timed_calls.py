"""A call with a time: when it reminds, how long an offer is kept, and what cannot be."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calls.rules import BadTime, Call, CallClosed, CallState, Seat, TooFewPlaces
from domain.calls.timing import END, EVE, HOUR, START, occasions
from domain.kernel.people import Grant, Role
from domain.kernel.rights import Right, may_gather

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HOURS = st.integers(1, 24 * 60).map(lambda quarters: timedelta(minutes=15 * quarters))


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


def call(start: datetime | None = None, end: datetime | None = None, capacity: int = 2) -> Call:
    made = Call(1, 5, 2, "清楼道", capacity, CallState.OPEN, NOW)
    return replace(made, starts_at=start, ends_at=end)


def test_the_evening_before_an_hour_before_beginning_and_end() -> None:
    found = dict(occasions(call(local(28, 9), local(28, 11)), ZONE, NOW))
    assert found == {EVE: local(27, 19), HOUR: local(28, 8), START: local(28, 9), END: local(28, 11)}


def test_nobody_is_woken_and_nobody_is_told_too_late() -> None:
    early = dict(occasions(call(local(28, 8, 30)), ZONE, NOW))
    assert early[HOUR] == local(28, 8)
    assert HOUR not in dict(occasions(call(local(28, 7)), ZONE, NOW))
    late = dict(occasions(call(local(28, 21), local(28, 23)), ZONE, NOW))
    assert late[END] == local(29, 8)


def test_a_call_for_this_afternoon_has_no_evening_before() -> None:
    assert EVE not in dict(occasions(call(local(23, 16)), ZONE, NOW))


def test_a_call_without_a_time_has_no_clock() -> None:
    assert list(occasions(call(), ZONE, NOW)) == []


@given(HOURS, st.none() | HOURS)
def test_reminders_lie_between_now_and_the_beginning(ahead: timedelta, lasts: timedelta | None) -> None:
    start = NOW + ahead
    found = dict(occasions(call(start, start + lasts if lasts else None), ZONE, NOW))
    for kind in {EVE, HOUR} & found.keys():
        assert NOW < found[kind] < start
        assert 8 <= found[kind].astimezone(ZoneInfo(ZONE)).hour < 22
    assert found[START] == start
    assert found[END] > start


@given(HOURS)
def test_an_offer_ends_in_time_or_is_none(ahead: timedelta) -> None:
    until = call(NOW + ahead).offer_until(NOW)
    assert (until is None) == (ahead < timedelta(hours=3))
    if until is not None:
        assert timedelta(hours=1) <= until - NOW <= timedelta(hours=12)
        assert until <= NOW + ahead - timedelta(hours=2)


def test_a_call_without_a_time_offers_nothing() -> None:
    assert call().offer_until(NOW) is None


def test_a_kept_place_is_nobody_elses() -> None:
    full = call(local(28, 9), capacity=1).seat_next()[0].seat_next()[0]
    kept = full.free(Seat.CONFIRMED)[0].keep_for_first()
    assert (kept.confirmed, kept.offered, kept.waiting) == (0, 1, 0)
    assert kept.seat_next()[1] is Seat.WAITING
    assert kept.accepted().confirmed == 1
    declined, moves_up = kept.free(Seat.OFFERED)
    assert (declined.confirmed, declined.offered, moves_up) == (0, 0, False)


@given(
    st.integers(1, 4), st.lists(st.sampled_from(["in", "out", "keep", "take", "drop", "more"]), max_size=40)
)
def test_confirmed_and_offered_never_exceed_the_places(capacity: int, steps: list[str]) -> None:
    now = call(local(28, 9), capacity=capacity)
    for step in steps:
        if step == "in":
            now = now.seat_next()[0]
        elif step in ("out", "keep") and now.confirmed:
            now, moves_up = now.free(Seat.CONFIRMED)
            now = now.keep_for_first() if moves_up and step == "keep" else now
        elif step == "take" and now.offered:
            now = now.accepted()
        elif step == "drop" and now.offered:
            now, _ = now.free(Seat.OFFERED)
        elif step == "more":
            now = now.resized(now.capacity + 1)
            while (filled := now.filled()) is not None:
                now = filled
        assert now.confirmed >= 0
        assert now.offered >= 0
        assert now.confirmed + now.offered <= now.capacity
        assert now.waiting == 0 or now.confirmed + now.offered == now.capacity


def test_once_begun_nobody_signs_up() -> None:
    made = call(local(28, 9))
    assert made.as_of(local(28, 8, 59)).state is CallState.OPEN
    with pytest.raises(CallClosed):
        made.as_of(local(28, 9)).seat_next()


@pytest.mark.parametrize(("start", "why"), [(NOW, "past"), (NOW + timedelta(days=400), "far")])
def test_a_time_that_cannot_be(start: datetime, why: str) -> None:
    with pytest.raises(BadTime) as refused:
        call().timed(start, None, NOW)
    assert refused.value.params == {"why": why}


def test_fewer_places_than_people_cannot_be() -> None:
    with pytest.raises(TooFewPlaces):
        call(capacity=2).seat_next()[0].seat_next()[0].resized(1)


COMPOUND, ONE, TWO = 1, 11, 12
PATHS = {COMPOUND: (COMPOUND,), ONE: (ONE, COMPOUND), TWO: (TWO, COMPOUND)}


@pytest.mark.parametrize(
    ("role", "where", "place", "may"),
    [
        (Role.CAPTAIN, ONE, ONE, True),
        (Role.CAPTAIN, ONE, COMPOUND, True),
        (Role.CAPTAIN, ONE, TWO, False),
        (Role.WORKER, COMPOUND, TWO, True),
        (Role.RESIDENT, ONE, ONE, False),
    ],
)
@pytest.mark.parametrize("right", [Right.CALL, Right.POLL])
def test_among_whom_somebody_may_call_and_poll(
    right: Right, role: Role, where: int, place: int, may: bool
) -> None:
    assert may_gather([Grant(role, where, COMPOUND)], right, place, PATHS.__getitem__) is may
