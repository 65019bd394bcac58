"""What people may look at of cases: each screen is one message to whoever asked."""

from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.cases.service import Which, find
from domain.kernel.answers import begin, home
from domain.kernel.people import Actor, Role
from domain.kernel.words import Value


def show_mine(tx: CasesTx, actor: Actor) -> None:
    """List what the asker has reported."""
    me = tx.people.enter(actor)
    tx.outbox.tell(home(me), "my-cases", {"person": me.person_id})


def begin_with_mine(tx: CasesTx, actor: Actor) -> None:
    """Greet somebody who was called by name in a group: what they were called for is in their list."""
    begin(tx, actor)
    show_mine(tx, actor)


def show_case(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """Show one case with its history, and the steps that the asker may take."""
    return _show(tx, actor, which, "case-shown", {})


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
