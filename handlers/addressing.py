"""How people call the bot in a group: by its nickname or its user name, before or behind what they say."""

import re
from functools import cache

from handlers.commands import listed
from handlers.sizes import visible

_REST = r"[^\w#\uff03/]"
"""What may stand between the name and the words: anything but a letter, a number sign or a command."""

_MENTION = re.compile(rf"\s*@[A-Za-z0-9_]{{1,29}}bot(?![A-Za-z0-9_]){_REST}*", re.IGNORECASE)
_MENTION_LAST = re.compile(r"\s*@[A-Za-z0-9_]{1,29}bot\s*$", re.IGNORECASE)


def called(text: str) -> str | None:
    """The words after the bot's nickname, or None where the text does not begin with it."""
    match = _nickname().match(text)
    return text[match.end() :] if match is not None else None


def without_name(text: str) -> tuple[str, bool]:
    """The words without the bot's name, and whether it was called."""
    after = called(text)
    if after is not None:
        return after, True
    match = _MENTION.match(text)
    if match is not None:
        return text[match.end() :], True
    last = _MENTION_LAST.search(text)
    return (
        (text[: last.start()], True) if last is not None and visible(text[: last.start()]) else (text, False)
    )


@cache
def _nickname() -> re.Pattern[str]:
    names = "|".join(map(re.escape, listed("verb-name")))
    # A Chinese sentence goes on without a space, but the name may be the head of another word.
    longer = "|".join(map(re.escape, listed("verb-name-longer")))
    runs_on = rf"(?=[\u3400-\u9fff])(?!{longer})"
    return re.compile(rf"\s*(?:{names})(?:{_REST}+|(?=[#\uff03/])|$|{runs_on})", re.IGNORECASE)
