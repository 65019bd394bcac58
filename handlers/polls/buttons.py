"""The buttons below a poll: one for each option, and those of whoever leads it."""

from domain.polls.leading import DAYS
from domain.polls.rules import FEWEST_OPTIONS, Poll
from domain.polls.sheets import PollSheet
from handlers.polls.lines import one_line
from handlers.polls.taps import DAYS as DAYS_HEAD
from handlers.polls.taps import GROUP
from handlers.ports import Button
from handlers.presses import Press, Tap
from handlers.showing import Showing, rows
from handlers.sizes import cut, units
from handlers.texts import Opened

LABEL = 40
"""UTF-16 units of an option on its button; the card says the rest."""

SHORT = 10
"""Units up to which two options stand beside each other."""

NAME = 24
"""Units of a group's place on a button."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Rows = tuple[tuple[Button, ...], ...]


def options(showing: Showing, poll: Poll) -> Rows:
    """One tap votes: a button an option, full ones marked."""
    made = [
        Button(
            showing.plain(
                "button-poll-option",
                text=Opened(cut(one_line(option.text), LABEL)),
                full=int(option.cap is not None and option.votes >= option.cap),
            ),
            data=Press(Tap.VOTE, poll.id, str(place)).pack(),
        )
        for place, option in enumerate(poll.options)
    ]
    beside = 2 if all(units(one_line(option.text)) <= SHORT for option in poll.options) else 1
    return tuple(tuple(made[at : at + beside]) for at in range(0, len(made), beside))


def mended(showing: Showing, sheet: PollSheet) -> Rows:
    """What its writer can do with a draft."""
    poll = sheet.poll

    def tap(label: str, extra: str) -> Button:
        return showing.button(label, Tap.POLL, poll.id, extra)

    many = "button-poll-one" if poll.most > 1 else "button-poll-many"
    unit = "button-poll-person" if poll.unit.value == "household" else "button-poll-household"
    ready = len(poll.options) >= FEWEST_OPTIONS
    return rows(
        *(_posting(showing, sheet) if ready else ()),
        (tap(many, "most"), tap(unit, "unit")),
        (tap("button-poll-when", "when"), tap("button-poll-text", "text")),
        (tap("button-poll-drop", "drop"),),
    )


def led(showing: Showing, poll: Poll) -> Rows:
    """What a captain can do with an open poll."""
    taps = (("button-poll-who", "who"), ("button-poll-when", "when"), ("button-poll-end", "end"))
    made = tuple(showing.button(label, Tap.POLL, poll.id, extra) for label, extra in taps)
    return rows(made[:1], made[1:])


def closings(showing: Showing, poll_id: int) -> Rows:
    """Closing hours to choose from."""
    made = tuple(
        showing.button("button-poll-closes", Tap.POLL, poll_id, f"{DAYS_HEAD}{days}", days=days)
        for days in DAYS
    )
    return rows(made[:2], made[2:])


def _posting(showing: Showing, sheet: PollSheet) -> Rows:
    poll = sheet.poll
    if poll.chat_id is not None:
        return ((showing.button("button-poll-post", Tap.POLL, poll.id, "post", place=_name(sheet.place)),),)
    return tuple(
        (
            showing.button(
                "button-poll-post", Tap.POLL, poll.id, f"{GROUP}{_base36(-chat)}", place=_name(name)
            ),
        )
        for chat, name in sheet.groups
        if chat < 0
    )


def _name(name: str) -> str:
    return cut(one_line(name), NAME)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"
