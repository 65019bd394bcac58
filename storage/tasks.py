"""Tasks handed down, their words sealed under whoever handed them down."""

from sqlalchemy import bindparam, insert, select, update

from domain.cases.handed import Back, Task, TaskState
from domain.kernel.errors import NotFound
from storage.scope import Scope
from storage.tables import handed_tasks as rows

FIELDS = (
    rows.c.id, rows.c.compound_id, rows.c.matter_id, rows.c.from_id, rows.c.words, rows.c.state, rows.c.at,
    rows.c.reason, rows.c.decided_by, rows.c.decided_at,
)  # fmt: skip
"""In the order of Task's own fields."""

TASK = select(*FIELDS).where(rows.c.id == bindparam("task"))
_LOCKED = TASK.with_for_update()
_ADD = insert(rows)
_SAVE = (
    update(rows)
    .where(rows.c.id == bindparam("task"))
    .values(
        state=bindparam("into"),
        reason=bindparam("why"),
        decided_by=bindparam("who"),
        decided_at=bindparam("then", type_=rows.c.decided_at.type),
    )
)


class SqlTasks:
    """Satisfies the domain's Tasks."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def add(self, task: Task) -> None:
        """Keep a task, its words sealed under whoever handed it down."""
        scope = self._scope
        words = scope.vault.seal(scope.connection, task.from_id, "handed_tasks", "words", task.id, task.words)
        row: dict[str, object] = {"id": task.id, "compound_id": task.compound_id, "matter_id": task.matter_id}
        row |= {"from_id": task.from_id, "words": words, "state": task.state.value, "at": task.at}
        self._execute(_ADD, row)

    def get(self, task_id: int) -> Task:
        """The task, locked; raises NotFound."""
        row = self._execute(_LOCKED, {"task": task_id}).first()
        if row is None:
            raise NotFound
        scope = self._scope
        words = scope.vault.open(scope.connection, row[3], "handed_tasks", "words", row[0], row[4]) or ""
        reason = Back(row[7]) if row[7] is not None else None
        return Task(*row[:4], words, TaskState(row[5]), row[6], reason, row[8], row[9])

    def save(self, task: Task) -> None:
        """Keep what became of it."""
        why = task.reason.value if task.reason is not None else None
        keys = {"task": task.id, "into": task.state.value, "why": why}
        self._execute(_SAVE, keys | {"who": task.decided_by, "then": task.decided_at})
