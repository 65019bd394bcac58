"""What a steward says of working time: slots of a day, a day off or on, a set of time limits. Whole sentences
only, so that no report that happens to name an hour is taken for one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MINUTES = 60
HALF_DAY = 12
LONGEST = 120
"""Characters of such a sentence at the most."""

_WIDE = str.maketrans("０１２３４５６７８９：，、；～—–－至到", "0123456789:,,,------")
_HEAD = r"(?:工作时间|上班时间|上班|working\s+(?:hours|time)|office\s+hours)"
_PART = r"(?:(?P<{0}part>上午|早上|中午|下午|晚上)\s*)?"
_CLOCK = _PART + r"(?P<{0}hour>2[0-4]|[01]?\d)\s*(?:[:.点时]\s*(?P<{0}minute>[0-5]\d|半)?\s*分?)?"
_SLOT = re.compile(rf"{_CLOCK.format('a')}\s*-+\s*{_CLOCK.format('b')}")
_LATE = ("下午", "晚上")
_BETWEEN = re.compile(r"[\s,和]*")
_TABLE = re.compile(rf"{_HEAD}\s*(?:是|改成|改为|:|to)?\s*(?P<slots>.*\d.*)", re.IGNORECASE)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"(?P<{{0}}>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAYS = (
    r"(?:(?P<year>\d{4})\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?",
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
    rf"{_NAME.format('name')}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_NAME.format('name')}(?:,?\s+(?P<year>\d{{4}}))?",
)
_WHAT = {
    "off": "休息|放假|不上班|歇业|off|closed|holiday|day off",
    "on": "照常上班|正常上班|要上班|调休上班|上班|不休息|on|open|works?|working|working day",
    "usual": "照旧|恢复|跟大家一样|as usual|usual",
}
_SAYS = "|".join(f"(?P<{what}>{words})" for what, words in _WHAT.items())
_DAY = [re.compile(rf"{day}\s*[,:]?\s*(?:{_SAYS})", re.IGNORECASE) for day in _DAYS]

_PRESETS = {"default": "默认|照旧|原来的|default|usual", "hotline": "12345", "quick": "1130"}
_CHOICES = "|".join(f"(?P<{name}>{words})" for name, words in _PRESETS.items())
_LIMITS = re.compile(
    rf"(?:办理)?(?:时限|time\s+limits?)\s*(?:用|按|改成|改为|:|to)?\s*(?:{_CHOICES})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Table:
    """Working hours were said: minutes of the day at which each slot begins and ends."""

    slots: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A day was said to be "on", "off" or "usual"; `year` where it was named."""

    month: int
    day: int
    year: int | None
    what: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A set of time limits was named, by its code."""

    preset: str


def parse(text: str) -> Table | SaidDay | Choice | None:
    """What the sentence sets; None where it is none of these."""
    said = text.translate(_WIDE).strip().rstrip("。.!！")
    if not said or len(said) > LONGEST:
        return None
    return _choice(said) or _day(said) or _table(said)


def slots(text: str) -> Table | None:
    """Slots alone, as they answer a question: "9-12 14-18"."""
    return _slots(text.translate(_WIDE).strip()) if len(text) <= LONGEST else None


def _choice(said: str) -> Choice | None:
    match = _LIMITS.fullmatch(said)
    return Choice(next(name for name in _PRESETS if match[name])) if match is not None else None


def _day(said: str) -> SaidDay | None:
    match = next((found for found in (pattern.fullmatch(said) for pattern in _DAY) if found), None)
    if match is None:
        return None
    named = match.groupdict()
    name, year = named.get("name"), named["year"]
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(named["month"])
    what = next(what for what in _WHAT if named[what])
    return SaidDay(month, int(named["day"]), int(year) if year else None, what)


def _table(said: str) -> Table | None:
    match = _TABLE.fullmatch(said)
    return _slots(match["slots"].strip()) if match is not None else None


def _slots(said: str) -> Table | None:
    found = list(_found(said))
    return Table(tuple(found)) if found and None not in found else None  # type: ignore[arg-type]


def _found(said: str) -> Iterator[tuple[int, int] | None]:
    """Each slot; None where something else stands between them."""
    at = 0
    while at < len(said):
        match = _SLOT.match(said, at)
        if match is None:
            yield None
            return
        yield _minute(match, "a"), _minute(match, "b", match["apart"])
        between = _BETWEEN.match(said, match.end())
        at = between.end() if between is not None else match.end()


def _minute(match: re.Match[str], edge: str, before: str | None = None) -> int:
    """The minute of the day; "2 to 6 in the afternoon" says its part once."""
    hour, said = int(match[f"{edge}hour"]), match[f"{edge}minute"]
    late = (match[f"{edge}part"] or before) in _LATE
    minute = 30 if said == "半" else int(said or 0)
    return (hour + HALF_DAY * int(late and hour < HALF_DAY)) * MINUTES + minute
