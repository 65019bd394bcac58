"""What one worker is named for besides their work, and what is shown of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.kernel.errors import DomainError, Invalid
from domain.places.bodies import Body


class Charge(StrEnum):
    """What somebody is named for; the values stand in rows for years."""

    LEAD = "lead"
    """Of one body: what its own people have not done in time."""
    COMMITTEE = "committee"
    """For the whole compound: what a body's lead has not moved."""
    STREET = "street"
    """For the whole compound: what it cannot do alone."""
    ARBITER = "arbiter"
    """Whose a case is that bodies have given back twice."""
    FALLBACK = "fallback"
    """What nobody else has."""


EVERYWHERE = 0
"""Stands for the body or place of a charge that is for the whole compound."""

NAMED: Sequence[Charge] = (Charge.COMMITTEE, Charge.STREET, Charge.ARBITER, Charge.FALLBACK)
"""Charges of the whole compound that a steward is offered, beside the lead of each body."""


class NoSuchWorker(Invalid):
    """Nobody who works there goes by that name, or several do."""

    key = "error-lead-who"


class NoSuchCharge(DomainError):
    """The body is not there any more."""

    key = "error-lead-what"


@dataclass(frozen=True, slots=True)
class Held:
    """One charge: its body where it has one, and the name of whoever holds it and works there."""

    charge: Charge
    body: Body | None
    name: str | None


@dataclass(frozen=True, slots=True)
class LeadSheet:
    """All charges of a compound, and the workers to choose from by grant and name."""

    compound_id: int
    held: tuple[Held, ...]
    workers: tuple[tuple[int, str], ...]


class LeadSheets(Protocol):
    """Reads of charges for showing."""

    def lead_sheet(self, compound_id: int) -> LeadSheet | None:
        """The charges of a compound; None where there is no such compound."""
