"""What is said of the work done on cases: marks, and who may give them."""

from typing import Any

from sqlalchemy import Select, bindparam, select, update

from domain.cases.rules import Case, Quality
from domain.kernel.errors import NotFound
from domain.kernel.people import Role, Standing
from storage import upsert
from storage.case_rows import FIELDS, case_of
from storage.scope import Scope
from storage.tables import case_quality, cases, leads, persons

_marked = upsert.insert(case_quality)
_JUDGE = _marked.on_conflict_do_update(
    index_elements=["case_id"],
    set_={name: _marked.excluded[name] for name in ("mark", "person_id", "at")},
)
_LEAD = (
    select(leads.c.person_id)
    .where(
        leads.c.compound_id == bindparam("compound"),
        leads.c.rung == "lead",
        leads.c.of_id.in_((bindparam("body"), 0)),
    )
    .order_by(leads.c.of_id.desc())
    .limit(1)
)
_BY_ID = select(*FIELDS).where(cases.c.id == bindparam("case")).with_for_update()
_BY_NUMBER = (
    select(*FIELDS)
    .where(cases.c.compound_id == bindparam("compound"), cases.c.number == bindparam("number"))
    .with_for_update()
)
_ALONE = select(persons.c.no_follow_up).where(persons.c.id == bindparam("person"))
_LEAVE = update(persons).where(persons.c.id == bindparam("person")).values(no_follow_up=True)


class SqlVerdicts:
    """Satisfies the domain's Verdicts."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def judge(self, case_id: int, mark: Quality, person_id: int) -> None:
        """Keep the mark of a case's work, the newest one."""
        row = {"case_id": case_id, "mark": mark.value, "person_id": person_id, "at": self._scope.now}
        self._execute(_JUDGE, row)

    def judged_by(self, me: Standing, case_id: int) -> Case:
        """The case, locked, for its body's lead or a steward of its compound; raises NotFound."""
        return self._judged(me, _BY_ID, case=case_id)

    def numbered(self, me: Standing, number: int) -> Case:
        """The same by its number in the asker's compound; raises NotFound."""
        return self._judged(me, _BY_NUMBER, compound=me.compound_id, number=number)

    def left_alone(self, person_id: int) -> bool:
        """Whether the person wants not to be asked weeks later."""
        return bool(self._execute(_ALONE, {"person": person_id}).scalar())

    def leave_alone(self, person_id: int) -> None:
        """They want not to be asked any more."""
        self._execute(_LEAVE, {"person": person_id})

    def _judged(self, me: Standing, statement: Select[Any], **keys: int | None) -> Case:
        row = self._execute(statement, keys).first()
        case = case_of(row) if row is not None else None
        if case is None or not (me.has(Role.STEWARD, case.compound_id) or self._leads(me, case)):
            raise NotFound
        return case

    def _leads(self, me: Standing, case: Case) -> bool:
        lead = self._execute(_LEAD, {"compound": case.compound_id, "body": case.body_id}).scalar()
        return lead is not None and int(lead) == me.person_id
