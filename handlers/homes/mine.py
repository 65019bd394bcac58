"""What the bot keeps of somebody, shown to themselves, with the buttons that correct it."""

from collections.abc import Callable, Mapping, Sequence

from domain.places.sheets import HomeSheet, MeSheet
from handlers.homes.labels import KINDS, kind_of
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, lines, rows

MOST = 6
"""Households and roles that one screen lists."""


def me(showing: Showing) -> Shown:
    """Name, households, roles, and what is kept."""
    sheet = showing.reader.me_sheet(int(showing.wanted.params["person"]))
    homes = sheet.homes[:MOST]
    said = lines(
        showing.say("me-card", name=showing.name(sheet.name)),
        *_homes(showing, homes),
        *(
            showing.say("me-role", role=post.role.value, place=showing.name(post.place))
            for post in sheet.posts[:MOST]
        ),
        _kept(showing, sheet),
    )
    erase = (
        showing.button("button-language", Tap.MENU, 0, "which"),
        showing.button("button-erase", Tap.HOME, 0, "erase"),
    )
    return Shown(said, rows(*(_correct(showing, home, len(homes) > 1) for home in homes), erase))


def home(showing: Showing) -> Shown | None:
    """Where one lives, as a part of all that is one's own; nothing, where that is not known."""
    homes = showing.reader.me_sheet(int(showing.wanted.params["person"])).homes[:MOST]
    if not homes:
        return None
    more = (showing.button("button-home-me", Tap.HOME, 0, "me"),)
    return Shown(lines(*_homes(showing, homes)), (more,))


def which(showing: Showing) -> Shown:
    """Which household has been left?"""
    homes = showing.reader.me_sheet(int(showing.wanted.params["person"])).homes[:MOST]
    return Shown(showing.say("home-leave-which"), tuple((_leave(showing, home, True),) for home in homes))


def erase(showing: Showing) -> Shown:
    """What goes and what stays; once more, please."""
    sure = showing.button("button-erase-yes", Tap.HOME, 0, "erase-yes")
    return Shown(showing.say("me-erase"), ((sure, showing.button("button-cancel", Tap.CANCEL)),))


def erased(showing: Showing) -> Shown:
    """It is done."""
    return Shown(showing.say("me-erased"), (showing.row((("button-help", Tap.HELP),)),))


def _homes(showing: Showing, homes: Sequence[HomeSheet]) -> list[str]:
    if not homes:
        return [showing.say("me-no-home")]
    return [
        showing.say(
            "me-home",
            room=showing.name(home.room),
            kind=kind_of(showing, home.kind),
            state=home.state.value,
            by=showing.name(home.verified_by),
        )
        for home in homes
    ]


def _kept(showing: Showing, sheet: MeSheet) -> str:
    return showing.say("me-kept", reports=sheet.reports, files=sheet.files, signups=sheet.signups)


def _correct(showing: Showing, home: HomeSheet, several: bool) -> tuple[Button, ...]:
    others = [kind for kind in KINDS if home.kind is None or kind != home.kind.value]
    become = (showing.button(f"button-be-{kind}", Tap.HOME, home.id, f"be-{kind}") for kind in others)
    return (_leave(showing, home, several), *become)


def _leave(showing: Showing, home: HomeSheet, several: bool) -> Button:
    if not several:
        return showing.button("button-home-leave", Tap.HOME, home.id, "leave")
    return showing.button("button-home-leave-room", Tap.HOME, home.id, "leave", room=showing.name(home.room))


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "me-card": me,
    "mine:home": home,
    "home-leave-which": which,
    "me-erase": erase,
    "me-erased": erased,
}
