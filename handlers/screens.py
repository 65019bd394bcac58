"""Screens that belong to no capability: welcome, help, what is not built yet, mentions and refusals."""

from collections.abc import Callable, Mapping

from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Label, Showing

START: tuple[Label, ...] = (("button-report", Tap.REPORT), ("button-mine", Tap.MINE))
"""The two things that anybody can do now."""

LASTING = (("key-report", "key-ask"), ("key-vote", "key-mine"))
"""The keys below the private chat; their words are verbs. Source: MISSION, How it talks."""


def welcome(showing: Showing) -> Shown:
    """The greeting, with the lasting keys."""
    keys = tuple(tuple(showing.plain(key) for key in row) for row in LASTING)
    return Shown(showing.say("welcome"), keys=keys)


def mention(showing: Showing) -> Shown:
    """A call by name in the group, without a word of what it is about."""
    button = Button(showing.plain("button-open-private"), url=str(showing.wanted.params["link"]))
    return Shown(showing.say("mention", who=showing.given("who"), user=showing.given("user")), ((button,),))


def error(showing: Showing) -> Shown:
    """A refusal, which says what to do instead."""
    known = {name: showing.given(name) for name in showing.wanted.params}
    return Shown(showing.say(showing.wanted.key, **known), (showing.row((("button-help", Tap.HELP),)),))


def _screen(key: str, *labels: Label) -> Callable[[Showing], Shown]:
    """One text and one row of buttons without a subject."""

    def view(showing: Showing) -> Shown:
        return Shown(showing.say(key), (showing.row(labels),))

    return view


VIEWS: Mapping[str, Callable[[Showing], Shown]] = {
    "welcome": welcome,
    "help": _screen("help", *START),
    "not-yet-ask": _screen("not-yet-ask", *START),
    "not-yet-vote": _screen("not-yet-vote", *START),
    "cancelled": _screen("cancelled", *START),
    "puzzled": _screen("puzzled", ("button-help", Tap.HELP)),
    "group-hello": _screen("group-hello", ("button-report", Tap.REPORT), ("button-help", Tap.HELP)),
    "mention": mention,
}
