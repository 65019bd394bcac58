"""Who may have a case: the people on duty of a body, those who are away, those whom a case is about."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Why(StrEnum):
    """How it came about."""

    NAMED = "named"
    """The report's words name them; whoever reported has not said otherwise."""
    TOLD = "told"
    """Whoever reported said so."""
    SELF = "self"
    """They said so themselves: nobody else takes that back."""


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody's leave; `since` and `until` are UTC, the latter is the first instant of being back."""

    id: int
    compound_id: int
    person_id: int
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Load:
    """What somebody on duty has: open cases, and the id of the newest case that ever was theirs (0: none)."""

    person_id: int
    open: int
    newest: int


class Recusals(Protocol):
    """Whom cases are about."""

    def of(self, case_id: int) -> tuple[int, ...]:
        """Who is kept out of that case."""

    def why(self, case_id: int, person_id: int) -> Why | None:
        """How it came about that this person is kept out; None where they are not."""

    def keep_out(self, case_id: int, person_id: int, why: Why) -> bool:
        """Keep somebody out; False where they were already."""

    def let_in(self, case_id: int, person_id: int) -> bool:
        """Let somebody in again; False where they were not kept out."""

    def named(self, compound_id: int, text: str) -> tuple[int, ...]:
        """The workers of the compound whom these words name."""


class Shifts(Protocol):
    """Who is on duty, and how much they have."""

    def loads(self, compound_id: int, body_id: int | None) -> tuple[Load, ...]:
        """The workers of that body (None: of the compound) who are not away now, the longest first."""

    def body_of(self, person_id: int, compound_id: int) -> int | None:
        """The body that somebody works for there; None for all of them."""

    def joined(self, case_id: int) -> tuple[int, ...]:
        """The bodies that joined a case; its owner is none of them."""

    def join(self, case_id: int, body_id: int) -> bool:
        """Have a body join; False where it had."""

    def part(self, case_id: int, body_id: int) -> None:
        """A body is no longer joined: it owns the case now."""

    def add_absence(self, absence: Absence) -> None:
        """Keep a leave."""

    def absence(self, absence_id: int) -> Absence | None:
        """A leave, if it stands."""

    def absences_of(self, person_id: int) -> tuple[Absence, ...]:
        """The leaves of that person that are not over."""

    def drop_absences(self, person_id: int) -> int:
        """End every leave of that person; answers how many."""

    def carried_by(self, person_id: int, compound_id: int) -> tuple[int, ...]:
        """The open cases there that are that person's, to look at or to do."""
