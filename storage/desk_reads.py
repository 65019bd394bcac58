"""Reads of bodies, of what they joined, and of tasks handed down, for showing."""

from sqlalchemy import bindparam, select

from domain.cases.desk_sheets import Owners
from storage.reading import Reading
from storage.tables import bodies, case_bodies, cases, handed_tasks, matters

_CASE = (
    select(cases.c.compound_id, cases.c.body_id, matters.c.basis)
    .outerjoin(matters, matters.c.id == cases.c.matter_id)
    .where(cases.c.id == bindparam("case"))
)
_BODIES = (
    select(bodies.c.id, bodies.c.name, case_bodies.c.case_id)
    .outerjoin(
        case_bodies, (case_bodies.c.body_id == bodies.c.id) & (case_bodies.c.case_id == bindparam("case"))
    )
    .where(bodies.c.compound_id == bindparam("compound"), ~bodies.c.retired)
    .order_by(bodies.c.id)
)
_TASK = select(handed_tasks.c.from_id, handed_tasks.c.words).where(handed_tasks.c.id == bindparam("task"))


class DeskReads(Reading):
    """Satisfies DeskSheets."""

    def owners(self, case_id: int) -> Owners | None:
        """Whose it is; None where there is no such case."""
        case = self._connection.execute(_CASE, {"case": case_id}).first()
        if case is None:
            return None
        keys = {"case": case_id, "compound": case.compound_id}
        rows = [row for row in self._connection.execute(_BODIES, keys) if row.id != case.body_id]
        joined = tuple((row.id, row.name) for row in rows if row.case_id is not None)
        others = tuple((row.id, row.name) for row in rows if row.case_id is None)
        return Owners(case.body_id, joined, others, case.basis)

    def task_words(self, task_id: int) -> str | None:
        """What was handed down; None where it is gone."""
        row = self._connection.execute(_TASK, {"task": task_id}).first()
        return None if row is None else self._open(row[0], "handed_tasks", "words", task_id, row[1])
