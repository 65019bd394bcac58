"""What a message is meant for, given what the bot waits for: one pure decision, in order of precedence."""

from collections.abc import Callable
from enum import StrEnum

from domain.cases.intake import CONTINUING
from domain.cases.posters import SCANNED
from domain.cases.service import WELCOME, WORDS_WANTED
from domain.cases.talk import REPORTING
from handlers.bodies import sentence as bodies
from handlers.calls import sentence as calls
from handlers.commands import LASTING, Verb
from handlers.guide import sentence as guide
from handlers.homes import sentence as homes
from handlers.incidents import sentence as incidents
from handlers.polls import sentence as polls
from handlers.ports import Dialogue
from handlers.presses import Tap
from handlers.said import Said
from handlers.setup import sentence as setup
from handlers.worktime import sentence as worktime


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
    MINE = "mine"
    REPORT = "report"
    ASK_REPORT = "ask-report"
    CALL = "call"
    CALL_WORDS = "call.words"
    CALL_SAY = "call.say"
    LOOK = "look"
    STEP = "step"
    SAY = "say"
    LEDGER = "ledger"
    SETUP = "setup"
    SETUP_WORDS = "setup.words"
    CODE = "code"
    HOME = "home"
    ME = "me"
    POLL = "poll"
    POLL_WORDS = "poll.words"
    POLL_SAY = "poll.say"
    OPEN_NOW = "open.now"
    ASK = "ask"
    ASK_WORDS = "ask.words"
    GUIDE_WORDS = "guide.words"
    GUIDE_SAY = "guide.say"
    DUTIES = "duties"
    HELLO = "hello"
    THANKS = "thanks"
    LANGUAGE = "language"
    MENU = "menu"
    NUMBERS = "numbers"
    NUMBERS_WORDS = "numbers.words"
    PROMISE = "promise"
    EXCLUDE = "exclude"
    PRIVACY = "privacy"
    HIDDEN = "hidden"
    STRIKE = "strike"
    POSTER = "poster"
    SPOT = "spot"
    SPOT_WORDS = "spot.words"
    BEHALF = "behalf"
    PLACE = "place"
    PASSED_ON = "passed-on"
    CANNED = "canned"
    HINT = "hint"
    HINT_WORDS = "hint.words"
    INCIDENT = "incident"
    HOURS = "hours"
    HOURS_WORDS = "hours.words"
    WHY = "why"
    RECUSE = "recuse"
    RETURN = "return"
    JOIN_BODY = "join-body"
    MATTERS = "matters"
    MATTERS_WORDS = "matters.words"
    ABSENCE = "absence"
    TASK = "task"
    TASK_WORDS = "task.words"


BY_VERB = {
    Verb.START: Intent.START,
    Verb.HELP: Intent.HELP,
    Verb.GREETING: Intent.HELLO,
    Verb.THANKS: Intent.THANKS,
    Verb.ASK: Intent.ASK,
    Verb.VOTE: Intent.OPEN_NOW,
    Verb.POLL: Intent.POLL,
    Verb.LEDGER: Intent.LEDGER,
    Verb.SETUP: Intent.SETUP,
    Verb.CODE: Intent.CODE,
    Verb.ME: Intent.ME,
    Verb.DUTIES: Intent.DUTIES,
    Verb.LANGUAGE: Intent.LANGUAGE,
    Verb.MENU: Intent.MENU,
    Verb.NUMBERS: Intent.NUMBERS,
    Verb.PROMISE: Intent.PROMISE,
    Verb.EXCLUDE: Intent.EXCLUDE,
    Verb.PRIVACY: Intent.PRIVACY,
    Verb.HIDDEN: Intent.HIDDEN,
    Verb.STRIKE: Intent.STRIKE,
    Verb.POSTER: Intent.POSTER,
    Verb.BEHALF: Intent.BEHALF,
    Verb.PLACE: Intent.PLACE,
    Verb.CANNED: Intent.CANNED,
    Verb.HINT: Intent.HINT,
    Verb.INCIDENT: Intent.INCIDENT,
    Verb.HOURS: Intent.HOURS,
    Verb.WHY: Intent.WHY,
    Verb.MINE: Intent.MINE,
    Verb.CALL: Intent.CALL,
    Verb.LOOK: Intent.LOOK,
    Verb.CANCEL: Intent.CANCEL,
    Verb.SAY: Intent.SAY,
    Verb.UNKNOWN: Intent.UNKNOWN,
    Verb.RECUSE: Intent.RECUSE,
    Verb.RETURN: Intent.RETURN,
    Verb.JOIN_BODY: Intent.JOIN_BODY,
    Verb.MATTERS: Intent.MATTERS,
    Verb.TASK: Intent.TASK,
}
"""Verbs that mean one thing wherever they are said; the others are steps of a case."""

CHATTER = (Verb.GREETING, Verb.THANKS)
"""What is said without wanting anything."""

AWAITED = {
    "setup": Intent.SETUP_WORDS,
    "call": Intent.CALL_WORDS,
    "poll": Intent.POLL_WORDS,
    "ask": Intent.ASK_WORDS,
    "guide": Intent.GUIDE_WORDS,
    "numbers": Intent.NUMBERS_WORDS,
    "hint": Intent.HINT_WORDS,
    "hours": Intent.HOURS_WORDS,
    "matters": Intent.MATTERS_WORDS,
    "task": Intent.TASK_WORDS,
}
"""Whose words are waited for, by the head of the dialogue's state: "poll.option" belongs to polls. Pictures
and files come too; who waits for words alone says so.
"""

PAYLOADS = {
    "h": Intent.HOME,
    "s": Intent.SETUP,
    "v": Intent.POLL_SAY,
    "c": Intent.CALL_SAY,
    "p": Intent.SPOT,
}
"""What `/start <letter>-<rest>` is meant for: what a link or a QR code says on somebody's behalf."""

ANSWERED = {
    Tap.JOIN: Intent.CALL_SAY,
    Tap.LEAVE: Intent.CALL_SAY,
    Tap.CALL: Intent.CALL_SAY,
    Tap.VOTE: Intent.POLL_SAY,
    Tap.POLL: Intent.POLL_SAY,
    Tap.ASK: Intent.GUIDE_SAY,
    Tap.GUIDE: Intent.GUIDE_SAY,
}
"""Cards on which people answer in words ("+1"), by their first button."""

RECOGNISERS: tuple[tuple[Callable[[str], bool], Intent], ...] = (
    (worktime.looks_like, Intent.HOURS),
    (homes.wants_code, Intent.CODE),
    (homes.looks_like, Intent.HOME),
    (incidents.looks_like, Intent.INCIDENT),
    (polls.looks_like, Intent.POLL),
    (calls.looks_like, Intent.CALL),
    (bodies.looks_like, Intent.ABSENCE),
    (setup.looks_like, Intent.SETUP),
    (guide.looks_like, Intent.ASK),
)
"""Plain talk meant for us that is no report, the first that knows it."""


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
    meant = _awaited(said, dialogue) or _asked(said)
    # An album's parts come one by one: to ask of each would be too much.
    told_on = said.secondhand and said.spoken.verb is None and said.album is None
    return Intent.PASSED_ON if told_on and meant is Intent.REPORT else meant


def _goes_on(said: Said, dialogue: Dialogue | None) -> bool:
    asks = said.spoken.slash or said.spoken.verb in LASTING
    plain = not said.media and not asks and not said.secondhand
    return dialogue is not None and dialogue.state == CONTINUING and plain


def _wants_own_words(said: Said, dialogue: Dialogue | None) -> bool:
    """Only intake takes what somebody else wrote."""
    if said.media and said.spoken.verb is None:
        return False
    waits = dialogue is not None and dialogue.state not in (REPORTING, CONTINUING)
    return waits or said.spoken.verb not in (None, Verb.REPORT, *CHATTER, Verb.START, Verb.HELP)


def _awaited(said: Said, dialogue: Dialogue | None) -> Intent | None:
    """The words that a step waits for; commands and the lasting keys are never taken for them."""
    if dialogue is None or _interrupts(said) or _of_another_case(said, dialogue):
        return None
    if (theirs := AWAITED.get(dialogue.state.partition(".")[0])) is not None:
        return theirs
    if dialogue.state == SCANNED:
        return Intent.SPOT_WORDS
    if dialogue.state == WELCOME and said.spoken.verb is not None:
        return None  # words that are no answer to "what is still wrong?"
    if dialogue.state not in (WORDS_WANTED, WELCOME, REPORTING):
        return None
    if dialogue.state == REPORTING:
        return Intent.REPORT
    return Intent.WORDS_WITH_MEDIA if said.media else Intent.WORDS


def _of_another_case(said: Said, dialogue: Dialogue) -> bool:
    """Words that name another case, by its number or by the message they answer, are no answer here."""
    if dialogue.state != WORDS_WANTED:
        return False
    awaited = dialogue.data.get("number", said.spoken.number)
    named = said.spoken.number is not None and said.spoken.number != awaited
    return named or said.case_id not in (None, dialogue.data["case"])


def _interrupts(said: Said) -> bool:
    spoken = said.spoken
    whole = not said.media and spoken.number is None and spoken.verb in LASTING | {Verb.CANCEL}
    unread = not said.media and not spoken.words and spoken.verb is None
    ready = not said.media and spoken.verb is Verb.CANNED  # a name for words is never the words themselves
    return spoken.slash or whole or unread or ready


def _asked(said: Said) -> Intent:
    verb = said.spoken.verb
    if said.media:
        return _shown(said)
    if said.answered is not None and said.answered.verb in ANSWERED and not said.spoken.slash:
        return ANSWERED[said.answered.verb]
    if verb is None:
        return _talk(said)
    if verb is Verb.REPORT:
        return Intent.REPORT if said.spoken.words.strip() else Intent.ASK_REPORT
    if not (said.private or said.spoken.slash or said.named or said.answers):
        return Intent.NOTHING
    if verb is Verb.START and said.private and said.spoken.words[1:2] == "-":
        return PAYLOADS.get(said.spoken.words[0], Intent.START)
    return BY_VERB.get(verb, Intent.STEP)


def _shown(said: Said) -> Intent:
    """A picture or file: a report, where it is meant for us; a caption is never a command."""
    if said.spoken.verb not in (None, Verb.REPORT, *CHATTER) and said.spoken.slash:
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
        text = said.spoken.words
        return next((intent for looks_like, intent in RECOGNISERS if looks_like(text)), Intent.REPORT)
    return _unplaced(said)


def _unplaced(said: Said) -> Intent:
    """An answer to a question that has lapsed is told so; other talk below our messages is left alone."""
    return Intent.PUZZLED if said.lapsed else Intent.NOTHING
