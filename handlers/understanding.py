"""What words ask for: a verb around a case's number, a command, or plain talk that is kept whole."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from handlers import chatter
from handlers.commands import SLASHES, WHOLE, WORDS, Verb, listed

_SLASH = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+|$)")
_NUMBER = re.compile(r"[#\uff03]\s?(\d{1,9})(?!\d)")
_BARE = re.compile(r"(\d{1,9})(?:\s+|$)")
SENTENCES = (
    Verb.CALL,
    Verb.POLL,
    Verb.ASK,
    Verb.CODE,
    Verb.TASK,
    Verb.HIDDEN,
    Verb.POSTER,
    Verb.BEHALF,
    Verb.NUMBERS,
    Verb.PROMISE,
    Verb.CANNED,
    Verb.HINT,
    Verb.INCIDENT,
)
"""Verbs whose word opens a whole sentence."""

OPENED = {"report": Verb.REPORT, "ask": Verb.ASK, "vote": Verb.VOTE, "mine": Verb.MINE}
"""What the pinned card's links say behind `/start`: the same as a key of the private chat."""

ASKING = frozenset("?\uff1f")
"""Marks by which somebody without a word still asks for one."""

_CHATTER = 12
"""Up to so many characters, a message without a letter or digit (a thumb, "???") is a nod and no report."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What words ask for: the verb, the case's number and what else was said; `slash` for a typed command."""

    verb: Verb | None
    words: str = ""
    number: int | None = None
    slash: bool = False


def understand(text: str) -> Spoken:
    """What a message asks for; `verb` is None for plain talk, `words` then holds all of it."""
    text = text.strip()
    command = _SLASH.match(text)
    if command is not None:
        verb = SLASHES.get(command[1].lower(), Verb.UNKNOWN)
        rest = text[command.end() :]
        if verb is Verb.START and rest.strip() in OPENED:
            return Spoken(OPENED[rest.strip()], slash=True)
        return Spoken(verb, rest, slash=True) if verb in WHOLE else _numbered(verb, rest)
    return _plain(text)


def bare(text: str) -> str:
    """The text without marks and spaces at its ends, in lower case."""
    start, end = 0, len(text)
    while start < end and not _letter(text[start]):
        start += 1
    while end > start and not _letter(text[end - 1]):
        end -= 1
    return text[start:end].lower()


@cache
def _vocabulary() -> Mapping[str, Verb]:
    return {word: verb for verb, key in WORDS.items() for word in listed(key)}


@cache
def _heads() -> Mapping[str, Sequence[tuple[str, Verb]]]:
    """The words that open a sentence by their first letter: to try them all costs more than the rest."""
    heads: dict[str, list[tuple[str, Verb]]] = {}
    for verb in SENTENCES:
        for word in listed(WORDS[verb]):
            heads.setdefault(word[:1], []).append((word, verb))
    return heads


@cache
def _openings() -> tuple[tuple[str, Verb], ...]:
    verbs = (
        Verb.CALL,
        Verb.CANNED,
        Verb.REPLY,
        Verb.ADD,
        Verb.FINISH,
        Verb.DONE,
        Verb.REOPEN,
        Verb.INQUIRE,
        Verb.DEFER,
        Verb.PLACE,
    )
    return tuple((word, verb) for verb in verbs for word in listed(WORDS[verb]))


def _numbered(verb: Verb, rest: str) -> Spoken:
    found = _BARE.match(rest) or _NUMBER.search(rest)
    if found is None:
        return Spoken(verb, rest, slash=True)
    return Spoken(verb, _without(rest, found), int(found[1]), slash=True)


def _plain(text: str) -> Spoken:
    said = bare(text)
    known = _vocabulary().get(said)
    if known is not None:
        return Spoken(known)
    if len(text) <= _CHATTER and text and not any(map(_letter, text)):
        return Spoken(Verb.GREETING if ASKING & set(text) else Verb.THANKS)
    found = _NUMBER.search(text)
    if found is not None:
        return _about(text, found)
    kind = chatter.kind(said)
    if kind is not None:
        return Spoken(kind)
    for word, verb in _heads().get(text[:1].lower(), ()):
        if _opens(text, word, digits=verb in (Verb.CALL, Verb.CODE, Verb.POSTER)):
            return Spoken(verb, _trimmed(text[len(word) :]))
    return Spoken(None, text)


def _about(text: str, found: re.Match[str]) -> Spoken:
    """Words with a case's number in them: a verb around it, or talk that begins with it."""
    number, rest = int(found[1]), _without(text, found)
    verb = _vocabulary().get(bare(rest))
    if verb is not None and verb not in (Verb.GREETING, Verb.THANKS, Verb.REPORT, *SENTENCES):
        return Spoken(verb, "", number)
    for word, opening in _openings():
        if opening is Verb.DEFER and rest[: len(word)].lower() == word:  # a day follows without a gap
            return Spoken(opening, _trimmed(rest[len(word) :]), number)
        if opening is not Verb.CALL and _opens(rest, word):
            return Spoken(opening, _trimmed(rest[len(word) :]), number)
    if found.start() > 0:
        return Spoken(None, text)
    return Spoken(Verb.SAY, _trimmed(rest), number) if bare(rest) else Spoken(Verb.LOOK, "", number)


def _opens(text: str, word: str, *, digits: bool = False) -> bool:
    if text[: len(word)].lower() != word:
        return False
    after = text[len(word) : len(word) + 1]
    return not _letter(after) or (digits and _numeral(after))


def _numeral(character: str) -> bool:
    return character.isdecimal() or any(pair.startswith(character) for pair in listed("call-numerals"))


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()].strip()} {text[found.end() :].strip()}".strip()


def _trimmed(text: str) -> str:
    start = 0
    while start < len(text) and unicodedata.category(text[start])[0] in "PZ":
        start += 1
    return text[start:].strip()


def _letter(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "LN"
