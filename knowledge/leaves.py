"""From which day to which somebody is away, in their own words."""

import re
from datetime import date, timedelta

from knowledge.days import days
from knowledge.numerals import worth

_FOR = re.compile(
    r"(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})\s*(?P<what>天|日|个?星期|周)(?!前|后)"
)
_FOR_ENGLISH = re.compile(r"for\s+(?P<count>[0-9]{1,2})\s+(?P<what>days?|weeks?)", re.IGNORECASE)
WEEK = 7


def leave(text: str, today: date) -> tuple[date, date] | None:
    """First and last day, both whole; None where no day is named or it is over before it began."""
    named = list[tuple[tuple[int, int], date]]()
    for day in sorted(days(text, today), key=lambda one: (one.span[0], -one.span[1])):
        if day.date is not None and (not named or day.span[0] >= named[-1][0][1]):
            named.append((day.span, day.date))
    length = _length(text)
    if not named and length is None:
        return None
    first = named[0][1] if named else today
    if len(named) > 1:
        last = named[1][1]
        while last < first and (first - last).days < WEEK:
            last += timedelta(days=WEEK)  # "Thursday to Tuesday"
    else:
        last = first + timedelta(days=(length or 1) - 1)
    return (first, last) if first <= last else None


def _length(text: str) -> int | None:
    found = _FOR.search(text) or _FOR_ENGLISH.search(text)
    if found is None:
        return None
    count = int(found["count"]) if found["count"].isdecimal() else worth(found["count"])
    weeks = found["what"] not in ("天", "日") and not found["what"].lower().startswith("day")
    return count * (WEEK if weeks else 1)
