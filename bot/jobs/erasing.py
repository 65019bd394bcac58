"""Deletes the stored files of somebody who was erased, after the commit that erased them."""

import asyncio
from functools import partial
from pathlib import Path

from bot.jobs.runner import Shop
from domain.kernel.jobs import JobState
from domain.places.me import SEPARATOR
from storage import jobs


class Erasing:
    """Deletes files by name; again after a kill, where some are gone already."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def __call__(self, job: jobs.Job) -> None:
        """Delete, then end the job."""
        names = str(job.params["files"]).split(SEPARATOR)
        await asyncio.to_thread(delete, self._shop.folder, names)
        now = self._shop.deps.clock.now()
        await self._shop.store.write(partial(jobs.end, job_id=job.id, state=JobState.DONE, name=None, at=now))


def delete(folder: Path, names: list[str]) -> None:
    """Files of ours by their bare names."""
    for name in names:
        (folder / Path(name).name).unlink(missing_ok=True)
