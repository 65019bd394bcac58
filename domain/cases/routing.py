"""Whose a case is: the body that owes the matter, and of its people on duty whoever has least."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Draft
from domain.cases.staffing import Load
from domain.kernel.people import Standing
from domain.matters.rules import Matter, barred_for
from domain.places.charges import EVERYWHERE, Charge


@dataclass(frozen=True, slots=True)
class Route:
    """Body and person for a new case, and its line of the live list of matters, where one fits."""

    body_id: int
    person_id: int | None
    matter: Matter | None = None


def route(tx: CasesTx, me: Standing, compound_id: int, draft: Draft, about: Sequence[int] = ()) -> Route:
    """Body and person for what was said; every case has a body. `about` are those whom it is about."""
    assert me.place_id is not None  # checked by intake
    matter = tx.matters.match(compound_id, draft.text, draft.proposal.reason)
    body_id = tx.places.duty(compound_id).body_id if matter is None else matter.body_id
    body_id = _allowed(tx, compound_id, body_id, draft.text)
    return Route(body_id, person_for(tx, compound_id, body_id, me.place_id, about), matter)


def person_for(
    tx: CasesTx, compound_id: int, body_id: int, place_id: int, but: Sequence[int] = ()
) -> int | None:
    """Of the body's people on duty whoever has least; else the named fallback of the place, else anybody
    on duty there, else whoever was named for new reports. Nobody of `but`.
    """
    named = tx.places.duty(compound_id).person_id
    for found in (
        least(tx.shifts.loads(compound_id, body_id), but, named),
        _fallback(tx, compound_id, place_id, but),
        least(tx.shifts.loads(compound_id, None), but, named),
        named,
    ):
        if found is not None and found not in but:
            return found
    return None


def next_for(tx: CasesTx, case: Case, but: Sequence[int] = ()) -> int | None:
    """Who looks at that case now; nobody whom it is about."""
    kept_out = (*tx.recusals.of(case.id), *but)
    return person_for(tx, case.compound_id, case.body_id, case.place_id, kept_out)


def least(loads: Sequence[Load], but: Sequence[int] = (), named: int | None = None) -> int | None:
    """Whoever has the fewest open cases; of several, who has been without a new one the longest; and of those
    who never had one, whoever is `named` for new reports.
    """
    able = [load for load in loads if load.person_id not in but]
    if not able:
        return None
    return min(able, key=lambda load: (load.open, load.newest, load.person_id != named)).person_id


def _fallback(tx: CasesTx, compound_id: int, place_id: int, but: Sequence[int]) -> int | None:
    path = (*tx.places.path(place_id), EVERYWHERE)
    named = (tx.leads.named(compound_id, Charge.FALLBACK, at) for at in path)
    return next((one for one in named if one is not None and one not in but), None)


def _allowed(tx: CasesTx, compound_id: int, body_id: int, text: str) -> int:
    """Not the committee's where the negative list bars it and there is any other body."""
    bodies = {body.id: body for body in tx.staff.bodies(compound_id)}
    kind = bodies[body_id].kind if body_id in bodies else None
    if kind is None or barred_for(kind, tx.matters.barred(text)) is None:
        return body_id
    others = [body.id for body in bodies.values() if barred_for(body.kind, tx.matters.barred(text)) is None]
    duty = tx.places.duty(compound_id).body_id
    return duty if duty in others else next(iter(others), body_id)
