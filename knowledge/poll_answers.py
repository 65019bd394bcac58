"""An answer to a poll in words: which option it names, by number, letter or its own text."""

import unicodedata
from collections.abc import Sequence

from knowledge import poll_signs as signs
from knowledge.poll_signs import number


def named(said: str, texts: Sequence[str]) -> tuple[int, ...]:
    """Which of these options an answer names: by number, letter or its words; none where that is unclear."""
    if signs.AGREES.match(said):
        return ()
    plain = _plain(said)
    whole = {_plain(text): place for place, text in enumerate(texts)}
    if plain in whole:
        return (whole[plain],)
    plain = signs.TAIL.sub("", _plain(signs.CHOOSES.sub("", said, count=1)))
    several = [part for part in signs.AND.split(plain) if part]
    places = [whole[part] if part in whole else _place(part, len(texts)) for part in several]
    if places and all(place is not None for place in places):
        return tuple(dict.fromkeys(place for place in places if place is not None))
    inside = [place for text, place in whole.items() if text and text in plain]
    return (inside[0],) if len(inside) == 1 and not signs.NOT.search(plain) else ()


def takes_back(said: str) -> bool:
    """Whether an answer takes a vote back."""
    return signs.TAKES_BACK.fullmatch(said) is not None


def _plain(text: str) -> str:
    return "".join(
        one
        for one in unicodedata.normalize("NFKC", text).casefold()
        if unicodedata.category(one)[0] not in "PZC" or one in ",、;/+& "
    ).strip(" ,、;/")


def _place(part: str, count: int) -> int | None:
    """An option's place by its number or letter."""
    if part.isdecimal() or part in signs.NUMBERS:
        at = number(part) - 1
    elif len(part) == 1 and "a" <= part <= "z":
        at = ord(part) - ord("a")
    else:
        return None
    return at if 0 <= at < count else None
