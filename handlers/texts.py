"""The words: Fluent messages by language and key, loud where a key or a variable is missing, escaped once."""

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeAlias

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentInt, FluentType

DEFAULT = "zh-CN"
"""The language of groups, and of people whose client names none."""

_SLOT = re.compile("\0(\\d+)\0")


class Html(str):
    """Text that is safe inside a Telegram HTML message; what is computed from it is a plain `str` again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody's own words or name: shown, but never what a message chooses by; selects as `some`."""

    text: str


Speakable: TypeAlias = str | int | Opened | None
"""A variable of a message: a number, a keyword that may choose (`str`), opened words, or `none`."""


class MissingText(LookupError):
    """No such key in that language, or the message names a variable that was not given."""


class _Slot(FluentType):
    """Stands for a value inside Fluent, so that no hostile or long text is parsed, cut or measured there."""

    def __init__(self, number: int, chooses: str) -> None:
        self._number, self._chooses = number, chooses

    def format(self, locale: Locale) -> str:
        return f"\0{self._number}\0"

    def __eq__(self, other: object) -> bool:
        return bool(other == self._chooses)

    def __hash__(self) -> int:
        return hash(self._chooses)


class Texts:
    """Every message of every language; safe to share between threads."""

    def __init__(self, sources: Mapping[str, Iterable[str]]) -> None:
        self._bundles = {locale: _bundle(locale, parts) for locale, parts in sources.items()}

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages there are, sorted."""
        return tuple(sorted(self._bundles))

    def html(self, locale: str, key: str, params: Mapping[str, Speakable]) -> Html:
        """The message as Telegram HTML: every string escaped, except what is `Html`; raises MissingText."""
        return Html(self._format(locale, key, params, escape=True))

    def plain(self, locale: str, key: str, params: Mapping[str, Speakable]) -> str:
        """The message without markup, for toasts and buttons; raises MissingText."""
        return self._format(locale, key, params, escape=False)

    def _format(self, locale: str, key: str, params: Mapping[str, Speakable], *, escape: bool) -> str:
        bundle = self._bundles.get(locale) or self._bundles[DEFAULT]
        if not bundle.has_message(key):
            raise MissingText(f"{locale}: {key}")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingText(f"{locale}: {key} says nothing")
        values: list[str] = []
        said, errors = bundle.format_pattern(pattern, {n: _given(v, values) for n, v in params.items()})
        if errors:
            raise MissingText(f"{locale}: {key}: {errors[0]}")
        filled = [value if isinstance(value, Html) or not escape else html.escape(value) for value in values]
        return _SLOT.sub(lambda match: filled[int(match[1])], str(said))


@cache
def load() -> Texts:
    """The languages that stand in `handlers/locales`, one folder each."""
    root = files("handlers") / "locales"
    return Texts({folder.name: _sources(folder) for folder in root.iterdir() if folder.is_dir()})


def locale_of(language_code: str | None) -> str:
    """Our language for what a client says of itself; Chinese where it says nothing."""
    return DEFAULT if not language_code or language_code.lower().startswith("zh") else "en"


def _sources(folder: Traversable) -> list[str]:
    return [file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".ftl")]


def _bundle(locale: str, sources: Iterable[str]) -> FluentBundle:
    bundle = FluentBundle([locale], use_isolating=False)
    for source in sources:
        bundle.add_resource(FluentResource(source))
    return bundle


def _given(value: Speakable, values: list[str]) -> FluentType:
    if isinstance(value, int):
        return FluentInt(int(value), useGrouping=False)
    text, chooses = _text(value)
    values.append(text)
    return _Slot(len(values) - 1, chooses)


def _text(value: str | Opened | None) -> tuple[str, str]:
    if value is None:
        return "", "none"
    if isinstance(value, Opened):
        return value.text, "some"
    return value, str(value)


def keys_of(sources: Iterable[str]) -> dict[str, Any]:
    """Each message of these sources by its key, as Fluent parsed it; for tests of the texts themselves."""
    entries = (entry for source in sources for entry in FluentResource(source).body)
    return {entry.id.name: entry for entry in entries if hasattr(entry, "id")}
