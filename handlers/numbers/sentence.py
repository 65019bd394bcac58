"""Which days somebody means, and which body promises what."""

import re
from datetime import date

from domain.numbers.periods import BadPeriod, Period, Span
from handlers.commands import listed
from handlers.presses import base36
from handlers.setup.wording import KNOWN

SPANS = (
    (Span.LAST_WEEK, "numbers-say-last-week"),
    (Span.LAST_MONTH, "numbers-say-last-month"),
    (Span.MONTH, "numbers-say-month"),
    (Span.WEEK, "numbers-say-week"),
)
"""The key whose text lists how a span is called; "last month" is looked for before "month"."""

_DAY = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})(?!\d)")
_APART = re.compile(r"[\s:\uff1a,\uff0c]+")


def days(text: str) -> Period | None:
    """Two dates that were said, in figures; None where there are not two. Raises BadPeriod."""
    found = [tuple(map(int, match.groups())) for match in _DAY.finditer(text)]
    if len(found) < 2:
        return None
    try:
        return Period(date(*found[0]), date(*found[1]))
    except ValueError:
        raise BadPeriod(days=0) from None


def span(text: str) -> Span:
    """The span that was named; this week where none was."""
    said = text.lower()
    named = (one for one, key in SPANS if any(word in said for word in listed(key)))
    return next(named, Span.WEEK)


def packed(what: str, period: Period) -> str:
    """A choice on a button: what to do with which days."""
    return f"{what}-{base36(period.first.toordinal())}-{base36(period.last.toordinal())}"


def unpacked(extra: str) -> tuple[str, tuple[date, date]] | None:
    """Back from what `packed` made; None where it is none."""
    what, *found = extra.split("-")
    if len(found) != 2 or not all(one.isalnum() for one in found):
        return None
    first, last = (int(one, 36) for one in found)
    if not (0 < first < date.max.toordinal() and 0 < last < date.max.toordinal()):
        return None
    return what, (date.fromordinal(first), date.fromordinal(last))


def promised(text: str) -> tuple[str, str]:
    """The body that is named at the head, by a kind's value or by its own name, and what it promises."""
    name, words = [*_APART.split(text.strip(), maxsplit=1), ""][:2]
    kind = next((kind.value for kind, key in KNOWN.items() if name.lower() in listed(key)), name)
    return kind, words.strip()
