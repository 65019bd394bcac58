"""What the adjusted figures leave out: proposed by one who works there, with a reason, agreed by another."""

from domain.cases.rules import Case
from domain.cases.service import ById, Which, find
from domain.kernel.answers import home
from domain.kernel.errors import DomainError, NotAllowed
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import Right, may
from domain.kernel.words import Params, Priority, ToPerson, ToWorkers, person
from domain.numbers.ports import NumbersTx
from domain.numbers.rules import Exclusion, Why


class ExclusionStands(DomainError):
    """Somebody has proposed it already, or it is agreed."""

    key = "error-exclusion-stands"


class NoExclusion(DomainError):
    """There is nothing to agree to any more."""

    key = "error-exclusion-gone"


class SecondWanted(DomainError):
    """Whoever proposed it cannot agree to it as well."""

    key = "error-exclusion-second"


def ask(tx: NumbersTx, actor: Actor, which: Which) -> Case:
    """Offer the reasons to whoever wants a case left out."""
    me, case = _measured(tx, actor, which)
    if tx.numbers.exclusion(case.id) is not None:
        raise ExclusionStands(number=case.number)
    tx.outbox.tell(home(me), "numbers-exclude", {"number": case.number}, about=case.id)
    return case


def propose(tx: NumbersTx, actor: Actor, case_id: int, why: Why) -> Case:
    """Want a case left out; the others who work there are asked, whatever the figures were."""
    me, case = _measured(tx, actor, ById(case_id))
    if not tx.numbers.propose(Exclusion(case.id, why, me.person_id)):
        raise ExclusionStands(number=case.number)
    told: Params = {"number": case.number, "who": person(me.person_id), "why": why.value}
    tx.outbox.tell(
        ToWorkers(case.compound_id), "numbers-exclusion", told, about=case.id, priority=Priority.DUTY
    )
    tx.audit.note(case.compound_id, me.person_id, f"exclusion.propose.{why}", "case", case.id)
    return case


def agree(tx: NumbersTx, actor: Actor, case_id: int) -> Case:
    """Agree, as a second person: from now on the adjusted figures leave it out."""
    return _decide(tx, actor, case_id, agreed=True)


def object_to(tx: NumbersTx, actor: Actor, case_id: int) -> Case:
    """Refuse: it counts as before. Whoever proposed it may take it back in the same way."""
    return _decide(tx, actor, case_id, agreed=False)


def _decide(tx: NumbersTx, actor: Actor, case_id: int, *, agreed: bool) -> Case:
    me, case = _measured(tx, actor, ById(case_id))
    found = tx.numbers.exclusion(case.id)
    if found is None or found.agreed_by is not None:
        raise NoExclusion(number=case.number)
    if agreed and found.proposed_by == me.person_id:
        raise SecondWanted(number=case.number)
    if not (tx.numbers.agree(case.id, me.person_id) if agreed else tx.numbers.drop(case.id)):
        raise NoExclusion(number=case.number)
    told: Params = {"number": case.number, "who": person(me.person_id), "agreed": int(agreed)}
    if found.proposed_by != me.person_id:
        tx.outbox.tell(ToPerson(found.proposed_by), "numbers-excluded", told, about=case.id)
    step = "agree" if agreed else "object"
    tx.audit.note(case.compound_id, me.person_id, f"exclusion.{step}", "case", case.id)
    return case


def _measured(tx: NumbersTx, actor: Actor, which: Which) -> tuple[Standing, Case]:
    """The case, locked, for whoever works in the whole compound; not for its own reporter."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    if not may(me, Right.WORK, (case.compound_id,)) or case.reporter_id == me.person_id:
        raise NotAllowed
    return me, case
