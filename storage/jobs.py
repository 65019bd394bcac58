"""Jobs: long work in small commits; its cursor, its sealed staging rows and the one swap at its end."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from domain.kernel.jobs import NOTHING, JobSheet, JobState
from storage.recusals import open_to
from storage.scope import Scope
from storage.tables import cases, job_rows, jobs, persons
from storage.vault import Vault

MOST_ATTEMPTS = 3
"""Tries of a job that fails before it is given up."""

SECRET = -1
"""The staging row that holds what was sealed when the job was asked for."""

_ASK = insert(jobs)
_NEXT = (
    select(
        jobs.c.id,
        jobs.c.kind,
        jobs.c.compound_id,
        jobs.c.asked_by,
        jobs.c.cursor,
        jobs.c.done,
        persons.c.locale,
        jobs.c.params,
    )
    .join(persons, persons.c.id == jobs.c.asked_by)
    .where(jobs.c.state.in_(("waiting", "running")))
    .order_by(jobs.c.id)
    .limit(1)
)
_SHEET = select(jobs.c.id, jobs.c.kind, jobs.c.state, jobs.c.done, jobs.c.total, jobs.c.compound_id).where(
    jobs.c.id == bindparam("job")
)
_theirs = open_to(bindparam("reader", type_=cases.c.id.type))
_COUNT = select(func.count()).where(cases.c.compound_id == bindparam("compound"), _theirs)
_REACH = (
    update(jobs)
    .where(jobs.c.id == bindparam("job"), jobs.c.state.in_(("waiting", "running")))
    .values(state="running", done=bindparam("count"), total=bindparam("of"))
)
_BEGIN = update(jobs).where(jobs.c.id == bindparam("job")).values(state="running", total=bindparam("of"))
_AFTER = (
    select(cases.c.id)
    .where(cases.c.compound_id == bindparam("compound"), cases.c.id > bindparam("above"), _theirs)
    .order_by(cases.c.id)
    .limit(bindparam("most"))
)
_STAGE = insert(job_rows)
_MOVE = (
    update(jobs)
    .where(jobs.c.id == bindparam("job"), jobs.c.cursor == bindparam("from"))
    .values(cursor=bindparam("to"), done=bindparam("count"))
)
_STAGED = (
    select(job_rows.c.seq, job_rows.c.row)
    .where(job_rows.c.job_id == bindparam("job"), job_rows.c.seq > SECRET)
    .order_by(job_rows.c.seq)
)
_SECRET = select(job_rows.c.row).where(job_rows.c.job_id == bindparam("job"), job_rows.c.seq == SECRET)
_CLEAR = delete(job_rows).where(job_rows.c.job_id == bindparam("job"))
_END = (
    update(jobs)
    .where(jobs.c.id == bindparam("job"), jobs.c.state.in_(("waiting", "running")))
    .values(
        state=bindparam("to_state"),
        result=bindparam("name"),
        ended_at=bindparam("at", type_=jobs.c.ended_at.type),
    )
)
_TRY = (
    update(jobs)
    .where(jobs.c.id == bindparam("job"))
    .values(attempts=jobs.c.attempts + 1)
    .returning(jobs.c.attempts)
)


@dataclass(frozen=True, slots=True)
class Job:
    """An open job and how far it is: `cursor` is the last case done, `locale` the asker's language."""

    id: int
    kind: str
    compound_id: int
    asked_by: int
    cursor: int
    done: int
    locale: str
    params: Mapping[str, int | str] = field(default_factory=dict)


class SqlJobs:
    """Satisfies the domain's Jobs."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def ask(
        self,
        kind: str,
        compound_id: int,
        person_id: int,
        params: Mapping[str, int | str] = NOTHING,
        *,
        sealed: str | None = None,
    ) -> int:
        """Leave a job; its id."""
        scope, job_id = self._scope, self._scope.new_id()
        row = {"id": job_id, "kind": kind, "compound_id": compound_id, "asked_by": person_id}
        row |= {"params": json.dumps(dict(params)), "state": "waiting", "created_at": scope.now}
        scope.connection.execute(_ASK, row)
        if sealed is not None:
            kept = scope.vault.seal_transient("job_rows", "row", f"{job_id}:{SECRET}", sealed.encode())
            scope.connection.execute(_STAGE, {"job_id": job_id, "seq": SECRET, "row": kept})
        return job_id


def secret(connection: Connection, vault: Vault, job_id: int) -> str | None:
    """What was sealed when the job was asked for."""
    found = connection.execute(_SECRET, {"job": job_id}).scalar()
    if found is None:
        return None
    return vault.open_transient("job_rows", "row", f"{job_id}:{SECRET}", found).decode()


def sheet(connection: Connection, job_id: int) -> JobSheet | None:
    """What its card shows."""
    row = connection.execute(_SHEET, {"job": job_id}).first()
    return None if row is None else JobSheet(row[0], row[1], JobState(row[2]), *row[3:])


def following(connection: Connection) -> Job | None:
    """The oldest job that is not ended; one that was under way at a kill goes on at its cursor."""
    row = connection.execute(_NEXT).first()
    return None if row is None else Job(*row[:-1], params=json.loads(row[-1]))


def reach(connection: Connection, job_id: int, done: int, total: int) -> None:
    """How far a job is that keeps its work elsewhere."""
    connection.execute(_REACH, {"job": job_id, "count": done, "of": total})


def begin(connection: Connection, job: Job) -> int:
    """Count what there is to do."""
    total = int(
        connection.execute(_COUNT, {"compound": job.compound_id, "reader": job.asked_by}).scalar() or 0
    )
    connection.execute(_BEGIN, {"job": job.id, "of": total})
    return total


def case_ids(connection: Connection, job: Job, most: int) -> list[int]:
    """The next cases of the compound; none that is about whoever asked."""
    keys = {"compound": job.compound_id, "above": job.cursor, "most": most, "reader": job.asked_by}
    rows = connection.execute(_AFTER, keys)
    return [row[0] for row in rows]


def stage(connection: Connection, vault: Vault, job: Job, rows: Sequence[Sequence[Any]], cursor: int) -> bool:
    """Keep rows, sealed, and move the cursor; False where another runner was here first."""
    done = job.done + len(rows)
    moved = connection.execute(_MOVE, {"job": job.id, "from": job.cursor, "to": cursor, "count": done})
    if moved.rowcount != 1:
        return False
    packed = json.dumps(rows, ensure_ascii=False).encode()
    sealed = vault.seal_transient("job_rows", "row", f"{job.id}:{done}", packed)
    connection.execute(_STAGE, {"job_id": job.id, "seq": done, "row": sealed})
    return True


def advance(connection: Connection, job: Job, cursor: int, count: int) -> bool:
    """Move the cursor past work that leaves no rows; False where another runner was here first."""
    keys = {"job": job.id, "from": job.cursor, "to": cursor, "count": job.done + count}
    return connection.execute(_MOVE, keys).rowcount == 1


def staged(connection: Connection, vault: Vault, job_id: int) -> Iterator[list[Any]]:
    """Every row that was kept, in order."""
    for seq, sealed in connection.execute(_STAGED, {"job": job_id}).all():
        yield from json.loads(vault.open_transient("job_rows", "row", f"{job_id}:{seq}", sealed))


def end(connection: Connection, job_id: int, state: JobState, name: str | None, at: Any) -> bool:
    """The swap: the result takes the staging rows' place; False where the job was ended before."""
    ended = connection.execute(_END, {"job": job_id, "to_state": state.value, "name": name, "at": at})
    connection.execute(_CLEAR, {"job": job_id})
    return ended.rowcount == 1


def attempt(connection: Connection, job_id: int) -> int:
    """Count a failed try; answers how many there were."""
    return int(connection.execute(_TRY, {"job": job_id}).scalar() or 0)
