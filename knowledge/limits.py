"""A time limit as a list of matters puts it: "2小时", "3个工作日", "立即", "within 5 working days"."""

import re
import unicodedata

from knowledge.numerals import worth

AT_ONCE = ("立即", "马上", "随时", "即时", "当场", "at once", "immediately")
AT_ONCE_MINUTES = 30
"""What "at once" is worth, in minutes. A default."""

_COUNT = r"(?P<count>[0-9]{1,4}|半|[一二两三四五六七八九十百]{1,4})"
_UNIT = r"(?P<unit>分钟|小时|钟头|工作日|个工作日|天|日|周|星期|minutes?|hours?|(?:working\s+)?days?|weeks?)"
_LIMIT = re.compile(rf"{_COUNT}\s*个?\s*{_UNIT}\s*(?:之?内|以内)?", re.IGNORECASE)
WEEK = 5
"""Working days."""


def minutes(text: str, day: int) -> int | None:
    """Working minutes of that limit, `day` being those of one working day; None where it is none."""
    said = unicodedata.normalize("NFKC", text).strip().lower()
    if said in AT_ONCE:
        return AT_ONCE_MINUTES
    found = _LIMIT.fullmatch(said.removeprefix("within ").strip())
    if found is None:
        return None
    half, unit = found["count"] == "半", found["unit"]
    count = 1 if half else int(found["count"]) if found["count"].isdecimal() else worth(found["count"])
    each = _each(unit, day)
    return (count * each) // (2 if half else 1) or None


def _each(unit: str, day: int) -> int:
    if unit.startswith(("分", "minute")):
        return 1
    if unit.startswith(("小时", "钟头", "hour")):
        return 60
    return day * WEEK if unit.startswith(("周", "星期", "week")) else day
