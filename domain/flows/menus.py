"""The pinned card of a group, and the language that somebody wants to be spoken to in."""

from dataclasses import dataclass
from typing import Protocol

from domain.kernel import answers
from domain.kernel.errors import NotAllowed
from domain.kernel.people import Actor
from domain.kernel.rights import Right, may
from domain.kernel.words import Act
from domain.places import groups
from domain.places.ports import PlacesTx


@dataclass(frozen=True, slots=True)
class Bound:
    """Where a group belongs; `residents`: not to the workers alone."""

    place_id: int
    residents: bool


class Menus(Protocol):
    """What finding one's way needs of the memory."""

    def bound(self, chat_id: int) -> Bound | None:
        """Where this group belongs, wherever it has moved; None where it is bound to no place."""

    def choose(self, person_id: int, locale: str) -> None:
        """Speak with this person in that language from now on, whatever their client says."""


class MenusTx(PlacesTx, Protocol):
    """A transaction that knows menus."""

    @property
    def menus(self) -> Menus: ...


def arrive(tx: MenusTx, chat_id: int) -> None:
    """The bot has come into a group: its card where neighbours are, else how to begin; workers know it."""
    bound = tx.menus.bound(chat_id)
    if bound is None:
        groups.introduce(tx, chat_id)
    elif bound.residents:
        groups.pin(tx, chat_id, bound.place_id)


def show(tx: MenusTx, actor: Actor, message_id: int) -> None:
    """Pin the card where whoever looks after the place asks for it; in private the keys are the menu.

    Raises NotAllowed for a resident in a group.
    """
    me = tx.people.enter(actor)
    if me.private:
        answers.begin(tx, actor)
        return
    bound = tx.menus.bound(actor.chat_id)
    if bound is None:
        answers.answer(tx, actor, "menu-unbound")
        return
    if not may(me, Right.CALL, tx.places.path(bound.place_id)):
        raise NotAllowed
    groups.pin(tx, actor.chat_id, bound.place_id)
    tx.outbox.act(Act.REACT, actor.chat_id, message_id, params={"emoji": answers.SEEN})


def speak(tx: MenusTx, actor: Actor, locale: str) -> None:
    """Speak that language with the asker from now on; the lasting keys come again in it."""
    me = tx.people.enter(actor)
    tx.menus.choose(me.person_id, locale)
    tx.outbox.tell(answers.home(me), "language-set", {"private": me.private})
