"""One screen of all that is somebody's own: cases, votes, calls, home; what is not there is left out."""

from dataclasses import dataclass
from typing import Protocol

from domain.kernel.answers import begin, home
from domain.kernel.people import Actor, Role
from domain.kernel.tx import Tx


@dataclass(frozen=True, slots=True)
class Belonging:
    """What somebody is, and where: `place` is the place's name."""

    role: Role
    place: str


@dataclass(frozen=True, slots=True)
class Going:
    """An open call that somebody signed up for; `waits`: they have a turn and no place yet."""

    call_id: int
    waits: bool


class MineSheets(Protocol):
    """Reads of what is one's own, for showing."""

    def belongings(self, person_id: int) -> tuple[Belonging, ...]:
        """The person's roles, the oldest first."""

    def going(self, person_id: int, most: int) -> tuple[Going, ...]:
        """The newest open calls that the person signed up for; `most` of them."""


def show(tx: Tx, actor: Actor) -> None:
    """Show the asker what is theirs, in private."""
    me = tx.people.enter(actor)
    tx.outbox.tell(home(me), "mine", {"person": me.person_id})


def begin_with_mine(tx: Tx, actor: Actor) -> None:
    """Greet somebody who was called by name in a group: what they were called for is in their list."""
    begin(tx, actor)
    show(tx, actor)
