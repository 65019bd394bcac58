"""Rooms in a sentence: "1-6栋：1、2单元，18层，每层2户，除4层、14层"; several lines are several blocks."""

import re
import unicodedata
from functools import cache

from domain.kernel.errors import DomainError
from domain.places.rooms import MOST_FLOORS, MOST_PER_FLOOR, BadPattern, Block, Sketch
from domain.places.tree import LevelWords
from handlers.calls.wording import number
from handlers.commands import listed
from handlers.setup.wording import presets

WORDS = {
    "building": "setup-pattern-building",
    "unit": "setup-pattern-unit",
    "floor": "setup-pattern-floor",
    "home": "setup-pattern-home",
    "each": "setup-pattern-each",
    "measure": "setup-pattern-measure",
    "without": "setup-pattern-without",
    "to": "setup-pattern-to",
    "and": "setup-pattern-and",
}
"""The key whose text lists how each part is called."""

MOST_LINES = 200
"""Lines of one pattern; a compound has fewer kinds of buildings."""

MOST_NAMED = 300
"""Buildings or units that one line may name."""


def parse(text: str) -> tuple[Sketch, ...]:
    """The blocks of a text, one a line, their names bare, with the words that stood behind them.

    Raises BadPattern with the number of the first bad line.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines or len(lines) > MOST_LINES:
        raise BadPattern(line=1)
    return tuple(_numbered(at, line) for at, line in enumerate(lines, 1))


def _numbered(at: int, line: str) -> Sketch:
    try:
        return _block(unicodedata.normalize("NFKC", line).casefold())
    except (DomainError, ValueError, KeyError):
        raise BadPattern(line=at) from None


def _block(line: str) -> Sketch:
    """Each part is taken out once it is understood: what is left over may hold no number."""
    named, rest = _cut(_grammar("building"), line)
    without, rest = _cut(_grammar("without"), rest)
    each, rest = _cut(_grammar("each"), rest)
    units, rest = _cut(_grammar("units"), rest)
    how_many, rest = (None, rest) if units is not None else _cut(_grammar("unit-count"), rest)
    top, rest = _cut(_grammar("floors"), rest)
    if named is None or each is None or top is None or re.search(_number(), rest):
        raise ValueError(line)
    left_out = set(_numbers(without)) if without else set()
    floors = _floors(top)
    if how_many is not None:
        units = f"1-{how_many}"
    block = Block(
        buildings=_names(named),
        units=_names(units) if units else (),
        floors=tuple(floor for floor in floors if floor not in left_out),
        per_floor=_within(number(each), MOST_PER_FLOOR),
    )
    return block, _typed(line)


def _typed(line: str) -> LevelWords:
    """What the line itself calls its levels; the usual words where it does not say."""
    usual = presets()[0]
    found = {}
    for level in ("building", "unit"):
        words = _either(level)
        match = re.search(rf"(?:{_number()}|[a-z])\s*({words})(?![a-z])", line)
        found[level] = match[1] if match is not None and not match[1].isascii() else getattr(usual, level)
    return LevelWords(found["building"], found["unit"], usual.room)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str | None, str]:
    """What the pattern finds (its group "n", or "m" where words come first), and the text without it."""
    found = pattern.search(text)
    if found is None:
        return None, text
    groups = found.groupdict()
    taken = next(value for value in (groups["n"], groups.get("m")) if value is not None)
    return taken, f"{text[: found.start()]} \n {text[found.end() :]}"


def _floors(text: str) -> list[int]:
    numbers = _numbers(text)
    return list(range(1, numbers[0] + 1)) if len(numbers) == 1 else numbers


def _numbers(text: str) -> list[int]:
    found: list[int] = []
    for first, last in _ranges(text):
        low, high = number(first), _within(number(last), MOST_FLOORS)
        if low > high:
            raise ValueError(text)
        found += range(low, high + 1)
    return list(dict.fromkeys(found))


def _names(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for first, last in _ranges(text):
        if first.isalpha() and first.isascii():
            low, high = ord(first), ord(last)
            found += [chr(letter).upper() for letter in range(low, high + 1)]
        else:
            low, high = number(first), number(last)
            if high - low > MOST_NAMED:
                raise ValueError(text)
            found += [str(one) for one in range(low, high + 1)]
        if low > high or low == 0 or len(found) > MOST_NAMED:
            raise ValueError(text)
    return tuple(dict.fromkeys(found))


def _ranges(text: str) -> list[tuple[str, str]]:
    """Numbers and ranges of a list; a single one is a range to itself."""
    one, to = rf"{_number()}|(?<![a-z])[a-z](?![a-z])", _either("to")
    levels = "|".join(_either(level) for level in LEVELS)
    pattern = rf"({one})\s*(?:{levels})?\s*(?:(?:{to})\s*({one}))?"
    return [(found[1], found[2] or found[1]) for found in re.finditer(pattern, text)]


LEVELS = ("building", "unit", "floor")


def _within(value: int, most: int) -> int:
    if not 1 <= value <= most:
        raise ValueError(value)
    return value


@cache
def _grammar(part: str) -> re.Pattern[str]:
    """The pattern of one part of a line; "n" is what stands before its word, "m" what stands behind."""
    one, name = _number(), rf"(?:{_number()}|(?<![a-z])[a-z](?![a-z]))"
    home, each, measure = (_either(key) for key in ("home", "each", "measure"))
    patterns = {
        "building": rf"^\s*(?:{_with_word(name, 'building')})",
        "without": rf"(?:{_either('without')})\s*(?:{_with_word(one, 'floor')})",
        "each": rf"(?:{each})\s*(?P<n>{one})\s*(?:{measure})?\s*(?:{home})?"
        rf"|(?P<m>{one})\s*(?:{home})?\s*(?:{each})",
        "units": _with_word(name, "unit"),
        "unit-count": rf"(?P<n>{one})\s*(?:{measure})\s*(?:{_either('unit')})",
        "floors": rf"(?P<n>{_list(one, 'floor')})\s*(?:{_either('floor')})",
    }
    return re.compile(patterns[part])


def _with_word(one: str, level: str) -> str:
    """Numbers before the word of their level, or behind it."""
    listing, word = _list(one, level), _either(level)
    return rf"(?P<n>{listing})\s*(?:{word})|(?:{word})\s*(?P<m>{listing})"


def _list(one: str, level: str) -> str:
    """Numbers with "and" or "to" between them; the word of their level may stand behind each."""
    word = _either(level)
    between = rf"{_either('and')}|{_either('to')}"
    return rf"(?:{one})(?:\s*(?:{word})?\s*(?:{between})\s*(?:{one}))*"


@cache
def _number() -> str:
    numerals = "".join(pair.partition("=")[0] for pair in listed("call-numerals"))
    return rf"(?:\d{{1,4}}|[{re.escape(numerals)}]{{1,5}})"


@cache
def _either(what: str) -> str:
    return "|".join(re.escape(unicodedata.normalize("NFKC", word)) for word in listed(WORDS[what]))
