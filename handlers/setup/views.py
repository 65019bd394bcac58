"""What a steward sees: the summary of a compound, and a pattern of rooms that waits for a tap."""

from collections.abc import Callable, Mapping

from domain.kernel.people import Role
from domain.places.sheets import SetupSheet
from domain.places.steps import Step
from domain.places.tree import Level
from handlers.ports import Shown
from handlers.presses import Tap
from handlers.setup import files, groups, growing, leads, people, stepping
from handlers.setup.stepping import body_line, named, sheet_of
from handlers.showing import Showing, lines, rows

MOST_LINES = 30
"""Buildings of a sketch that are named."""

PARTS = {
    Step.NAME: "button-setup-name",
    Step.WORDS: "button-setup-levels",
    Step.ROOMS: "button-setup-rooms",
    Step.BODIES: "button-setup-bodies",
    Step.PEOPLE: "button-setup-staff",
}


def hello(showing: Showing) -> Shown:
    """In a group that nobody has bound yet."""
    buttons = (showing.button("button-setup", Tap.SETUP, 0, "found"),)
    return Shown(showing.say("setup-hello"), (buttons, (showing.button("button-help", Tap.HELP),)))


def summary(showing: Showing) -> Shown | None:
    """The whole compound on one card, and a button for each part of it."""
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    html = lines(
        showing.say("setup-summary-head", name=showing.name(sheet.name)),
        _words_line(showing, sheet),
        showing.say(
            "setup-summary-rooms",
            buildings=sheet.count(Level.BUILDING),
            households=sheet.count(Level.HOUSEHOLD),
        ),
        *_bodies_lines(showing, sheet),
        showing.say(
            "setup-summary-people", workers=sheet.having(Role.WORKER), captains=sheet.having(Role.CAPTAIN)
        ),
        showing.say(
            "setup-summary-groups",
            residents=sheet.groups.get("residents", 0),
            workers=sheet.groups.get("workers", 0),
        ),
        _missing(showing, sheet),
    )
    parts = [showing.button(label, Tap.SETUP, sheet.id, f"go-{part}") for part, label in PARTS.items()]
    more = (
        ()
        if sheet.step is Step.DONE
        else (showing.button("button-setup-resume", Tap.SETUP, sheet.id, "resume"),)
    )
    hours = (showing.button("button-hours", Tap.HOURS, sheet.id, "show"),)
    return Shown(html, rows(tuple(parts[:3]), tuple(parts[3:]), hours, more))


def _words_line(showing: Showing, sheet: SetupSheet) -> str:
    if sheet.words is None:
        return ""
    said = {"building": sheet.words.building, "unit": sheet.words.unit, "room": sheet.words.room}
    words = {level: showing.name(word) for level, word in said.items()}
    return showing.say("setup-summary-words", **words)


def _bodies_lines(showing: Showing, sheet: SetupSheet) -> tuple[str, ...]:
    if not named(sheet):
        return ()
    return (showing.say("setup-summary-bodies"), *(body_line(showing, one) for one in named(sheet)))


def _missing(showing: Showing, sheet: SetupSheet) -> str:
    wanted = {
        "setup-missing-rooms": not sheet.count(Level.HOUSEHOLD),
        "setup-missing-bodies": not named(sheet),
        "setup-missing-worker": sheet.having(Role.WORKER) < 2,
        "setup-missing-captain": not sheet.having(Role.CAPTAIN),
    }
    missing = [showing.plain(key) for key, lacks in wanted.items() if lacks]
    if not missing:
        return showing.say("setup-summary-fine")
    apart = showing.plain("setup-apart")
    return showing.say("setup-summary-missing", what=apart.join(missing))


def sketch(showing: Showing) -> Shown | None:
    """What a pattern stands for, before it is put into the tree."""
    sheet = sheet_of(showing)
    if sheet is None or not sheet.blocks:
        return None
    rooms = [(name, block.each) for block in sheet.blocks for name in block.buildings]
    shown = [
        showing.say("setup-sketch-line", name=showing.name(name), count=count)
        for name, count in rooms[:MOST_LINES]
    ]
    more = (
        [showing.say("setup-sketch-more", count=len(rooms) - MOST_LINES)] if len(rooms) > MOST_LINES else []
    )
    total = showing.say(
        "setup-sketch-total",
        buildings=len({name for name, _ in rooms}),
        count=sum(count for _, count in rooms),
    )
    buttons = (
        showing.button("button-setup-yes", Tap.SETUP, sheet.id, "grow"),
        showing.button("button-setup-change", Tap.SETUP, sheet.id, "go-rooms"),
    )
    return Shown(lines(*shown, *more, total, showing.say("setup-sketch")), (buttons,))


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "setup-hello": hello,
    **stepping.VIEWS,
    "setup-summary": summary,
    "setup-sketch": sketch,
    **files.VIEWS,
    **growing.VIEWS,
    **groups.VIEWS,
    **people.VIEWS,
    **leads.VIEWS,
}
