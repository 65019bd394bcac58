"""Open cases after their calendar has changed: each gets its hour anew, some in one commit."""

from dataclasses import replace
from functools import partial

from sqlalchemy import Connection

from bot.jobs.runner import Shop
from domain.cases import timekeeping, worktimes
from domain.kernel.jobs import JobState
from storage import jobs


class Recompute:
    """Goes over the cases of a compound that are in work; again from its cursor after a kill."""

    def __init__(self, shop: Shop) -> None:
        self._store, self._deps = shop.store, shop.deps

    async def __call__(self, job: jobs.Job) -> None:
        """All that there are; what comes in meanwhile goes by the new calendar anyway."""
        now: jobs.Job | None = job
        while now is not None:
            now = await self._store.write(partial(self._some, job=now))

    def _some(self, connection: Connection, job: jobs.Job) -> jobs.Job | None:
        tx = self._deps.open(connection)
        found = tx.clocks.running(job.compound_id, job.cursor, timekeeping.AT_ONCE)
        if not found:
            if jobs.end(connection, job.id, JobState.DONE, None, tx.now):
                worktimes.recomputed(tx, job.compound_id, job.asked_by, job.id, job.done)
            return None
        moved = sum(timekeeping.renewed(tx, case_id) for case_id in found)
        if not jobs.advance(connection, job, found[-1], moved):
            return None
        return replace(job, cursor=found[-1], done=job.done + moved)
