"""Kind talk that asks for nothing, however it is put together: thanks with names and fillers, "it is on!"."""

import re
from functools import cache

from handlers.commands import WORDS, Verb, listed

LONGEST = 30
"""Characters of kind talk; who writes more has something to say."""

SHORTEST = 2
"""Characters of a word that makes a sentence a thank-you; a single sign says too little."""

SURNAME = 2
"""Characters of a name that may stand before a title."""

_MARKS = re.compile(r"[\W_]+")


def kind(text: str) -> Verb | None:
    """THANKS or DONE where these words are that and nothing else; they come without marks at their ends."""
    if glad(text):
        return Verb.DONE
    return Verb.THANKS if thanks(text) else None


def thanks(text: str) -> bool:
    """Whether these words are thanks, nods and names alone, such as "good, got it, thank you Mr Wang"."""
    if not text or len(text) > LONGEST or _kind().search(text) is None:
        return False
    return not _MARKS.sub("", _fillers().sub("", _titled().sub("", _thanks().sub(" ", text))))


def glad(text: str) -> bool:
    """Whether these words begin with "it works" and take nothing of it back."""
    opening = _done().match(text) if len(text) <= LONGEST else None
    if opening is None:
        return False
    rest = text[opening.end() :]
    return not any(word in rest for key in ("chatter-but", "question-broken") for word in listed(key))


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(
        "|".join(re.escape(word) for word in listed(WORDS[Verb.THANKS]) if len(word) >= SHORTEST)
    )


@cache
def _thanks() -> re.Pattern[str]:
    return _any((*listed(WORDS[Verb.THANKS]), *listed(WORDS[Verb.GREETING]), *listed("verb-name")))


@cache
def _fillers() -> re.Pattern[str]:
    return _any(listed("chatter-fillers"))


@cache
def _titled() -> re.Pattern[str]:
    before = "|".join(word for word in listed("chatter-titles") if word.isascii())
    behind = "|".join(word for word in listed("chatter-titles") if not word.isascii())
    return re.compile(rf"\s(?:{before})\.?\s+\w+|\s\w{{0,{SURNAME}}}?(?:{behind})|\b(?:{before})\b")


@cache
def _done() -> re.Pattern[str]:
    words = "|".join(map(re.escape, (*listed(WORDS[Verb.DONE]), *listed(WORDS[Verb.CONFIRM]))))
    # Behind a space only thanks or signs: "done with the noise" is none.
    return re.compile(rf"(?:{words})(?:{words})?(?=[^\w\s]|$|\s+(?:[^\x00-\x7f]|thank))")


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_bounded(word) for word in sorted(words, key=len, reverse=True)))


def _bounded(word: str) -> str:
    """A word of letters stands alone; signs stand anywhere."""
    return rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)
