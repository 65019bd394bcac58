"""Text as it is compared: one form for all widths and cases, cut into characters, pairs and words."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from knowledge.guide.words import CHAT, STOP, STOP_WORDS

LONGEST = 200
"""Characters of a query that are read. Source: research, retrieval §6: what is longer is no question."""

_RUN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+|[^\\W\u3400-\u9fff\uf900-\ufaff_]+")
"""A run of Chinese characters, or of other letters and digits."""

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_STEM = 4  # letters below which an English word keeps its s


def normal(text: str, longest: int | None = None) -> str:
    """NFKC, lower case, without control and invisible characters, spaces collapsed; at most `longest`."""
    form = unicodedata.normalize("NFKC", text if longest is None else text[: 4 * longest]).lower()
    seen = "".join(
        " " if c.isspace() else c for c in form if c.isspace() or unicodedata.category(c)[0] != "C"
    )
    tidy = " ".join(seen.split())
    return tidy if longest is None else tidy[:longest]


def runs(text: str) -> Iterator[str]:
    """The runs of letters and digits of a normal text."""
    return (found.group() for found in _RUN.finditer(text))


def tokens(text: str) -> list[str]:
    """What a normal text is found by: Chinese characters and pairs, other words; empty words left out."""
    found: list[str] = []
    for run in runs(text):
        if _HAN.match(run):
            found += [c for c in run if c not in STOP]
            found += [a + b for a, b in pairwise(run) if not {a, b} <= STOP]
        elif run not in STOP_WORDS:
            found.append(_stem(run))
    return found


def core(text: str) -> str:
    """A normal text without the characters and words that say nothing, for comparing letter by letter."""
    kept = []
    for run in runs(text):
        if _HAN.match(run):
            kept.append("".join(c for c in run if c not in STOP))
        elif run not in STOP_WORDS:
            kept.append(_stem(run))
    return " ".join(part for part in kept if part) or text


def is_chat(text: str) -> bool:
    """Whether a normal text only greets, thanks or nods."""
    return "".join(runs(text)) in CHAT


def says_something(text: str) -> bool:
    """Whether a normal text has a letter or a digit in it."""
    return next(runs(text), None) is not None


def is_chinese(text: str) -> bool:
    """Whether a text has a Chinese character in it."""
    return _HAN.search(text) is not None


def _stem(word: str) -> str:
    if not word.isascii() or len(word) < _STEM or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")
