"""What else whoever reported can do with a case, in one message; the case itself shows two steps."""

from domain.cases.sheets import CaseSheet, Eyes
from domain.cases.table import OPEN, State
from handlers.bodies.buttons import WHOM
from handlers.cases.choices import ALL, OWN, WORKERS
from handlers.cases.lines import subject_line
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, lines, rows


def door(showing: Showing, sheet: CaseSheet) -> tuple[Button, ...]:
    """The way to all of it; of a withdrawn case only the words are left."""
    if sheet.state is State.WITHDRAWN:
        return (_strike(showing, sheet),)
    return (showing.button("button-more", Tap.MORE, sheet.id, OWN),)


def more(showing: Showing) -> Shown | None:
    """Who may see it, what was written, why this hour: one below the other."""
    about = showing.wanted.about
    sheet = showing.reader.case_sheet(about, Eyes.REPORTER) if about is not None else None
    if sheet is None:
        return None
    text = lines(showing.say("case-more", number=sheet.number), subject_line(sheet))
    return Shown(text, rows(*((button,) for button in _offered(showing, sheet))))


def _offered(showing: Showing, sheet: CaseSheet) -> tuple[Button, ...]:
    if sheet.state is State.WITHDRAWN:
        return (_strike(showing, sheet),)
    label, extra = ("button-unshare", WORKERS) if sheet.shared else ("button-share", ALL)
    always = (
        showing.button(label, Tap.SHARE, sheet.id, extra),
        showing.button("button-privacy", Tap.PRIVACY, sheet.id),
        _strike(showing, sheet),
    )
    if sheet.state not in OPEN:
        return always
    return (
        *always,
        showing.button("button-why", Tap.WHY, sheet.id),
        showing.button("button-about-whom", Tap.RECUSE, sheet.id, WHOM),
    )


def _strike(showing: Showing, sheet: CaseSheet) -> Button:
    return showing.button("button-strike", Tap.STRIKE, sheet.id)
