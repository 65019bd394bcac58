"""What is off for a whole building or compound, by words: a notice's head, and reports of the same thing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class _Subject:
    """`heads` begin a notice, `said` is how people report it; both parted by "|", Chinese and English."""

    heads: str
    said: str


SUBJECTS: Mapping[str, _Subject] = {
    "water": _Subject(
        "停水|water off|no water",
        "停水|没水|没有水|水停|不出水|断水|水没了|no water|water is off|water is out|water cut|water outage",
    ),
    "power": _Subject(
        "停电|power off|power cut",
        "停电|没电|没有电|断电|电停|no power|no electricity|power cut|power is off|power is out|blackout",
    ),
    "gas": _Subject("停气|停燃气|停煤气|gas off", "停气|停燃气|停煤气|没气|没燃气|没煤气|no gas|gas is off"),
    "heat": _Subject(
        "停暖|停热水|heating off|no heating",
        "停暖|没暖气|暖气停|暖气不热|停热水|没热水|没有热水|no heating|heating is off|no hot water",
    ),
    "lift": _Subject(
        "电梯停用|电梯检修|电梯保养|停电梯|lift off|lift out of service",
        "电梯停|电梯又停|电梯不动|电梯坏|电梯又坏|电梯用不了|电梯不能用|电梯没开|lift has stopped|lift is out"
        "|lift is not working|lift stopped|lift is broken",
    ),
    "network": _Subject(
        "断网|停网|internet off|network off",
        "断网|停网|没网|没有网|网断|网络断|no internet|internet is down|network is down",
    ),
}
"""The lists are ours, to be grown."""

DANGER = (
    "困|煤气味|燃气味|漏气|气味|着火|冒烟|起火|火花|触电|漏电|爆|晕|救|老人|病|孩子|"
    "trapped|stuck in|smell|leak|fire|smoke|shock|spark|burst|help|sick|child|oxygen"
)
"""Words beside which a report is never only about what is off: somebody looks at it. Source: a default."""

LONGEST = 40
"""Characters of a report that says nothing but that it is off; a longer one tells more."""


def subject_of(text: str) -> str | None:
    """What is off, where these words report that and nothing else; None where somebody should read them."""
    said = text.strip().casefold()
    if len(said) > LONGEST or _any(DANGER).search(said):
        return None
    found = [subject for subject, words in SUBJECTS.items() if _any(words.said).search(said)]
    return found[0] if len(found) == 1 else None


def notice_of(text: str) -> tuple[str, str] | None:
    """The subject that a notice begins with, and the rest behind it; None where it begins with none."""
    said = text.strip()
    for subject, words in SUBJECTS.items():
        head = _head(words.heads).match(said)
        if head is not None:
            return subject, said[head.end() :]
    return None


@cache
def _any(words: str) -> re.Pattern[str]:
    listed = sorted(words.split("|"), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(w)}" if w.isascii() else w for w in listed))


@cache
def _head(words: str) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, sorted(words.split("|"), key=len, reverse=True)))
    return re.compile(rf"(?:{listed})(?:通知|通告)?[\s:\uff1a,\uff0c]+", re.IGNORECASE)
