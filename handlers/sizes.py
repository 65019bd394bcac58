"""How long a text is on the platform, and how to shorten it without breaking a character or an entity."""

import unicodedata

TEXT = 4096
"""UTF-16 units of a message after its entities are parsed. Source: Bot API, sendMessage."""

CAPTION = 1024
"""UTF-16 units of a caption. Source: Bot API, sendPhoto."""

TOAST = 200
"""UTF-16 units of the answer to a press; the platform counts characters, so this is on the safe side."""

NAME = 40
"""UTF-16 units that a person's or a place's name may take in our sentences."""

_JOINER = "\u200d"
_MORE = "…"
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Characters that turn the writing direction of everything after them."""


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, most: int) -> str:
    """The text within `most` units, ending in "…" where something is missing; no character is broken."""
    if units(text) <= most:
        return text
    room, end = most - 1, 0
    for character in text:
        room -= 2 if character > "\uffff" else 1
        if room < 0:
            break
        end += 1
    while end and _clings(text, end):
        end -= 1
    return text[:end].rstrip() + _MORE


def pages(text: str, most: int) -> list[str]:
    """The text in parts of at most `most` units each, nothing left out; an empty text is one empty part."""
    parts, start, room = [], 0, most
    for at, character in enumerate(text):
        size = 2 if character > "\uffff" else 1
        if size > room:
            parts.append(text[start:at])
            start, room = at, most
        room -= size
    return [*parts, text[start:]]


def clean(text: str) -> str:
    """The text without what no database and no message can hold: lone surrogates and NUL."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")


def calm(text: str) -> str:
    """The text without control characters, and without those that turn the writing direction."""
    if text.isprintable():
        return text
    kept = clean(text).translate(_TURNS)
    return "".join(c for c in kept if c in "\n\t" or unicodedata.category(c) != "Cc")


def visible(text: str) -> bool:
    """Whether anything of it can be seen."""
    return any(
        not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc", "Mn", "Me") and c not in _BLANKS
        for c in text
    )


_BLANKS = "\u2800\u3164\u115f\u1160\uffa0"
"""Letters by category that show nothing."""


def _clings(text: str, at: int) -> bool:
    """Whether the character at `at` belongs to the one before it."""
    after, before = text[at : at + 1], text[at - 1]
    return (
        before == _JOINER or after == _JOINER or (bool(after) and unicodedata.category(after) in ("Mn", "Me"))
    )
