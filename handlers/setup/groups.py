"""What is shown of groups: which place each is of, and a trial of what it delivers."""

from collections.abc import Callable, Mapping

from domain.places.steps import TICKS
from handlers.ports import Shown
from handlers.presses import Press, Tap
from handlers.showing import Showing, lines, rows

KINDS = (
    ("button-setup-all", "res"),
    ("button-setup-work", "work"),
    ("button-setup-place", "place"),
    ("button-setup-club", "club"),
)
"""What of a compound a group may be for."""


def which(showing: Showing) -> Shown | None:
    """One of several compounds."""
    own = showing.reader.compounds_of(showing.wanted.about or 0)
    return Shown(
        showing.say("setup-which"),
        tuple(
            (showing.button("button-setup-at", Tap.SETUP, compound, "sum", name=showing.name(name)),)
            for compound, name in own
        ),
    )


def offer(showing: Showing) -> Shown | None:
    """The compounds that a new group may belong to."""
    sheet = showing.reader.offer_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    own = [
        (
            showing.button(
                "button-setup-at", Tap.SETUP, sheet.id, f"b-{at(compound)}", name=showing.name(name)
            ),
        )
        for compound, name in sheet.compounds
    ]
    new = (showing.button("button-setup-new", Tap.SETUP, sheet.id, "new"),) if sheet.admin else ()
    return Shown(showing.say("setup-offer"), rows(*own, new))


def at(compound_id: int) -> str:
    """A compound's id as short as a button takes it."""
    return Press(Tap.SETUP, compound_id).pack().partition(":")[2]


def bind(showing: Showing) -> Shown | None:
    """Who of the chosen compound the group is for."""
    sheet = showing.reader.offer_sheet(showing.wanted.about or 0)
    if sheet is None or sheet.chosen is None:
        return None
    buttons = [showing.button(label, Tap.SETUP, sheet.id, extra) for label, extra in KINDS]
    said = showing.say("setup-bind", name=showing.name(sheet.chosen))
    return Shown(said, (tuple(buttons[:2]), tuple(buttons[2:])))


def bind_name(showing: Showing) -> Shown:
    """The name of a building or a club is waited for."""
    return Shown(
        showing.say("setup-bind-name", what=showing.given("what")),
        (showing.row((("button-cancel", Tap.CANCEL),)),),
    )


def bound(showing: Showing) -> Shown | None:
    """What a group is bound to."""
    chat = _number(showing.wanted.params["chat"])
    sheet = showing.reader.group_sheet(-chat)
    if sheet is None:
        return None
    said = showing.say("setup-bound", name=showing.name(sheet.name), audience=sheet.audience)
    return Shown(
        said,
        (
            (
                showing.button("button-setup-try", Tap.SETUP, chat, "try"),
                showing.button("button-setup-move", Tap.SETUP, chat, "move"),
            ),
            (showing.button("button-setup-summary", Tap.SETUP, sheet.compound_id, "sum"),),
        ),
    )


def trial(showing: Showing) -> Shown | None:
    """What has arrived of a trial."""
    sheet = showing.reader.trial_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    bot = showing.wanted.link.rpartition("/")[2]
    ticks = [
        showing.say("setup-trial-line", what=tick, bot=bot, state=_state(sheet.seen, tick, sheet.ended))
        for tick in TICKS
    ]
    whole = len(sheet.seen) == len(TICKS)
    end = showing.say("setup-trial-good" if whole else "setup-trial-lost") if sheet.ended else ""
    again = (showing.button("button-setup-try", Tap.SETUP, -sheet.chat_id, "try"),)
    return Shown(lines(showing.say("setup-trial"), *ticks, end), (again,))


def _state(seen: str, tick: str, ended: bool) -> str:
    return "seen" if tick in seen else "lost" if ended else "open"


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "setup-which": which,
    "setup-offer": offer,
    "setup-bind": bind,
    "setup-bind-name": bind_name,
    "setup-bound": bound,
    "card:trial": trial,
}
