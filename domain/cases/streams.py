"""三事分流: whose matter a case is, great, small or private; proposed by words, settled by a worker."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.kernel.errors import DomainError


class Stream(StrEnum):
    """Who does it. Source: MISSION M2; the reporter reads who comes, never these words."""

    PUBLIC = "public"
    """大事: departments of the government."""
    COMMUNITY = "community"
    """小事: compound and community."""
    PRIVATE = "private"
    """私事: neighbours among themselves, with somebody who brings them together."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a report's words point to: `reason` names a subject, `sure` says that nothing else fits."""

    stream: Stream = Stream.COMMUNITY
    reason: str = "unknown"
    sure: bool = False


UNKNOWN = Proposal()
"""Where nothing points anywhere: most of what is reported is small."""


class Proposer(Protocol):
    """Reads a report's words; a handler asks it and passes on what it says, as a value."""

    def __call__(self, text: str) -> Proposal:
        """What the words point to."""


class SameStream(DomainError):
    """It was settled that way already."""

    key = "error-stream-same"
