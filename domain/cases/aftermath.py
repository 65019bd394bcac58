"""What follows from a step besides telling the other side: thanks, a supervisor, neighbours with the same."""

from domain.cases.ladder import Rung
from domain.cases.ports import CasesTx
from domain.cases.reaching import reporter_of
from domain.cases.rules import Case
from domain.cases.superiors import stands
from domain.cases.table import Action
from domain.kernel.words import Params, ToPerson

OFTEN = 3
"""From this reopening on a supervisor hears of each. Source: issue 4, point 2."""


def follow(tx: CasesTx, case: Case, action: Action) -> None:
    """Leave what follows; the step itself is kept and told already."""
    match action:
        case Action.CONFIRM | Action.PARTLY:
            to = reporter_of(case)
            tx.outbox.tell(to, "case-thanks", _numbered(case, part=action is Action.PARTLY), about=case.id)
        case Action.REOPEN if case.round >= OFTEN:
            _supervise(tx, case)
        case Action.FINISH:
            for backer in tx.backers.of(case.id):
                tx.outbox.tell(ToPerson(backer.person_id), "case-backed-done", _numbered(case), about=case.id)
        case _:
            pass


def _supervise(tx: CasesTx, case: Case) -> None:
    lead = stands(tx, case, Rung.LEAD)
    if lead is not None and lead.person_id != case.reporter_id:
        told: Params = {"number": case.number, "times": case.round}
        dedupe = f"case-often:{case.id}:{case.round}"
        tx.outbox.tell(ToPerson(lead.person_id), "case-often", told, about=case.id, dedupe=dedupe)


def _numbered(case: Case, *, part: bool = False) -> Params:
    return {"number": case.number, "part": int(part)}
