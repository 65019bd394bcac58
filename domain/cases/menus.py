"""What else can be done with a case, offered in private where the case itself has no room for it."""

from domain.cases.own import reported
from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.cases.service import ById, find
from domain.kernel.answers import home
from domain.kernel.errors import NotAllowed
from domain.kernel.people import Actor, Role


def more(tx: CasesTx, actor: Actor, case_id: int) -> Case:
    """Show the steps that are used seldom."""
    me = tx.people.enter(actor)
    case = find(tx, me, ById(case_id))
    if not me.has(Role.WORKER, case.compound_id):
        raise NotAllowed
    tx.outbox.tell(home(me), "case-more", {"number": case.number}, about=case.id)
    return case


def own(tx: CasesTx, actor: Actor, case_id: int) -> Case:
    """Show whoever reported what is theirs alone: who may see it, what they wrote, why this hour."""
    me, case = reported(tx, actor, ById(case_id))
    tx.outbox.tell(home(me), "case-more", {"number": case.number, "own": 1}, about=case.id)
    return case
