"""The card of a case for those who work on it, and one case shown to somebody who asked."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from domain.cases.rules import SOUNDS, EntryKind
from domain.cases.sheets import CaseSheet
from domain.cases.table import OPEN, State
from handlers.bodies.buttons import office_lines, offices
from handlers.cases import canned, hints
from handlers.cases.choices import ALL, CHANGE, WORKERS, WRITE
from handlers.cases.lines import (
    REPORTER,
    WORKER,
    backers_line,
    for_worker,
    history,
    rating_line,
    reported,
    state_line,
    stream_buttons,
    stream_line,
)
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
    worker = for_worker(showing, sheet)
    shown = _shown(showing, sheet, worker=worker, most=SHOWN_WORDS)
    return replace(shown, buttons=(*shown.buttons, *offices(showing, sheet, worker=worker)))


def _shown(showing: Showing, sheet: CaseSheet, *, worker: bool, most: int) -> Shown:
    words = reported(sheet)
    due = _due(showing, sheet) if sheet.state in OPEN else ""
    media = showing.say("card-media", count=len(sheet.media)) if sheet.media else ""
    origin = showing.say(
        "card-origin", place=showing.name(sheet.place), reporter=showing.name(sheet.reporter)
    )
    spoken = any(line.kind is EntryKind.SPOKEN for line in sheet.lines)
    html = lines(
        state_line(showing, sheet),
        stream_line(showing, sheet, worker=worker),
        origin,
        due,
        backers_line(showing, sheet),
        rating_line(showing, sheet),
        office_lines(showing, sheet) if worker else "",
        showing.words(words, most),
        showing.say("card-spoken") if spoken else "",
        media,
        *(hints.beside(showing, sheet) if worker else ()),
        *history(showing, sheet, worker=worker),
    )
    steps = showing.row((WORKER if worker else REPORTER).get(sheet.state, ()), sheet.id)
    choices = _worker_choices(showing, sheet) if worker else _reporter_choices(showing, sheet)
    more = _more(showing, sheet, cut=units(calm(words).strip()) > most)
    asks = (showing.button("button-why", Tap.WHY, sheet.id),) if due and most == SHOWN_WORDS else ()
    return Shown(html, rows(steps, more, *choices, asks))


def _worker_choices(showing: Showing, sheet: CaseSheet) -> tuple[tuple[Button, ...], ...]:
    """A voice in words, while nobody has written it; whose matter it is, while it is in work."""
    if sheet.state not in OPEN:
        return ()
    voice = any(media.kind in SOUNDS for media in sheet.media)
    written = any(line.kind in (EntryKind.HEARD, EntryKind.SPOKEN) for line in sheet.lines)
    hear = (showing.button("button-hear-write", Tap.HEARD, sheet.id, WRITE),) if voice and not written else ()
    ready = canned.button(showing, sheet.id) if sheet.state is State.TAKEN else ()
    if sheet.stream_settled:
        return hear, (showing.button("button-stream-change", Tap.STREAM, sheet.id, CHANGE),), ready
    return hear, stream_buttons(showing, sheet), ready


def _reporter_choices(showing: Showing, sheet: CaseSheet) -> tuple[tuple[Button, ...], ...]:
    """For everybody, or for workers only."""
    if sheet.state is State.WITHDRAWN:
        return ()
    label, extra = ("button-unshare", WORKERS) if sheet.shared else ("button-share", ALL)
    return ((showing.button(label, Tap.SHARE, sheet.id, extra),),)


def _due(showing: Showing, sheet: CaseSheet) -> str:
    return showing.say(
        "card-due", due=showing.dated(sheet.due_at, sheet.zone), provisional=int(sheet.provisional)
    )


def _more(showing: Showing, sheet: CaseSheet, *, cut: bool) -> tuple[Button, ...]:
    """What does not fit on the card."""
    words = [showing.button("button-words", Tap.WORDS, sheet.id, "0")] if cut else []
    sounds = all(media.kind in SOUNDS for media in sheet.media)
    label = "button-hear" if sounds else "button-media"
    media = [showing.button(label, Tap.MEDIA, sheet.id, count=len(sheet.media))] if sheet.media else []
    return (*words, *media)


def _sheet(showing: Showing) -> CaseSheet | None:
    return showing.reader.case_sheet(showing.wanted.about) if showing.wanted.about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"card:case": card, "case-shown": case_shown}
