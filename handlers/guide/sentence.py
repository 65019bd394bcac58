"""Whether plain talk that is meant for us is a question about how something is done."""

import re
from functools import cache

from handlers.commands import listed

LONGEST = 100
"""Characters of a plain question; who writes more tells a story, and that is a report."""


def looks_like(text: str) -> bool:
    """Whether these words are a question about how something is done; never raises."""
    said = " ".join(text.lower().split())
    if not said or len(said) > LONGEST or _any(said, "question-complaints"):
        return False
    ending = said.rstrip("?？!！.。~～ ")
    return (
        _any(said, "question-forms")
        or ending.endswith(listed("question-endings"))
        or said.startswith(listed("question-openings"))
    )


def may_be_report(text: str) -> bool:
    """Whether a question speaks of something broken too, so that only its writer knows what is meant."""
    return _any(text.lower(), "question-broken")


def _any(text: str, key: str) -> bool:
    return _words(key).search(text) is not None


@cache
def _words(key: str) -> re.Pattern[str]:
    """One search for all words of a list: each for itself costs three times as much."""
    return re.compile("|".join(map(re.escape, listed(key))))
