"""What people are told of a case: a sentence, the other side's words, and the next step as a button."""

from collections.abc import Callable, Mapping

from domain.cases.sheets import CaseSheet
from domain.cases.table import State
from domain.kernel.words import Ref
from handlers.cases.behalf import calls
from handlers.cases.choices import DOWN
from handlers.cases.lines import JUDGE, LOOK, WORKER
from handlers.cases.pictures import compared
from handlers.duties.views import later
from handlers.ports import Shown
from handlers.presses import Tap
from handlers.showing import WORDS, Label, Showing, lines, rows
from handlers.sizes import calm, units
from handlers.texts import Speakable

_ADD: Label = ("button-add", Tap.ADD)
FILED: tuple[Label, ...] = (*LOOK, ("button-withdraw", Tap.WITHDRAW))

TO_REPORTER: Mapping[str, tuple[Label, ...]] = {
    "case-filed": (*FILED, ("button-privacy", Tap.PRIVACY)),
    "case-taken": (*LOOK, _ADD),
    "case-replied": (*LOOK, _ADD),
    "case-asked": (("button-answer-asked", Tap.ADD), *LOOK),
    "case-resumed": (*LOOK, _ADD),
    "case-declined": LOOK,
    "case-deferred": (*LOOK, _ADD),
    "case-nudge": JUDGE,
    "case-often": LOOK,
    "case-finished": JUDGE,
}
"""Messages to whoever reported, and their buttons."""

TO_WORKER = (
    "case-added",
    "case-objected",
    "case-confirmed",
    "case-partly",
    "case-declining",
    "case-woken",
    "case-unanswered",
    "case-reopened",
    "case-withdrawn",
    "case-due-soon",
    "case-overdue",
)
"""Messages to whoever looks after a case; their buttons follow the case's state."""


CAPTIONED = 600
"""UTF-16 units of words below pictures: with our own they stay within a caption."""

REMINDERS = ("case-due-soon", "case-overdue")
"""Messages that speak of an hour even when it has passed."""


def told(showing: Showing) -> Shown | None:
    """One message of a case."""
    sheet = showing.reader.case_sheet(showing.wanted.about) if showing.wanted.about is not None else None
    if sheet is None:
        return None
    words = _words(showing)
    recorded = sheet.behalf_id is not None and showing.wanted.key in TO_REPORTER
    seen = bool(showing.wanted.params.get("seen"))
    labels = LOOK if recorded else _labels(showing.wanted.key, sheet, seen=seen)
    pictures = compared(showing, sheet.id) if showing.wanted.key == "case-finished" else ()
    most = CAPTIONED if pictures else WORDS
    more = (("button-words", Tap.WORDS),) if words is not None and units(calm(words).strip()) > most else ()
    html = lines(
        showing.say(showing.wanted.key, **_params(showing, sheet)),
        showing.words(words or "", most),
        showing.say("case-seen") if seen else "",
    )
    put_off = later(showing, sheet.id) if _can_wait(showing, sheet) else ()
    down = (showing.button("button-down", Tap.SHARE, sheet.id, DOWN),) if seen else ()
    phoned = calls(showing, sheet) if recorded else ()
    return Shown(html, rows(showing.row((*labels, *more), sheet.id), phoned, put_off, down), pictures)


def _labels(key: str, sheet: CaseSheet, *, seen: bool) -> tuple[Label, ...]:
    if seen and key == "case-filed":
        return FILED  # "take it down" has the third place; who may see it is still asked below the case
    if key in TO_REPORTER:
        return TO_REPORTER[key]
    if key == "case-noted":
        return LOOK
    return WORKER.get(sheet.state, LOOK)


def _can_wait(showing: Showing, sheet: CaseSheet) -> bool:
    """Whether the reader may put the reminder off: it is theirs alone."""
    return showing.wanted.key in REMINDERS and showing.wanted.recipient_id == sheet.handler_id


def _words(showing: Showing) -> str | None:
    ref = showing.wanted.params.get("words")
    if not isinstance(ref, Ref):
        return None
    return showing.reader.entry_words(ref.id) or showing.plain("words-gone")


def _params(showing: Showing, sheet: CaseSheet) -> dict[str, Speakable]:
    """The variables that services leave, and what the sheet knows besides."""
    left = {
        name: showing.given(name)
        for name in showing.wanted.params
        if name not in ("words", "body", "due", "look")
    }
    taken = int(sheet.state is not State.FILED)
    return {
        **left,
        "due": _due(showing, sheet),
        "look": _look(showing, sheet),
        "body": showing.name(sheet.body),
        "place": showing.name(sheet.place),
        "taken": taken,
    }


def _due(showing: Showing, sheet: CaseSheet) -> str | None:
    """The promised hour; none where it has passed, so that nobody is promised yesterday."""
    due = showing.wanted.params.get("due")
    if due is None or (due <= showing.now and showing.wanted.key not in REMINDERS):
        return None
    return showing.when(due, sheet.zone)


def _look(showing: Showing, sheet: CaseSheet) -> str | None:
    """When work begins again; none within working hours, and none where that hour has passed."""
    look = showing.wanted.params.get("look")
    return showing.when(look, sheet.zone) if look is not None and look > showing.now else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = dict.fromkeys(
    (*TO_REPORTER, *TO_WORKER, "case-noted"), told
)
