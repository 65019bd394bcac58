"""Messages beside the way of a case: whose matter, whom words are for, what was heard, who may see."""

from collections.abc import Callable, Mapping

from domain.cases.sheets import CaseSheet, Eyes
from domain.cases.table import OPEN
from domain.kernel.words import Ref
from handlers.cases import pictures
from handlers.cases.choices import KEEP, MINE_TOO, OTHER, RIGHT, SEND, WRONG
from handlers.cases.lines import (
    LOOK,
    WORKER,
    backers_line,
    reported,
    state_line,
    stream_buttons,
    subject_line,
    where_line,
    whose,
)
from handlers.cases.lists import MOST, numbers
from handlers.ports import Button, Shown
from handlers.presses import Tap, base36
from handlers.showing import Showing, lines, rows

SHARED_WORDS = 700
"""UTF-16 units of a report that a neighbour is shown."""


def note(showing: Showing) -> Shown | None:
    """Are these words for whoever reported, or for workers alone?"""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    text = showing.say("case-note", number=sheet.number, reporter=showing.name(sheet.reporter))
    choices = (
        _choice(showing, "button-send", Tap.NOTE, SEND),
        _choice(showing, "button-keep", Tap.NOTE, KEEP),
    )
    other = (_choice(showing, "button-note-other", Tap.NOTE, OTHER),)
    more = (other,) if showing.wanted.params.get("guessed") else ()
    return Shown(lines(text, _words(showing)), (choices, *more))


def note_kept(showing: Showing) -> Shown | None:
    """Nobody chose."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    steps = showing.row(WORKER.get(sheet.state, LOOK), sheet.id)
    return Shown(showing.say("case-note-kept", number=sheet.number), rows(steps))


def heard(showing: Showing) -> Shown | None:
    """What a worker heard, to whoever spoke."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    text = showing.say("case-heard", number=sheet.number, who=showing.given("who"))
    choices = (
        _choice(showing, "button-right", Tap.HEARD, RIGHT),
        _choice(showing, "button-wrong", Tap.HEARD, WRONG),
    )
    return Shown(lines(text, _words(showing), showing.say("case-heard-right")), (choices,))


def heard_asked(showing: Showing) -> Shown | None:
    """A receipt for the worker who listened."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    text = showing.say("case-heard-asked", number=sheet.number, reporter=showing.name(sheet.reporter))
    return Shown(text, rows(showing.row(LOOK, sheet.id)))


def stream_which(showing: Showing) -> Shown | None:
    """The three once more."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    text = showing.say("case-stream-which", number=sheet.number)
    return Shown(lines(text, subject_line(sheet)), rows(stream_buttons(showing, sheet)))


def stream_told(showing: Showing) -> Shown | None:
    """Who does it, in plain words, to whoever reported."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    due = showing.when(sheet.due_at, sheet.zone) if sheet.due_at > showing.now else None
    stream = showing.given("stream")
    told = {"number": sheet.number, "stream": stream, "due": due, **whose(showing, sheet)}
    text = showing.say("case-stream-told", **told)
    return Shown(text, rows(showing.row(LOOK, sheet.id)))


def down_yourself(showing: Showing) -> Shown | None:
    """How to delete one's own message."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    return Shown(showing.say("case-down-yourself", number=sheet.number), rows(showing.row(LOOK, sheet.id)))


def shared(showing: Showing) -> Shown | None:
    """What a neighbour sees of a case for everybody: no name of whoever reported, no steps' words, and of its
    pictures those that its handler has approved.
    """
    sheet = showing.reader.case_sheet(showing.wanted.about or 0, Eyes.NEIGHBOUR)
    if sheet is None or not sheet.shared:
        return None
    also = (showing.button("button-back", Tap.BACK, sheet.id, MINE_TOO),) if sheet.state in OPEN else ()
    own = showing.row((("button-report", Tap.REPORT),))
    return Shown(public_face(showing, sheet), rows((*also, *own)), pictures.shared(showing, sheet.id))


def public_face(showing: Showing, sheet: CaseSheet) -> str:
    """What neighbours read, as Telegram HTML; the sheet is opened for their eyes."""
    who = showing.name(sheet.reporter) if sheet.reporter is not None else None
    head = showing.say("case-shared", place=where_line(showing, sheet), who=who)
    promised = sheet.state in OPEN and sheet.due_at > showing.now
    due = showing.dated(sheet.due_at, sheet.zone) if promised else None
    by = showing.say("card-due", due=due, provisional=int(sheet.provisional)) if promised else ""
    words = showing.words(reported(sheet), SHARED_WORDS)
    return lines(head, state_line(showing, sheet), by, backers_line(showing, sheet), words)


def untaken(showing: Showing) -> Shown | None:
    """Several that nobody has taken and that were promised for the same hour."""
    given = showing.wanted.params
    found = showing.reader.late_for(f"workers:{given['compound']}", MOST)
    sheets = [one for one in found if one.due_at <= given["due"]]
    if not sheets:
        return None
    due = showing.when(given["due"], sheets[0].zone)
    text = showing.say("cases-untaken", count=len(sheets), due=due, over=showing.given("over"))
    listed = (lines(showing.say("case-untaken", number=one.number), subject_line(one)) for one in sheets)
    return Shown(lines(text, *listed), numbers(showing, sheets))


def _choice(showing: Showing, label: str, verb: Tap, choice: str) -> Button:
    extra = choice + base36(int(showing.wanted.params["entry"]))
    return showing.button(label, verb, showing.wanted.about or 0, extra)


def _words(showing: Showing) -> str:
    ref = showing.wanted.params["words"]
    found = showing.reader.entry_words(ref.id) if isinstance(ref, Ref) else None
    return showing.words(found or showing.plain("words-gone"))


def _sheet(showing: Showing) -> CaseSheet | None:
    return showing.reader.case_sheet(showing.wanted.about) if showing.wanted.about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "case-note": note,
    "case-note-kept": note_kept,
    "case-heard": heard,
    "case-heard-asked": heard_asked,
    "case-stream-which": stream_which,
    "case-stream-told": stream_told,
    "case-down-yourself": down_yourself,
    "case-shared": shared,
    "cases-untaken": untaken,
}
