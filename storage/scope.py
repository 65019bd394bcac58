"""What every repository of one transaction shares."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from domain.kernel.tx import WorkingCalendar
from storage.ids import nonce
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Scope:
    """One transaction's connection, clock reading, keys and ids; `bot_id` is the platform's id of the bot."""

    connection: Connection
    now: datetime
    vault: Vault
    calendar: WorkingCalendar
    new_id: Callable[[], int]
    bot_id: int
    new_nonce: Callable[[], bytes] = nonce
