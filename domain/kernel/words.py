"""Where words go and what may stand in them: destinations by meaning, variables by reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import TypeAlias


class Priority(IntEnum):
    """Order in which the dispatcher spends the platform's allowance; lower goes first."""

    ANSWER = 0
    DUTY = 1
    BROADCAST = 2


@dataclass(frozen=True, slots=True)
class ToPerson:
    """Somebody's private chat; where it is closed, a whisper in `near`, or a name on the card of its day."""

    person_id: int
    near: int | None = None


@dataclass(frozen=True, slots=True)
class ToChat:
    """The chat where something was said; `reply_to` is the platform's id of the message answered."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class ToWorkers:
    """The workers' chat of a compound, or each of its workers in private where there is none.

    `apart` names a case that is kept from some of them: then each of the others in private.
    """

    compound_id: int
    apart: int | None = None


Destination: TypeAlias = ToPerson | ToChat | ToWorkers


class RefKind(StrEnum):
    """What a reference in a text opens to, at the moment it is shown."""

    PERSON = "person"
    ENTRY = "entry"
    REPORTER = "reporter"
    """Whoever reported a case, by the case's id: a name only where the case lets workers read it."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A name or a resident's words, by id: opened when shown, so that no queue holds personal data."""

    kind: RefKind
    id: int


Value: TypeAlias = str | int | bool | datetime | Ref | None
Params: TypeAlias = Mapping[str, Value]


class CardKind(StrEnum):
    """What a card shows; a card is one message per chat, edited in place."""

    CASE = "case"
    CALL = "call"
    DRAFT = "draft"
    ROLL = "roll"
    JOB = "job"
    POLL = "poll"
    MENU = "menu"
    QUESTION = "question"
    HOME = "home"
    DAY = "day"
    TRIAL = "trial"
    INCIDENT = "incident"
    ROOMS = "rooms"


class Act(StrEnum):
    """What the bot does in a chat without a word; done twice it is done once."""

    REACT = "react"
    PIN = "pin"
    DELETE = "delete"
    COMMANDS = "commands"
    EDIT = "edit"


def person(person_id: int) -> Ref:
    """A person's display name."""
    return Ref(RefKind.PERSON, person_id)


def entry(entry_id: int) -> Ref:
    """The words of one entry of a case."""
    return Ref(RefKind.ENTRY, entry_id)


def reporter(case_id: int) -> Ref:
    """Whoever reported that case, as those who work on it may know them."""
    return Ref(RefKind.REPORTER, case_id)
