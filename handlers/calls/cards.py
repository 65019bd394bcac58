"""The card of a call: what for, how many places, who comes, who waits, and the two buttons."""

import html
from collections.abc import Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from domain.calls.rules import CallState
from domain.calls.sheets import CallSheet
from handlers.ports import Shown
from handlers.presses import Tap
from handlers.showing import Label, Showing, fitting, lines, rows
from handlers.sizes import calm, cut, visible

NAMES = 1200
"""UTF-16 units of names in each of the two long lists; who does not fit is counted."""

ASKED = 600
"""The same for those who are asked and have not answered."""

TITLE = 400
"""UTF-16 units of a title: 200 characters, all of them emoji."""

BUTTONS: tuple[Label, ...] = (("button-join", Tap.JOIN), ("button-leave", Tap.LEAVE))


def card(showing: Showing) -> Shown | None:
    """The card as it stands."""
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    still_open = sheet.call.state is CallState.OPEN
    return Shown(text(showing, sheet), rows(showing.row(BUTTONS if still_open else (), sheet.call.id)))


def text(showing: Showing, sheet: CallSheet) -> str:
    """What the card says: for the group and for one person alike."""
    call = sheet.call
    done = call.state is CallState.DONE
    head = showing.say(
        "call-card",
        title=title(showing, sheet),
        taken=call.confirmed,
        places=call.capacity,
        came=sheet.ticked,
        state=call.state.value,
        who=showing.name(sheet.creator),
    )
    if call.state in (CallState.CANCELLED, CallState.DONE):
        came = sheet.came if done else ()
        return lines(head, when(showing, sheet), _names(showing, "call-came", came, sheet.ticked))
    return lines(
        head,
        when(showing, sheet),
        _names(showing, "call-coming", sheet.coming, call.confirmed),
        _names(showing, "call-asked", sheet.asked, call.offered, ASKED),
        _names(showing, "call-waiting", sheet.waiting, call.waiting),
    )


def when(showing: Showing, sheet: CallSheet) -> str:
    """The line of time and place, for what stands for days; nothing where no time was said."""
    start, end = sheet.call.starts_at, sheet.call.ends_at
    if start is None:
        return ""
    until: str | None = None
    if end is not None:
        zone = ZoneInfo(sheet.zone)
        same = end.astimezone(zone).date() == start.astimezone(zone).date()
        until = f"{end.astimezone(zone):%H:%M}" if same else showing.dated(end, sheet.zone)
    place = showing.name(sheet.place)
    return showing.say("call-when", when=showing.dated(start, sheet.zone), until=until, place=place)


def moved_up(showing: Showing) -> Shown | None:
    """Somebody's turn has come."""
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    leave = showing.row((("button-cannot-come", Tap.LEAVE),), sheet.call.id)
    return Shown(showing.say("call-moved-up", title=title(showing, sheet)), rows(leave))


def _names(showing: Showing, key: str, names: Sequence[str], count: int, most: int = NAMES) -> str:
    """The first of `count` names, as many as have room."""
    if not names:
        return ""
    kept = fitting((f"{turn}. {showing.name(name).text}" for turn, name in enumerate(names, 1)), most)
    more = [showing.say("call-more", count=count - len(kept))] if len(kept) < count else []
    return lines(showing.say(key, count=count), *map(html.escape, kept), *more)


def title(showing: Showing, sheet: CallSheet) -> str:
    """The title, within its length."""
    said = calm(sheet.call.title)
    return cut(said, TITLE) if visible(said) else showing.plain("call-untitled")


def sheet_of(showing: Showing) -> CallSheet | None:
    """The call that is meant, or None where it is gone."""
    return showing.reader.call_sheet(showing.wanted.about) if showing.wanted.about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"card:call": card, "call-moved-up": moved_up}
