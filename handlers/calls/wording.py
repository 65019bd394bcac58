"""A call's sentence: what for, and how many people; digits and Chinese numerals alike."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from domain.calls.rules import LONGEST_TITLE, MOST_PLACES, BadCall
from handlers.commands import listed
from handlers.sizes import calm, visible

TEN = 10

_LAST_NUMBER = re.compile(r"(?<![\w])(?P<digits>[0-9]{1,9})$")
"""A bare number at the end, set off from the words."""

_ENDS = " \t\n,.;:!-"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a call's sentence says."""

    title: str
    places: int


def parse(sentence: str) -> Wording:
    """Title and number of a sentence such as "Clean-up on Saturday, 5 people"; raises BadCall."""
    text = " ".join(calm(sentence).split())
    # The last number of people counts: what is done may have people in it too.
    found = max(_people().finditer(text), key=lambda match: match.start(), default=_LAST_NUMBER.search(text))
    if found is None:
        raise BadCall(most=MOST_PLACES, longest=LONGEST_TITLE)
    title = _tidy(_asked().sub("", _tidy(f"{_without_want(text[: found.start()])} {text[found.end() :]}")))
    places = number(found["digits"])
    if not (visible(title) and len(title) <= LONGEST_TITLE and 1 <= places <= MOST_PLACES):
        raise BadCall(most=MOST_PLACES, longest=LONGEST_TITLE)
    return Wording(title, places)


def people_in(text: str) -> str | None:
    """The digits of the number of people in an answer that may be the number alone."""
    bare = re.fullmatch(rf"\s*(?P<digits>{_digit()}{{1,9}})\s*", text)
    found = bare or _people().search(text)
    return found["digits"] if found is not None else None


def number(digits: str) -> int:
    """The value of digits, full-width ones too, or of Chinese numerals below a thousand."""
    values = [_numerals()[unicodedata.normalize("NFKC", digit)] for digit in digits]
    if all(value < TEN for value in values):
        return int("".join(map(str, values)))
    total = current = 0
    for value in values:
        if value < TEN:
            current = value
        else:  # fifteen is ten and five, so a missing digit before ten means one
            total, current = total + (current or 1) * value, 0
    return total + current


@cache
def _numerals() -> Mapping[str, int]:
    """What each digit and numeral is worth."""
    pairs = (word.partition("=") for word in listed("call-numerals"))
    return {sign: int(worth) for sign, _, worth in pairs}


def _digit() -> str:
    return rf"[\uff10-\uff19{''.join(map(re.escape, _numerals()))}]"


@cache
def people(name: str = "") -> str:
    """The pattern of a number of people; `name` of a group for the digits."""
    measures = "|".join(map(re.escape, listed("call-measures")))
    return rf"(?{f'P<{name}>' if name else ':'}{_digit()}{{1,9}})\s*(?:{measures})(?![A-Za-z])"


@cache
def _people() -> re.Pattern[str]:
    return re.compile(people("digits"), re.IGNORECASE)


@cache
def _asked() -> re.Pattern[str]:
    """ "Who signs up?" at the end: it asks, and is no part of what is done."""
    words = "|".join(map(re.escape, (*listed("call-asks"), *listed("call-behind"))))
    return re.compile(rf"(?<=\S)[\s,;\uff0c\u3002\uff1b]+(?:{words})\s*$", re.IGNORECASE)


@cache
def _wants() -> re.Pattern[str]:
    words = "|".join(map(re.escape, listed("call-wants")))
    return re.compile(rf"(?:{words})\s*$", re.IGNORECASE)


def _without_want(before: str) -> str:
    return _wants().sub("", before)


def _tidy(title: str) -> str:
    start, end = 0, len(title)
    while start < end and _mark(title[start]):
        start += 1
    while end > start and _mark(title[end - 1]):
        end -= 1
    return " ".join(title[start:end].split())


def _mark(character: str) -> bool:
    return character in _ENDS or unicodedata.category(character) in ("Po", "Pd", "Zs")
