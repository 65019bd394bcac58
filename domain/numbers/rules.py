"""What stands beside the figures: cases that two people leave out, and what bodies promise."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Why(StrEnum):
    """Why a case says nothing of how well a body works; the list is closed."""

    DUPLICATE = "duplicate"
    OUT_OF_SCOPE = "scope"
    """Nobody here may decide it."""
    NO_FAULT = "disaster"
    """Storm, flood, a cut of the whole district."""
    MISTAKEN = "mistaken"
    """Reported by mistake, and whoever reported says so."""
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A case that one wants left out; `agreed_by` is None until a second one has agreed."""

    case_id: int
    why: Why
    proposed_by: int
    agreed_by: int | None = None


@dataclass(frozen=True, slots=True)
class BodyPromise:
    """What a body promises since then (UTC); published, so its words are not sealed."""

    id: int
    body_id: int
    words: str
    made_by: int
    since: datetime
