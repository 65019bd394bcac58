"""What else a worker can do with a case, offered in private where a card has no room for it."""

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
