"""Screens that belong to no capability: the card of a group's day, mentions and refusals."""

from collections.abc import Callable, Mapping

from domain.kernel.days import DayCase
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Label, Showing, lines, rows

START: tuple[Label, ...] = (("button-report", Tap.REPORT), ("button-mine", Tap.MINE))
"""The two things that anybody can do now."""


CASES = 8
"""Small matters on the card of a day, a line each."""

NAMES = 30
"""Names on the card of a day; the platform tells of no more than fifty in one message. Recalled."""


def day(showing: Showing) -> Shown | None:
    """The card of a group's day: names without a word of what it is about, and what waits for tomorrow."""
    about = showing.wanted.about
    if about is None:
        return None
    sheet = showing.reader.day_sheet(about)
    names = [
        showing.say("day-name", who=showing.name_of(one.person_id), user=one.user_id)
        for one in sheet.called[:NAMES]
    ]
    html = lines(
        showing.say("day-called") if names else "",
        *names,
        showing.say("day-more", names=len(sheet.called) - NAMES) if len(sheet.called) > NAMES else "",
        showing.say("day-held", count=sheet.held) if sheet.held else "",
        showing.say("day-cases") if sheet.cases else "",
        *(_case(showing, one) for one in sheet.cases[:CASES]),
        showing.say("day-cases-more", count=len(sheet.cases) - CASES) if len(sheet.cases) > CASES else "",
        "" if names or sheet.held or sheet.cases else showing.say("day-over"),
    )
    opened = Button(showing.plain("button-open-private"), url=showing.link("hello"))
    vote = Button(showing.plain("key-vote"), url=showing.link("vote"))
    asks = (vote,) if sheet.held else ()
    return Shown(html, rows((opened,) if names else (), asks, showing.row((("button-help", Tap.HELP),))))


def _case(showing: Showing, one: DayCase) -> str:
    """One small matter: its subject and place, whose it is and by when; never a word of whoever reported."""
    due = showing.dated(one.due_at, one.zone) if one.due_at > showing.now and not one.solved else None
    return showing.say(
        "day-case",
        number=one.number,
        subject=one.subject,
        place=showing.name(one.place),
        state="solved" if one.solved else "taken" if one.taken else "filed",
        who=showing.name(one.who) if one.who is not None else None,
        body=showing.name(one.body),
        due=due,
    )


def error(showing: Showing) -> Shown:
    """A refusal, which says what to do instead."""
    known = {name: showing.given(name) for name in showing.wanted.params}
    return Shown(showing.say(showing.wanted.key, **known), (showing.row((("button-help", Tap.HELP),)),))


def _screen(key: str, *labels: Label) -> Callable[[Showing], Shown]:
    """One text and one row of buttons without a subject."""

    def view(showing: Showing) -> Shown:
        return Shown(showing.say(key), (showing.row(labels),))

    return view


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "cancelled": _screen("cancelled", *START),
    "puzzled": _screen("puzzled", ("button-help", Tap.HELP)),
    "card:day": day,
}
