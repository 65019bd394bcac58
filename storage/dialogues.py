"""What the bot waits for from one person in one chat; ids and choices, never words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from domain.kernel.people import Actor
from storage.scope import Scope
from storage.tables import dialogues
from storage.upsert import insert

LINGERS = timedelta(hours=1)
"""How long a dialogue that is over stays: words that came in time may still wait behind others or a crash."""

_inserted = insert(dialogues)
_OPEN = _inserted.on_conflict_do_update(
    index_elements=["chat_id", "user_id"],
    set_={name: _inserted.excluded[name] for name in ("state", "data", "until")},
)
_CLOSE = delete(dialogues).where(
    dialogues.c.chat_id == bindparam("chat"), dialogues.c.user_id == bindparam("user")
)
_LOAD = select(dialogues.c.state, dialogues.c.data).where(
    dialogues.c.chat_id == bindparam("chat"),
    dialogues.c.user_id == bindparam("user"),
    dialogues.c.until > bindparam("now", type_=dialogues.c.until.type),
)
_OVER = delete(dialogues).where(dialogues.c.until <= bindparam("now", type_=dialogues.c.until.type))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A dialogue as stored; the lane makes `handlers.ports.Dialogue` of it, whose fields it has."""

    state: str
    data: dict[str, Any]


def load(connection: Connection, chat_id: int, user_id: int, now: datetime) -> Waiting | None:
    """What is waited for from that user there at `now` (UTC), or None."""
    row = connection.execute(_LOAD, {"chat": chat_id, "user": user_id, "now": now}).first()
    return None if row is None else Waiting(row[0], json.loads(row[1]))


def sweep(connection: Connection, now: datetime) -> int:
    """Forget what nobody waits for any more; the number of rows."""
    return connection.execute(_OVER, {"now": now - LINGERS}).rowcount


class SqlDialogues:
    """Satisfies the domain's Dialogues."""

    def __init__(self, scope: Scope) -> None:
        self._execute = scope.connection.execute

    def open(self, actor: Actor, state: str, data: Mapping[str, int | str], until: datetime) -> None:
        """Wait for this person's next words there until `until` (UTC)."""
        row = {
            "chat_id": actor.chat_id,
            "user_id": actor.user_id,
            "state": state,
            "data": json.dumps(dict(data)),
            "until": until,
        }
        self._execute(_OPEN, row)

    def close(self, actor: Actor) -> None:
        """Wait no longer."""
        self._execute(_CLOSE, {"chat": actor.chat_id, "user": actor.user_id})
