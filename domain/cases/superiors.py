"""Who stands on a rung: whoever a steward named, or the next best; never whoever has the case."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.cases.ladder import Rung
from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.kernel.people import Role
from domain.places.bodies import BodyKind
from domain.places.charges import EVERYWHERE, Charge


@dataclass(frozen=True, slots=True)
class Superior:
    """Who is asked; `named` for this, `reads` whether the case itself may be shown to them."""

    person_id: int
    named: bool
    reads: bool


def stands(tx: CasesTx, case: Case, rung: Rung) -> Superior | None:
    """Who is asked on that rung; None where only whoever has the case, or whom it is about, is left.

    Named, or the longest who works for the body (the committee on its rung), then for the committee, then a
    steward, who is told without the words where they do not work there, then anybody who does.
    """
    out = {case.handler_id, *tx.recusals.of(case.id)}
    named = _named(tx, case, rung)
    if named is not None and named not in out:
        return Superior(named, named=True, reads=True)
    before, reading = tx.rungs.asked(case), tx.leads.workers(case.compound_id)
    workers = [one for one in _workers(tx, case, rung) if one not in out]
    stewards = [one for one in tx.staff.holders(case.compound_id, Role.STEWARD) if one not in out]
    others = [one for one in reading if one not in out]
    # Somebody who has not heard of it yet can do more than somebody who hears of it once again.
    fresh = next((one for one in (*workers, *stewards, *others) if one not in before), None)
    found = fresh or next(iter((*stewards, *workers, *others)), None)
    return Superior(found, named=False, reads=found in reading) if found is not None else None


def _named(tx: CasesTx, case: Case, rung: Rung) -> int | None:
    compound_id = case.compound_id
    if rung is Rung.LEAD:
        found = tx.leads.named(compound_id, Charge.LEAD, case.body_id)
        return found or tx.leads.named(compound_id, Charge.LEAD, EVERYWHERE)
    charge = Charge.COMMITTEE if rung is Rung.COMMITTEE else Charge.STREET
    return tx.leads.named(compound_id, charge, EVERYWHERE)


def _workers(tx: CasesTx, case: Case, rung: Rung) -> Iterable[int]:
    """In the order in which they are asked; the street has nobody of its own there."""
    if rung is Rung.STREET:
        return ()
    own = tx.leads.workers(case.compound_id, case.body_id) if rung is Rung.LEAD else ()
    bodies = tx.staff.bodies(case.compound_id)
    committee = next((body.id for body in bodies if body.kind is BodyKind.COMMITTEE), None)
    theirs = tx.leads.workers(case.compound_id, committee) if committee is not None else ()
    return dict.fromkeys((*own, *theirs))
