"""Which text key a sentence of the bot was made from: the texts read backwards."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from handlers.texts import keys_of

OPEN = ".*"
"""What a variable may have become."""


@cache
def _voices() -> list[tuple[int, str, re.Pattern[str]]]:
    """Every message of every language, the most wordy first."""
    found = []
    for source in _sources():
        for key, message in keys_of([source]).items():
            if getattr(message, "value", None) is not None:
                shape = _shape(message.value)
                found.append((len(shape.replace(OPEN, "")), key, re.compile(shape, re.DOTALL)))
    return sorted(found, key=lambda voice: -voice[0])


def key_of(sentence: str) -> str | None:
    """The key of the most wordy text that fits, or None."""
    return next((key for _, key, shape in _voices() if shape.fullmatch(sentence)), None)


def _sources() -> Iterator[str]:
    for folder in (files("handlers") / "locales").iterdir():
        if folder.is_dir():
            yield from (f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".ftl"))


def _shape(pattern: Any) -> str:
    return "".join(_element(element) for element in pattern.elements)


def _element(element: Any) -> str:
    if type(element).__name__ == "TextElement":
        return re.escape(re.sub(r"<[^>]+>", "", element.value))
    inner = element.expression
    if type(inner).__name__ == "SelectExpression":
        return "(?:" + "|".join(_shape(variant.value) for variant in inner.variants) + ")"
    if type(inner).__name__ == "StringLiteral":
        return re.escape(str(inner.value))
    return OPEN
