"""Figures as rules: what a case counts as, on which day, what is hidden, and what a percentage may say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cases.events import FILED, OWN, Event
from domain.cases.table import Action, Part, State
from domain.numbers.boards import Board, board
from domain.numbers.formulas import FORMULAS, Mark, Rate, Share
from domain.numbers.periods import BadPeriod, Period, Span, next_monday, own, period
from domain.numbers.stories import Story, outcome
from domain.numbers.veil import FEWEST, hidden, small, veil

SHANGHAI = "Asia/Shanghai"
MONDAY = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
NOW = MONDAY + timedelta(days=30)
HOUR = timedelta(hours=1)

A, S = Action, State
Step = tuple[str, State | None, State, str | None]
TAKE: Step = (A.TAKE, S.FILED, S.TAKEN, None)
REPLY: Step = (A.REPLY, S.TAKEN, S.TAKEN, None)
FINISH: Step = (A.FINISH, S.TAKEN, S.FINISHED, None)
CONFIRM: Step = (A.CONFIRM, S.FINISHED, S.CONFIRMED, None)
PARTLY: Step = (A.PARTLY, S.FINISHED, S.PARTLY, None)
LAPSE: Step = (A.LAPSE, S.FINISHED, S.SILENT, None)
GOOD: Step = (A.RATE, S.CONFIRMED, S.CONFIRMED, "good")
REOPEN: Step = (A.REOPEN, S.CONFIRMED, S.TAKEN, None)
WITHDRAW: Step = (A.WITHDRAW, S.FILED, S.WITHDRAWN, None)


def told(
    *steps: Step, case: int = 1, at: datetime = MONDAY, reason: str | None = None, **more: object
) -> Story:
    """A case filed at `at`, with a step each hour; answered within two."""
    events, turn = [Event(1, case, 9, at, FILED, None, S.FILED, Part.REPORTER, 5, 7, 0, reason)], 0
    for number, (action, before, after, why) in enumerate(steps, 1):
        turn += action == A.REOPEN
        when = at + number * HOUR
        events.append(Event(1 + number, case, 9, when, action, before, after, Part.HANDLER, 5, 7, turn, why))
    known = {"bodies": frozenset({7}), "building_id": 3, "category": "lift", "excluded": None, **more}
    return Story(case, case, answer_by=at + 2 * HOUR, events=tuple(events), **known)  # type: ignore[arg-type]


def marks(*stories: Story, days: Period = WEEK) -> dict[str, int]:
    return {mark.value: count for mark, count in counted(stories, days).whole.raw.marks.items()}


def counted(stories: Sequence[Story], days: Period = WEEK) -> Board:
    return board(stories, days, SHANGHAI, NOW)


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (told(), {"late"}),
        (told(TAKE), {"late"}),
        (told(REPLY), {"in-time"}),
        (told(WITHDRAW), set()),
        (told(TAKE, FINISH), {"in-time"}),
        (told(TAKE, FINISH, CONFIRM), {"in-time", "solved", "unrated"}),
        (told(TAKE, FINISH, PARTLY), {"in-time", "partly", "unrated"}),
        (told(TAKE, FINISH, LAPSE), {"in-time", "silent", "unrated"}),
        (told(TAKE, FINISH, CONFIRM, GOOD), {"in-time", "solved", "good"}),
        (told(TAKE, FINISH, CONFIRM, GOOD, REOPEN), {"in-time"}),
        (told(TAKE, FINISH, CONFIRM, GOOD, REOPEN, FINISH, CONFIRM), {"in-time", "solved", "unrated"}),
    ],
)
def test_what_a_case_counts_as(story: Story, expected: set[str]) -> None:
    assert marks(story) == dict.fromkeys(expected, 1)


def test_silence_is_neither_solved_nor_satisfied_but_counts_among_both() -> None:
    whole = counted([told(TAKE, FINISH, LAPSE)] * 5).whole.raw
    assert whole.share(Rate.SOLVED) == Share(0, 5)
    assert whole.share(Rate.SATISFIED) == Share(0, 5)


def test_the_formulas_are_of_marks_that_exclude_each_other() -> None:
    assert {mark for formula in FORMULAS.values() for mark in formula.among} == set(Mark)
    assert sum(len(formula.among) for formula in FORMULAS.values()) == len(Mark)
    assert all(formula.counted < formula.among for formula in FORMULAS.values())


def test_who_has_time_left_owes_no_answer_yet() -> None:
    story = told()
    for now, expected in ((story.answer_by, None), (story.answer_by + timedelta(microseconds=1), Mark.LATE)):
        became = outcome(story, now)
        assert became is not None
        assert became.response is expected


def test_an_answer_at_the_hour_itself_is_in_time() -> None:
    story = replace(told(REPLY), answer_by=MONDAY + HOUR)
    became = outcome(story, NOW)
    assert became is not None
    assert became.response is Mark.IN_TIME


def test_a_day_ends_at_local_midnight() -> None:
    """23:59 in Shanghai on the 22nd is 15:59 in Greenwich; a minute later it is the next week there."""
    last = datetime(2026, 11, 22, 15, 59, 59, tzinfo=UTC)
    assert counted([told(at=last)]).whole.filed == 1
    assert counted([told(at=last + timedelta(seconds=1))]).whole.filed == 0
    first = datetime(2026, 11, 15, 16, 0, tzinfo=UTC)
    assert counted([told(at=first)]).whole.filed == 1
    assert counted([told(at=first - timedelta(seconds=1))]).whole.filed == 0


def test_reopened_twice_closed_once() -> None:
    story = told(TAKE, FINISH, CONFIRM, REOPEN, FINISH, CONFIRM, REOPEN, FINISH, CONFIRM)
    whole = counted([story]).whole
    assert (whole.filed, whole.closed, whole.reopened) == (1, 1, 2)
    assert whole.raw.share(Rate.SOLVED) == Share(1, 1)


def test_a_joint_case_counts_for_each_body_and_once_in_all() -> None:
    found = counted([told(REPLY, bodies=frozenset({7, 8}))])
    assert found.bodies[7].filed == found.bodies[8].filed == found.whole.filed == 1


def test_what_two_agreed_on_and_what_staff_reported_leave_the_adjusted_figures_alone() -> None:
    stories = [told(REPLY), told(excluded="duplicate"), told(reason=OWN)]
    found = counted(stories)
    assert found.left_out == {"duplicate": 1, OWN: 1}
    assert found.whole.raw.share(Rate.RESPONSE) == Share(1, 3)
    assert found.whole.adjusted.share(Rate.RESPONSE) == Share(1, 1)


@given(st.lists(st.integers(0, 80), max_size=12), st.integers(1, 6))
def test_the_days_add_up_to_their_week(hours: list[int], length: int) -> None:
    walks = ((), (REPLY,), (TAKE, FINISH, CONFIRM, GOOD), (TAKE, FINISH, CONFIRM, REOPEN, FINISH, LAPSE))
    stories = [
        told(*walks[number % 4], at=MONDAY + 2 * timedelta(hours=one), case=number)
        for number, one in enumerate(hours)
    ]
    days = [Period(WEEK.first + timedelta(days=n), WEEK.first + timedelta(days=n)) for n in range(7)]
    for mark in Mark:
        each = [counted(stories, day).whole.raw.count(mark) for day in days]
        assert sum(each) == counted(stories).whole.raw.count(mark)


@given(st.integers(0, 400), st.integers(0, 400))
def test_a_hundred_percent_is_all_of_them(part: int, more: int) -> None:
    share = Share(part, part + more)
    assert (share.percent == 100) is (more == 0 and part > 0)
    assert share.exact == (Fraction(part, part + more) if part + more else None)


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 12)), st.sets(st.integers(0, 9)))
def test_no_small_cell_is_seen_nor_told_by_the_total(sizes: dict[int, int], besides: set[int]) -> None:
    unseen = hidden(sizes, besides)
    assert not [key for key, size in sizes.items() if small(size) and key not in unseen]
    rest = sum(sizes[key] for key in unseen)
    assert rest == 0 or rest >= FEWEST or small(sum(sizes.values()))
    if len(unseen) == 1:
        assert sum(1 for size in sizes.values() if size) == 1


def test_four_are_hidden_and_five_are_shown() -> None:
    four = [told(REPLY, case=number, category="pipe") for number in range(4)]
    five = [told(REPLY, case=number) for number in range(5)]
    only = veil(counted(four))
    assert only.whole[Rate.RESPONSE].raw is None
    assert veil(counted(five)).whole[Rate.RESPONSE].raw == Share(5, 5)
    both = veil(counted([*four, *five]))
    assert both.whole[Rate.RESPONSE].raw == Share(9, 9)
    assert both.categories["pipe"][Rate.RESPONSE].raw is None
    assert both.categories["lift"][Rate.RESPONSE].raw is None  # nine less five would tell of the four


DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(DAYS)
def test_spans_hold_their_day_and_follow_each_other(today: date) -> None:
    week, before = period(Span.WEEK, today), period(Span.LAST_WEEK, today)
    month, earlier = period(Span.MONTH, today), period(Span.LAST_MONTH, today)
    assert week.first <= today <= week.last
    assert month.first <= today <= month.last
    assert before.last + timedelta(days=1) == week.first
    assert earlier.last + timedelta(days=1) == month.first
    assert all(one.whole for one in (week, before, month, earlier))
    assert Period.unpacked(week.packed()) == week


@pytest.mark.parametrize(("first", "last"), [(2, 1), (30, 31), (-400, 1)])
def test_days_turned_round_ahead_or_too_many_are_refused(first: int, last: int) -> None:
    today = date(2026, 11, 20)
    with pytest.raises(BadPeriod):
        own(today + timedelta(days=first), today + timedelta(days=last), today)


@given(DAYS, st.integers(0, 86_399), st.sampled_from([SHANGHAI, "America/New_York", "Europe/Berlin"]))
def test_the_digest_is_planned_for_a_monday_at_nine(day: date, second: int, zone: str) -> None:
    now = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=second)
    at = next_monday(now, zone)
    local = at.astimezone(ZoneInfo(zone))
    assert now < at <= now + timedelta(days=7, hours=1)
    assert (local.weekday(), local.hour, local.minute) == (0, 9, 0)
