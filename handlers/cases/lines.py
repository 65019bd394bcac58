"""Pieces that cards, lists and messages of cases share: state lines, words, history, buttons by state."""

from domain.cases.rules import EntryKind, State
from domain.cases.sheets import CaseSheet, SheetLine
from handlers.presses import Tap
from handlers.showing import Label, Showing
from handlers.texts import Html

WORKER: dict[State, tuple[Label, ...]] = {
    State.FILED: (("button-take", Tap.TAKE),),
    State.TAKEN: (("button-reply", Tap.REPLY), ("button-finish", Tap.FINISH)),
}
"""What whoever looks after a case can press."""

REPORTER: dict[State, tuple[Label, ...]] = {
    State.FILED: (("button-add", Tap.ADD), ("button-withdraw", Tap.WITHDRAW)),
    State.TAKEN: (("button-add", Tap.ADD), ("button-withdraw", Tap.WITHDRAW)),
    State.FINISHED: (("button-confirm", Tap.CONFIRM), ("button-reopen", Tap.REOPEN)),
    State.CONFIRMED: (("button-reopen", Tap.REOPEN),),
}
"""What whoever reported a case can press."""

LOOK: tuple[Label, ...] = (("button-look", Tap.LOOK),)

HISTORY = 6
"""Steps that a card shows, the latest ones."""

STEP_WORDS = 160
"""UTF-16 units of one step's words on a card."""


def state_line(showing: Showing, sheet: CaseSheet) -> Html:
    """Number, state, and whose it is."""
    owner = sheet.handler or sheet.assignee
    who = showing.name(owner) if owner is not None else None
    return showing.say(
        "card-state",
        number=sheet.number,
        state=sheet.state.value,
        round=sheet.round,
        who=who,
        body=showing.name(sheet.body),
    )


def reported(sheet: CaseSheet) -> str:
    """All that was reported, in the order in which it came."""
    kinds = (EntryKind.REPORT, EntryKind.CONTINUED)
    return "\n".join(line.text for line in sheet.lines if line.kind in kinds and line.text.strip())


def history(showing: Showing, sheet: CaseSheet) -> list[str]:
    """The latest steps, a line each."""
    steps = [line for line in sheet.lines if line.kind is EntryKind.STEP]
    return [_step(showing, sheet, line) for line in steps[-HISTORY:]]


def _step(showing: Showing, sheet: CaseSheet, line: SheetLine) -> str:
    return showing.say(
        "card-step",
        at=showing.brief(line.at, sheet.zone),
        who=showing.name(line.author),
        action=line.action.value if line.action is not None else "add",
        words=showing.quoted(line.text, STEP_WORDS),
    )
