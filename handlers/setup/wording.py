"""How people say it while they set a compound up: names of levels, bodies and posts, back and skip."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from domain.kernel.people import Role
from domain.places.bodies import BodyKind, Naming
from domain.places.listing import Column, Words
from domain.places.setup import LONGEST_WORD
from domain.places.steps import BadBody, BadWords
from domain.places.tree import LevelWords
from handlers.commands import listed
from handlers.texts import DEFAULT, load
from handlers.understanding import bare

BODY: Mapping[BodyKind, str] = {
    BodyKind.COMMITTEE: "setup-body-committee",
    BodyKind.OWNERS: "setup-body-owners",
    BodyKind.PROPERTY: "setup-body-property",
    BodyKind.LOGISTICS: "setup-body-logistics",
    BodyKind.BRANCH: "setup-body-branch",
    BodyKind.SELF: "setup-body-selfrun",
    BodyKind.INTERIM: "setup-body-interim",
}
"""What bodies are called where they have no name of their own."""

UNNAMED = BodyKind.INTERIM
"""Who looks after a compound while nobody has been named."""

KNOWN: Mapping[BodyKind, str] = {
    BodyKind.COMMITTEE: "setup-known-committee",
    BodyKind.OWNERS: "setup-known-owners",
    BodyKind.PROPERTY: "setup-known-property",
    BodyKind.LOGISTICS: "setup-known-logistics",
    BodyKind.BRANCH: "setup-known-branch",
    BodyKind.SELF: "setup-known-selfrun",
}
"""The key whose text lists how people call a body."""

COLUMNS: Mapping[Column, str] = {
    Column.BUILDING: "setup-column-building",
    Column.UNIT: "setup-column-unit",
    Column.ROOM: "setup-column-room",
    Column.AREA: "setup-column-area",
}
"""The key whose text lists how a column may be headed."""

POSTS: tuple[tuple[Role, str], ...] = (
    (Role.CAPTAIN, "setup-as-captain"),
    (Role.WORKER, "setup-as-worker"),
)
"""The key whose text lists how a post is called."""

LONGEST_BODY = 32
"""Characters in a body's name: it stands in every receipt."""

_PHONE = re.compile(r"\+?\d[\d\- ]{4,18}\d")
_APART = re.compile(r"[\s/,\u3001\uff0c;\uff1b]+")
_MARKS = " \t:\uff1a,\uff0c\u3002;\uff1b-\u2014\u3001"


@cache
def presets() -> tuple[LevelWords, ...]:
    """Words for levels, ready to be tapped; the first are meant where nothing was said."""
    kept = load().plain(DEFAULT, "setup-presets", {}).split("|")
    return tuple(LevelWords.unpacked(one.strip()) for one in kept)


def typed_levels(text: str) -> LevelWords:
    """Words for building, unit and room as somebody writes them; two leave the unit out; raises BadWords."""
    words = [word for word in _APART.split(text.strip()) if word]
    if len(words) == 2:
        words.insert(1, presets()[0].unit)
    if len(words) != 3:
        raise BadWords(most=LONGEST_WORD)
    return LevelWords(*words)


def body_names(locale: str) -> dict[BodyKind, str]:
    """What bodies are called in that language."""
    return {kind: load().plain(locale, key, {}) for kind, key in BODY.items()}


def columns() -> Words:
    """How the columns of a list of rooms may be headed."""
    return {column: listed(key) for column, key in COLUMNS.items()}


def namings(text: str) -> list[Naming]:
    """One body a line, its own name and phone behind what it is; raises BadBody for a line without one."""
    return [_naming(line.strip()) for line in text.splitlines() if line.strip()]


def _naming(line: str) -> Naming:
    kind, word = _kind(line.casefold())
    found = _PHONE.search(unicodedata.normalize("NFKC", line))
    plain = unicodedata.normalize("NFKC", line)
    named = plain.replace(found[0], " ") if found is not None else plain
    rest = named.strip(_MARKS)
    behind = rest[len(word) :]
    if rest.casefold().startswith(word) and (not behind or behind[0] in _MARKS):
        rest = behind.strip(_MARKS)
    if len(rest) > LONGEST_BODY:
        raise BadBody
    phone = found[0].strip() if found is not None else None
    return Naming(kind, " ".join(rest.split()) or None, phone)


def _kind(line: str) -> tuple[BodyKind, str]:
    """The body that the line names: the one that it begins with, else the longest word in it."""
    words = sorted(
        ((word, kind) for kind, key in KNOWN.items() for word in listed(key)), key=lambda one: -len(one[0])
    )
    for begins in (True, False):
        for word, kind in words:
            if line.startswith(word) if begins else word in line:
                return kind, word
    raise BadBody


def post(text: str) -> tuple[Role | None, str]:
    """The post that the words name, and the words for its place."""
    plain = text.strip()
    for role, key in POSTS:
        for word in listed(key):
            at = plain.lower().find(word)
            if at >= 0:
                return role, _without_filler(plain[:at] + " " + plain[at + len(word) :])
    return None, plain


def _without_filler(text: str) -> str:
    rest = text.strip(_MARKS)
    for word in listed("setup-filler"):
        rest = rest.removeprefix(f"{word} ") if word.isascii() else rest.removesuffix(word)
    return rest.strip(_MARKS)


def appointing(text: str) -> str | None:
    """What somebody shall be, where the sentence makes them something."""
    plain = text.strip()
    for word in listed("setup-appoint"):
        if plain.lower().startswith(word):
            rest = plain[len(word) :]
            if not word.isascii() or rest[:1].isspace():
                return rest.strip(_MARKS)
    return None


def goes_back(text: str) -> bool:
    """Whether the step before is meant."""
    return bare(text) in listed("setup-say-back")


def skips(text: str) -> bool:
    """Whether the step is left as it is."""
    return bare(text) in listed("setup-say-skip")


def agrees(text: str) -> bool:
    """Whether what was shown is right."""
    return bare(text) in listed("setup-say-yes")


def without_property(text: str) -> bool:
    """Whether there is no 物业."""
    return bare(text) in listed("setup-no-property")


def proposed(title: str) -> str:
    """A compound's name from its group's title."""
    plain = " ".join(title.split())
    for ending in listed("setup-title-ends"):
        shorter = plain.removesuffix(ending).strip()
        if shorter != plain:
            return (shorter if any(sign.isalnum() for sign in shorter) else plain)[:64]
    return plain[:64]
