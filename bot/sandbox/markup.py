"""Telegram's HTML: its tags turned into entities, and what it says of anything else."""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.refusals import refuse
from bot.sandbox.sizes import utf16

Json = dict[str, Any]

_SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote", "a": "text_link", "tg-emoji": "custom_emoji",
    "span": "spoiler", "tg-time": "date_time",
}  # fmt: skip
_PIECE = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)?(?P<rest>[^<>]*)>?|&(?P<ref>#?\w+);")
_ATTRIBUTE = re.compile(r"([a-zA-Z][\w-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


@dataclass(slots=True)
class _Open:
    name: str
    offset: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reader:
    source: str
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def text(self, piece: str) -> None:
        if piece:
            self.pieces.append(piece)
            self.length += utf16(piece)

    def tag(self, match: re.Match[str]) -> None:
        at = len(self.source[: match.start()].encode())
        name = (match["name"] or "").lower()
        if not match[0].endswith(">"):
            _fail(f"Unclosed start tag at byte offset {at}")
        if match["close"]:
            self._close(name, at)
        elif name not in _SIMPLE:
            _fail(f'Unsupported start tag "{name}" at byte offset {at}')
        else:
            self._open(name, match["rest"], at)

    def _open(self, name: str, rest: str, at: int) -> None:
        attributes = {key.lower(): html.unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(rest)}
        if name == "span" and attributes.get("class") != "tg-spoiler":
            _fail(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        self.stack.append(_Open(name, self.length, attributes))

    def _close(self, name: str, at: int) -> None:
        if not self.stack:
            _fail(f"Unexpected end tag at byte offset {at}")
        opened = self.stack.pop()
        if name and name != opened.name:
            _fail(f'Unmatched end tag at byte offset {at}, expected "</{opened.name}>", found "</{name}>"')
        if self.length > opened.offset:
            self._finish(opened)

    def _finish(self, opened: _Open) -> None:
        entity: Json = {
            "type": _SIMPLE[opened.name],
            "offset": opened.offset,
            "length": self.length - opened.offset,
        }
        covered = "".join(self.pieces)[-entity["length"] :]
        complete = _COMPLETE.get(opened.name)
        if complete is None or complete(entity, opened.attributes, covered):
            self.entities.append(entity)


def _link(entity: Json, attributes: dict[str, str], covered: str) -> bool:
    address = attributes.get("href", covered)
    person = re.fullmatch(r"tg://user\?id=(\d+)", address)
    if person:
        entity.update(type="text_mention", user={"id": int(person[1])})
    else:
        entity["url"] = address if "://" in address else f"http://{address}/"
    return "." in address or "://" in address


def _emoji(entity: Json, attributes: dict[str, str], _covered: str) -> bool:
    entity["custom_emoji_id"] = attributes.get("emoji-id", "")
    return bool(entity["custom_emoji_id"])


def _quote(entity: Json, attributes: dict[str, str], _covered: str) -> bool:
    if "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    return True


def _language(entity: Json, attributes: dict[str, str], _covered: str) -> bool:
    if attributes.get("class", "").startswith("language-"):
        entity["language"] = attributes["class"].removeprefix("language-")
    return True


def _moment(entity: Json, attributes: dict[str, str], _covered: str) -> bool:
    if attributes.get("unix", "").lstrip("-").isdigit():
        entity["unix_time"] = int(attributes["unix"])
    if attributes.get("format"):
        entity["date_time_format"] = attributes["format"]
    return "unix_time" in entity


_COMPLETE = {"a": _link, "tg-emoji": _emoji, "blockquote": _quote, "code": _language, "tg-time": _moment}


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The text without its tags, and the entities that they became."""
    if "<" not in source and "&" not in source:
        return source, []
    reader, position = _Reader(source), 0
    for match in _PIECE.finditer(source):
        reader.text(source[position : match.start()])
        position = match.end()
        if match["ref"]:
            reader.text(_reference(match[0], match["ref"]))
        else:
            reader.tag(match)
    reader.text(source[position:])
    if reader.stack:
        _fail(f'Can\'t find end tag corresponding to start tag "{reader.stack[-1].name}"')
    return "".join(reader.pieces), _merge(reader.entities)


def _reference(whole: str, name: str) -> str:
    """Telegram knows four named references and the numeric ones; anything else stays as written."""
    if name.startswith("#"):
        return html.unescape(whole)
    return _REFERENCES.get(name, whole)


def _merge(entities: list[Json]) -> list[Json]:
    """`<pre><code class=language-x>` is one entity: a pre with its language."""
    codes = {(e["offset"], e["length"]): e for e in entities if e["type"] == "code"}
    merged: list[Json] = []
    for entity in entities:
        inner = codes.get((entity["offset"], entity["length"])) if entity["type"] == "pre" else None
        if inner is not None:
            merged = [e for e in merged if e is not inner]
            if "language" in inner:
                entity["language"] = inner["language"]
        merged.append(entity)
    for entity in merged:
        if entity["type"] == "code":
            entity.pop("language", None)
    return sorted(merged, key=lambda e: (e["offset"], -e["length"]))


def _fail(why: str) -> None:
    refuse("entities_unparsable", why=why)
