"""Ids inside a button's choice: a letter, then the number in base 36."""

import re

from handlers.presses import base36

_SHAPE = re.compile(r"([a-z])-([0-9a-z]{1,13})")


def mark(letter: str, number: int) -> str:
    """Such as "t-1z": at most 15 characters for an id of ours, and for a chat of the platform's."""
    return f"{letter}-{base36(abs(number))}"


def marked(letter: str, extra: str | None) -> int | None:
    """The number behind such a choice, or None where it is another one."""
    found = _SHAPE.fullmatch(extra or "")
    if found is None or found[1] != letter:
        return None
    number = int(found[2], 36)
    return number if number < 2**63 else None
