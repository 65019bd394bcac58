"""The promised hour on the working calendar, and wall-clock times where the clock is changed."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cases.presets import PRESETS, Preset
from domain.cases.promise import WARNING, Promise, Terms, promise
from domain.cases.rules import Grade
from domain.kernel.due import is_late
from domain.kernel.hours import instant
from domain.kernel.worktime import USUAL, WorkingTime

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Weekdays:
    """A calendar that works Monday to Friday but on one named day, and knows one year."""

    holiday = date(2026, 11, 24)

    def works(self, day: date) -> bool:
        return day.weekday() < 5 and day != self.holiday

    def known(self, day: date) -> bool:
        return day.year == 2026


def made(now: datetime) -> Promise:
    """What an ordinary case is promised where nobody has set anything."""
    hours = WorkingTime(Weekdays(), USUAL, "Asia/Shanghai")
    return promise(Terms(hours, PRESETS[Preset.DEFAULT][Grade.ORDINARY], "default"), now)


def promised(local: datetime) -> datetime:
    now = local.replace(tzinfo=SHANGHAI).astimezone(UTC)
    return made(now).due_at.astimezone(SHANGHAI).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("said", "due"),
    [
        (datetime(2026, 11, 23, 9, 0), datetime(2026, 11, 23, 18, 0)),
        (datetime(2026, 11, 23, 14, 59), datetime(2026, 11, 23, 18, 0)),
        (datetime(2026, 11, 23, 15, 0), datetime(2026, 11, 25, 18, 0)),  # the 24th is a day off
        (datetime(2026, 11, 27, 20, 0), datetime(2026, 11, 30, 18, 0)),  # Friday evening
        (datetime(2026, 11, 28, 9, 0), datetime(2026, 11, 30, 18, 0)),  # Saturday
        (datetime(2026, 11, 25, 16, 0), datetime(2026, 11, 26, 18, 0)),  # the next day, not the one after
    ],
)
def test_the_promise_names_the_end_of_a_working_day(said: datetime, due: datetime) -> None:
    assert promised(said) == due


def test_beyond_the_published_holidays_a_promise_is_provisional() -> None:
    now = datetime(2026, 12, 31, 12, 0, tzinfo=UTC)
    assert made(now).provisional
    assert not made(now - timedelta(days=3)).provisional


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 20), timezones=st.just(UTC)))
def test_a_promise_is_ahead_on_a_working_day_and_warned_of_before(now: datetime) -> None:
    given = made(now)
    assert Weekdays().works(given.due_at.astimezone(SHANGHAI).date())
    assert now < given.warn_at < given.due_at
    assert given.due_at - given.warn_at <= WARNING
    assert given.due_at - now <= timedelta(days=5)


@pytest.mark.parametrize(
    ("local", "zone", "utc"),
    [
        (
            datetime(2026, 3, 29, 2, 30),
            "Europe/Berlin",
            datetime(2026, 3, 29, 1, 0),
        ),  # gap: 03:00 summer time
        (datetime(2026, 10, 25, 2, 30), "Europe/Berlin", datetime(2026, 10, 25, 0, 30)),  # overlap: the first
        (datetime(2026, 11, 23, 18, 0), "Asia/Shanghai", datetime(2026, 11, 23, 10, 0)),
    ],
)
def test_a_wall_clock_time_is_one_instant(local: datetime, zone: str, utc: datetime) -> None:
    assert instant(local, zone) == utc.replace(tzinfo=UTC)


@given(st.datetimes(datetime(2026, 3, 29, 2, 0), datetime(2026, 3, 29, 2, 59, 59)))
def test_a_time_that_the_clock_leaves_out_is_the_first_that_it_shows(local: datetime) -> None:
    assert instant(local, "Europe/Berlin") == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert instant(local, "Europe/Berlin").tzinfo is UTC


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)), st.sampled_from(["Asia/Shanghai", "UTC"]))
def test_where_clocks_are_not_changed_every_wall_time_is_itself(local: datetime, zone: str) -> None:
    made = instant(local, zone)
    assert made.tzinfo is UTC
    assert made.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local


def test_a_short_promise_is_warned_of_half_way() -> None:
    now = datetime(2026, 11, 23, 6, 59, tzinfo=UTC)  # 14:59, due at 18:00
    assert made(now).warn_at == datetime(2026, 11, 23, 8, 29, 30, tzinfo=UTC)
    assert made(now).due_at.tzinfo is UTC


def test_a_quarter_of_an_hour_is_not_late_yet() -> None:
    at = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    assert not is_late(at, at + timedelta(minutes=15))


def test_a_tick_is_in_time_and_an_outage_is_late() -> None:
    at = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    assert not is_late(at, at + timedelta(seconds=2))
    assert is_late(at, at + timedelta(hours=24))
