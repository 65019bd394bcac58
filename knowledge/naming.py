"""Whether words speak of somebody by name: a whole display name, or a surname with a title behind it."""

import re
from collections.abc import Sequence

TITLES = (
    "师傅|师父|经理|主任|书记|队长|队|班长|站长|所长|主管|管家|组长|楼长|店长|老板|老师|工程师|工|"
    "保安|门卫|保洁|电工|水工|网格员|社工|物业"
)
"""What people who work for a compound are called behind their surname."""

TITLES_ENGLISH = r"Mr|Mrs|Ms|Miss|Mister|Master|Manager|Director"

DOUBLE = frozenset(
    {"欧阳", "上官", "司马", "诸葛", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方"}
)
"""Surnames of two signs. Source: 百家姓, those that are met today."""

SHORTEST = 2
"""Characters of a display name that is looked for as a whole."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_ENDS_IN_TITLE = re.compile(rf"(?:{TITLES})$")


def named(text: str, names: Sequence[str]) -> tuple[int, ...]:
    """Which of these people the words name, by their places in `names`; one name may be two people's."""
    return tuple(place for place, name in enumerate(names) if _speaks_of(text, name.strip()))


def _speaks_of(text: str, name: str) -> bool:
    if len(name) < SHORTEST:
        return False
    if not _HAN.match(name):
        return _english(text, name)
    return name in text or _titled(text, name)


def _titled(text: str, name: str) -> bool:
    """The surname with any such title, or "the guard whose name is Wang"."""
    surname = re.escape(name[:2] if name[:2] in DOUBLE and len(name) > len(name[:2]) else name[:1])
    given = _ENDS_IN_TITLE.sub("", name)[len(surname) :]
    titled = rf"{surname}(?:{re.escape(given)})?(?:{TITLES})|姓{surname}的.{{0,3}}(?:{TITLES}|人员)"
    return re.search(titled, text) is not None


def _english(text: str, name: str) -> bool:
    words = [re.escape(word) for word in name.split() if word.isalpha()]
    if not words:
        return False
    whole = r"\s+".join(words)
    titled = rf"\b(?:{TITLES_ENGLISH})\.?\s+(?:{'|'.join(words)})\b"
    long = len(name) > SHORTEST + 1
    return bool(re.search(titled, text, re.IGNORECASE)) or (
        long and bool(re.search(rf"\b{whole}\b", text, re.IGNORECASE))
    )
