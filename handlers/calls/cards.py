"""The card of a call: what for, how many places, who comes, who waits, and the two buttons."""

import html
from collections.abc import Callable, Mapping, Sequence

from domain.calls.rules import CallState
from domain.calls.sheets import CallSheet
from handlers.ports import Shown
from handlers.presses import Tap
from handlers.showing import Label, Showing, fitting, lines, rows
from handlers.sizes import calm, cut, visible

NAMES = 1400
"""UTF-16 units of names in each of the two lists; who does not fit is counted."""

TITLE = 400
"""UTF-16 units of a title: 200 characters, all of them emoji."""

BUTTONS: tuple[Label, ...] = (("button-join", Tap.JOIN), ("button-leave", Tap.LEAVE))


def card(showing: Showing) -> Shown | None:
    """The card as it stands."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    call = sheet.call
    still_open = call.state is CallState.OPEN
    head = showing.say(
        "call-card",
        title=_title(showing, sheet),
        taken=call.confirmed,
        places=call.capacity,
        state=call.state.value,
        who=showing.name(sheet.creator),
    )
    return Shown(
        lines(
            head, _names(showing, "call-coming", sheet.coming), _names(showing, "call-waiting", sheet.waiting)
        ),
        rows(showing.row(BUTTONS if still_open else (), call.id)),
    )


def moved_up(showing: Showing) -> Shown | None:
    """Somebody's turn has come."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    leave = showing.row((("button-cannot-come", Tap.LEAVE),), sheet.call.id)
    return Shown(showing.say("call-moved-up", title=_title(showing, sheet)), rows(leave))


def _names(showing: Showing, key: str, names: Sequence[str]) -> str:
    if not names:
        return ""
    numbered = [f"{turn}. {showing.name(name).text}" for turn, name in enumerate(names, 1)]
    kept = fitting(numbered, NAMES)
    more = [showing.say("call-more", count=len(names) - len(kept))] if len(kept) < len(names) else []
    return lines(showing.say(key, count=len(names)), *map(html.escape, kept), *more)


def _title(showing: Showing, sheet: CallSheet) -> str:
    title = calm(sheet.call.title)
    return cut(title, TITLE) if visible(title) else showing.plain("call-untitled")


def _sheet(showing: Showing) -> CallSheet | None:
    return showing.reader.call_sheet(showing.wanted.about) if showing.wanted.about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"card:call": card, "call-moved-up": moved_up}
