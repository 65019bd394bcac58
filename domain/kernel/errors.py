"""Errors that carry a text key: one module in `handlers/` turns them into words."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Trace:
    """What the audit keeps of a refusal that matters: who tried what in which compound."""

    compound_id: int
    person_id: int
    action: str
    subject: str
    subject_id: int


class DomainError(Exception):
    """Something a person asked for cannot be done; `key` names the sentence that says what to do instead.

    `trace` is for the audit, in the commit of the refusal; None where nobody needs to know of it.
    """

    key: ClassVar[str] = "error-unknown"
    trace: Trace | None = None

    def __init__(self, **params: object) -> None:
        super().__init__(self.key)
        self.params = params


class NotFound(DomainError):
    """It does not exist, or the actor may not know that it does."""

    key = "error-not-found"


class NotAllowed(DomainError):
    """The actor may see it, but this step belongs to somebody else."""

    key = "error-not-allowed"


class Invalid(DomainError):
    """What was written cannot be used; subclasses say which part and how to mend it."""

    key = "error-invalid"
