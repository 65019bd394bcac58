"""What is shown of households: the question how one lives there, the captain's card, codes and their end."""

from collections.abc import Callable, Mapping

from domain.places.households import HomeState
from domain.places.sheets import HomeSheet
from handlers.homes import mine
from handlers.homes.labels import KINDS, kind_of
from handlers.ports import Attachment, Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, rows
from handlers.texts import Speakable

VOUCH = (("button-home-yes", "yes"), ("button-home-no", "no"))
STILL = (("button-home-still", "still"), ("button-home-leave", "leave"))
MINE = (("button-home-me", "me"),)
SEEN = (("button-home-there", "there"), ("button-home-gone", "gone"))
OPEN = (HomeState.PENDING, HomeState.PAUSED)
"""What a captain can decide."""


def card(showing: Showing) -> Shown:
    """Before a captain or the workers: who, where, how, what came of it; once it is gone it names nobody."""
    sheet = _sheet(showing)
    if sheet is None:
        return Shown(showing.say("home-card-gone"), _help(showing))
    asks = not sheet.left and sheet.state in OPEN
    said = showing.say(
        "home-card",
        **_who(showing, sheet),
        state="left" if sheet.left else sheet.state.value,
        code=int(sheet.by_code),
        by=showing.name(sheet.verified_by),
    )
    return Shown(said, rows(_buttons(showing, VOUCH, sheet.id) if asks else ()))


def choosing(showing: Showing) -> Shown | None:
    """How do you live there?"""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    kinds = tuple((f"button-{kind}", f"as-{kind}") for kind in KINDS)
    return Shown(
        showing.say("home-kind", room=showing.name(sheet.room)), (_buttons(showing, kinds, sheet.id),)
    )


def code(showing: Showing) -> Shown | None:
    """A code's link, to be handed on."""
    sheet = showing.reader.code_sheet(showing.wanted.about or 0, showing.now)
    if sheet is None or sheet.token is None:
        return None
    link = showing.link(f"h-{sheet.token}")
    until = showing.dated(sheet.expires_at, showing.wanted.zone)
    said = showing.say("home-code", room=showing.name(sheet.room), link=link, until=until)
    return Shown(said, _help(showing))


def picture(showing: Showing) -> Shown | None:
    """The same as a picture to print."""
    sheet = showing.reader.code_sheet(showing.wanted.about or 0, showing.now)
    if sheet is None:
        return None
    stored = Attachment("photo", stored=str(showing.wanted.params["file"]))
    return Shown(showing.say("home-qr", room=showing.name(sheet.room)), _help(showing), (stored,))


def making(showing: Showing) -> Shown:
    """A sheet of codes is being made."""
    return Shown(showing.say("home-codes-making", count=showing.given("count")), _help(showing))


def sheet_ready(showing: Showing) -> Shown:
    """The sheet itself."""
    stored = Attachment("document", stored=str(showing.wanted.params["file"]))
    return Shown(showing.say("home-codes", count=showing.given("count")), _help(showing), (stored,))


def gone(showing: Showing) -> Shown | None:
    """Somebody has left the household: said only if it was not taken back."""
    sheet = _sheet(showing)
    if sheet is None or not sheet.left:
        return None
    return Shown(showing.say("home-gone", **_who(showing, sheet)), (_buttons(showing, MINE, 0),))


def _told(
    key: str, *labels: tuple[str, str], given: tuple[str, ...] = ()
) -> Callable[[Showing], Shown | None]:
    """One text about a residency, with its buttons; `given` names what the service left."""

    def view(showing: Showing) -> Shown | None:
        sheet = _sheet(showing)
        if sheet is None:
            return None
        known = {**_who(showing, sheet), **{name: showing.given(name) for name in given}}
        return Shown(showing.say(key, **known), rows(_buttons(showing, labels, sheet.id)))

    return view


def _help(showing: Showing) -> tuple[tuple[Button, ...], ...]:
    return (showing.row((("button-help", Tap.HELP),)),)


def _who(showing: Showing, sheet: HomeSheet) -> dict[str, Speakable]:
    return {
        "person": showing.name(sheet.person),
        "room": showing.name(sheet.room),
        "kind": kind_of(showing, sheet.kind),
    }


def _buttons(showing: Showing, labels: tuple[tuple[str, str], ...], subject: int) -> tuple[Button, ...]:
    return tuple(showing.button(label, Tap.HOME, subject, extra) for label, extra in labels)


def _sheet(showing: Showing) -> HomeSheet | None:
    about = showing.wanted.about
    return showing.reader.home_sheet(about) if about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "card:home": card,
    "home-kind": choosing,
    "home-code": code,
    "home-qr": picture,
    "home-codes-making": making,
    "home-codes": sheet_ready,
    "home-asked": _told("home-asked", *MINE, given=("who", "until")),
    "home-joined": _told("home-joined", ("button-home-wrong", "wrong")),
    "home-confirmed": _told("home-confirmed", *MINE, given=("who",)),
    "home-refused": _told("home-refused", *MINE, given=("who",)),
    "home-doubted": _told("home-doubted", *VOUCH, given=("who",)),
    "home-paused": _told("home-paused", *MINE),
    "home-left": _told("home-left", ("button-home-undo", "undo")),
    "home-gone": gone,
    "home-ended": _told("home-ended", *MINE),
    "home-still": _told("home-still", *STILL),
    "home-unheard": _told("home-unheard", *SEEN),
    **mine.VIEWS,
}
