"""What has been handed over long ago and need not lie about: finished jobs and their files, days gone by."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, select, update

from domain.kernel.jobs import JobState
from domain.kernel.words import CardKind
from storage import cards
from storage.tables import day_notes, group_days, imports, job_rows, jobs, place_drafts

PRIVATE_FILES = ("ledger", "code-sheet", "qr", "numbers.sheet")
"""Kinds of jobs whose file names homes, and is for whoever asked alone."""

_OLD = (
    select(jobs.c.id, jobs.c.result)
    .where(
        jobs.c.kind.in_(PRIVATE_FILES),
        jobs.c.result.is_not(None),
        jobs.c.ended_at < bindparam("before"),
    )
    .order_by(jobs.c.id)
    .limit(bindparam("most"))
)
_ENDED = (
    select(jobs.c.id, jobs.c.result)
    .where(
        jobs.c.state.in_((JobState.DONE.value, JobState.FAILED.value)),
        # A job that was ended by its asker's erasure has no end of its own.
        func.coalesce(jobs.c.ended_at, jobs.c.created_at) < bindparam("before", type_=jobs.c.ended_at.type),
    )
    .order_by(jobs.c.id)
    .limit(bindparam("most"))
)
_of: ColumnElement[int] = bindparam("job")
_FORGET_JOB = (
    delete(place_drafts).where(place_drafts.c.import_id == _of),
    update(imports).where(imports.c.id == _of, imports.c.state.in_(("ready", "bad"))).values(state="dropped"),
    delete(job_rows).where(job_rows.c.job_id == _of),
    delete(jobs).where(jobs.c.id == _of),
)
_DAYS = (
    select(group_days.c.id)
    .where(group_days.c.day < bindparam("before"))
    .order_by(group_days.c.id)
    .limit(bindparam("most"))
)
_FORGET_DAY = (
    delete(day_notes).where(day_notes.c.day_id == bindparam("of")),
    delete(group_days).where(group_days.c.id == bindparam("of")),
)
_FORGET = update(jobs).where(jobs.c.id == bindparam("job")).values(result=None)


def old_files(connection: Connection, before: datetime, most: int = 100) -> Sequence[tuple[int, str]]:
    """Jobs that ended before then (UTC), with their private file's name."""
    rows = connection.execute(_OLD, {"before": before, "most": most}).all()
    return [(row.id, row.result) for row in rows]


def forget_files(connection: Connection, job_ids: Sequence[int]) -> None:
    """These jobs have no file any more."""
    for job_id in job_ids:
        connection.execute(_FORGET, {"job": job_id})


def old_jobs(connection: Connection, before: datetime, most: int = 100) -> Sequence[tuple[int, str | None]]:
    """Jobs that ended before then (UTC), with the name of their file where they still have one."""
    rows = connection.execute(_ENDED, {"before": before, "most": most}).all()
    return [(row.id, row.result) for row in rows]


def forget_jobs(connection: Connection, job_ids: Sequence[int]) -> None:
    """These jobs were never asked for; a list of rooms that nobody took in the meantime goes with its job."""
    for job_id in job_ids:
        for statement in _FORGET_JOB:
            connection.execute(statement, {"job": job_id})


def forget_days(connection: Connection, before: date, most: int = 100) -> int:
    """Forget what was said aloud on local days before that date, and whom their cards called; how many."""
    found = connection.execute(_DAYS, {"before": before.isoformat(), "most": most}).scalars().all()
    for day_id in found:
        for statement in _FORGET_DAY:
            connection.execute(statement, {"of": day_id})
        cards.refresh(connection, CardKind.DAY, day_id)  # no name stays on a card that nobody reads any more
    return len(found)
