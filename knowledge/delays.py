"""Words that count from now: in two hours, 半小时后."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.numerals import NUMERAL, worth

_DELAY = re.compile(
    rf"(?:过\s*)?(?P<half>半)个?(?:小时|钟头)(?:之|以)?后|(?P<many>{NUMERAL})\s*个?(?P<more>半)?"
    r"(?P<unit>小时|钟头|分钟|刻钟)(?:之|以)?后"
    r"|(?i:\bin (?P<e_half>half an hour)\b|\bin (?P<e_many>[0-9]{1,3}|an?|one|two|three|four|five|six) "
    r"(?P<e_unit>hour|minute)s?\b)"
)
_UNITS = {"小时": 60, "钟头": 60, "分钟": 1, "刻钟": 15, "hour": 60, "minute": 1}


@dataclass(frozen=True, slots=True)
class Delay:
    """So many minutes from now."""

    span: tuple[int, int]
    minutes: int


def delays(text: str) -> Iterator[Delay]:
    """Every delay that is named."""
    for match in _DELAY.finditer(text):
        yield Delay(match.span(), _minutes(match))


def _minutes(match: re.Match[str]) -> int:
    if match["half"] or match["e_half"]:
        return 30
    unit = _UNITS[(match["unit"] or match["e_unit"]).lower()]
    return worth(match["many"] or match["e_many"]) * unit + (unit // 2 if match["more"] else 0)
