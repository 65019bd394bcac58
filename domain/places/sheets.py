"""What is shown of places and homes: read-only values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.kernel.people import Role
from domain.places.bodies import Body
from domain.places.households import HomeState, Kind
from domain.places.listing import Problem
from domain.places.rooms import Block
from domain.places.steps import Step
from domain.places.tree import Level, LevelWords


@dataclass(frozen=True, slots=True)
class Post:
    """A post that somebody holds; `name` is that person's, `place` where it is held, if not everywhere."""

    grant_id: int
    role: Role
    place: str
    name: str


@dataclass(frozen=True, slots=True)
class SetupSheet:
    """All that a steward sees of a compound; `buildings` are the first few, `blocks` wait for a tap."""

    id: int
    name: str
    words: LevelWords | None
    step: Step
    counts: dict[Level, int]
    buildings: tuple[tuple[int, str], ...]
    bodies: tuple[Body, ...]
    posts: tuple[Post, ...]
    groups: dict[str, int]
    blocks: tuple[Block, ...]

    def count(self, level: Level) -> int:
        """How many places of that level there are."""
        return self.counts.get(level, 0)

    def having(self, role: Role) -> int:
        """How many posts of that role there are."""
        return sum(post.role is role for post in self.posts)


@dataclass(frozen=True, slots=True)
class OfferSheet:
    """A group that waits to be bound: the compounds that it may belong to, and the one chosen."""

    id: int
    admin: bool
    chosen: str | None
    compounds: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class LinkSheet:
    """An appointment's link; `place` with its compound's name."""

    id: int
    compound_id: int
    proof: str
    role: Role
    place: str
    zone: str
    until: datetime


@dataclass(frozen=True, slots=True)
class ImportSheet:
    """What a file of rooms turned out to be."""

    id: int
    compound_id: int
    state: str
    households: int
    known: int
    bad: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """The place that a group is bound to."""

    compound_id: int
    name: str
    audience: str


@dataclass(frozen=True, slots=True)
class TrialSheet:
    """What has arrived of a trial; `chat_id` is the platform's."""

    seen: str
    ended: bool
    chat_id: int


class PlaceSheets(Protocol):
    """Reads of the place tree for showing."""

    def setup_sheet(self, compound_id: int) -> SetupSheet | None:
        """A compound as its steward sees it."""

    def compounds_of(self, person_id: int) -> tuple[tuple[int, str], ...]:
        """The compounds that somebody may set up, by id and name."""

    def offer_sheet(self, offer_id: int) -> OfferSheet | None:
        """A group that waits to be bound."""

    def link_sheet(self, appointment_id: int) -> LinkSheet | None:
        """An appointment's link."""

    def import_sheet(self, import_id: int) -> ImportSheet | None:
        """An import."""

    def group_sheet(self, chat_id: int) -> GroupSheet | None:
        """What a group is bound to."""

    def trial_sheet(self, trial_id: int) -> TrialSheet | None:
        """A trial."""

    def hears(self, destination: str) -> bool:
        """Whether plain words in the group of that outbox destination are known to reach the bot."""


@dataclass(frozen=True, slots=True)
class HomeSheet:
    """A residency with the room's full name and the names of people; `left` where it was ended."""

    id: int
    room: str
    person: str
    kind: Kind | None
    state: HomeState
    by_code: bool
    left: bool
    verified_by: str | None


@dataclass(frozen=True, slots=True)
class CodeSheet:
    """A code with its room; `token` is None once it was used or is over."""

    room: str
    token: str | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Holding:
    """What somebody is, and where."""

    role: Role
    place: str


@dataclass(frozen=True, slots=True)
class MeSheet:
    """What is kept of a person: households, roles, and how much of what they said and did."""

    name: str
    homes: tuple[HomeSheet, ...]
    posts: tuple[Holding, ...]
    reports: int
    files: int
    signups: int


class HomeSheets(Protocol):
    """Reads of households for showing."""

    def home_sheet(self, residency_id: int) -> HomeSheet | None:
        """The residency, or None where it is gone or its person was erased."""

    def code_sheet(self, code_id: int, now: datetime) -> CodeSheet | None:
        """The code, or None where it was used."""

    def me_sheet(self, person_id: int) -> MeSheet:
        """What is kept of that person; nothing, where there is nobody."""
