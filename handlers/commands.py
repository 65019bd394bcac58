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
    CANNED = "canned"
    HINT = "hint"
    INCIDENT = "incident"
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
    Verb.CANNED: "verb-canned",
    Verb.HINT: "verb-hint",
    Verb.INCIDENT: "verb-incident",
}
"""The key whose text lists the plain words of a verb, parted by "|"."""

WHOLE = frozenset({Verb.REPORT, Verb.CALL, Verb.POLL, Verb.ASK, Verb.SETUP, Verb.START, Verb.CODE,
                   Verb.CANNED, Verb.HINT, Verb.INCIDENT})  # fmt: skip
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
