"""Errors that carry a text key: one module in `handlers/` turns them into words."""

from typing import ClassVar


class DomainError(Exception):
    """Something a person asked for cannot be done; `key` names the sentence that says what to do instead."""

    key: ClassVar[str] = "error-unknown"

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
