"""What Telegram finds in a plain text by itself: commands, mentions, links, hashtags; offsets in UTF-16."""

import re
from collections.abc import Iterator
from typing import Any

from bot.sandbox.sizes import ENTITIES, utf16

Json = dict[str, Any]

_PATTERNS = (
    ("url", re.compile(r"(?:https?://|(?<![\w@./])(?:[a-z0-9-]+\.)+(?:com|org|net|cn|io|me|ru)\b(?:(?=/)|(?![\w.])))"
                       r"[^\s<>\"'，。；！？、（）“”]*", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE | re.ASCII)),
    ("bot_command", re.compile(r"(?<![\w/<>@])/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/])",
                               re.IGNORECASE | re.ASCII)),
    ("mention", re.compile(r"(?<![\w@])@[a-z][a-z0-9_]{2,31}(?![\w@])", re.IGNORECASE | re.ASCII)),
    ("hashtag", re.compile(r"(?<![\w#&])#(?!\d+\b)\w{1,256}")),
)  # fmt: skip
_HINTS = re.compile(r"[/@#.:]")
_OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "url"})


def detect(text: str, taken: list[Json]) -> list[Json]:
    """`taken` plus what is found beside code, links and what was found before, in order of appearance."""
    if not _HINTS.search(text):
        return taken
    closed = [(e["offset"], e["offset"] + e["length"]) for e in taken if e["type"] in _OPAQUE]
    found = list(taken)
    for kind, start, end in _spans(text):
        if all(end <= left or start >= right for left, right in closed):
            closed.append((start, end))
            found.append({"type": kind, "offset": start, "length": end - start})
    return sort(found)[:ENTITIES]


def sort(entities: list[Json]) -> list[Json]:
    return sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def _spans(text: str) -> Iterator[tuple[str, int, int]]:
    plain = text.isascii()
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            yield (kind, start, end) if plain else (kind, utf16(text[:start]), utf16(text[:end]))


def cut(text: str, entity: Json) -> str:
    """The part of the text that an entity covers."""
    units = text.encode("utf-16-le")
    return units[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode(
        "utf-16-le", "replace"
    )


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Telegram stores no white space at either end; entities move along, and empty ones vanish."""
    stripped = text.strip()
    if stripped == text:
        return text, entities
    lead = utf16(text[: len(text) - len(text.lstrip())])
    size = utf16(stripped)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, size)
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return stripped, moved
