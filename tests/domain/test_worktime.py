"""Working time to the minute: slots, days off, days on, clocks that are changed; and sets of limits."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cases.clocks import Pause, reckon
from domain.cases.presets import PRESETS, ClockKind, Limit, Preset, Unit, preset_of
from domain.cases.rules import Grade
from domain.cases.table import State
from domain.kernel.worktime import BadSlots, OwnDays, Slot, WorkingTime, fit, read, written
from knowledge.calendar import WorkingCalendar

SHANGHAI = "Asia/Shanghai"
SPLIT = read("09:00-12:00,14:00-18:00")
HOURS = WorkingTime(WorkingCalendar(), SPLIT, SHANGHAI)


def at(month: int, day: int, hour: int, minute: int = 0, zone: str = SHANGHAI, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


@pytest.mark.parametrize(
    ("start", "work", "end"),
    [
        (at(11, 23, 9), 180, at(11, 23, 12)),  # to the very end of a slot
        (at(11, 23, 9), 181, at(11, 23, 14, 1)),  # over lunch
        (at(11, 23, 11, 30), 60, at(11, 23, 14, 30)),
        (at(11, 27, 17, 59), 2, at(11, 30, 9, 1)),  # over a weekend
        (at(11, 23, 12, 30), 1, at(11, 23, 14, 1)),  # begun at lunch
        (at(9, 30, 17), 120, at(10, 8, 10)),  # over the National Day holidays
        (at(10, 9, 17), 120, at(10, 10, 10)),  # a Saturday that is worked for them
    ],
)
def test_working_time_is_counted_in_slots_of_working_days(start: datetime, work: int, end: datetime) -> None:
    assert HOURS.add(start, minutes(work)) == end
    assert HOURS.between(start, end) == minutes(work)


def test_days_of_ones_own_go_before_those_of_everybody() -> None:
    own = OwnDays(WorkingCalendar(), {date(2026, 11, 24): False, date(2026, 11, 28): True})
    hours = WorkingTime(own, SPLIT, SHANGHAI)
    assert hours.add(at(11, 23, 17), minutes(120)) == at(11, 25, 10)
    assert hours.add(at(11, 27, 17), minutes(120)) == at(11, 28, 10)


@pytest.mark.parametrize(
    ("slots", "zone", "start", "hours"),
    [
        ("00:00-24:00", "Europe/Berlin", datetime(2026, 10, 25), 25),  # an hour twice
        ("00:00-24:00", "Europe/Berlin", datetime(2026, 3, 29), 23),  # an hour not at all
        ("01:00-02:30", "Europe/Berlin", datetime(2026, 10, 25), 1.5),  # shut when 02:30 is first shown
        ("02:30-04:00", "Europe/Berlin", datetime(2026, 10, 25), 2.5),
        ("02:15-02:45", "Europe/Berlin", datetime(2026, 3, 29), 0),  # never shown
        ("00:00-24:00", "Africa/Cairo", datetime(2026, 10, 29), 25),  # midnight is an hour later
    ],
)
def test_nights_on_which_clocks_are_changed(slots: str, zone: str, start: datetime, hours: float) -> None:
    always = OwnDays(WorkingCalendar(), {start.date(): True})
    here = WorkingTime(always, read(slots), zone)
    begins = start.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    ends = (start + timedelta(days=1)).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    assert here.between(begins, ends) == timedelta(hours=hours)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC)), st.integers(0, 5000)
)
def test_adding_and_counting_are_each_others_inverse(start: datetime, work: int) -> None:
    end = HOURS.add(start, minutes(work))
    assert HOURS.between(start, end) == minutes(work)
    if work:
        assert HOURS.between(start, end - timedelta(microseconds=1)) < minutes(work)


@pytest.mark.parametrize(
    "slots",
    [
        [],
        [Slot(540, 540)],
        [Slot(600, 540)],
        [Slot(840, 1080), Slot(540, 720)],
        [Slot(540, 720), Slot(700, 800)],
        [Slot(0, 1441)],
        [Slot(-1, 5)],
        [Slot(one * 60, one * 60 + 30) for one in range(7)],
    ],
)
def test_slots_lie_in_a_day_ascend_and_do_not_overlap(slots: list[Slot]) -> None:
    with pytest.raises(BadSlots):
        fit(slots)


def test_slots_are_kept_as_they_are_written() -> None:
    assert written(SPLIT) == "09:00-12:00,14:00-18:00"
    assert read(written(fit([Slot(0, 1440)]))) == (Slot(0, 1440),)


def test_work_begins_again_after_lunch_and_after_a_holiday() -> None:
    assert HOURS.opening(at(11, 23, 10)) is None
    assert HOURS.opening(at(11, 23, 12)) == at(11, 23, 14)
    assert HOURS.opening(at(9, 30, 18)) == at(10, 8, 9)


def paused(since: datetime, until: datetime | None) -> Pause:
    return Pause(1, 1, State.WAITING, since, until)


@pytest.mark.parametrize(
    ("pauses", "end"),
    [
        ([], at(11, 23, 16)),
        ([(at(11, 23, 10), at(11, 23, 11))], at(11, 23, 17)),
        ([(at(11, 23, 12), at(11, 23, 14))], at(11, 23, 16)),  # nobody worked meanwhile
        ([(at(11, 23, 11), at(11, 24, 10))], at(11, 24, 15)),
        ([(at(11, 23, 16), at(11, 24, 10))], at(11, 23, 16)),  # it had run out
        ([(at(11, 20, 9), at(11, 23, 10))], at(11, 23, 17)),  # it had begun before
        ([(at(11, 23, 10), None)], at(11, 23, 16)),
        ([(at(11, 23, 9), at(11, 23, 10)), (at(11, 23, 16, 30), at(11, 23, 17))], at(11, 23, 17, 30)),
    ],
)
def test_a_pause_moves_the_hour_by_what_it_took(
    pauses: list[tuple[datetime, datetime | None]], end: datetime
) -> None:
    made = reckon(Limit(300, Unit.WORK), at(11, 23, 9), [paused(*one) for one in pauses], HOURS)
    assert (made.due_at, made.minutes) == (end, 300)


def test_danger_runs_by_night_and_is_paused_by_the_wall_clock() -> None:
    danger = PRESETS[Preset.QUICK][Grade.DANGER].solution
    night = at(10, 1, 2)
    assert reckon(danger, night, (), HOURS).due_at == at(10, 1, 4)
    assert reckon(danger, night, [paused(at(10, 1, 3), at(10, 1, 5))], HOURS).due_at == at(10, 1, 6)
    assert not reckon(danger, at(1, 1, 2, year=2031), (), HOURS).provisional


@pytest.mark.parametrize(
    ("preset", "grade", "ends"),
    [
        (Preset.HOTLINE, Grade.SUPPLY, (at(11, 23, 11), at(11, 23, 21), at(11, 24, 9))),
        (Preset.HOTLINE, Grade.ORDINARY, (at(11, 23, 18), at(11, 25, 18), at(12, 1, 18))),
        (Preset.HOTLINE, Grade.COMPLEX, (at(11, 23, 18), at(11, 27, 18), at(12, 11, 18))),
        (Preset.QUICK, Grade.ORDINARY, (at(11, 23, 10), at(11, 23, 18), at(11, 25, 18))),
        (Preset.DEFAULT, Grade.ORDINARY, (at(11, 23, 18), at(11, 24, 18), at(11, 23, 18))),
    ],
)
def test_each_preset_says_what_its_source_says(
    preset: Preset, grade: Grade, ends: tuple[datetime, datetime, datetime]
) -> None:
    limits = PRESETS[preset][grade]
    assert tuple(limits.of(kind).due(at(11, 23, 9), HOURS) for kind in ClockKind) == ends


def test_every_preset_has_limits_for_every_grade() -> None:
    assert all(set(PRESETS[preset]) == set(Grade) for preset in Preset)
    assert preset_of("quick") is Preset.QUICK
    assert preset_of("nothing of ours") is Preset.DEFAULT


def test_beyond_the_published_holidays_an_hour_is_provisional() -> None:
    assert reckon(Limit(7, Unit.DAYS), at(12, 30, 9), (), HOURS).provisional
    assert not reckon(Limit(1, Unit.DAYS), at(12, 30, 9), (), HOURS).provisional
