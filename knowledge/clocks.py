"""Words that name an hour of the day, and parts of the day that say which half is meant."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.numerals import worth

MORNING, DAWN, NOON = "morning", "dawn", "noon"
AFTERNOON, EVENING = "afternoon", "evening"
AM, PM = "am", "pm"

HALF_DAY = 12
LAST_OF_NIGHT = 4
"""Until this hour, "at night" belongs to the night that began the day before."""

FIRST_OF_MORNING = 7
"""A bare hour before this one is in the afternoon: neighbours do not meet at five in the morning."""

_PARTS = {
    MORNING: "清晨|早晨|早上|上午|早",
    DAWN: "凌晨",
    NOON: "中午|正午",
    AFTERNOON: "下午|午后|傍晚",
    EVENING: "晚上|晚间|夜里|夜间|半夜|深夜|午夜|晚",
}
_ENGLISH_PARTS = {MORNING: "morning", AFTERNOON: "afternoon", EVENING: "evening|night"}

_CHINESE = "|".join(f"(?P<{name}>{words})" for name, words in _PARTS.items())
_BEFORE = f"(?:{_CHINESE})?"
_LATER = (
    r"(?:\s*(?i:(?P<am>a\.?m(?![a-z])\.?)|(?P<pm>p\.?m(?![a-z])\.?)|in the (?:(?P<e_morning>morning)"
    r"|(?P<e_afternoon>afternoon)|(?P<e_evening>evening))))"
)

# Three points of advice are no three o'clock, and "a bit" is no one o'clock.
_NOT_AN_HOUR = r"(?!\s*(?:建议|意见|要求|原因|注意|希望|说明|内容|好处|问题|理由|名|儿))"
_MINUTES = (
    r"(?:\s*(?P<half>半)|\s*(?P<quarters>[一三])刻|\s*(?:过|零)?(?P<minute>"
    r"[0-5][0-9](?=分|(?![0-9点时:]|\s*[个人名位户块元米天]))"
    r"|[一二三四五]?十[一二三四五六七八九]?(?![个人名位户块元米天点])"
    r"|[零〇]?[一二三四五六七八九](?=分))分?)?"
)
_HOUR = r"(?:2[0-4]|[01]?[0-9])"
_SEPARATOR = r"\s*(?:到|至|-|–|—|~|～|(?i:to\b))\s*"


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour that was named. `open` means that either half of the day may be meant, `weak` that it is an
    hour only next to a day."""

    span: tuple[int, int]
    hour: int
    minute: int
    part: str | None
    open: bool
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day that was named."""

    span: tuple[int, int]
    part: str


def clocks(text: str) -> Iterator[Clock]:
    """Every hour that a pattern sees, overlapping ones too."""
    for pattern in _CLOCKS:
        for match in pattern.finditer(text):
            yield _clock(match)
    for pattern, hour in _NAMED:
        for match in pattern.finditer(text):
            yield Clock(match.span(), hour, 0, _part(match), open=False)


def parts(text: str) -> Iterator[Part]:
    """Every part of the day that is named."""
    for match in _PART.finditer(text):
        part = _part(match)
        assert part is not None  # each alternative of the pattern has a name
        yield Part(match.span(), part)


def minutes(clock: Clock, part: str | None) -> int:
    """Minutes after the day's beginning, a day's worth or more when the night after it is meant."""
    hour = clock.hour
    if hour <= HALF_DAY:
        hour = _HALVES[part](hour) if part else _bare(clock)
    return hour * 60 + clock.minute


def _bare(clock: Clock) -> int:
    return clock.hour + HALF_DAY * (clock.open and 0 < clock.hour < FIRST_OF_MORNING)


def _evening(hour: int) -> int:
    if hour in (0, HALF_DAY):
        return 2 * HALF_DAY
    return hour + (2 * HALF_DAY if hour <= LAST_OF_NIGHT else HALF_DAY)


_HALVES: Mapping[str, Callable[[int], int]] = {
    MORNING: lambda hour: hour,
    DAWN: lambda hour: hour % HALF_DAY,
    AM: lambda hour: hour % HALF_DAY,
    NOON: lambda hour: hour + HALF_DAY * (0 < hour <= LAST_OF_NIGHT),
    AFTERNOON: lambda hour: hour % HALF_DAY + HALF_DAY,
    PM: lambda hour: hour % HALF_DAY + HALF_DAY,
    EVENING: _evening,
}


def _clock(match: re.Match[str]) -> Clock:
    found = match.groupdict()
    written = match["hour"]
    hour = worth(written)
    part = _part(match)
    return Clock(
        match.span(),
        min(hour, 2 * HALF_DAY),
        _minute(found) if hour < 2 * HALF_DAY else 0,
        part,
        open=hour <= HALF_DAY and not written.startswith("0"),
        weak=bool(found.get("weak")) or (written == "一" and part is None and match[0] == "一点"),
    )


def _minute(found: Mapping[str, str | None]) -> int:
    if found.get("half"):
        return 30
    if quarters := found.get("quarters"):
        return 15 * worth(quarters)
    return worth(found.get("minute") or "0")


def _part(match: re.Match[str]) -> str | None:
    named = (name.removeprefix("e_") for name, words in match.groupdict().items() if words)
    return next((name for name in named if name in _HALVES), None)


_NUMBER_HOUR = rf"(?P<hour>(?<![0-9.]){_HOUR}|二十[一二三四]?|十[一二]|[零〇一二两三四五六七八九十])"

_CLOCKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BEFORE}\s*{_NUMBER_HOUR}\s*点(?:钟|整)?{_NOT_AN_HOUR}{_MINUTES}",
        rf"{_BEFORE}\s*(?<![0-9.])(?P<hour>{_HOUR})时(?:(?P<minute>[0-5]?[0-9])分|整)?",
        rf"{_BEFORE}\s*(?<![0-9.:/])(?P<hour>{_HOUR})[:](?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:]){_LATER}?",
        rf"(?<![0-9.:/A-Za-z])(?P<hour>1[0-2]|0?[1-9]){_LATER}",
        rf"(?i)(?<![0-9.:/])\b(?P<hour>{_HOUR}) o'?clock\b",
        r"(?i)(?<=\bat )(?P<weak>(?P<hour>1[0-2]|[1-9]))(?![0-9:.]|\s*[a-z])",
        rf"{_BEFORE}\s*(?<![0-9.:/-])(?P<hour>{_HOUR})(?={_SEPARATOR}(?:{_HOUR})\s*(?:点|(?i:[ap]\.?m(?![a-z]))))",
        rf"{_BEFORE}\s*(?P<hour>十[一二]?|[一二两三四五六七八九])(?=[到至](?:十[一二]?|[一二两三四五六七八九])点)",
    )
)
_NAMED = tuple(
    (re.compile(pattern), hour)
    for pattern, hour in (
        (r"正午(?!\s*[0-9一二两十])|(?i:\bnoon\b)", HALF_DAY),
        (rf"{_BEFORE}零点(?![0-9])", 0),
        (r"(?i:\bmidnight\b)", 2 * HALF_DAY),
    )
)
_ENGLISH = "|".join(f"(?P<e_{name}>{words})" for name, words in _ENGLISH_PARTS.items())
_PART = re.compile(rf"{_CHINESE}|\b(?i:{_ENGLISH})\b")
