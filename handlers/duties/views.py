"""What a worker reads of duties: the list, the morning's digest, a duty that comes back or changes hands."""

import html
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.duties.rules import Later
from domain.duties.sheets import DutySheet, Pressing
from handlers.cases.lines import WORKER
from handlers.duties.asked import asked, joined
from handlers.ports import Button, Shown
from handlers.presses import Tap, base36
from handlers.showing import Showing, lines, rows
from handlers.sizes import calm, cut

MOST = 10
"""Duties of each part in one list; with a button each, four rows at the most."""

SUBJECT = 50
"""UTF-16 units of a case's words in a list."""

ROW = 5
"""Buttons beside each other."""

LATER = (("button-later-hour", Later.HOUR), ("button-later-hours", Later.HOURS),
         ("button-later-morning", Later.MORNING))  # fmt: skip


def listed(showing: Showing) -> Shown:
    """All that somebody has to do."""
    sheets = showing.reader.duties_of(showing.wanted.params["person"], MOST)
    beside = asked(showing)
    if not sheets:
        return joined(*beside) if beside else Shown(showing.say("duty-none"))
    return joined(_list(showing, sheets, showing.say("duty-list", **_counts(showing))), *beside)


def digest(showing: Showing) -> Shown | None:
    """The morning's list; nothing where there is nothing to do."""
    sheets = showing.reader.duties_of(showing.wanted.params["person"], MOST)
    beside = asked(showing)
    if not sheets and not beside:
        return None
    over = sum(sheet.mine and _pressing(sheet, showing.now) is Pressing.OVER for sheet in sheets)
    head = showing.say("duty-digest", over=over, **_counts(showing))
    return joined(_list(showing, sheets, head), *beside)


def one(showing: Showing) -> Shown | None:
    """A duty that comes back, changed hands or was put off: with the next steps."""
    sheet = showing.reader.case_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    left = {name: showing.given(name) for name in showing.wanted.params if name != "due"}
    due = showing.when(sheet.due_at, sheet.zone)
    text = showing.say(showing.wanted.key, **left, due=due, place=showing.name(sheet.place))
    if showing.wanted.key in ("duty-again", "duty-yours"):
        steps = showing.row(WORKER.get(sheet.state, ()), sheet.id)
        return Shown(text, rows(steps, later(showing, sheet.id)))
    return Shown(text, (showing.row((("button-look", Tap.LOOK),), sheet.id),))


def whom(showing: Showing) -> Shown | None:
    """A button for each colleague."""
    case_id = showing.wanted.about or 0
    found = showing.reader.colleagues(case_id, showing.wanted.params["person"])
    number = showing.given("number")
    if not found:
        return Shown(showing.say("duty-nobody", number=number))
    buttons = [
        (Button(showing.name(name).text, data=_data(showing, case_id, f"to-{base36(person_id)}")),)
        for person_id, name in found[:MOST]
    ]
    return Shown(showing.say("duty-whom", number=number), tuple(buttons))


def offered(showing: Showing) -> Shown | None:
    """Somebody asks whether one takes over."""
    sheet = showing.reader.case_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    words = next((line.text for line in sheet.lines if line.text.strip()), "")
    giver = base36(int(showing.wanted.params["from"]))
    text = showing.say(
        "duty-offer",
        number=sheet.number,
        who=showing.given("who"),
        due=showing.when(sheet.due_at, sheet.zone),
        place=showing.name(sheet.place),
    )
    answers = (
        showing.button("button-take-over", Tap.DUTY, sheet.id, f"ok-{giver}"),
        showing.button("button-cannot", Tap.DUTY, sheet.id, f"no-{giver}"),
    )
    return Shown(lines(text, showing.words(words, 500)), (answers,))


def later(showing: Showing, case_id: int) -> tuple[Button, ...]:
    """The buttons that put a duty off or hand it over."""
    put_off = [showing.button(label, Tap.DUTY, case_id, choice.value) for label, choice in LATER]
    return (*put_off, showing.button("button-hand-over", Tap.DUTY, case_id, "whom"))


def _list(showing: Showing, sheets: Sequence[DutySheet], head: str) -> Shown:
    mine = [_line(showing, sheet) for sheet in sheets if sheet.mine]
    free = [_line(showing, sheet) for sheet in sheets if not sheet.mine]
    parts = [head, *mine]
    if free:
        parts += [showing.say("duty-free"), *free]
    buttons = [
        showing.button("button-number", Tap.LOOK, sheet.case_id, number=sheet.number) for sheet in sheets
    ]
    return Shown(
        lines(*parts), tuple(tuple(buttons[start : start + ROW]) for start in range(0, len(buttons), ROW))
    )


def _line(showing: Showing, sheet: DutySheet) -> str:
    subject = html.escape(cut(" ".join(calm(sheet.words).split()), SUBJECT))
    return showing.say(
        "duty-line",
        number=sheet.number,
        how=_pressing(sheet, showing.now).value,
        due=showing.when(sheet.due_at, sheet.zone),
        place=showing.name(sheet.place),
    ) + (f" {subject}" if subject else "")


def _pressing(sheet: DutySheet, now: datetime) -> Pressing:
    if sheet.rests is not None:
        return sheet.rests
    if sheet.due_at <= now:
        return Pressing.OVER
    zone = ZoneInfo(sheet.zone)
    same = sheet.due_at.astimezone(zone).date() == now.astimezone(zone).date()
    return Pressing.TODAY if same else Pressing.LATER


def _counts(showing: Showing) -> dict[str, int]:
    mine, free = showing.reader.duty_counts(showing.wanted.params["person"])
    return {"mine": mine, "free": free}


def _data(showing: Showing, case_id: int, extra: str) -> str:
    data = showing.button("button-hand-over", Tap.DUTY, case_id, extra).data
    assert data is not None  # a button with a verb
    return data


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "duty-list": listed,
    "duty-digest": digest,
    "duty-again": one,
    "duty-put-off": one,
    "duty-asked": one,
    "duty-taken-over": one,
    "duty-declined": one,
    "duty-yours": one,
    "duty-whom": whom,
    "duty-offer": offered,
}
