"""Whether plain talk that is meant for us is about where somebody lives, or that they have left."""

import re

from domain.places.spoken import room_alone
from handlers.commands import listed
from handlers.understanding import bare

LONGEST = 30
"""Characters in which somebody asks for a code."""

_LINK = re.compile(r"[?&]start=h-([A-Za-z0-9_-]{1,64})")


def looks_like(text: str) -> bool:
    """Whether these words name a room to live in, say that one has moved, or bring a code's link."""
    return has_moved(text) or lives_in(text) is not None or token_in(text) is not None


def coded(text: str) -> str | None:
    """The room for which these words want a household code; None where they want none."""
    said = text.strip().lower()
    word = next((one for one in listed("verb-code") if one in said), None)
    if word is None or len(said) > LONGEST or not any(sign.isdecimal() for sign in said):
        return None
    rest = said.replace(word, " ")
    for filler in listed("home-code-fillers"):
        edge = r"\b" if filler.isascii() else ""
        rest = re.sub(f"{edge}{re.escape(filler)}{edge}", " ", rest)
    return bare(rest) or None


def wants_code(text: str) -> bool:
    """Whether these words ask for somebody's household code, however they are put."""
    return coded(text) is not None


def has_moved(text: str) -> bool:
    """Whether these words say that the speaker has moved out."""
    return bare(text) in listed("home-moved")


def lives_in(text: str) -> str | None:
    """The room in which the speaker says to live; None where the words say anything else."""
    said = text.strip()
    if not said.lower().startswith(listed("home-lives")):
        return None
    for word in listed("home-lives"):
        if said[: len(word)].lower() == word:
            room = bare(said[len(word) :])
            return room if room_alone(room) else None
    return None


def token_in(text: str) -> str | None:
    """The token of a household code's link."""
    found = _LINK.search(text)
    return found[1] if found is not None else None
