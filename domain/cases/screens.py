"""What people may look at of cases: each screen is one message to whoever asked."""

from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.cases.service import ByNumber, Which, find
from domain.kernel.answers import home
from domain.kernel.errors import NotFound
from domain.kernel.people import Actor, Role
from domain.kernel.words import Value


def show_mine(tx: CasesTx, actor: Actor) -> None:
    """List what the asker has reported."""
    me = tx.people.enter(actor)
    tx.outbox.tell(home(me), "my-cases", {"person": me.person_id})


def show_case(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """Show one case with its history and the steps that the asker may take; a neighbour sees a shared one."""
    try:
        return _show(tx, actor, which, "case-shown", {})
    except NotFound:
        if not isinstance(which, ByNumber):
            raise
    me = tx.people.enter(actor)
    case = tx.cases.shown_to_all(me, which.number)
    tx.outbox.tell(home(me), "case-shared", {"number": case.number}, about=case.id)
    return case


def show_words(tx: CasesTx, actor: Actor, which: Which, page: int) -> Case:
    """Show one page, from 0, of all that was reported and said."""
    return _show(tx, actor, which, "case-words", {"page": page})


def show_media(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """Send the attachments."""
    return _show(tx, actor, which, "case-media", {})


def _show(tx: CasesTx, actor: Actor, which: Which, key: str, params: dict[str, Value]) -> Case:
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    viewer = {"viewer": me.person_id, "worker": me.has(Role.WORKER, case.compound_id)}
    tx.outbox.tell(home(me), key, {**params, **viewer}, about=case.id)
    return case
