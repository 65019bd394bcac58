"""Working days: holidays and 调休 as published, own days on top, weekdays beyond the published years."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from chinese_calendar import is_workday
from chinese_calendar.constants import holidays

KNOWN_YEARS = range(min(holidays).year, max(holidays).year + 1)
"""Years whose holidays the installed chinesecalendar has from the State Council's notices."""

SATURDAY = 5
NO_DAYS: Mapping[date, bool] = MappingProxyType({})


class WorkingCalendar:
    """Satisfies the domain's WorkingCalendar; `own` maps a day to whether people work on it here."""

    def __init__(self, own: Mapping[date, bool] = NO_DAYS) -> None:
        self._own = dict(own)

    def works(self, day: date) -> bool:
        """Whether `day` is a working day: own days first, then what was published, then the weekday."""
        own = self._own.get(day)
        if own is not None:
            return own
        if day.year in KNOWN_YEARS:
            return bool(is_workday(day))
        return day.weekday() < SATURDAY

    def known(self, day: date) -> bool:
        """Whether the answer for `day` is settled: an own day, or a year whose holidays are published."""
        return day in self._own or day.year in KNOWN_YEARS
