"""Who acts: a claim (`Actor`) and what the database says of it (`Standing`)."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a place; a grant holds for the place and everything below it."""

    RESIDENT = "resident"
    CAPTAIN = "captain"
    WORKER = "worker"
    STEWARD = "steward"


@dataclass(frozen=True, slots=True)
class Actor:
    """The writer of an update, as the platform names them: an identity, never a right.

    `user_id` and `chat_id` are Telegram's; `name` is the display name; `locale` is "zh-CN" or "en".
    """

    user_id: int
    name: str
    locale: str
    chat_id: int
    thread_id: int | None = None
    private: bool = True


@dataclass(frozen=True, slots=True)
class Grant:
    """One role in one place (`place_id` is a node of the place tree, `compound_id` its compound)."""

    role: Role
    place_id: int
    compound_id: int
    body_id: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the database says of an actor at commit time: person, compound of this chat, grants.

    `neighbours`: written in a group where neighbours read, which the bot does not talk into; `reachable`: the
    private chat with them is open, as far as we know.
    """

    person_id: int
    grants: tuple[Grant, ...]
    compound_id: int | None
    place_id: int | None
    chat_id: int
    private: bool
    neighbours: bool = False
    reachable: bool = True

    def has(self, role: Role, compound_id: int) -> bool:
        """Whether a grant of `role` holds anywhere in that compound."""
        return any(grant.role is role and grant.compound_id == compound_id for grant in self.grants)
