"""What the rules of polls ask of the memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.kernel.people import Standing
from domain.places.ports import PlacesTx
from domain.polls.rules import Ballot, Poll, Unit


@dataclass(frozen=True, slots=True)
class Group:
    """A residents' group in which a poll may stand; `chat_id` is the platform's."""

    chat_id: int
    place_id: int
    compound_id: int


class Roll(Protocol):
    """Who has a vote; narrow, so that polls need no more of homes than this."""

    def households_of(self, person_id: int, place_id: int) -> tuple[int, ...]:
        """The households of that person within a place."""

    def households(self, place_id: int) -> int:
        """How many households there are within a place; 0 where nobody imported them."""

    def silent(self, poll_id: int, place_id: int, unit: Unit) -> tuple[int, ...]:
        """Persons within the place who can be reached in private and whose vote is not there."""


class Polls(Roll, Protocol):
    """Polls that the asker may see: a draft is its writer's alone, the rest their compound's."""

    def add(self, poll: Poll) -> None:
        """Keep a new poll."""

    def save(self, poll: Poll) -> None:
        """Keep a changed poll, its tally too."""

    def reword(self, poll: Poll) -> None:
        """Keep a draft whose question or options changed."""

    def get_for(self, me: Standing, poll_id: int) -> Poll:
        """The poll, its row locked first, for somebody who may see it; raises NotFound."""

    def due(self, poll_id: int) -> Poll:
        """The poll, locked, for what falls due; raises NotFound."""

    def ballots(self, poll_id: int, keys: Sequence[str]) -> Mapping[str, Ballot]:
        """Those ballots that there are, by key."""

    def keep(self, ballot: Ballot) -> None:
        """Keep a ballot; one per poll and key."""

    def take_back(self, poll_id: int, key: str) -> None:
        """Forget a ballot."""

    def voted_in(self, person_id: int) -> tuple[int, ...]:
        """The open polls in which the person has a ballot, by id."""

    def forget(self, poll_id: int, person_id: int) -> tuple[tuple[int, ...], ...]:
        """Forget all ballots that the person gave in a poll; answers what each of them said."""

    def whispered(self, person_id: int) -> bool:
        """Whether that person's private chat is closed, so that nothing said to them can be edited."""

    def groups(self, compound_ids: Sequence[int]) -> tuple[Group, ...]:
        """The residents' groups of these compounds in which the bot is, the widest first."""


class PollsTx(PlacesTx, Protocol):
    """A transaction that knows polls."""

    @property
    def polls(self) -> Polls: ...
