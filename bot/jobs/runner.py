"""The runner of jobs: one after another, each by the maker of its kind; a job that fails is tried again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol, runtime_checkable

import structlog
from sqlalchemy import Connection

from bot.failures import described
from domain.kernel.jobs import JobState
from domain.kernel.words import CardKind
from handlers.texts import Texts
from storage import jobs
from storage.store import Store
from storage.tx import SqlTx, TxDeps

log = structlog.get_logger(__name__)


class Files(Protocol):
    """The platform's files."""

    async def fetch(self, file_id: str) -> bytes:
        """The file's bytes; raises where it is too large or cannot be had."""


@dataclass(frozen=True, slots=True)
class Shop:
    """What makers work with; `folder` is where files to be sent are kept, `link` answers `https://t.me/<bot>`."""

    store: Store
    deps: TxDeps
    texts: Texts
    folder: Path
    files: Files
    link: Callable[[], str]


class Maker(Protocol):
    """Does one job to its end, in small commits; whatever it raises counts as a failed try."""

    async def __call__(self, job: jobs.Job) -> None:
        """Work it off from where it stands, and end it with `storage.jobs.end` in its last commit."""


@runtime_checkable
class Apologetic(Protocol):
    """A maker that has words for a job which is given up."""

    def apologise(self, tx: SqlTx, job: jobs.Job) -> None:
        """Leave them."""


class NothingDone(Exception):
    """A maker came back and left its job exactly where it was."""


class Runner:
    """Works off one job after another; called by a tick, never twice at once."""

    def __init__(self, shop: Shop, makers: Mapping[str, Maker]) -> None:
        self._shop, self._makers = shop, makers

    async def __call__(self) -> None:
        """Every open job, from where it stands."""
        store, before = self._shop.store, None
        while (job := await store.read(jobs.following)) is not None:
            try:
                if job == before:
                    raise NothingDone
                await self._makers[job.kind](job)
            except Exception as error:
                log.error("job-failed", job=job.id, kind=job.kind, error=described(error))
                if await store.write(partial(jobs.attempt, job_id=job.id)) < jobs.MOST_ATTEMPTS:
                    return  # the next tick goes on at its cursor
                await self._give_up(job)
            before = job

    async def _give_up(self, job: jobs.Job) -> None:
        """End it with words for whoever asked; where those fail, without: no job holds up the others."""
        store = self._shop.store
        try:
            await store.write(partial(self._end, job=job, maker=self._makers.get(job.kind)))
        except Exception as error:
            log.error("job-unsaid", job=job.id, kind=job.kind, error=described(error))
            await store.write(partial(self._end, job=job, maker=None))

    def _end(self, connection: Connection, job: jobs.Job, maker: Maker | None) -> None:
        tx = self._shop.deps.open(connection)
        if not jobs.end(connection, job.id, JobState.FAILED, None, tx.now):
            return
        tx.cards.refresh(CardKind.JOB, job.id)
        if isinstance(maker, Apologetic):
            maker.apologise(tx, job)
