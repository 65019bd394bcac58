"""Places, compounds and the body on duty, as values."""

from dataclasses import dataclass

from domain.kernel.errors import DomainError


class NoCompound(DomainError):
    """The actor belongs to no compound that the bot knows."""

    key = "error-no-compound"


@dataclass(frozen=True, slots=True)
class Duty:
    """Who looks at new reports of a compound: a body and, where named, a person; `zone` is IANA."""

    compound_id: int
    zone: str
    body_id: int
    person_id: int | None
