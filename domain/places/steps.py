"""The steps of setting up, and what waits for somebody's tap, as values."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.kernel.errors import DomainError, Invalid
from domain.kernel.people import Role


class Step(StrEnum):
    """What is asked, in this order; each may be skipped and come back to."""

    NAME = "name"
    WORDS = "words"
    ROOMS = "rooms"
    BODIES = "bodies"
    PEOPLE = "people"
    DONE = "done"


ORDER = tuple(Step)

PATIENCE = timedelta(hours=2)
"""How long a step waits for words, so that no later report is taken for a name; the buttons work for ever."""

LINK_LIVES = timedelta(days=7)
"""How long an appointment's link can be used."""

OFFER_LIVES = timedelta(days=1)
"""How long the platform's word that somebody is an administrator is believed."""

RESIDENTS, WORKERS = "residents", "workers"
"""Whom a group is for."""

TICKS = "map"
"""What a trial looks for: a mention, an album's parts, plain words."""


def after(step: Step) -> Step:
    """The step that follows."""
    return ORDER[min(ORDER.index(step) + 1, len(ORDER) - 1)]


def before(step: Step) -> Step:
    """The step that came before; the first one's is itself."""
    return ORDER[max(ORDER.index(step) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Binding:
    """What a group is bound to; `place_id` is None where nobody has bound it."""

    chat_id: int
    place_id: int | None
    audience: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A group that waits to be bound by whoever asked; `name` is what a new compound would be called."""

    id: int
    chat_id: int
    person_id: int
    name: str
    admin: bool
    made_at: datetime
    compound_id: int | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """A post offered by a link: single use, until `until` (UTC)."""

    id: int
    compound_id: int
    place_id: int
    role: Role
    made_by: int
    until: datetime
    used_by: int | None = None


@dataclass(frozen=True, slots=True)
class Import:
    """A file of rooms: `state` is reading, ready, bad, done or dropped."""

    id: int
    compound_id: int
    person_id: int
    state: str
    households: int = 0


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial of what a group delivers; `seen` are those of TICKS that arrived."""

    id: int
    chat_id: int
    person_id: int
    since: datetime
    seen: str = ""


class NotAdmin(DomainError):
    """Only an administrator of the group, as the platform says, binds it."""

    key = "error-setup-admin"


class CannotAsk(DomainError):
    """The platform did not answer who is an administrator."""

    key = "error-setup-unasked"


class Taken(DomainError):
    """Somebody has bound the group already."""

    key = "error-setup-taken"


class NoGroup(DomainError):
    """Setting up begins in a group."""

    key = "error-setup-private"


class Stale(DomainError):
    """What the button was for is done, dropped or changed."""

    key = "error-setup-stale"


class Changed(DomainError):
    """The tree has grown since the file was compared with it."""

    key = "error-setup-changed"


class BadName(Invalid):
    """A name is empty or too long."""

    key = "error-setup-name"


class BadWords(Invalid):
    """The words for levels are not three short ones."""

    key = "error-setup-words"


class BadBody(Invalid):
    """The line names no body that the place has."""

    key = "error-setup-body"


class NoSuchPlace(Invalid):
    """No such building, or several that could be meant."""

    key = "error-setup-place"


class BadLink(DomainError):
    """The link is used up, too old, or none of ours."""

    key = "error-setup-link"


class OwnLink(DomainError):
    """Whoever made the link opened it: it is meant for somebody else."""

    key = "error-setup-link-own"


class NotAPost(Invalid):
    """The sentence does not say which post."""

    key = "error-setup-post"
