"""Whose a new case is: the body that owes the matter, and the person there who looks at it first."""

from domain.cases.ports import CasesTx
from domain.cases.rules import Draft
from domain.kernel.people import Standing
from domain.places.rules import Duty


def route(tx: CasesTx, me: Standing, compound_id: int, draft: Draft) -> Duty:
    """Body and person for what was said; every case has a body."""
    return tx.places.duty(compound_id)
