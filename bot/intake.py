"""From the platform's JSON to open inbox rows: gate, flood, one commit, then the lanes."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from bot.flood import Flood
from bot.gate import Me, arrival
from bot.lanes import Lanes
from domain.kernel.words import Destination, ToChat, ToPerson
from storage.arrivals import Arrival, Waiting
from storage.inbox import accept
from storage.people import identify
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
            to = _hearer(connection, one) if one.state == "cut" else None
            if to is not None:
                tx.outbox.tell(to, TOO_FAST, {}, dedupe=f"fast:{one.sender_id}:{minute}")
        return opened


def _hearer(connection: Connection, cut: Arrival) -> Destination | None:
    """Whoever was too fast, alone; in a group a stranger is not told aloud."""
    if cut.chat_id is None or cut.sender_id is None:
        return None
    if cut.chat_id > 0:
        return ToChat(cut.chat_id)
    known = identify(connection, cut.sender_id, cut.chat_id)
    return None if known is None else ToPerson(known.person_id, near=cut.chat_id)
