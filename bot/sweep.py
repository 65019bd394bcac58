"""What falls due: each tick finds the rows, claims them one by one and lets the service of their kind act."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import InterfaceError, OperationalError

from bot.failures import described
from domain.calls import due as calls
from domain.cases import due as cases
from domain.duties import due as duties
from domain.flows import due as flows
from domain.guide import due as guide
from domain.kernel.due import Due, is_late
from domain.numbers import due as numbers
from domain.places import due as places
from domain.polls import due as polls
from storage import due
from storage.store import Store
from storage.tx import SqlTx, TxDeps

log = structlog.get_logger(__name__)

Service = Callable[[SqlTx, Due, "str | None"], None]
"""Acts on one row in its transaction; the text names the sweep that catches up after an outage."""

BUCKET = 600
"""Seconds that share the name of one catching-up sweep: a kill in its middle makes no second digest, and two
outages of a quarter of an hour cannot fall into one.
"""


SERVICES: Mapping[str, Service] = {
    **places.SERVICES,
    **cases.SERVICES,
    **calls.SERVICES,
    **polls.SERVICES,
    **guide.SERVICES,
    **duties.SERVICES,
    **numbers.SERVICES,
    **flows.SERVICES,
}
"""Kinds of due rows, and who acts on them."""


class Sweep:
    """Works off what is due. With `moved_by_hand`, a clock that jumps while the program runs is no outage."""

    def __init__(
        self,
        store: Store,
        deps: TxDeps,
        services: Mapping[str, Service] = SERVICES,
        *,
        moved_by_hand: bool = False,
    ) -> None:
        self._store, self._deps, self._services = store, deps, services
        self._moved_by_hand = moved_by_hand
        self._last: datetime | None = None
        self._turn = asyncio.Lock()

    async def __call__(self) -> int:
        """One sweep; answers how many rows were done."""
        async with self._turn:
            now = self._deps.clock.now()
            done = 0
            while rows := await self._store.read(partial(due.fallen, now=now)):
                ended = await asyncio.gather(*(self._one(row.due.id, now) for row in rows))
                done += sum(ended)
                if not all(ended):
                    break  # what failed is tried again by the next tick
            self._last = now
            return done

    async def _one(self, row_id: int, now: datetime) -> bool:
        try:
            return await self._store.write(partial(self._act, row_id=row_id, swept=now))
        except (OperationalError, InterfaceError) as error:
            log.warning("database-away", due=row_id, error=described(error))
            return False
        except Exception as error:
            log.error("due-failed", due=row_id, error=described(error))
            await self._store.write(partial(due.attempt, row_id=row_id, now=now))
            return False

    def _act(self, connection: Connection, row_id: int, swept: datetime) -> bool:
        row = due.claim(connection, row_id, swept)
        if row is None:
            return False  # another sweep has it, or had it
        tx = self._deps.open(connection)
        self._services[row.due.kind](tx, row.due, self._digest(row.due, swept))
        return due.end(connection, row_id, tx.now)

    def _digest(self, row: Due, swept: datetime) -> str | None:
        if not is_late(row.at, swept):
            return None
        if self._moved_by_hand and self._last is not None and row.at > self._last:
            return None
        return str(int(swept.timestamp()) // BUCKET)
