"""Which text key a sentence of the bot was made from: the texts read backwards."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from handlers.texts import keys_of

ANSWERS = ("toast", "error")
"""What the keys of answers to a tap begin with."""

OPEN = ".*"
"""What a variable may have become."""


@cache
def _voices() -> list[tuple[int, str, re.Pattern[str]]]:
    """Every way to say every message in every language, the most wordy first."""
    found: list[tuple[int, str, re.Pattern[str]]] = []
    for source in _sources():
        for key, message in keys_of([source]).items():
            if key.startswith(ANSWERS) and getattr(message, "value", None) is not None:
                found += [_voice(key, shape) for shape in _shapes(message.value)]
    return sorted(found, key=lambda voice: -voice[0])


def _voice(key: str, shape: str) -> tuple[int, str, re.Pattern[str]]:
    return len(shape.replace(OPEN, "")), key, re.compile(shape, re.DOTALL)


def key_of(answer: str) -> str | None:
    """The key of the most wordy text that fits the answer to a tap, or None."""
    return next((key for _, key, shape in _voices() if shape.fullmatch(answer)), None)


def _sources() -> Iterator[str]:
    for folder in (files("handlers") / "locales").iterdir():
        if folder.is_dir():
            yield from (f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".ftl"))


def _shapes(pattern: Any) -> Iterator[str]:
    """One expression for each choice that the text leaves."""
    parts = [list(_element(element)) for element in pattern.elements]
    return ("".join(chosen) for chosen in product(*parts))


def _element(element: Any) -> Iterator[str]:
    if type(element).__name__ == "TextElement":
        yield re.escape(re.sub(r"<[^>]+>", "", element.value))
        return
    inner = element.expression
    if type(inner).__name__ == "SelectExpression":
        for variant in inner.variants:
            yield from _shapes(variant.value)
    else:
        yield re.escape(str(inner.value)) if type(inner).__name__ == "StringLiteral" else OPEN
