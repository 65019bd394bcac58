"""Who lives in which household, as pure values: how a residency begins, is vouched for, pauses and ends."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.kernel.errors import DomainError, Invalid, NotAllowed

CAPTAINS_DAY = timedelta(hours=24)
"""How long a captain alone may vouch; then a worker may too. Source: issue 3, item 1."""

UNDO = timedelta(minutes=10)
"""How long somebody may take a move out back; so long the household is not told either."""

YEAR = timedelta(days=365)
"""After so long somebody is asked whether they still live there."""

SILENCE = timedelta(days=30)
"""After so long without an answer the captain is asked; nobody is ever removed for silence."""

MOST_PENDING = 3
"""Households in which one person may wait to be confirmed at the same time."""


class Kind(StrEnum):
    """How somebody lives in a household."""

    OWNER = "owner"
    TENANT = "tenant"
    FAMILY = "family"


class HomeState(StrEnum):
    """How far a residency is; one that was left is none, whatever it was."""

    CHOOSING = "choosing"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    PAUSED = "paused"
    REFUSED = "refused"


class NoSuchRoom(Invalid):
    """No household of the compound is called so, or several are."""

    key = "error-home-room"


class AlreadyHome(DomainError):
    """They live there already, or wait for the captain's word."""

    key = "error-home-already"


class TooManyHomes(DomainError):
    """They wait in several households already."""

    key = "error-home-many"


class WasRefused(DomainError):
    """Nobody there knew them; only a code leads in now."""

    key = "error-home-refused"


class OwnHome(NotAllowed):
    """Nobody vouches for themselves."""

    key = "error-home-own"


class CaptainFirst(NotAllowed):
    """A worker's turn comes when the captain has had a day."""

    key = "error-home-captain-first"


class HomeDecided(DomainError):
    """Somebody was quicker, or it ended meanwhile: there is nothing to decide any more."""

    key = "error-home-decided"


class NoHome(DomainError):
    """They are in no household here, so there is nothing to leave."""

    key = "error-home-none"


class TooLateToUndo(DomainError):
    """Ten minutes are over."""

    key = "error-home-undo"


@dataclass(frozen=True, slots=True)
class Residency:
    """One person in one household; `place_id` is the unit or building above it, `code_id` the code that led
    in and is used up once a kind is chosen. Times are UTC.
    """

    id: int
    person_id: int
    household_id: int
    place_id: int
    compound_id: int
    state: HomeState
    asked_at: datetime
    kind: Kind | None = None
    by_code: bool = False
    code_id: int | None = None
    verified_by: int | None = None
    verified_at: datetime | None = None
    left_at: datetime | None = None

    @property
    def lives(self) -> bool:
        """Whether a captain or worker has confirmed it and nobody ended it."""
        return self.left_at is None and self.state is HomeState.CONFIRMED

    @property
    def stands(self) -> bool:
        """Whether it is confirmed, waits to be, or was put on hold."""
        waiting = self.state in (HomeState.CONFIRMED, HomeState.PENDING, HomeState.PAUSED)
        return self.left_at is None and waiting

    def asked(self, kind: Kind, now: datetime) -> "Residency":
        """With its kind, waiting for a captain."""
        return replace(self, kind=kind, state=HomeState.PENDING, asked_at=now, code_id=None)

    def vouched(self, by: int, now: datetime) -> "Residency":
        """Confirmed by that person; raises OwnHome, HomeDecided."""
        self._decidable(by)
        return replace(self, state=HomeState.CONFIRMED, verified_by=by, verified_at=now)

    def refused(self, by: int) -> "Residency":
        """Not known to that person; raises OwnHome, HomeDecided."""
        self._decidable(by)
        return replace(self, state=HomeState.REFUSED)

    def paused(self) -> "Residency":
        """On hold, because somebody who lives there says that it is wrong; raises HomeDecided."""
        if not self.stands or self.state is HomeState.PAUSED:
            raise HomeDecided
        return replace(self, state=HomeState.PAUSED)

    def left(self, now: datetime) -> "Residency":
        """Ended; raises HomeDecided."""
        if not self.stands:
            raise HomeDecided
        return replace(self, left_at=now)

    def back(self, now: datetime) -> "Residency":
        """As it was before it was left; raises TooLateToUndo."""
        if self.left_at is None or now - self.left_at > UNDO:
            raise TooLateToUndo
        return replace(self, left_at=None)

    def _decidable(self, by: int) -> None:
        if by == self.person_id:
            raise OwnHome
        if self.left_at is not None or self.state not in (HomeState.PENDING, HomeState.PAUSED):
            raise HomeDecided


@dataclass(frozen=True, slots=True)
class Code:
    """A code; `household_id` is forgotten once it was used. `expires_at` is UTC."""

    id: int
    household_id: int | None
    compound_id: int
    made_by: int
    expires_at: datetime
    used: bool = False
