"""What is shown of a file of rooms: that it is read, what is wrong with it, and what would be imported."""

from collections.abc import Callable, Mapping

from domain.places.sheets import ImportSheet
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, lines


def imported(showing: Showing) -> Shown | None:
    """What a file turned out to be, before it is put into the tree."""
    sheet = showing.reader.import_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    if sheet.bad:
        return Shown(_bad(showing, sheet), ((_back(showing, sheet.compound_id),),))
    if not sheet.households:
        said = showing.say("setup-import-none", known=sheet.known)
        return Shown(said, ((_back(showing, sheet.compound_id),),))
    buttons = (
        showing.button("button-setup-import", Tap.SETUP, sheet.id, "take"),
        showing.button("button-setup-drop", Tap.SETUP, sheet.id, "drop"),
    )
    said = showing.say("setup-import-ready", count=sheet.households, known=sheet.known)
    return Shown(said, (buttons,))


def _bad(showing: Showing, sheet: ImportSheet) -> str:
    named = [showing.say("setup-import-line", line=one.line, why=one.why.value) for one in sheet.problems]
    left = sheet.bad - len(named)
    more = showing.say("setup-import-more", count=left) if left > 0 else ""
    return lines(showing.say("setup-import-bad", bad=sheet.bad), *named, more)


def broken(showing: Showing) -> Shown | None:
    """Why a file cannot be taken at all."""
    sheet = showing.reader.import_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    said = showing.say("setup-import-broken", why=showing.given("why"), most=showing.given("most"))
    return Shown(said, ((_back(showing, sheet.compound_id),),))


def reading(showing: Showing) -> Shown:
    """The file has arrived."""
    return Shown(showing.say("setup-reading"), ((_back(showing, showing.wanted.about or 0),),))


def _back(showing: Showing, compound_id: int) -> Button:
    return showing.button("button-setup-back", Tap.SETUP, compound_id, "go-rooms")


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "setup-import": imported,
    "setup-import-broken": broken,
    "setup-reading": reading,
}
