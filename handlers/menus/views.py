"""What is shown: finding one's way: lasting keys, pinned card, commands per person, language."""

import html
import re
from collections.abc import Callable, Iterator, Mapping

from domain.flows.mine import Belonging
from domain.kernel.people import Role
from handlers.cases.lists import VIEWS as CASES
from handlers.homes.views import VIEWS as HOMES
from handlers.polls.views import VIEWS as POLLS
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, lines, rows
from handlers.sizes import calm, cut, units, visible

_TAG = re.compile(r"<[^>]*>")

View = Callable[[Showing], Shown | None]

SPEAK = {"zh": "zh-CN", "en": "en"}
"""Our languages by what the buttons say."""

WHICH = "which"
"""What the button asks for that offers the languages."""

LASTING = (("key-report", "key-ask"), ("key-vote", "key-mine"))
"""The keys below the private chat; their words are verbs. Source: MISSION, How it talks."""

MOST = 5
"""Calls on the screen of one's own."""

TITLE = 60
"""UTF-16 units of a call's title on a button or in a line."""

ROOM = 3900
"""UTF-16 units of the screen of one's own: a part that does not fit any more is left out."""


def keys(showing: Showing) -> tuple[tuple[str, ...], ...]:
    """The lasting keys in the reader's language."""
    return tuple(tuple(showing.plain(key) for key in row) for row in LASTING)


def welcome(showing: Showing) -> Shown:
    """The greeting, with the lasting keys; who belongs nowhere yet reads how to get in."""
    known = showing.wanted.params.get("known", True)
    way_in = "" if known else "\n" + showing.say("welcome-outside")
    return Shown(lines(showing.say("welcome"), way_in), keys=keys(showing))


def hello(showing: Showing) -> Shown:
    """A line back."""
    return Shown(showing.say("hello"), keys=keys(showing))


def explained(showing: Showing) -> Shown:
    """Help for one's role, here; it fits on one screen."""
    params = showing.wanted.params
    role, private = str(params.get("role", Role.RESIDENT.value)), bool(params.get("private", True))
    parts = [
        showing.say("help", place="private" if private else _ears(showing)),
        showing.say("help-ask"),
        showing.say("help-open"),
        showing.say("help-after"),
        showing.say("help-role", role=role) if role != Role.RESIDENT else "",
        "" if params.get("known", True) else showing.say("welcome-outside"),
        showing.say("help-language"),
    ]
    buttons = showing.row((("key-report", Tap.REPORT), ("key-mine", Tap.MINE)))
    return Shown(lines(*parts), (buttons,))


def card(showing: Showing) -> Shown:
    """The group's card: the same four as below the private chat."""
    first = (
        showing.button("key-report", Tap.REPORT),
        Button(showing.plain("key-ask"), url=showing.link("ask")),
    )
    second = (
        Button(showing.plain("key-vote"), url=showing.link("vote")),
        showing.button("key-mine", Tap.MINE),
    )
    return Shown(showing.say("menu-card", place=_ears(showing)), (first, second))


def _ears(showing: Showing) -> str:
    """What a group is to the bot: one in which it is called by its name, or one that it is deaf in until
    spoken to by command or button, as the platform has it for most.
    """
    return "group" if showing.reader.hears(showing.wanted.destination) else "deaf"


def language(showing: Showing) -> Shown:
    """Which language: each in its own words."""
    buttons = tuple(showing.button(f"language-{name}", Tap.MENU, extra=name) for name in SPEAK)
    return Shown(showing.say("language-which"), (buttons,))


def language_set(showing: Showing) -> Shown:
    """The keys again, in the language that was chosen."""
    return Shown(showing.say("language-set"), keys=keys(showing))


def unbound(showing: Showing) -> Shown:
    """A group that belongs to no place yet."""
    return Shown(showing.say("menu-unbound"), (showing.row((("button-help", Tap.HELP),)),))


def mine(showing: Showing) -> Shown:
    """All that is one's own; the parts of other capabilities are theirs, as far as there is room."""
    words, buttons = "", list[tuple[Button, ...]]()
    for part in _parts(showing):
        if _length(words) + _length(part.html) <= ROOM:
            words = lines(words, "\n" + part.html if words else part.html)
            buttons += part.buttons
    return Shown(words, tuple(buttons))


def _length(telegram_html: str) -> int:
    """Units as the platform counts them, entities parsed."""
    return units(html.unescape(_TAG.sub("", telegram_html)))


def _parts(showing: Showing) -> Iterator[Shown]:
    found = (view(showing) for view in (*_views("my-cases", CASES), *_views("mine:polls", POLLS), my_calls))
    yield from (part for part in found if part is not None)
    home = [view(showing) for view in (*_views("mine:home", HOMES), my_home)]
    yield from [part for part in home if part is not None][:1]


def _views(key: str, views: Mapping[str, View]) -> Iterator[View]:
    if key in views:
        yield views[key]


def my_calls(showing: Showing) -> Shown | None:
    """The open calls that one signed up for, each with the way out."""
    told, buttons = [], []
    for going in showing.reader.going(int(showing.wanted.params["person"]), MOST):
        sheet = showing.reader.call_sheet(going.call_id)
        title = calm(sheet.call.title).strip() if sheet is not None else ""
        name = showing.name(cut(title, TITLE)) if visible(title) else showing.plain("call-untitled")
        told.append(showing.say("mine-call", title=name, seat="waiting" if going.waits else "coming"))
        buttons.append((showing.button("mine-leave", Tap.LEAVE, going.call_id, title=name),))
    return Shown(lines(showing.say("mine-calls"), *told), rows(*buttons)) if told else None


def my_home(showing: Showing) -> Shown:
    """Where one belongs, and as what."""
    found = showing.reader.belongings(int(showing.wanted.params["person"]))
    if not found:
        return Shown(showing.say("welcome-outside"))
    named = [_belongs(showing, one) for one in found[:MOST]]
    return Shown(lines(showing.say("mine-home"), *named))


def _belongs(showing: Showing, one: Belonging) -> str:
    return showing.say("mine-belongs", place=showing.name(one.place), role=one.role.value)


VIEWS: Mapping[str, View] = {
    "welcome": welcome,
    "hello": hello,
    "help": explained,
    "mine": mine,
    "language": language,
    "language-set": language_set,
    "menu-unbound": unbound,
    "card:menu": card,
}
