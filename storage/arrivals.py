"""What comes in, as the gate saw it, and what waits in a lane."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update as the gate saw it; `payload` is its raw JSON, kept only where it is ours to read.

    `plain` marks words that may be the next part of a text which the writer's client split; `said_at` is when
    the platform says that it was written (UTC).
    """

    update_id: int
    kind: str
    lane: int
    state: str
    payload: bytes
    chat_id: int | None = None
    sender_id: int | None = None
    message_id: int | None = None
    album: str | None = None
    long: bool = False
    plain: bool = False
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open row and the lane it waits in; ids grow in order of acceptance."""

    id: int
    lane: int
