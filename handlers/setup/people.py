"""What is shown of people with posts: invitations, appointments, and who does what."""

from collections.abc import Callable, Mapping

from domain.kernel.people import Role
from domain.places.sheets import Post
from handlers.ports import Shown
from handlers.presses import Tap
from handlers.showing import Showing
from handlers.sizes import cut

MOST = 12
"""Buildings, and people, that get a button of their own; the others are written."""

LABEL = 40
"""UTF-16 units of a button with a name in it."""


def captain(showing: Showing) -> Shown | None:
    """Which building the captain is for."""
    sheet = showing.reader.setup_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    buttons = [
        showing.button("button-setup-at", Tap.SETUP, building, "cap", name=showing.name(name))
        for building, name in sheet.buildings[:MOST]
    ]
    back = (showing.button("button-setup-back", Tap.SETUP, sheet.id, "go-people"),)
    grid = [tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3)]
    return Shown(showing.say("setup-captain"), (*grid, back))


def link(showing: Showing) -> Shown | None:
    """An invitation to be forwarded."""
    sheet = showing.reader.link_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    said = showing.say(
        "setup-link",
        place=showing.name(sheet.place),
        role=sheet.role.value,
        link=showing.link(f"s-a{sheet.id}-{sheet.proof}"),
        until=showing.dated(sheet.until, sheet.zone),
    )
    back = (showing.button("button-setup-back", Tap.SETUP, sheet.compound_id, "go-people"),)
    return Shown(said, (back,))


def appointed(showing: Showing) -> Shown:
    """Somebody has a post now."""
    return Shown(
        showing.say("setup-appointed", role=showing.given("role"), where=showing.given("where")),
        (showing.row((("button-help", Tap.HELP),)),),
    )


def accepted(showing: Showing) -> Shown:
    """Whoever asked them is told."""
    given = {name: showing.given(name) for name in ("who", "role", "where")}
    summary = showing.button("button-setup-summary", Tap.SETUP, showing.wanted.about or 0, "sum")
    return Shown(showing.say("setup-accepted", **given), ((summary,),))


def people(showing: Showing) -> Shown | None:
    """Who does what, with a button to end it."""
    sheet = showing.reader.setup_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    back = (showing.button("button-setup-back", Tap.SETUP, sheet.id, "go-people"),)
    listed = [
        (showing.button("button-setup-out", Tap.SETUP, post.grant_id, "out", name=_post(showing, post)),)
        for post in sheet.posts[:MOST]
    ]
    return Shown(showing.say("setup-people" if listed else "setup-people-none"), (*listed, back))


def _post(showing: Showing, post: Post) -> str:
    place = showing.name(post.place) if post.role is Role.CAPTAIN and post.place else ""
    said = showing.plain("setup-post-line", role=post.role.value, place=place, name=showing.name(post.name))
    return cut(said, LABEL)


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "setup-captain": captain,
    "setup-link": link,
    "setup-appointed": appointed,
    "setup-accepted": accepted,
    "setup-people": people,
}
