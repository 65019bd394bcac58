"""What a button says when it is pressed: a verb, a subject and a choice; only ever a claim."""

import re
from dataclasses import dataclass
from enum import StrEnum

MOST = 40
"""Bytes of our part: with a row mark the platform's 64 still hold. Source: handlers.ports.Button."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SHAPE = re.compile(r"([a-z]{1,8}):([0-9a-z]{1,13})(?::([0-9a-z-]{1,16}))?(?:~[0-9a-z]{1,13})?")


class Tap(StrEnum):
    """What buttons can ask for; the values stand in messages for years, so they never change."""

    TAKE = "take"
    REPLY = "reply"
    ADD = "add"
    FINISH = "finish"
    CONFIRM = "confirm"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    LOOK = "look"
    WORDS = "words"
    MEDIA = "media"
    JOIN = "join"
    LEAVE = "leave"
    CANCEL = "cancel"
    MINE = "mine"
    HELP = "help"
    REPORT = "report"
    # cases, more
    PARTLY = "partly"
    WAKE = "wake"
    AGREE = "agree"
    OBJECT = "object"
    INQUIRE = "inquire"
    DEFER = "defer"
    DECLINE = "decline"
    MORE = "more"
    RATE = "rate"
    STILL = "still"
    BACK = "back"
    QUALITY = "quality"
    STREAM = "stream"
    SHARE = "share"
    NOTE = "note"
    HEARD = "heard"
    PRIVACY = "privacy"
    STRIKE = "strike"
    SPOT = "spot"
    BEHALF = "behalf"
    WHERE = "where"
    HELD = "held"
    PICTURE = "picture"
    CANNED = "canned"
    HINT = "hint"
    INCIDENT = "incident"
    WHY = "why"
    # whose work a case is
    RECUSE = "recuse"
    BODY = "body"
    MATTERS = "matters"
    TASK = "task"
    # calls, more
    CALL = "call"
    # polls
    POLL = "poll"
    VOTE = "vote"
    # the guide
    ASK = "ask"
    GUIDE = "guide"
    # places and homes
    SETUP = "setup"
    HOME = "home"
    HOURS = "hours"
    # duties
    DUTY = "duty"
    # figures
    NUMBERS = "numbers"
    PROMISE = "promise"
    EXCLUDE = "exclude"
    # menus
    MENU = "menu"


_KNOWN = frozenset(tap.value for tap in Tap)


@dataclass(frozen=True, slots=True)
class Press:
    """One pressed button: `subject` is an id of ours (0 where there is none)."""

    verb: Tap
    subject: int = 0
    extra: str | None = None

    def pack(self) -> str:
        """As callback data; raises ValueError beyond the room."""
        parts = [self.verb.value, base36(self.subject), *([self.extra] if self.extra is not None else [])]
        packed = ":".join(parts)
        if len(packed.encode()) > MOST:
            raise ValueError(packed)
        return packed


def parse(data: str | None) -> Press | None:
    """The press behind callback data, its row mark ignored; None where it is none of ours."""
    match = _SHAPE.fullmatch(data or "")
    if match is None or match[1] not in _KNOWN:
        return None
    subject = int(match[2], 36)
    return Press(Tap(match[1]), subject, match[3]) if subject < 2**63 else None


def base36(number: int) -> str:
    """A number of ours as buttons carry it."""
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"
