"""Working days: holidays, the Saturdays that are worked for them, own days, and years not yet published."""

from datetime import date

import pytest

from knowledge.calendar import KNOWN_YEARS, WorkingCalendar

PLAIN = WorkingCalendar()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 3, 2), True),  # a Monday
        (date(2026, 3, 7), False),  # a Saturday
        (date(2026, 10, 1), False),  # National Day, a Thursday
        (date(2026, 10, 10), True),  # a Saturday worked for it
        (date(2026, 2, 17), False),  # Spring Festival, a Tuesday
        (date(2025, 9, 28), True),  # a Sunday worked for National Day 2025
        (date(2024, 2, 29), True),  # a Thursday in a leap year
    ],
)
def test_published_days(day: date, works: bool) -> None:
    assert PLAIN.works(day) is works
    assert PLAIN.known(day)


def test_beyond_the_published_years_weekdays_answer_and_say_that_they_guess() -> None:
    beyond = date(KNOWN_YEARS.stop, 10, 1)
    assert PLAIN.works(beyond) is (beyond.weekday() < 5)
    assert not PLAIN.known(beyond)
    before = date(KNOWN_YEARS.start - 1, 10, 1)
    assert not PLAIN.known(before)


def test_the_last_published_day_and_the_first_unpublished_one() -> None:
    assert PLAIN.known(date(KNOWN_YEARS.stop - 1, 12, 31))
    assert not PLAIN.known(date(KNOWN_YEARS.stop, 1, 1))


def test_own_days_go_before_what_was_published() -> None:
    holiday, monday, far = date(2026, 10, 1), date(2026, 3, 2), date(KNOWN_YEARS.stop + 5, 5, 5)
    own = WorkingCalendar({holiday: True, monday: False, far: False})
    assert own.works(holiday)
    assert not own.works(monday)
    assert not own.works(far)
    assert own.known(far)
    assert own.works(date(2026, 3, 3))
