"""What has been handed over long ago and need not lie about: names of finished jobs' files."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from storage.tables import jobs

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
_FORGET = update(jobs).where(jobs.c.id == bindparam("job")).values(result=None)


def old_files(connection: Connection, before: datetime, most: int = 100) -> Sequence[tuple[int, str]]:
    """Jobs that ended before then (UTC), with their private file's name."""
    rows = connection.execute(_OLD, {"before": before, "most": most}).all()
    return [(row.id, row.result) for row in rows]


def forget_files(connection: Connection, job_ids: Sequence[int]) -> None:
    """These jobs have no file any more."""
    for job_id in job_ids:
        connection.execute(_FORGET, {"job": job_id})
