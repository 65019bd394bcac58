"""Messages of a case's second half: thanks with a rating, reasons to choose, questions weeks later."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from domain.cases.reasons import Reason
from domain.cases.rules import Quality, Rating
from domain.cases.sheets import CaseSheet
from domain.cases.table import State
from handlers.cases import own_views
from handlers.cases.choices import NOT_SOLVED
from handlers.cases.life import BROKEN, GOOD, NEVER
from handlers.cases.lines import subject_line
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Label, Showing, lines

MORE: Mapping[State, tuple[Label, ...]] = {
    State.FILED: (("button-decline", Tap.DECLINE),),
    State.TAKEN: (
        ("button-inquire", Tap.INQUIRE),
        ("button-defer", Tap.DEFER),
        ("button-decline", Tap.DECLINE),
    ),
}
"""Steps that a card has no room for, by state."""

ALWAYS: tuple[Label, ...] = (("button-exclude-ask", Tap.EXCLUDE),)
"""What is offered in every state."""


def thanks(showing: Showing) -> Shown | None:
    """The receipt of an answer, with one more tap for whoever likes."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    text = showing.say("case-thanks", number=sheet.number, part=showing.given("part"))
    return Shown(text, (_choices(showing, sheet, "button-rate", Tap.RATE, Rating, "rating"),))


def still(showing: Showing) -> Shown | None:
    """Has it held?"""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    answers = (
        showing.button("button-still-good", Tap.STILL, sheet.id, GOOD),
        showing.button("button-still-broken", Tap.STILL, sheet.id, BROKEN),
    )
    never = (showing.button("button-still-never", Tap.STILL, sheet.id, NEVER),)
    text = showing.say("case-still", number=sheet.number)
    return Shown(lines(text, subject_line(sheet)), (answers, never))


def backed_done(showing: Showing) -> Shown | None:
    """To a household with the same: is yours solved too?"""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    text = showing.say("case-backed-done", number=sheet.number)
    return Shown(text, ((showing.button("button-back-not", Tap.BACK, sheet.id, NOT_SOLVED),),))


def more(showing: Showing) -> Shown | None:
    """What else can be done, one below the other."""
    if showing.wanted.params.get("own"):
        return own_views.more(showing)
    sheet = _sheet(showing)
    if sheet is None:
        return None
    steps = (*MORE.get(sheet.state, ()), *ALWAYS)
    text = lines(showing.say("case-more", number=sheet.number), subject_line(sheet))
    return Shown(text, tuple(showing.row((label,), sheet.id) for label in steps))


def decline_why(showing: Showing) -> Shown | None:
    """Why it cannot be done."""
    return _why(showing, "case-decline-why", Tap.DECLINE)


def quality(showing: Showing) -> Shown | None:
    """How well was it done?"""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    text = showing.say("case-quality", number=sheet.number)
    return Shown(text, (_choices(showing, sheet, "button-mark", Tap.QUALITY, Quality, "mark"),))


def reopen_why(showing: Showing) -> Shown:
    """What is still wrong? In a group as an opened reply box, in private with a way out."""
    about = {"number": showing.given("number"), "other": showing.given("other"), "due": _due(showing)}
    if showing.wanted.private:
        text = showing.say("case-reopen-why", **about)
        return Shown(text, (showing.row((("button-cancel", Tap.CANCEL),)),))
    text = showing.say(
        "case-reopen-why-group",
        **about,
        who=showing.given("who"),
        user=showing.given("user"),
    )
    return Shown(text, force_reply=showing.plain("hint-words"))


def _due(showing: Showing) -> str | None:
    """The promised hour; none where it has passed."""
    due = showing.wanted.params["due"]
    return showing.when(due) if due > showing.now else None


def _why(showing: Showing, key: str, verb: Tap) -> Shown | None:
    sheet = _sheet(showing)
    if sheet is None:
        return None
    text = lines(showing.say(key, number=sheet.number), subject_line(sheet))
    buttons = _choices(showing, sheet, "button-reason", verb, Reason, "reason")
    return Shown(text, tuple((button,) for button in buttons))


def _choices(
    showing: Showing, sheet: CaseSheet, label: str, verb: Tap, codes: Iterable[StrEnum], name: str
) -> tuple[Button, ...]:
    return tuple(showing.button(label, verb, sheet.id, code.value, **{name: code.value}) for code in codes)


def _sheet(showing: Showing) -> CaseSheet | None:
    return showing.reader.case_sheet(showing.wanted.about) if showing.wanted.about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "case-thanks": thanks,
    "case-still": still,
    "case-backed-done": backed_done,
    "case-more": more,
    "case-decline-why": decline_why,
    "case-quality": quality,
    "case-reopen-why": reopen_why,
}
