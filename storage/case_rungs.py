"""Which rungs cases have climbed: the primary key is what lets nobody be asked twice."""

from sqlalchemy import bindparam, exists, select

from domain.cases.rules import Case
from domain.cases.table import OPEN
from domain.kernel.people import Role
from storage.case_rows import FIELDS, case_of
from storage.scope import Scope
from storage.tables import case_rungs, cases, grants
from storage.upsert import insert

_CLIMB = insert(case_rungs).on_conflict_do_nothing(index_elements=["case_id", "round", "rung"])
_here = (case_rungs.c.case_id == bindparam("case")) & (case_rungs.c.round == bindparam("round"))
_CLIMBED = select(case_rungs.c.rung).where(_here)
_ASKED = select(case_rungs.c.person_id).where(_here, case_rungs.c.person_id.is_not(None))
_LEFT = (
    select(*FIELDS)
    .where(
        cases.c.handler_id == bindparam("person"),
        cases.c.state.in_(sorted(OPEN)),
        ~exists().where(
            grants.c.person_id == cases.c.handler_id,
            grants.c.compound_id == cases.c.compound_id,
            grants.c.role == Role.WORKER.value,
        ),
    )
    .order_by(cases.c.id)
    .with_for_update(of=cases)
)


class SqlRungs:
    """Satisfies the domain's Rungs."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def climb(self, case: Case, rung: str, person_id: int | None) -> bool:
        """Keep that this round of the case stands on that rung; False where it was there."""
        row = {"case_id": case.id, "round": case.round, "rung": rung, "person_id": person_id}
        return self._execute(_CLIMB, {**row, "at": self._scope.now}).rowcount == 1

    def climbed(self, case_id: int, round: int) -> frozenset[str]:
        """The rungs that this round has climbed."""
        return frozenset(row[0] for row in self._execute(_CLIMBED, {"case": case_id, "round": round}))

    def asked(self, case: Case) -> frozenset[int]:
        """Who was asked on any rung of this round."""
        return frozenset(row[0] for row in self._execute(_ASKED, {"case": case.id, "round": case.round}))

    def left_with(self, person_id: int) -> tuple[Case, ...]:
        """Open cases, locked, that this person has taken in compounds where they work no more."""
        return tuple(case_of(row) for row in self._execute(_LEFT, {"person": person_id}))
