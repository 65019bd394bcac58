"""What is set, what was changed, and why an hour is the one it is."""

from collections.abc import Callable, Mapping
from datetime import date

from domain.cases.presets import Preset
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Label, Showing, lines, rows
from handlers.texts import Html

_CANCEL: tuple[Label, ...] = (("button-cancel", Tap.CANCEL),)
_RULES = {"evening": "why-evening", "wall": "why-wall", "work": "why-work", "days": "why-days"}
"""What is said of a limit, by what it is counted in."""

_HOUR = 60


def shown(showing: Showing) -> Shown:
    """Everything that is set, each to be changed in one tap or one sentence."""
    own = str(showing.wanted.params["own"]).split()
    days = [_own_day(showing, *one.split(":")) for one in own]
    preset = str(showing.wanted.params["preset"])
    html = showing.say(
        "hours-shown",
        slots=_slots(showing, showing.wanted.params["slots"]),
        limits=showing.plain("hours-preset", preset=preset),
    )
    return Shown(
        lines(html, *days, showing.say("hours-how")),
        rows(_choices(showing, preset), (_button(showing, "button-hours-edit", "edit"),)),
    )


def changed(showing: Showing) -> Shown:
    """What was set and what it was before, and the way back."""
    given = showing.wanted.params
    what = str(given["part"])
    now, before = (_value(showing, what, str(given[name])) for name in ("now", "before"))
    back = _button(showing, "button-hours-undo", f"undo-{given['stamp']}")
    return Shown(showing.say("hours-changed", what=what, now=now, before=before), ((back,),))


def recomputed(showing: Showing) -> Shown:
    """How many cases have another hour now."""
    look = _button(showing, "button-hours", "show")
    return Shown(showing.say("hours-recomputed", count=showing.given("count")), ((look,),))


def wanted(showing: Showing) -> Shown:
    """What to write."""
    if showing.wanted.private:
        return Shown(showing.say("hours-wanted"), (showing.row(_CANCEL),))
    asked = {"who": showing.given("who"), "user": showing.given("user")}
    return Shown(showing.say("hours-wanted-group", **asked), force_reply=showing.plain("hint-hours"))


def why(showing: Showing) -> Shown | None:
    """One line of reasons."""
    sheet, given = showing.reader.case_sheet(showing.wanted.about or 0), showing.wanted.params
    if sheet is None:
        return None
    head = showing.say("case-why", number=sheet.number, due=showing.dated(given["due"], sheet.zone))
    reasons = _reasons(showing, sheet.zone) if given["basis"] else showing.say("why-unknown")
    return Shown(f"{head}{reasons}", (showing.row((("button-look", Tap.LOOK),), sheet.id),))


def _reasons(showing: Showing, zone: str) -> str:
    given = showing.wanted.params
    parts = [
        showing.say(
            _RULES[str(given["unit"])],
            limits=showing.plain("why-basis", basis=str(given["basis"])),
            **_amount(str(given["unit"]), int(given["amount"])),
        ),
        "" if given["unit"] == "wall" else _counted(showing, zone),
        _span(showing, "why-paused", int(given["paused"])) if given["paused"] else "",
        showing.say("why-standing") if given["standing"] else "",
        showing.say("why-provisional") if given["provisional"] else "",
    ]
    return "".join(part for part in parts if part)


def _amount(unit: str, amount: int) -> dict[str, int]:
    """The variables of a rule: days, or hours and minutes."""
    if unit == "days":
        return {"count": amount}
    return {} if unit == "evening" else {"hours": amount // _HOUR, "minutes": amount % _HOUR}


def _counted(showing: Showing, zone: str) -> str:
    given = showing.wanted.params
    off, extra = (_runs(showing, str(given[name])) for name in ("off", "extra"))
    return "".join(
        (
            showing.say(
                "why-slots",
                slots=_slots(showing, given["slots"]),
                began=showing.brief(given["began"], zone),
            ),
            showing.say("why-off", days=off) if off else "",
            showing.say("why-weekend") if given["weekend"] else "",
            showing.say("why-extra", days=extra) if extra else "",
        )
    )


def _span(showing: Showing, key: str, minutes: int) -> Html:
    return showing.say(key, hours=minutes // _HOUR, minutes=minutes % _HOUR)


def _runs(showing: Showing, packed: str) -> str:
    """Runs of days as people say them."""
    runs = [tuple(map(date.fromisoformat, run.split("/"))) for run in packed.split()]
    apart = showing.plain("hours-apart")
    return apart.join(
        _day(showing, first)
        if first == last
        else showing.plain("hours-run", first=_day(showing, first), last=_day(showing, last))
        for first, last in runs
    )


def _day(showing: Showing, day: date) -> str:
    return showing.plain("hours-day", month=day.month, day=day.day)


def _slots(showing: Showing, packed: object) -> str:
    return showing.plain("hours-apart").join(str(packed).split(","))


def _value(showing: Showing, what: str, value: str) -> str:
    if what == "slots":
        return _slots(showing, value)
    if what == "preset":
        return showing.plain("hours-preset", preset=value)
    day, _, said = value.partition(" ")
    return _own(showing, day, said)


def _own(showing: Showing, day: str, said: str) -> str:
    on = date.fromisoformat(day)
    return showing.plain("hours-own", year=on.year, day=_day(showing, on), weekday=on.isoweekday(), what=said)


def _own_day(showing: Showing, day: str, said: str) -> Html:
    return showing.say("hours-own-line", day=_own(showing, day, said))


def _choices(showing: Showing, preset: str) -> tuple[Button, ...]:
    others = [one.value for one in Preset if one.value != preset]
    return tuple(
        showing.button("button-hours-limit", Tap.HOURS, showing.wanted.about or 0, f"limit-{one}", preset=one)
        for one in others
    )


def _button(showing: Showing, label: str, extra: str) -> Button:
    return showing.button(label, Tap.HOURS, showing.wanted.about or 0, extra)


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "hours-shown": shown,
    "hours-changed": changed,
    "hours-recomputed": recomputed,
    "hours-wanted": wanted,
    "case-why": why,
}
