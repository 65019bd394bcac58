"""What need not lie about is deleted: files that name people and homes after a week, else after a month."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from bot.clock import Clock
from storage import purging
from storage.store import Store

KEPT = timedelta(days=7)
"""How long a ledger, a sheet of codes or a picture can be sent once more from its file."""


REMEMBERED = timedelta(days=30)
"""How long it is known that a job was done, with whatever file it made, and what was said aloud on a day."""


class Purging:
    """Deletes what is old enough; called by a tick, it may be called again."""

    def __init__(self, store: Store, clock: Clock, folder: Path) -> None:
        self._store, self._clock, self._folder = store, clock, folder

    async def __call__(self) -> int:
        """Files first, so that none is forgotten that still lies there; answers how many."""
        now = self._clock.now()
        files = await self._store.read(partial(purging.old_files, before=now - KEPT))
        ended = await self._store.read(partial(purging.old_jobs, before=now - REMEMBERED))
        named = [name for _job, name in (*files, *ended) if name is not None]
        for name in named:
            (self._folder / Path(name).name).unlink(missing_ok=True)
        if files:
            await self._store.write(partial(purging.forget_files, job_ids=[job for job, _name in files]))
        if ended:
            await self._store.write(partial(purging.forget_jobs, job_ids=[job for job, _name in ended]))
        await self._store.write(partial(purging.forget_days, before=(now - REMEMBERED).date()))
        return len(named)
