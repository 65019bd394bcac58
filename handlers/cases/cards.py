"""The card of a case for those who work on it, and one case shown to somebody who asked."""

from collections.abc import Callable, Mapping

from domain.cases.rules import OPEN
from domain.cases.sheets import CaseSheet
from handlers.cases.lines import REPORTER, WORKER, history, reported, state_line
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, lines, rows
from handlers.sizes import calm, units

CARD_WORDS = 700
"""UTF-16 units of a report on a card in a group: about a screen."""

SHOWN_WORDS = 1500
"""The same where somebody asked to see the case."""


def card(showing: Showing) -> Shown | None:
    """The workers' card: what is wrong, whose it is, by when, what was done, and the next step."""
    sheet = _sheet(showing)
    return None if sheet is None else _shown(showing, sheet, worker=True, most=CARD_WORDS)


def case_shown(showing: Showing) -> Shown | None:
    """The case as its viewer may act on it."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    worker = bool(showing.wanted.params["worker"]) and showing.wanted.params["viewer"] != sheet.reporter_id
    return _shown(showing, sheet, worker=worker, most=SHOWN_WORDS)


def _shown(showing: Showing, sheet: CaseSheet, *, worker: bool, most: int) -> Shown:
    words = reported(sheet)
    due = _due(showing, sheet) if sheet.state in OPEN else ""
    media = showing.say("card-media", count=len(sheet.media)) if sheet.media else ""
    origin = showing.say(
        "card-origin", place=showing.name(sheet.place), reporter=showing.name(sheet.reporter)
    )
    html = lines(
        state_line(showing, sheet), origin, due, showing.words(words, most), media, *history(showing, sheet)
    )
    steps = showing.row((WORKER if worker else REPORTER).get(sheet.state, ()), sheet.id)
    return Shown(html, rows(steps, _more(showing, sheet, cut=units(calm(words).strip()) > most)))


def _due(showing: Showing, sheet: CaseSheet) -> str:
    return showing.say(
        "card-due", due=showing.dated(sheet.due_at, sheet.zone), provisional=int(sheet.provisional)
    )


def _more(showing: Showing, sheet: CaseSheet, *, cut: bool) -> tuple[Button, ...]:
    """What does not fit on the card."""
    words = [showing.button("button-words", Tap.WORDS, sheet.id, "0")] if cut else []
    media = (
        [showing.button("button-media", Tap.MEDIA, sheet.id, count=len(sheet.media))] if sheet.media else []
    )
    return (*words, *media)


def _sheet(showing: Showing) -> CaseSheet | None:
    return showing.reader.case_sheet(showing.wanted.about) if showing.wanted.about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"card:case": card, "case-shown": case_shown}
