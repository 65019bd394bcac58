""" "Mine too": households with the same as a shared case, told of its end, and able to reopen it together."""

from collections.abc import Sequence

from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.cases.service import ById, ByNumber, Which, said_so
from domain.cases.side_ports import Backer
from domain.cases.steps import enact
from domain.cases.table import OPEN, Action, Part
from domain.kernel.errors import DomainError, NotFound
from domain.kernel.people import Actor, Standing
from domain.kernel.words import CardKind

FEWEST = 2
"""Households that reopen a case together, at the least. Source: issue 4, point 2."""

SHARE = 3
"""One in so many of those that back it, where that is more."""


class NoHousehold(DomainError):
    """Nobody has confirmed yet where the person lives."""

    key = "error-back-home"


class BackedAlready(DomainError):
    """The household is counted already, whoever of it said so."""

    key = "error-back-already"


class OverAlready(DomainError):
    """It is not in work any more."""

    key = "error-back-over"


class NoBacker(DomainError):
    """Only a household that said "mine too" is asked, and once a round."""

    key = "error-back-not"


def quorum(households: int) -> int:
    """How many of so many backing households reopen a case together."""
    return max(FEWEST, -(-households // SHARE))


def back(tx: CasesTx, actor: Actor, case_id: int) -> Case:
    """Count the actor's household, once."""
    me = tx.people.enter(actor)
    case = tx.backers.held(me, case_id)
    if case.state not in OPEN:
        raise OverAlready(number=case.number)
    household = _household(tx, me, case)
    if household in tx.homes.households_of(case.reporter_id, case.compound_id):
        raise BackedAlready(number=case.number)
    if not tx.backers.back(case.id, household, me.person_id):
        raise BackedAlready(number=case.number)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, "case.back", "case", case.id)
    return case


def back_said(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """The same in words, which name the case or answer its card."""
    if isinstance(which, ByNumber):
        which = ById(tx.cases.shown_to_all(tx.people.enter(actor), which.number).id)
    if not isinstance(which, ById):
        raise NotFound
    return back(tx, actor, which.id)


def not_solved(tx: CasesTx, actor: Actor, case_id: int) -> tuple[Case, int]:
    """A household says that it is not solved; the one that completes the quorum reopens the case. Answers
    the case and how many more it takes, 0 once it is reopened.
    """
    me = tx.people.enter(actor)
    case = tx.backers.held(me, case_id)
    enough = frozenset({Part.BACKERS})
    case.apply(Action.REOPEN, enough, me.person_id, tx.now)  # whether it can be reopened at all
    if not tx.backers.unsolved(case.id, _household(tx, me, case), case.round):
        raise NoBacker(number=case.number)
    tx.audit.note(case.compound_id, me.person_id, "case.unsolved", "case", case.id)
    missing = _missing(tx.backers.of(case.id), case.round)
    if missing > 0:
        return case, missing
    reopened = enact(tx, me, case, Action.REOPEN, acting=enough)
    return said_so(tx, me, reopened, Action.REOPEN, None), 0


def _missing(backers: Sequence[Backer], round_: int) -> int:
    unsolved = sum(backer.unsolved_round == round_ for backer in backers)
    return quorum(len(backers)) - unsolved


def _household(tx: CasesTx, me: Standing, case: Case) -> int:
    found = tx.homes.households_of(me.person_id, case.compound_id)
    if not found:
        raise NoHousehold
    return found[0]
