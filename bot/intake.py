"""From the platform's JSON to open inbox rows: gate, flood, one commit, then the lanes."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from bot.flood import Flood
from bot.gate import Me, arrival
from bot.lanes import Lanes
from domain.kernel.words import ToChat
from storage.inbox import Arrival, Waiting, accept
from storage.store import Store
from storage.tx import TxDeps

TOO_FAST = "error-too-fast"
"""Said at most once a minute to one person."""


class Intake:
    """Returns only after what it was given is on the disk."""

    def __init__(self, store: Store, deps: TxDeps, me: Me, flood: Flood, lanes: Lanes) -> None:
        self._store, self._deps, self._me = store, deps, me
        self._flood, self._lanes = flood, lanes

    async def __call__(self, updates: Sequence[Any]) -> None:
        """Accept a batch; what is no update at all is dropped."""
        read = [arrival(self._me, update) for update in updates if isinstance(update, dict)]
        passed = [self._flood.pass_or_cut(one) for one in read if one is not None]
        if passed:
            self._lanes.add(await self._store.write(lambda connection: self._accept(connection, passed)))

    def _accept(self, connection: Connection, passed: Sequence[Arrival]) -> list[Waiting]:
        tx = self._deps.open(connection)
        opened = accept(connection, self._deps.vault, self._deps.bot_id, passed, tx.now)
        minute = int(tx.now.timestamp() // 60)
        for one in passed:
            if one.state == "cut" and one.chat_id is not None:
                to = ToChat(one.chat_id)
                tx.outbox.tell(to, TOO_FAST, {}, dedupe=f"fast:{one.sender_id}:{minute}")
        return opened
