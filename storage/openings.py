"""What a lane opens an update with: content, language and what the bot waits for, in one look."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select

from storage.tables import dialogues, inbox, persons
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Awaited:
    """What the bot waits for from this person in this chat."""

    state: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Opening:
    """An open row's content; `locale` is the language this person is known to speak, None for a
    stranger; `chosen`: by the person, so that no client overrules it.
    """

    update_id: int
    kind: str
    payload: bytes
    received_at: datetime
    attempts: int
    locale: str | None
    chosen: bool
    awaited: Awaited | None


_OPEN = (
    select(
        inbox.c.bot_id,
        inbox.c.update_id,
        inbox.c.kind,
        inbox.c.payload,
        inbox.c.received_at,
        inbox.c.attempts,
        persons.c.locale,
        persons.c.chosen,
        dialogues.c.state,
        dialogues.c.data,
        dialogues.c.until,
    )
    .select_from(
        inbox.outerjoin(persons, persons.c.telegram_id == inbox.c.sender_id).outerjoin(
            dialogues,
            and_(dialogues.c.chat_id == inbox.c.chat_id, dialogues.c.user_id == inbox.c.sender_id),
        )
    )
    .where(inbox.c.id == bindparam("row_id"), inbox.c.state == "new")
)


def opening(connection: Connection, vault: Vault, row_id: int) -> Opening | None:
    """An open row with all that its handler is given; None where it has been settled."""
    row = connection.execute(_OPEN, {"row_id": row_id}).one_or_none()
    if row is None:
        return None
    payload = vault.open_transient("inbox", "payload", f"{row.bot_id}:{row.update_id}", row.payload)
    # By when it was said: words that waited in a queue, here or at the platform, came in time all the same.
    waits = row.state is not None and row.until > _said_at(row.kind, payload, row.received_at)
    awaited = Awaited(row.state, json.loads(row.data)) if waits else None
    chosen = bool(row.chosen)
    return Opening(
        row.update_id, row.kind, payload, row.received_at, row.attempts, row.locale, chosen, awaited
    )


def _said_at(kind: str, payload: bytes, received_at: datetime) -> datetime:
    """When words were written, by the platform's clock; of anything else, when it came in."""
    date = json.loads(payload)[kind].get("date") if kind == "message" else None
    if not isinstance(date, int) or not 0 < date < 2**32:
        return received_at
    return min(received_at, datetime.fromtimestamp(date, UTC))
