"""The card of a case for those who work on it, and one case shown to somebody who asked."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from domain.cases.rules import SOUNDS, EntryKind
from domain.cases.sheets import CaseSheet
from domain.cases.table import OPEN, PAUSED, State
from handlers.bodies.buttons import office_lines, offices
from handlers.cases import canned, hints, own_views
from handlers.cases.behalf import calls
from handlers.cases.choices import CHANGE, WRITE
from handlers.cases.lines import (
    REPORTER,
    WORKER,
    backers_line,
    came,
    changed,
    for_worker,
    history,
    rating_line,
    reported,
    sheet_for,
    state_line,
    stream_buttons,
    stream_line,
    where_line,
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
    sheet = sheet_for(showing)
    if sheet is None:
        return None
    worker = for_worker(showing, sheet)
    if not worker and showing.wanted.params.get("viewer") == sheet.behalf_id:
        return _recorded(showing, sheet)
    shown = _shown(showing, sheet, worker=worker, most=SHOWN_WORDS)
    if not worker:
        return shown
    more = offices(showing, sheet)
    if sheet.behalf_id is None:
        return replace(shown, buttons=(*shown.buttons, *more))
    html = lines(shown.html, _phone(showing, sheet))
    return replace(shown, html=html, buttons=(*_with_calls(showing, sheet, shown), *more))


def _recorded(showing: Showing, sheet: CaseSheet) -> Shown:
    """For whoever wrote it down: all of it, the telephone, and what came of a call; no step is theirs."""
    html = lines(face(showing, sheet, worker=False, most=SHOWN_WORDS), _phone(showing, sheet))
    return Shown(html, rows(calls(showing, sheet)))


def _phone(showing: Showing, sheet: CaseSheet) -> str:
    return showing.say("card-phone", phone=showing.name(sheet.phone)) if sheet.phone is not None else ""


def _with_calls(showing: Showing, sheet: CaseSheet, shown: Shown) -> tuple[tuple[Button, ...], ...]:
    return rows(*shown.buttons, calls(showing, sheet))


def face(
    showing: Showing, sheet: CaseSheet, *, worker: bool, inside: bool = True, most: int = CARD_WORDS
) -> str:
    """What stands on the card, as Telegram HTML; `inside`: with whose matter it is, as only workers say."""
    words = reported(sheet)
    due = _due(showing, sheet) if sheet.state in OPEN else ""
    media = showing.say("card-media", count=len(sheet.media)) if sheet.media else ""
    origin = showing.say(
        "card-origin", place=where_line(showing, sheet), reporter=showing.name(sheet.reporter)
    )
    spoken = any(line.kind is EntryKind.SPOKEN for line in sheet.lines)
    return lines(
        state_line(showing, sheet),
        stream_line(showing, sheet, worker=worker) if inside else "",
        origin,
        *came(showing, sheet),
        due,
        backers_line(showing, sheet),
        rating_line(showing, sheet),
        office_lines(showing, sheet) if worker and inside else "",
        showing.words(words, most),
        *changed(showing, sheet, worker=worker),
        showing.say("card-spoken") if spoken else "",
        media,
        showing.say("card-withheld", count=sheet.withheld) if sheet.withheld else "",
        *(hints.beside(showing, sheet) if worker else ()),
        *history(showing, sheet, worker=worker),
    )


def _shown(showing: Showing, sheet: CaseSheet, *, worker: bool, most: int) -> Shown:
    words, html = reported(sheet), face(showing, sheet, worker=worker, most=most)
    steps = showing.row((WORKER if worker else REPORTER).get(sheet.state, ()), sheet.id)
    more = _more(showing, sheet, cut=units(calm(words).strip()) > most)
    if not worker:
        return Shown(html, rows(steps, (*more, *own_views.door(showing, sheet))))
    asks = (
        (showing.button("button-why", Tap.WHY, sheet.id),)
        if sheet.state in OPEN and most == SHOWN_WORDS
        else ()
    )
    return Shown(html, rows(steps, more, *_worker_choices(showing, sheet), asks))


def _worker_choices(showing: Showing, sheet: CaseSheet) -> tuple[tuple[Button, ...], ...]:
    """A voice in words, while nobody has written it; whose matter it is, while it is in work."""
    if sheet.state not in OPEN:
        return ()
    voice = any(media.kind in SOUNDS for media in sheet.media)
    written = any(line.kind in (EntryKind.HEARD, EntryKind.SPOKEN) for line in sheet.lines)
    hear = (showing.button("button-hear-write", Tap.HEARD, sheet.id, WRITE),) if voice and not written else ()
    ready = canned.button(showing, sheet.id) if sheet.state is State.TAKEN else ()
    if sheet.stream_settled:
        where = showing.button("button-where", Tap.WHERE, sheet.id)
        return hear, (showing.button("button-stream-change", Tap.STREAM, sheet.id, CHANGE), where), ready
    return hear, stream_buttons(showing, sheet), ready


def _due(showing: Showing, sheet: CaseSheet) -> str:
    if sheet.state in PAUSED:
        return showing.say("card-due-paused")
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
