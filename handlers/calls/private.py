"""Calls as one person reads them: the preview of a draft, offers, reminders, the list of who came."""

from collections.abc import Callable, Mapping

from domain.calls.rules import CallState
from domain.calls.sheets import CallSheet, Ticked
from handlers.calls.cards import BUTTONS, sheet_of, text, title, when
from handlers.calls.leading import CHAT, PERSON
from handlers.calls.marks import mark
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Label, Showing, lines, rows
from handlers.texts import Speakable

MOST_GROUPS = 8
"""Groups that a draft offers."""

MOST_NAMES = 90
"""Names to tick; the platform takes a hundred buttons. Whoever has more helpers ticks all of them."""

LEAVE: tuple[Label, ...] = (("button-cannot-come", Tap.LEAVE),)
JOIN: tuple[Label, ...] = (("button-join", Tap.JOIN),)


def draft(showing: Showing) -> Shown | None:
    """A call before it is sent, and what became of it."""
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    call = sheet.call
    if call.state is CallState.DROPPED:
        return Shown(showing.say("call-draft-dropped", title=title(showing, sheet)))
    if call.state is not CallState.DRAFT:
        return Shown(showing.say("call-draft-sent", title=title(showing, sheet)), rows(_look(showing, sheet)))
    words = showing.say("call-draft", title=title(showing, sheet), places=call.capacity)
    shown = lines(words, when(showing, sheet) or showing.say("call-no-time"), showing.say("call-draft-ask"))
    drop = _step(showing, "button-call-drop", sheet, "drop")
    return Shown(shown, rows(*_sends(showing, sheet), _change(showing, sheet), (drop,)))


def posted(showing: Showing) -> Shown | None:
    """To whoever called, with the keys to change it."""
    return _led(showing, "call-posted")


def show(showing: Showing) -> Shown | None:
    """One call for one person, with the keys that are theirs."""
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    if sheet.call.state is not CallState.OPEN:
        return Shown(text(showing, sheet))
    lead = showing.wanted.recipient_id == sheet.call.creator_id
    keys = (_change(showing, sheet), _call_off(showing, sheet)) if lead else ()
    return Shown(text(showing, sheet), rows(showing.row(BUTTONS, sheet.call.id), *keys))


def offered(showing: Showing) -> Shown | None:
    """A place is kept; nothing to say once it is not any more."""
    sheet = sheet_of(showing)
    until = showing.wanted.params.get("until")
    if sheet is None or sheet.call.state is not CallState.OPEN or until is None or until <= showing.now:
        return None
    said = showing.say(
        "call-offered", title=title(showing, sheet), when=_start(showing, sheet), until=showing.when(until)
    )
    answer: tuple[Label, ...] = (("button-call-come", Tap.JOIN), ("button-call-not", Tap.LEAVE))
    return Shown(said, rows(showing.row(answer, sheet.call.id)))


def remind(showing: Showing) -> Shown | None:
    """It is soon."""
    sheet = sheet_of(showing)
    if sheet is None or sheet.call.state is not CallState.OPEN:
        return None
    return _plain(showing, "call-remind", LEAVE)


def taken(showing: Showing) -> Shown | None:
    """What came of "+1"."""
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    waits, ahead = bool(showing.wanted.params.get("waits")), int(showing.wanted.params.get("ahead") or 0)
    said = showing.say("call-taken", title=title(showing, sheet), waits=int(waits), ahead=ahead)
    return Shown(said, rows(showing.row(LEAVE, sheet.call.id)))


def sure(showing: Showing) -> Shown | None:
    """Calling it off takes one more tap."""
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    call = sheet.call
    said = showing.say(
        "call-sure", title=title(showing, sheet), count=call.confirmed + call.offered + call.waiting
    )
    yes = _step(showing, "button-call-off-yes", sheet, "off-yes")
    return Shown(said, rows((yes, _step(showing, "button-call-keep", sheet, "keep"))))


def roll(showing: Showing) -> Shown | None:
    """The names to tick, one a button."""
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    call, came = sheet.call, sheet.ticked
    if call.state is CallState.DONE:
        return Shown(showing.say("call-roll-done", title=title(showing, sheet), came=came))
    said = showing.say("call-roll", title=title(showing, sheet), came=came, count=call.confirmed)
    names = [_name(showing, sheet, one) for one in sheet.roll[:MOST_NAMES]]
    pairs = [tuple(names[at : at + 2]) for at in range(0, len(names), 2)]
    ends = (
        _step(showing, "button-call-all", sheet, "all"),
        _step(showing, "button-call-done", sheet, "done"),
    )
    return Shown(said, rows(*pairs, ends))


def _ask(key: str) -> Callable[[Showing], Shown | None]:
    """A question for words."""

    def view(showing: Showing) -> Shown | None:
        sheet = sheet_of(showing)
        if sheet is None:
            return None
        cancel = showing.row((("button-cancel", Tap.CANCEL),))
        return Shown(showing.say(key, title=title(showing, sheet)), rows(cancel))

    return view


def _news(key: str, labels: tuple[Label, ...] = ()) -> Callable[[Showing], Shown | None]:
    """One line about a call, with these keys or the one that opens it."""

    def view(showing: Showing) -> Shown | None:
        return _plain(showing, key, labels)

    return view


def _plain(showing: Showing, key: str, labels: tuple[Label, ...]) -> Shown | None:
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    keys = showing.row(labels, sheet.call.id) if labels else _look(showing, sheet)
    return Shown(showing.say(key, title=title(showing, sheet), when=_start(showing, sheet)), rows(keys))


def _led(showing: Showing, key: str) -> Shown | None:
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    said = showing.say(key, title=title(showing, sheet), when=_start(showing, sheet))
    return Shown(said, rows(_change(showing, sheet), _call_off(showing, sheet)))


def _start(showing: Showing, sheet: CallSheet) -> Speakable:
    start = sheet.call.starts_at
    return showing.when(start, sheet.zone) if start is not None else None


def _sends(showing: Showing, sheet: CallSheet) -> list[tuple[Button, ...]]:
    groups = showing.reader.call_groups(sheet.call.id)[:MOST_GROUPS]
    found: list[tuple[Button, ...]] = []
    for group in groups:
        key = "button-call-send" if len(groups) == 1 else "button-call-send-to"
        where = mark(CHAT, group.chat_id)
        place = showing.name(group.place)
        found.append((showing.button(key, Tap.CALL, sheet.call.id, where, place=place),))
    return found


def _change(showing: Showing, sheet: CallSheet) -> tuple[Button, ...]:
    when_key = _step(showing, "button-call-when", sheet, "when")
    return when_key, _step(showing, "button-call-places", sheet, "places")


def _call_off(showing: Showing, sheet: CallSheet) -> tuple[Button, ...]:
    return (_step(showing, "button-call-off", sheet, "off"),)


def _look(showing: Showing, sheet: CallSheet) -> tuple[Button, ...]:
    return (_step(showing, "button-call-look", sheet, "show"),)


def _step(showing: Showing, label: str, sheet: CallSheet, step: str) -> Button:
    return showing.button(label, Tap.CALL, sheet.call.id, step)


def _name(showing: Showing, sheet: CallSheet, one: Ticked) -> Button:
    extra = mark(PERSON, one.person_id)
    name = showing.name(one.name)
    return showing.button("button-call-tick", Tap.CALL, sheet.call.id, extra, name=name, came=int(one.came))


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "card:draft": draft,
    "card:roll": roll,
    "call-posted": posted,
    "call-show": show,
    "call-offered": offered,
    "call-offer-lapsed": _news("call-offer-lapsed", JOIN),
    "call-remind": remind,
    "call-retimed": _news("call-retimed", LEAVE),
    "call-cancelled": _news("call-cancelled"),
    "call-thanks": _news("call-thanks"),
    "call-taken": taken,
    "call-sure": sure,
    "call-ask-when": _ask("call-ask-when"),
    "call-ask-places": _ask("call-ask-places"),
    "call-say-what": _news("call-say-what", BUTTONS),
}
