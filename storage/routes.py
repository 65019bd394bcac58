"""Where a destination leads: a chat, a way into it and a language; pure, from values that were looked up."""

from dataclasses import dataclass, field
from typing import TypeAlias

from domain.kernel.words import Destination, ToChat, ToPerson, ToWorkers

GROUP_LOCALE = "zh-CN"
"""A group's language. Source: the joints, 11."""

ZONE = "Asia/Shanghai"
"""Where nothing says otherwise."""


@dataclass(frozen=True, slots=True)
class Route:
    """A way to a recipient: `way` is private, group or ephemeral; ids are Telegram's."""

    chat_id: int
    way: str
    locale: str
    zone: str
    thread_id: int | None = None
    reply_to: int | None = None
    person_id: int | None = None
    user_id: int | None = None

    @property
    def private(self) -> bool:
        """Whether nobody else reads it there."""
        return self.chat_id > 0


@dataclass(frozen=True, slots=True)
class Fan:
    """One message for each of these persons."""

    person_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Nowhere:
    """There is no way, and why."""

    why: str


Way: TypeAlias = Route | Fan | Nowhere


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    user_id: int | None
    locale: str
    open: bool


@dataclass(frozen=True, slots=True)
class Chat:
    id: int
    moved_to: int | None
    present: bool
    zone: str | None


@dataclass(slots=True)
class Directory:
    """What resolving a batch of destinations needs."""

    persons: dict[int, Person] = field(default_factory=dict)
    users: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    zones: dict[int, str] = field(default_factory=dict)
    rooms: dict[int, int] = field(default_factory=dict)
    workers: dict[int, tuple[int, ...]] = field(default_factory=dict)
    recused: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def way(self, to: Destination, forced: str | None = None) -> Way:
        """Where this destination leads; `forced` is "closed" once the private chat was refused."""
        match to:
            case ToPerson():
                return self._to_person(to, forced)
            case ToChat():
                return self._to_chat(to)
            case ToWorkers(compound_id, apart):
                room = self.rooms.get(compound_id)
                if room is not None and apart is None:
                    return self._to_chat(ToChat(room))
                kept_out = self.recused.get(apart, ()) if apart is not None else ()
                fan = tuple(one for one in self.workers.get(compound_id, ()) if one not in kept_out)
                return Fan(fan) if fan else Nowhere("no-workers")

    def chat(self, chat_id: int) -> Chat | None:
        """The chat that this one has become."""
        seen = self.chats.get(chat_id)
        while seen is not None and seen.moved_to is not None and seen.moved_to in self.chats:
            seen = self.chats[seen.moved_to]
        return seen

    def _to_person(self, to: ToPerson, forced: str | None) -> Way:
        person = self.persons.get(to.person_id)
        if person is None or person.user_id is None:
            return Nowhere("person-gone")
        zone, near = self.zones.get(person.id, ZONE), self._near(to.near)
        # Nobody near and nothing known against it: the private chat may be open by now.
        if person.open or (to.near is None and forced is None):
            return Route(
                person.user_id, "private", person.locale, zone, person_id=person.id, user_id=person.user_id
            )
        if near is None:
            return Nowhere("closed")
        known = near.zone or zone
        return Route(near.id, "ephemeral", person.locale, known, person_id=person.id, user_id=person.user_id)

    def _near(self, chat_id: int | None) -> Chat | None:
        if chat_id is None or chat_id > 0:
            return None
        chat = self.chat(chat_id)
        return chat if chat is not None and chat.present else None

    def _to_chat(self, to: ToChat) -> Way:
        if to.chat_id > 0:
            person = self.users.get(to.chat_id)
            zone = self.zones.get(person.id, ZONE) if person else ZONE
            locale, who = (person.locale, person.id) if person else (GROUP_LOCALE, None)
            return Route(
                to.chat_id, "private", locale, zone, reply_to=to.reply_to, person_id=who, user_id=to.chat_id
            )
        chat = self.chat(to.chat_id)
        if chat is not None and not chat.present:
            return Nowhere("not-present")
        chat_id, zone = (chat.id, chat.zone or ZONE) if chat else (to.chat_id, ZONE)
        # Message and topic ids of a basic group mean nothing in the supergroup that it became.
        moved = chat_id != to.chat_id
        return Route(
            chat_id,
            "group",
            GROUP_LOCALE,
            zone,
            thread_id=None if moved else to.thread_id,
            reply_to=None if moved else to.reply_to,
        )
