"""Buttons below one case that say whose it is, or is not."""

from domain.cases.sheets import CaseSheet
from domain.cases.table import OPEN, State
from handlers.ports import Button
from handlers.presses import Tap, base36
from handlers.showing import Showing, lines, rows
from handlers.sizes import calm, cut, visible
from handlers.texts import Opened

WHOM, YES, NO, SELF = "whom", "y", "n", "self"
BASIS = 120
"""UTF-16 units of a rule's name on a card."""

RETURN, ASK_JOIN, REASON, JOIN, DECIDE = "ret", "join", "r", "j-", "d-"


def offices(showing: Showing, sheet: CaseSheet) -> tuple[tuple[Button, ...], ...]:
    """To a worker: not mine to do, not ours."""
    if sheet.state not in OPEN:
        return ()
    back = sheet.state in (State.FILED, State.TAKEN)
    return rows(
        (
            showing.button("button-return", Tap.BODY, sheet.id, RETURN),
            showing.button("button-join-body", Tap.BODY, sheet.id, ASK_JOIN),
        )
        if back
        else (),
        (showing.button("button-recuse", Tap.RECUSE, sheet.id, SELF),),
    )


def office_lines(showing: Showing, sheet: CaseSheet) -> str:
    """For workers: by which rule it is whose, and who does it together."""
    owners = showing.reader.owners(sheet.id)
    if owners is None:
        return ""
    rule = " ".join(calm(owners.basis or "").split())
    basis = showing.say("card-basis", basis=Opened(cut(rule, BASIS))) if visible(rule) else ""
    names = ", ".join(showing.name(name).text for _, name in owners.joined)
    return lines(basis, showing.say("card-joined", bodies=Opened(names)) if names else "")


def with_id(choice: str, ident: int) -> str:
    """A choice and whom or what it is about, as a button carries it."""
    return choice + base36(ident)


def choice_of(extra: str | None, *choices: str) -> tuple[str, int] | None:
    """Back from what `with_id` made; None where it is none of these."""
    said = extra or ""
    for choice in choices:
        rest = said[len(choice) :]
        if said.startswith(choice) and rest.isalnum() and len(rest) <= 13:
            return choice, int(rest, 36)
    return None
