"""One table of verbs: what is called how, by slash and in plain words of any language."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from handlers.texts import load


class Verb(StrEnum):
    """What somebody can ask for in words."""

    START = "start"
    HELP = "help"
    REPORT = "report"
    ASK = "ask"
    VOTE = "vote"
    MINE = "mine"
    CALL = "call"
    LOOK = "look"
    DONE = "done"
    FINISH = "finish"
    CONFIRM = "confirm"
    REOPEN = "reopen"
    TAKE = "take"
    REPLY = "reply"
    ADD = "add"
    WITHDRAW = "withdraw"
    PARTLY = "partly"
    INQUIRE = "inquire"
    DEFER = "defer"
    WAKE = "wake"
    DECLINE = "decline"
    AGREE = "agree"
    OBJECT = "object"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    BACK = "back"
    QUALITY = "quality"
    CANCEL = "cancel"
    GREETING = "greeting"
    THANKS = "thanks"
    SAY = "say"
    LEDGER = "ledger"
    SETUP = "setup"
    CODE = "code"
    ME = "me"
    POLL = "poll"
    DUTIES = "duties"
    LANGUAGE = "language"
    MENU = "menu"
    NUMBERS = "numbers"
    PROMISE = "promise"
    EXCLUDE = "exclude"
    PRIVACY = "privacy"
    HIDDEN = "hidden"
    STRIKE = "strike"
    POSTER = "poster"
    BEHALF = "behalf"
    PLACE = "place"
    CANNED = "canned"
    HINT = "hint"
    INCIDENT = "incident"
    HOURS = "hours"
    WHY = "why"
    RECUSE = "recuse"
    RETURN = "return"
    JOIN_BODY = "join-body"
    MATTERS = "matters"
    TASK = "task"
    UNKNOWN = "unknown"


SLASHES: Mapping[str, Verb] = {
    "start": Verb.START,
    "help": Verb.HELP,
    "report": Verb.REPORT,
    "ask": Verb.ASK,
    "vote": Verb.VOTE,
    "my": Verb.MINE,
    "call": Verb.CALL,
    "case": Verb.LOOK,
    "done": Verb.DONE,
    "finish": Verb.FINISH,
    "confirm": Verb.CONFIRM,
    "reopen": Verb.REOPEN,
    "take": Verb.TAKE,
    "reply": Verb.REPLY,
    "add": Verb.ADD,
    "withdraw": Verb.WITHDRAW,
    "cancel": Verb.CANCEL,
    "ledger": Verb.LEDGER,
    "setup": Verb.SETUP,
    "code": Verb.CODE,
    "me": Verb.ME,
    "poll": Verb.POLL,
    "duties": Verb.DUTIES,
    "language": Verb.LANGUAGE,
    "menu": Verb.MENU,
    "numbers": Verb.NUMBERS,
    "promise": Verb.PROMISE,
    "exclude": Verb.EXCLUDE,
    "hours": Verb.HOURS,
    "why": Verb.WHY,
    "recuse": Verb.RECUSE,
    "return": Verb.RETURN,
    "matters": Verb.MATTERS,
    "task": Verb.TASK,
}
"""Slash commands, without the slash."""

WORDS: Mapping[Verb, str] = {
    Verb.REPORT: "verb-report",
    Verb.ASK: "verb-ask",
    Verb.VOTE: "verb-vote",
    Verb.MINE: "verb-mine",
    Verb.CALL: "verb-call",
    Verb.HELP: "verb-help",
    Verb.LOOK: "verb-look",
    Verb.DONE: "verb-done",
    Verb.FINISH: "verb-finish",
    Verb.CONFIRM: "verb-confirm",
    Verb.REOPEN: "verb-reopen",
    Verb.TAKE: "verb-take",
    Verb.REPLY: "verb-reply",
    Verb.ADD: "verb-add",
    Verb.WITHDRAW: "verb-withdraw",
    Verb.PARTLY: "verb-partly",
    Verb.INQUIRE: "verb-inquire",
    Verb.DEFER: "verb-defer",
    Verb.WAKE: "verb-wake",
    Verb.DECLINE: "verb-decline",
    Verb.AGREE: "verb-agree",
    Verb.OBJECT: "verb-object",
    Verb.GOOD: "verb-good",
    Verb.FAIR: "verb-fair",
    Verb.POOR: "verb-poor",
    Verb.BACK: "verb-back",
    Verb.QUALITY: "verb-quality",
    Verb.CANCEL: "verb-cancel",
    Verb.GREETING: "verb-greeting",
    Verb.THANKS: "verb-thanks",
    Verb.LEDGER: "verb-ledger",
    Verb.SETUP: "verb-setup",
    Verb.CODE: "verb-code",
    Verb.ME: "verb-me",
    Verb.POLL: "verb-poll",
    Verb.DUTIES: "verb-duties",
    Verb.LANGUAGE: "verb-language",
    Verb.MENU: "verb-menu",
    Verb.NUMBERS: "verb-numbers",
    Verb.PROMISE: "verb-promise",
    Verb.EXCLUDE: "verb-exclude",
    Verb.PRIVACY: "verb-privacy",
    Verb.HIDDEN: "verb-hidden",
    Verb.STRIKE: "verb-strike",
    Verb.POSTER: "verb-poster",
    Verb.BEHALF: "verb-behalf",
    Verb.PLACE: "verb-place",
    Verb.CANNED: "verb-canned",
    Verb.HINT: "verb-hint",
    Verb.INCIDENT: "verb-incident",
    Verb.HOURS: "verb-hours",
    Verb.WHY: "verb-why",
    Verb.RECUSE: "verb-recuse",
    Verb.RETURN: "verb-return",
    Verb.JOIN_BODY: "verb-join-body",
    Verb.MATTERS: "verb-matters",
    Verb.TASK: "verb-task",
}
"""The key whose text lists the plain words of a verb, parted by "|"."""

WHOLE = frozenset(
    {
        Verb.TASK,
        Verb.REPORT,
        Verb.CALL,
        Verb.POLL,
        Verb.ASK,
        Verb.SETUP,
        Verb.START,
        Verb.CODE,
        Verb.NUMBERS,
        Verb.PROMISE,
        Verb.HOURS,
        Verb.CANNED,
        Verb.HINT,
        Verb.INCIDENT,
    }
)
"""Verbs whose words are kept as they are: a number in them is no case's."""

LASTING = frozenset({Verb.REPORT, Verb.ASK, Verb.VOTE, Verb.MINE, Verb.HELP})
"""What the keys below the private chat say: never taken for the words that a step waits for."""


@cache
def listed(key: str) -> tuple[str, ...]:
    """The words that every language lists under that key, longest first, in lower case."""
    texts = load()
    found = {
        word.strip().lower() for locale in texts.locales for word in texts.plain(locale, key, {}).split("|")
    }
    return tuple(sorted(found, key=len, reverse=True))
