"""A case in the hands of whoever reported it, and of nobody else."""

from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.cases.service import Which, find
from domain.kernel.errors import NotFound
from domain.kernel.people import Actor, Standing


def reported(tx: CasesTx, actor: Actor, which: Which) -> tuple[Standing, Case]:
    """The actor and the case, locked; raises NotFound for anybody who did not report it."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    if me.person_id != case.reporter_id:
        raise NotFound
    return me, case
