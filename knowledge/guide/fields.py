"""What an entry of a guide file says: its keys, which of them must be there, and what is wrong with one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

LANGS = ("zh-CN", "en")
"""Languages that an entry may be in."""

KEYS = (
    "id", "title", "ask", "category", "who", "place", "hours", "phone", "fee", "papers", "source", "checked",
    "review", "lang",
)  # fmt: skip
"""Every key of an entry, in the order in which they are written out; `body` is what follows."""

NEEDED = ("id", "title", "source", "checked")

MOST = {"id": 64, "title": 120, "body": 2000, "ask": 2000}
"""Characters that a key may have; the others have 200. What is shown
of an entry then fits into one message. Source: Bot API, sendMessage."""

SHORT = 200
_SLUG = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a guide file: where (lines from 1), what, and how to mend it; both are keys."""

    file: str
    line: int
    what: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """One entry as written: every key's text, and the line that each stands on."""

    file: str
    values: Mapping[str, str]
    lines: Mapping[str, int] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        return self.values.get(key, "")

    def line(self, key: str) -> int:
        """Where the key stands, or the entry's first line."""
        return self.lines.get(key, min(self.lines.values(), default=1))

    @property
    def lang(self) -> str:
        """The entry's language; Chinese where it says none."""
        return self["lang"] or LANGS[0]

    @property
    def asks(self) -> tuple[str, ...]:
        """Its alternative questions."""
        return tuple(one for part in self["ask"].split("|") if (one := part.strip()))

    def day(self, key: str) -> date | None:
        """A date, or None where none is written; what is wrong with one is a problem of its own."""
        return day(self[key])


def day(text: str) -> date | None:
    """The date written as 2026-10-01, or None."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def problems(one: Fields) -> Iterator[Problem]:
    """What is wrong with one entry by itself."""
    for key in NEEDED:
        if not one[key]:
            yield Problem(one.file, one.line(key), "missing", key)
    if one["id"] and not set(one["id"]) <= _SLUG:
        yield Problem(one.file, one.line("id"), "slug", one["id"])
    if one["lang"] and one["lang"] not in LANGS:
        yield Problem(one.file, one.line("lang"), "lang", one["lang"])
    if not one["body"]:
        yield Problem(one.file, one.line("body"), "empty")
    for key, text in one.values.items():
        if len(text) > MOST.get(key, SHORT):
            yield Problem(one.file, one.line(key), "long", key)
    yield from _dates(one)


def _dates(one: Fields) -> Iterator[Problem]:
    for key in ("checked", "review"):
        if one[key] and day(one[key]) is None:
            yield Problem(one.file, one.line(key), "date", key)
    checked, review = day(one["checked"]), day(one["review"])
    if checked and review and review < checked:
        yield Problem(one.file, one.line("review"), "order")
