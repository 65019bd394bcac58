"""A line of the list of matters: what it is about, whose it is, by which rule, how soon."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.kernel.errors import DomainError
from domain.matters.barred import BARRED_FROM, Barred
from domain.places.bodies import BodyKind

MOST_LINES = 1000
"""Lines of one list; one city's list for communities has about two hundred."""

LONGEST_NAME = 64
LONGEST_BASIS = 300
MOST_WORDS = 30
"""Words of one line by which people call it."""


class ListState(StrEnum):
    """How far a list is; old ones are kept, because cases cite their lines."""

    DRAFT = "draft"
    LIVE = "live"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Matter:
    """One line; `minutes` are of working time, None follows the compound's preset; `stream` and `grade` are
    codes of cases.
    """

    id: int
    line: int
    name: str
    words: tuple[str, ...]
    body_id: int
    basis: str
    minutes: int | None
    stream: str
    grade: str
    barred: Barred | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class MatterList:
    """One version of a compound's list."""

    id: int
    compound_id: int
    version: int
    state: ListState
    made_by: int
    made_at: datetime


class BarredMatter(DomainError):
    """The negative list: this can never be the committee's."""

    key = "error-barred"


class StaleList(DomainError):
    """The list was put into force, dropped or overtaken already."""

    key = "error-matters-stale"


class NoSheet(DomainError):
    """Words came where a file was waited for."""

    key = "error-matters-file"


def barred_for(kind: BodyKind, barred: Barred | None) -> Barred | None:
    """The class because of which such a matter cannot be that body's; None where it can."""
    return barred if kind in BARRED_FROM else None
