"""One run's sandbox, database, zygote and people, opened together and closed together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from knowledge.calendar import WorkingCalendar
from storage.ids import Ids
from storage.open import Stores, open_store
from storage.sqlite import SqliteStore
from storage.tables import audit, cards, due, inbox, jobs, outbox
from storage.tx import TxDeps
from storage.vault import Vault
from tests.proofs import snapshot
from tests.proofs.clocks import SharedClock
from tests.proofs.evidence import Evidence, Op
from tests.proofs.expected import Expected
from tests.proofs.nursery import Nursery
from tests.proofs.people import People
from tests.proofs.stage import BOT, SETTLED, Stage, gather, seeded
from tests.proofs.troupe import Troupe

KEY = bytes(range(32))
OVERLAP = timedelta(seconds=2)
"""How long two transactions of PostgreSQL may overlap on a loaded machine; SQLite has one writer."""


@dataclass(slots=True)
class Theatre:
    """Everything a proof plays with."""

    folder: Path
    clock: SharedClock
    people: People
    store: Stores
    vault: Vault
    nursery: Nursery
    stage: Stage

    async def waiting(self) -> dict[str, int]:
        """What is not at rest yet, by table."""
        counts: dict[str, int] = await self.store.read(partial(_waiting, now=self.clock.now()))
        counts["updates"] = await self.people.pending()
        return {name: count for name, count in counts.items() if count}

    async def rest(self, seconds: float) -> dict[str, int]:
        """Wait until nothing waits twice in a row; what is left when the time is over."""
        calm = 0
        left: dict[str, int] = {}
        for _ in range(int(seconds / 0.25)):
            await asyncio.sleep(0.25)
            left = await self.waiting()
            calm = 0 if left else calm + 1
            if calm >= 3:
                return {}
        return left

    async def next_due(self, but: set[str]) -> Any:
        """The next instant at which something falls due of a kind that is not in `but`, to which that kind is
        added; of any kind where there is no other; None where nothing is planned.
        """
        open_ones = select(due.c.at, due.c.kind).where(due.c.state == "open", due.c.at > self.clock.now())
        rows = await self.store.read(lambda c: c.execute(open_ones.order_by(due.c.at)).all())
        found = next((row for row in rows if row.kind not in but), rows[0] if rows else None)
        if found is None:
            return None
        but.add(found.kind)
        return found.at

    async def evidence(self, history: list[Op]) -> Evidence:
        """All that the checker reads."""
        world = await self.people.get("/world")
        expected = Expected(self.vault, self.clock)
        tables = await self.store.read(lambda c: snapshot.tables(c, self.vault, expected))
        return Evidence(
            world,
            await self.people.get("/calls"),
            await self.people.get("/violations"),
            history,
            tables,
            await self.store.read(snapshot.chain_errors),
            open_early=frozenset(who for place in self.stage.compounds for who in place.residents),
            settled=frozenset(w for place in self.stage.compounds for w in place.residents[:SETTLED]),
            overlap=timedelta() if isinstance(self.store, SqliteStore) else OVERLAP,
        )


async def recalled(stage: Theatre, evidence: Evidence) -> list[str]:
    """Rules that the sandbox only remembers, and that this run has met: so much is not confirmed."""
    rules = await stage.people.get("/rules")
    met = {(call["outcome"] or {}).get("rule") for call in evidence.calls}
    return sorted(rule["key"] for rule in rules if rule["evidence"] == "recalled" and rule["key"] in met)


@asynccontextmanager
async def theatre(url: str, actors: Troupe) -> AsyncIterator[Theatre]:
    """Curtain up: people gather, and the database knows them. No worker lives yet."""
    async with People(actors.base) as people:
        vault = Vault.from_settings(KEY)
        deps = TxDeps(actors.clock, vault, WorkingCalendar(), Ids(actors.clock), BOT)
        nursery, store = Nursery(actors.zygote), open_store(url)
        await nursery.listen()
        await store.start()
        try:
            stage = await gather(people, BOT)
            await store.write(seeded(stage, deps))
            yield Theatre(actors.folder, actors.clock, people, store, vault, nursery, stage)
        finally:
            await nursery.close()
            await store.close()


def _waiting(connection: Connection, now: Any) -> dict[str, int]:
    wanted = {
        "inbox": select(func.count()).select_from(inbox).where(inbox.c.state == "new"),
        "outbox": select(func.count())
        .select_from(outbox)
        .where(outbox.c.state.in_(("new", "leased", "ambiguous"))),
        "cards": select(func.count())
        .select_from(cards)
        .where(cards.c.shown < cards.c.version, ~cards.c.stuck),
        "jobs": select(func.count()).select_from(jobs).where(jobs.c.state.in_(("waiting", "running"))),
        "due": select(func.count()).select_from(due).where(due.c.state == "open", due.c.at <= now),
        "audit": select(func.count()).select_from(audit).where(audit.c.seq.is_(None)),
    }
    return {name: connection.execute(statement).scalar() or 0 for name, statement in wanted.items()}
