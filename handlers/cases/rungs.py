"""What people read when a case has waited too long: who has it, what hour was named, what can be done."""

from collections.abc import Callable, Mapping

from domain.cases.sheets import CaseSheet
from domain.cases.table import OPEN, PAUSED, State
from handlers.cases.lines import LOOK, subject_line
from handlers.cases.lists import MOST, numbers
from handlers.ports import Button, Shown
from handlers.presses import Tap, base36
from handlers.showing import Showing, lines, rows

DAY = 24
"""Hours from which on days are counted."""


def rung(showing: Showing) -> Shown | None:
    """To whoever stands on a rung: person, hour, how long ago; to take over, or to find somebody."""
    sheet = _standing(showing)
    if sheet is None:
        return None
    given = {name: showing.given(name) for name in ("number", "rung", "handler", "named")}
    hours = max(0, int((showing.now - sheet.due_at).total_seconds()) // 3600)
    text = showing.say(
        "case-rung",
        **given,
        body=showing.name(sheet.body),
        place=showing.name(sheet.place),
        due=showing.when(sheet.due_at, sheet.zone),
        hours=hours,
        days=hours // DAY if hours >= 2 * DAY else 0,
    )
    if not showing.wanted.params["reads"]:
        return Shown(text, (_name_somebody(showing),))
    return Shown(lines(text, subject_line(sheet)), rows(showing.row(LOOK, sheet.id), _help(showing, sheet)))


def unread(showing: Showing) -> Shown:
    """After an outage, to a steward who does not work there: that something waits, and where to look."""
    return Shown(showing.say("rungs-late"), (_name_somebody(showing),))


def nobody(showing: Showing) -> Shown:
    """To a steward: a rung has no person."""
    given = showing.wanted.params
    body = showing.reader.body_name(given["body"]) if given["body"] is not None else None
    who = showing.given("who")
    text = showing.say(
        "ladder-nobody",
        number=showing.given("number"),
        rung=showing.given("rung"),
        body=showing.name(body) if body is not None else None,
        who=who,
    )
    return Shown(text, (_name_somebody(showing),))


def captain(showing: Showing) -> Shown | None:
    """One quiet line to the captain of the place."""
    sheet = _standing(showing)
    if sheet is None:
        return None
    return Shown(
        showing.say(
            "case-rung-captain",
            number=sheet.number,
            place=showing.name(sheet.place),
            body=showing.name(sheet.body),
            lead=showing.given("lead"),
            late=showing.given("late"),
        )
    )


def reporter(showing: Showing) -> Shown | None:
    """To whoever reported: what was said has not come true, and what happens next."""
    sheet = showing.reader.case_sheet(showing.wanted.about or 0)
    if sheet is None or not _waits(sheet):
        return None
    next_at = showing.wanted.params["next"]
    text = showing.say(
        "case-overdue-told",
        number=sheet.number,
        body=showing.name(sheet.body),
        handler=showing.name(sheet.handler) if sheet.handler is not None else None,
        due=showing.when(sheet.due_at, sheet.zone),
        next=showing.when(next_at, sheet.zone) if next_at > showing.now else None,
        lead=showing.given("lead"),
    )
    return Shown(text, (showing.row((*LOOK, ("button-add", Tap.ADD)), sheet.id),))


def reporter_late(showing: Showing) -> Shown | None:
    """The same after an outage, for all of theirs at once."""
    found = showing.reader.cases_of(showing.wanted.params["person"], MOST)
    late = [one for one in found if _waits(one) and one.due_at <= showing.now]
    if not late:
        return None
    listed = (showing.say("case-untaken", number=one.number) + " " + subject_line(one) for one in late)
    return Shown(lines(showing.say("cases-overdue-told"), *listed), numbers(showing, late))


def new_hands(showing: Showing) -> Shown | None:
    """To whoever reported: somebody else comes; the hour only where it still stands."""
    sheet = showing.reader.case_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    due = showing.when(sheet.due_at, sheet.zone) if _waits(sheet) and sheet.due_at > showing.now else None
    given = {name: showing.given(name) for name in ("number", "who", "next")}
    return Shown(showing.say("case-new-hands", **given, due=due), (showing.row(LOOK, sheet.id),))


def left(showing: Showing) -> Shown | None:
    """To whoever is on duty: what somebody has left behind."""
    ids = str(showing.wanted.params["cases"]).split(",")
    found = [sheet for one in ids if (sheet := showing.reader.case_sheet(int(one))) is not None]
    if not found:
        return None
    listed = (showing.say("case-untaken", number=one.number) + " " + subject_line(one) for one in found)
    text = showing.say("cases-left", who=showing.given("who"), count=showing.given("count"))
    return Shown(lines(text, *listed), numbers(showing, found))


def _help(showing: Showing, sheet: CaseSheet) -> tuple[Button, ...]:
    if sheet.state is State.FILED:
        return (showing.button("button-take", Tap.TAKE, sheet.id),)
    if sheet.handler_id is None:
        return ()
    giver = base36(sheet.handler_id)
    return (
        showing.button("button-take-over", Tap.DUTY, sheet.id, f"ok-{giver}"),
        showing.button("button-assign", Tap.DUTY, sheet.id, "whom"),
    )


def _name_somebody(showing: Showing) -> tuple[Button, ...]:
    return (showing.button("button-setup-leads", Tap.SETUP, int(showing.wanted.params["compound"]), "leads"),)


def _standing(showing: Showing) -> CaseSheet | None:
    """The case, while it still waits in the round that the words are about."""
    sheet = showing.reader.case_sheet(showing.wanted.about or 0)
    if sheet is None or not _waits(sheet):
        return None
    return sheet if showing.wanted.params.get("round", sheet.round) == sheet.round else None


def _waits(sheet: CaseSheet) -> bool:
    return sheet.state in OPEN and sheet.state not in PAUSED


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "case-rung": rung,
    "rungs-late": unread,
    "ladder-nobody": nobody,
    "case-rung-captain": captain,
    "case-overdue-told": reporter,
    "cases-overdue-told": reporter_late,
    "case-new-hands": new_hands,
    "cases-left": left,
}
