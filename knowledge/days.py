"""Words that name a day: tomorrow, Saturday, the 28th, the end of the month, in three days."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.clocks import EVENING
from knowledge.numerals import ENGLISH, NUMERAL, worth

WEEK = 7
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

_NEAR = {"今": 0, "明": 1, "后": 2, "大后": 3, "昨": -1, "前": -2}
_NEAR_ENGLISH = {"today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2, "yesterday": -1}
_WEEKDAY_SIGNS = "一二三四五六日天"
_SUNDAY = 6

# What follows a number of a house, a line, a lift or a sum of money, and so is no day.
_NOT_A_DAY = r"(?!\s*[楼栋幢座院门线机室厅桌房车柜梯单口店铺库电])"
_NOT_A_DATE = r"(?![0-9./]|\s*[点时:元块米人个名位户份度万折的%])"

_ENGLISH_MONTH = r"(?P<month>(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|May)\.?"
_ENGLISH_NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(ENGLISH)})"
_FULL_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT_WEEKDAY = r"(?:Mon|MON|Tue|Tues|TUE|Wed|WED|Thu|Thur|Thurs|THU|Fri|FRI|fri|Sat|SAT|Sun|SUN)\b\.?"


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was named; `rolls` means that it may be the one a week later; `part` as in clocks."""

    span: tuple[int, int]
    date: date | None
    rolls: bool = False
    part: str | None = None


Reading = Callable[[re.Match[str], date], date | None]


def days(text: str, today: date) -> Iterator[Day]:
    """Every day that a pattern sees, overlapping ones too; no date where there is no such day."""
    for pattern, reading in _PATTERNS:
        for match in pattern.finditer(text):
            yield Day(match.span(), _checked(reading, match, today), reading is _next_weekday, _part(match))


def _checked(reading: Reading, match: re.Match[str], today: date) -> date | None:
    try:
        return reading(match, today)
    except (ValueError, OverflowError):
        return None


def _part(match: re.Match[str]) -> str | None:
    return EVENING if match.groupdict().get("night") else None


def _near(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=_NEAR[match["near"]])


def _near_english(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=_NEAR_ENGLISH[match["near"].lower().removeprefix("the ")])


def _weekday(match: re.Match[str]) -> int:
    word = match["weekday"]
    if word[:3].lower() in WEEKDAYS:
        return WEEKDAYS.index(word[:3].lower())
    return int(word) - 1 if word.isdigit() else min(_WEEKDAY_SIGNS.index(word), _SUNDAY)


def _next_weekday(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=(_weekday(match) - today.weekday()) % WEEK)


def _this_weekday(match: re.Match[str], today: date) -> date:
    # Another function than the bare weekday's, so that "this Friday" on a Friday stays today.
    return _next_weekday(match, today)


def _weekday_of_week(match: re.Match[str], today: date) -> date:
    which = match["week"].lower()
    ahead = which.count("下") + (which == "next") - which.count("上")
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=WEEK * ahead + _weekday(match))


def _dated(match: re.Match[str], today: date) -> date:
    month, day = match["month"], int(match["day"])
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    if match["year"]:
        return date(int(match["year"]), number, day)
    # The nearest one: the 5th of January, said in November, is ahead.
    around = [date(year, number, day) for year in _years(today, number, day)]
    return min(around, key=lambda found: abs((found - today).days))


def _years(today: date, month: int, day: int) -> list[int]:
    """The years around that have such a day; the 29th of February is not in every one."""
    years = range(today.year - 4, today.year + 5)
    return [year for year in years if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]]


def _day_of_month(match: re.Match[str], today: date) -> date | None:
    if match["of"]:
        first = _month_after(today, int("下" in match["of"]))
        return first.replace(day=int(match["day"]))
    for ahead in range(3):  # two months in a row never lack a day
        first = _month_after(today, ahead)
        if int(match["day"]) > calendar.monthrange(first.year, first.month)[1]:
            continue
        found = first.replace(day=int(match["day"]))
        if found >= today:
            return found
    return None


def _end_of_month(match: re.Match[str], today: date) -> date:
    first = _month_after(today, int("下" in (match["of"] or "") or "next" in match[0].lower()))
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _month_after(today: date, ahead: int) -> date:
    months = today.year * 12 + today.month - 1 + ahead
    return date(months // 12, months % 12 + 1, 1)


def _after(match: re.Match[str], today: date) -> date:
    unit = match["unit"].lower()
    week = unit[0] in "周星礼w"
    return today + timedelta(days=worth(match["many"]) * (WEEK if week else 1))


_CHINESE_WEEK = r"(?:周|週|星期|礼拜)"
_CHINESE_WEEKDAY = rf"(?P<weekday>[{_WEEKDAY_SIGNS}]|[1-7](?![0-9次个:点.]))"
_OF_MONTH = r"(?P<of>(?:本|这个?|下个?)月)"

_SHORT = "|".join(WEEKDAYS)
_YEAR_AFTER = r"(?:,?\s*(?P<year>20[0-9]{2})\b)?"
_ORDINAL = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH_NUMBER = r"(?P<month>1[0-2]|0?[1-9])"
_NO_NUMBER_BEFORE = r"(?<![0-9./:$¥￥-])"

_WRITTEN: tuple[tuple[str, Reading], ...] = (
    (
        r"(?<![以之最然午过背])(?P<near>大后|[今明后昨前])(?:[天日儿](?!气)|(?=[晚早]))",
        _near,
    ),
    (
        r"(?i)\b(?P<near>(?:the )?day after tomorrow|today|tomorrow|yesterday|(?P<night>tonight))\b",
        _near_english,
    ),
    (rf"(?<![每上下一二两三四五六七八九十0-9本这]){_CHINESE_WEEK}{_CHINESE_WEEKDAY}", _next_weekday),
    (rf"(?P<week>本|这一?个?|下{{1,2}}个?|上个?){_CHINESE_WEEK}{_CHINESE_WEEKDAY}", _weekday_of_week),
    (rf"\b(?:(?i:on)\s+)?(?P<weekday>(?i:{_FULL_WEEKDAY})\b|{_SHORT_WEEKDAY})", _next_weekday),
    (rf"(?i)\bthis (?:coming )?(?P<weekday>{_FULL_WEEKDAY}|{_SHORT})\b", _this_weekday),
    (rf"(?i)\b(?P<week>next) (?P<weekday>{_FULL_WEEKDAY}|{_SHORT})\b", _weekday_of_week),
    (
        rf"(?<![0-9.])(?:(?P<year>[0-9]{{4}})\s*年\s*)?{_MONTH_NUMBER}\s*月\s*(?P<day>[0-9]{{1,2}})(?![0-9])[日号]?",
        _dated,
    ),
    (
        r"(?<![0-9./-])(?P<year>20[0-9]{2})(?P<sep>[-./])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})(?![0-9])",
        _dated,
    ),
    (rf"{_NO_NUMBER_BEFORE}(?P<year>){_MONTH_NUMBER}/(?P<day>[0-3]?[0-9]){_NOT_A_DATE}", _dated),
    # Two digits after the dot: 1.9 may be the first choice of a poll, or a price.
    (rf"{_NO_NUMBER_BEFORE}(?P<year>){_MONTH_NUMBER}\.(?P<day>[0-3][0-9]){_NOT_A_DATE}", _dated),
    (rf"\b{_ENGLISH_MONTH}\s*{_ORDINAL}\b{_YEAR_AFTER}", _dated),
    (rf"(?<![0-9.:])\b{_ORDINAL}\s+(?:of )?{_ENGLISH_MONTH}\b{_YEAR_AFTER}", _dated),
    (
        rf"(?<![0-9月.路街弄巷道院村楼栋年-])(?:{_OF_MONTH}\s*)?(?P<day>3[01]|[12][0-9]|0?[1-9])[号日]{_NOT_A_DAY}",
        _day_of_month,
    ),
    (r"(?P<of>本|这个?|下个?)?月[底末]", _end_of_month),
    (r"(?i)\b(?:the )?end of (?:the|this|next) month(?P<of>)\b", _end_of_month),
    (rf"(?:过\s*)?(?P<many>{NUMERAL})\s*个?(?P<unit>天|周|星期|礼拜)(?:之|以)?后", _after),
    (rf"(?i)\bin (?P<many>{_ENGLISH_NUMBER}) (?P<unit>day|week)s?\b", _after),
    (rf"(?i)\b(?P<many>{_ENGLISH_NUMBER}) (?P<unit>day|week)s? from now\b", _after),
)
_PATTERNS = tuple((re.compile(pattern), reading) for pattern, reading in _WRITTEN)
