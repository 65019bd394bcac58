"""Ledgers and codes name people and homes: a week after a file was handed over, it is deleted."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from bot.clock import Clock
from storage import purging
from storage.store import Store

KEPT = timedelta(days=7)
"""How long a ledger, a sheet of codes or a picture can be sent once more from its file."""


class Purging:
    """Deletes what is old enough; called by a tick, it may be called again."""

    def __init__(self, store: Store, clock: Clock, folder: Path) -> None:
        self._store, self._clock, self._folder = store, clock, folder

    async def __call__(self) -> int:
        """Files first, so that none is forgotten that still lies there; answers how many."""
        before = self._clock.now() - KEPT
        found = await self._store.read(partial(purging.old_files, before=before))
        for _job, name in found:
            (self._folder / Path(name).name).unlink(missing_ok=True)
        if found:
            await self._store.write(partial(purging.forget_files, job_ids=[job for job, _name in found]))
        return len(found)
