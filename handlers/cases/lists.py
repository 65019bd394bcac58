"""Several cases in one message, and what does not fit on a card: all of the words, the attachments."""

import html
from collections.abc import Callable, Mapping, Sequence

from domain.cases.rules import ASIDE, EntryKind
from domain.cases.sheets import CaseSheet, SheetLine
from domain.cases.table import PAUSED
from handlers.cases import pictures
from handlers.cases.lines import (
    LOOK,
    WORKER,
    for_worker,
    put_off_until,
    reported,
    sheet_for,
    state_line,
    subject_line,
    whose,
)
from handlers.ports import Attachment, Button, Shown
from handlers.presses import Tap, base36
from handlers.showing import Showing, lines, rows
from handlers.sizes import calm, pages

MOST = 10
"""Cases in one list; with a button each, two rows."""

PAGE = 3500
"""UTF-16 units of words on a page."""

ROW = 5
"""Buttons beside each other."""


def my_cases(showing: Showing) -> Shown:
    """What somebody has reported, the newest first."""
    sheets = showing.reader.cases_of(showing.wanted.params["person"], MOST)
    if not sheets:
        return Shown(showing.say("my-cases-none"), (showing.row((("button-report", Tap.REPORT),)),))
    listed = (
        lines(state_line(showing, sheet), subject_line(sheet), _next(showing, sheet)) for sheet in sheets
    )
    head = showing.say("my-cases", number=sheets[0].number)
    return Shown(lines(head, *listed), numbers(showing, sheets))


def _next(showing: Showing, sheet: CaseSheet) -> str:
    """What happens next, and when; no hour that has passed."""
    due = showing.when(sheet.due_at, sheet.zone) if sheet.due_at > showing.now else None
    until = put_off_until(showing, sheet)
    return showing.say("my-next", state=sheet.state.value, due=due, until=until, **whose(showing, sheet))


def duties_late(showing: Showing) -> Shown | None:
    """After an outage: all that is due or overdue, and what has climbed to the reader, in one message."""
    sheets = _late(showing)
    if not sheets:
        return None
    listed = (
        lines(
            showing.say("duty-late", number=sheet.number, due=showing.when(sheet.due_at, sheet.zone)),
            subject_line(sheet),
        )
        for sheet in sheets
    )
    return Shown(lines(showing.say("duties-late", count=len(sheets)), *listed), numbers(showing, sheets))


def _late(showing: Showing) -> Sequence[CaseSheet]:
    own = [
        one for one in showing.reader.late_for(showing.wanted.destination, MOST) if one.state not in PAUSED
    ]
    since, reader = showing.wanted.params.get("since"), showing.wanted.recipient_id
    if since is None or reader is None:
        return own
    climbed = [one for one in showing.reader.climbed_to(reader, since, MOST) if one.state not in PAUSED]
    return tuple({sheet.id: sheet for sheet in (*own, *climbed)}.values())[:MOST]


def case_words(showing: Showing) -> Shown | None:
    """One page of all that was said in a case."""
    sheet = sheet_for(showing)
    if sheet is None:
        return None
    parts = pages(_everything(showing, sheet, worker=for_worker(showing, sheet)), PAGE)
    page = min(int(showing.wanted.params["page"]), len(parts) - 1)
    head = showing.say("case-words", number=sheet.number, page=page + 1, pages=len(parts))
    turn = (
        [showing.button("button-next", Tap.WORDS, sheet.id, str(page + 1))] if page + 1 < len(parts) else []
    )
    return Shown(lines(head, html.escape(parts[page])), rows((*turn, *showing.row(LOOK, sheet.id))))


def case_media(showing: Showing) -> Shown | None:
    """The attachments themselves, places as a link to a map excepted."""
    sheet = sheet_for(showing)
    if sheet is None:
        return None
    attachments = tuple(Attachment(media.kind.value, media.file_id) for media in sheet.media)
    steps = WORKER.get(sheet.state, ()) if showing.wanted.params["worker"] else ()
    text = showing.say("case-media", number=sheet.number, count=len(attachments))
    judging = pictures.choices(showing, sheet.id) if for_worker(showing, sheet) else ()
    return Shown(text, rows(showing.row((*LOOK, *steps), sheet.id), *judging), attachments)


def _everything(showing: Showing, sheet: CaseSheet, *, worker: bool) -> str:
    kinds = {EntryKind.STEP, *ASIDE} if worker else {EntryKind.STEP}
    steps = (line for line in sheet.lines if line.kind in kinds and line.text.strip())
    said = (f"{_head(showing, line)}: {calm(line.text)}" for line in steps)
    return "\n\n".join([calm(reported(sheet)), *said])


def _head(showing: Showing, line: SheetLine) -> str:
    name = showing.name(line.author)
    return showing.plain("words-aside", who=name) if line.kind in ASIDE else name.text


def numbers_with(
    showing: Showing, sheets: Sequence[CaseSheet], verb: Tap, subject: int
) -> tuple[tuple[Button, ...], ...]:
    """A button for each case, about another subject: the case stands in the extra."""
    buttons = [
        showing.button("button-number", verb, subject, base36(sheet.id), number=sheet.number)
        for sheet in sheets
    ]
    return tuple(tuple(buttons[start : start + ROW]) for start in range(0, len(buttons), ROW))


def numbers(showing: Showing, sheets: Sequence[CaseSheet]) -> tuple[tuple[Button, ...], ...]:
    """A button for each case."""
    buttons = [showing.button("button-number", Tap.LOOK, sheet.id, number=sheet.number) for sheet in sheets]
    return tuple(tuple(buttons[start : start + ROW]) for start in range(0, len(buttons), ROW))


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "my-cases": my_cases,
    "duties-late": duties_late,
    "case-words": case_words,
    "case-media": case_media,
}
