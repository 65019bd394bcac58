"""Where a case is: read from its words, put right by a worker in one tap or one word."""

from dataclasses import dataclass, replace

from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Draft
from domain.cases.service import ById, Which, find
from domain.kernel.answers import home
from domain.kernel.errors import DomainError, NotAllowed, NotFound
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import Right, may
from domain.kernel.words import CardKind
from domain.places.mentioned import Mention, place_in
from domain.places.rules import NoCompound


class UnknownPlace(DomainError):
    """These words name no building or unit of the compound."""

    key = "error-place-unknown"


@dataclass(frozen=True, slots=True)
class Where:
    """Compound, place and spot of a new case; `placed`: not only by where its reporter is at home."""

    compound_id: int
    place_id: int
    spot: str | None = None
    placed: bool = False


def where(tx: CasesTx, me: Standing, draft: Draft) -> Where:
    """Where a report is about: what it names, or else where whoever says it belongs; raises NoCompound."""
    if me.compound_id is None or me.place_id is None:
        raise NoCompound
    found = place_in(tx.places, me.compound_id, me.place_id, draft.where)
    placed = found is not None or draft.where.spot is not None
    # A gate or a garage belongs to no building, unless one was named with it.
    home_id = me.compound_id if draft.where.spot is not None else me.place_id
    return Where(me.compound_id, found or home_id, draft.where.spot, placed)


def ask(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """Offer the compound's buildings to a worker."""
    me, case = _held(tx, actor, which)
    told = {"number": case.number, "compound": case.compound_id}
    tx.outbox.tell(home(me), "case-where", told, about=case.id)
    return case


def name(tx: CasesTx, actor: Actor, which: Which, said: Mention) -> Case:
    """Put the case where a worker's words say."""
    _, case = _held(tx, actor, which)
    found = place_in(tx.places, case.compound_id, case.place_id, said)
    if found is None and said.spot is None:
        raise UnknownPlace(number=case.number)
    return move(tx, actor, case.id, found or case.compound_id, said.spot)


def move(tx: CasesTx, actor: Actor, case_id: int, place_id: int, spot: str | None = None) -> Case:
    """Put the case into that place of its compound."""
    me, case = _held(tx, actor, ById(case_id))
    if tx.places.get(place_id).compound_id != case.compound_id:
        raise NotFound
    moved = replace(case, place_id=place_id, spot=spot, placed=True)
    tx.cases.save(moved)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.outbox.tell(home(me), "case-placed", {"number": case.number}, about=case.id)
    tx.audit.note(case.compound_id, me.person_id, "case.move", "case", case.id)
    return moved


def _held(tx: CasesTx, actor: Actor, which: Which) -> tuple[Standing, Case]:
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    if not may(me, Right.TRIAGE, tx.places.path(case.place_id)):
        raise NotAllowed
    return me, case
