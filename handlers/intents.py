"""What a message is meant for, given what the bot waits for: one pure decision, in order of precedence."""

from enum import StrEnum

from domain.cases.intake import CONTINUING
from domain.cases.service import WORDS_WANTED
from domain.cases.talk import REPORTING
from handlers.commands import LASTING, Verb
from handlers.ports import Dialogue
from handlers.said import Said


class Intent(StrEnum):
    """What the handlers are registered for, one each."""

    NOTHING = "nothing"
    STRANGER = "stranger"
    SECONDHAND = "secondhand"
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    PUZZLED = "puzzled"
    CONTINUE = "continue"
    CANCEL = "cancel"
    WORDS = "words"
    WORDS_WITH_MEDIA = "awaited-media"
    START = "start"
    HELP = "help"
    NOT_BUILT = "unbuilt"
    MINE = "mine"
    REPORT = "report"
    ASK_REPORT = "ask-report"
    CALL = "call"
    LOOK = "look"
    STEP = "step"
    SAY = "say"


BY_VERB = {
    Verb.START: Intent.START,
    Verb.HELP: Intent.HELP,
    Verb.GREETING: Intent.HELP,
    Verb.ASK: Intent.NOT_BUILT,
    Verb.VOTE: Intent.NOT_BUILT,
    Verb.MINE: Intent.MINE,
    Verb.CALL: Intent.CALL,
    Verb.LOOK: Intent.LOOK,
    Verb.CANCEL: Intent.CANCEL,
    Verb.SAY: Intent.SAY,
    Verb.UNKNOWN: Intent.UNKNOWN,
}
"""Verbs that mean one thing wherever they are said; the others are steps of a case."""


def intent(said: Said, dialogue: Dialogue | None) -> Intent:
    """What to do with the message."""
    if said.service:
        return Intent.NOTHING
    if said.stranger is not None:
        return Intent.STRANGER
    if _goes_on(said, dialogue):
        return Intent.CONTINUE
    if said.secondhand and _wants_own_words(said, dialogue):
        return Intent.SECONDHAND
    return _awaited(said, dialogue) or _asked(said)


def _goes_on(said: Said, dialogue: Dialogue | None) -> bool:
    asks = said.spoken.slash or said.spoken.verb in LASTING
    plain = not said.media and not asks and not said.secondhand
    return dialogue is not None and dialogue.state == CONTINUING and plain


def _wants_own_words(said: Said, dialogue: Dialogue | None) -> bool:
    """Only intake takes what somebody else wrote."""
    if said.media and said.spoken.verb is None:
        return False
    waits = dialogue is not None and dialogue.state == WORDS_WANTED
    return waits or said.spoken.verb not in (None, Verb.REPORT, Verb.GREETING, Verb.START, Verb.HELP)


def _awaited(said: Said, dialogue: Dialogue | None) -> Intent | None:
    """The words that a step waits for; commands and the lasting keys are never taken for them."""
    if dialogue is None or dialogue.state not in (WORDS_WANTED, REPORTING) or _interrupts(said):
        return None
    if dialogue.state == REPORTING:
        return Intent.REPORT
    return Intent.WORDS_WITH_MEDIA if said.media else Intent.WORDS


def _interrupts(said: Said) -> bool:
    spoken = said.spoken
    whole = not said.media and spoken.number is None and spoken.verb in LASTING | {Verb.CANCEL}
    unread = not said.media and not spoken.words and spoken.verb is None
    return spoken.slash or whole or unread


def _asked(said: Said) -> Intent:
    verb = said.spoken.verb
    if said.media:
        return _shown(said)
    if verb is None:
        return _talk(said)
    if verb is Verb.REPORT:
        return Intent.REPORT if said.spoken.words.strip() else Intent.ASK_REPORT
    if not (said.private or said.spoken.slash or said.named or said.answers):
        return Intent.NOTHING
    return BY_VERB.get(verb, Intent.STEP)


def _shown(said: Said) -> Intent:
    """A picture or file: a report, where it is meant for us; a caption is never a command."""
    if said.spoken.verb not in (None, Verb.REPORT, Verb.GREETING) and said.spoken.slash:
        return Intent.SECONDHAND
    if said.case_id is not None:
        return Intent.SAY
    meant = said.private or said.named or said.spoken.slash or said.album is not None
    return Intent.REPORT if meant else _unplaced(said)


def _talk(said: Said) -> Intent:
    if not said.spoken.words.strip():
        return Intent.HELP if said.named else Intent.UNREADABLE
    if said.case_id is not None:
        return Intent.SAY
    if said.private or said.named:
        return Intent.REPORT
    return _unplaced(said)


def _unplaced(said: Said) -> Intent:
    """An answer to a question that has lapsed is told so; other talk below our messages is left alone."""
    return Intent.PUZZLED if said.lapsed else Intent.NOTHING
