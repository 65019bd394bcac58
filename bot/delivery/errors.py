"""What a failed call means for the message: one table from the platform's words to a fate."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError


class Fate(StrEnum):
    """What is known of the message after a call that failed."""

    WAIT = "wait"
    NOT_SENT = "not-sent"
    AMBIGUOUS = "ambiguous"
    CLOSED = "closed"
    OUT = "out"
    MIGRATED = "migrated"
    NO_TOPIC = "no-topic"
    NO_REPLY = "no-reply"
    NO_WHISPER = "no-whisper"
    UNCHANGED = "unchanged"
    FOREIGN = "foreign"
    GONE = "gone"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Failure:
    """A fate with what belongs to it; `text` is the platform's sentence, never a resident's words."""

    fate: Fate
    text: str
    retry_after: float = 0.0
    moved_to: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A refusal by a part of its sentence, lower case; `evidence` as in the sandbox's table."""

    part: str
    fate: Fate
    evidence: str


TABLE: tuple[Words, ...] = (
    Words("too many requests", Fate.WAIT, "documented"),
    Words("message is not modified", Fate.UNCHANGED, "seen"),
    Words("message can't be edited", Fate.FOREIGN, "recalled"),
    Words("message to edit not found", Fate.GONE, "recalled"),
    Words("message_id_invalid", Fate.GONE, "recalled"),
    Words("message thread not found", Fate.NO_TOPIC, "seen"),
    Words("topic_closed", Fate.NO_TOPIC, "recalled"),
    Words("topic_deleted", Fate.NO_TOPIC, "recalled"),
    Words("message to be replied not found", Fate.NO_REPLY, "seen"),
    Words("ephemeral", Fate.NO_WHISPER, "recalled"),
    Words("receiver_user_invalid", Fate.NO_WHISPER, "recalled"),
    Words("bot was blocked by the user", Fate.CLOSED, "seen"),
    Words("user is deactivated", Fate.CLOSED, "seen"),
    Words("can't initiate conversation", Fate.CLOSED, "recalled"),
    Words("bot was kicked", Fate.OUT, "seen"),
    Words("bot is not a member", Fate.OUT, "seen"),
    Words("chat not found", Fate.OUT, "seen"),
    Words("need administrator rights", Fate.OUT, "recalled"),
    Words("not enough rights to send", Fate.OUT, "recalled"),
    Words("have no rights to send", Fate.OUT, "recalled"),
    Words("chat_write_forbidden", Fate.OUT, "recalled"),
    Words("forbidden", Fate.CLOSED, "seen"),
)
"""First match wins; a refusal that is not here is the message's own fault."""

NETWORK = (ClientDecodeError, TelegramServerError, TelegramNetworkError, TimeoutError)


def classify(error: BaseException) -> Failure:
    """The fate behind an exception of a call to the platform."""
    if isinstance(error, TelegramRetryAfter):
        return Failure(Fate.WAIT, "429", retry_after=float(error.retry_after))
    if isinstance(error, TelegramMigrateToChat):
        return Failure(Fate.MIGRATED, "migrated", moved_to=error.migrate_to_chat_id)
    if isinstance(error, TelegramUnauthorizedError | TelegramConflictError):
        return Failure(Fate.NOT_SENT, type(error).__name__)
    # aiogram counts "too large" among network errors; the platform has answered it.
    if isinstance(error, TelegramEntityTooLarge | TelegramNotFound):
        return Failure(Fate.REFUSED, type(error).__name__)
    if isinstance(error, NETWORK):
        return _network(error)
    if isinstance(error, TelegramAPIError):
        return _worded(error.message)
    return Failure(Fate.REFUSED, type(error).__name__)


def _network(error: BaseException) -> Failure:
    """Never connected is not sent; everything else may have been heard."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ClientConnectorError | ConnectionRefusedError):
            return Failure(Fate.NOT_SENT, type(cause).__name__)
        cause = cause.__cause__
    name = "time-out" if isinstance(error.__cause__, asyncio.TimeoutError) else type(error).__name__
    return Failure(Fate.AMBIGUOUS, name)


def _worded(message: str) -> Failure:
    said = message.lower()
    for words in TABLE:
        if words.part in said:
            return Failure(words.fate, message[:120], retry_after=5.0 if words.fate is Fate.WAIT else 0.0)
    return Failure(Fate.REFUSED, message[:120])
