"""What is shown of how reports come in: posters, places to choose from, calls that are owed."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PosterSheet:
    """A poster: the place's full name within its compound, the compound's name, the spot."""

    id: int
    compound: str
    place: str
    spot: str


@dataclass(frozen=True, slots=True)
class CallSheet:
    """Somebody who waits for a call: whom to call and what about."""

    case_id: int
    number: int
    name: str
    phone: str | None
    finished: bool


class IntakeSheets(Protocol):
    """Reads of them for showing."""

    def poster_sheet(self, poster_id: int) -> PosterSheet | None:
        """The poster, or None where it was taken down."""

    def buildings_of(self, compound_id: int, most: int) -> tuple[tuple[int, str], ...]:
        """The compound's buildings by id and name, in the order of their names."""

    def calls_owed_by(self, person_id: int, most: int) -> tuple[CallSheet, ...]:
        """Whom that person has to call, the longest wait first."""
