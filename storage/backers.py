"""Households that have the same as a shared case: blind, so that nobody's address stands beside their id."""

from collections.abc import Sequence

from sqlalchemy import bindparam, exists, or_, select, update

from domain.cases.rules import Case
from domain.cases.side_ports import Backer
from domain.cases.table import State
from domain.kernel.errors import NotFound
from domain.kernel.people import Standing
from storage.case_rows import FIELDS, case_of
from storage.scope import Scope
from storage.tables import case_backers as rows
from storage.tables import cases
from storage.upsert import insert

_BACK = insert(rows).on_conflict_do_nothing(index_elements=["case_id", "household_blind"])
_OF = (
    select(rows.c.person_id, rows.c.unsolved_round)
    .where(rows.c.case_id == bindparam("case"))
    .order_by(rows.c.at, rows.c.person_id)
)
_UNSOLVED = (
    update(rows)
    .where(
        rows.c.case_id == bindparam("case"),
        rows.c.household_blind == bindparam("blind"),
        or_(rows.c.unsolved_round.is_(None), rows.c.unsolved_round < bindparam("round")),
    )
    .values(unsolved_round=bindparam("round"))
)
_backed = exists().where(rows.c.case_id == cases.c.id, rows.c.person_id == bindparam("person"))
_HELD = (
    select(*FIELDS)
    .where(
        cases.c.id == bindparam("case"),
        cases.c.state != State.WITHDRAWN.value,
        or_(cases.c.shared.is_(True), _backed),
    )
    .with_for_update()
)


class SqlBackers:
    """Satisfies the domain's Backers."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def back(self, case_id: int, household_id: int, person_id: int) -> bool:
        """Count the household; False where it is counted already."""
        row = {
            "case_id": case_id,
            "household_blind": self._blind(case_id, household_id),
            "person_id": person_id,
            "at": self._scope.now,
        }
        return self._execute(_BACK, row).rowcount == 1

    def of(self, case_id: int) -> Sequence[Backer]:
        """One of each household, who said it first."""
        return [Backer(*row) for row in self._execute(_OF, {"case": case_id})]

    def unsolved(self, case_id: int, household_id: int, round_: int) -> bool:
        """The household says that it is not solved; False where it is no backer, or has said so."""
        keys = {"case": case_id, "blind": self._blind(case_id, household_id), "round": round_}
        return self._execute(_UNSOLVED, keys).rowcount == 1

    def held(self, me: Standing, case_id: int) -> Case:
        """A case, locked, that neighbours may see, or that the asker's household backs; raises NotFound."""
        row = self._execute(_HELD, {"case": case_id, "person": me.person_id}).first()
        case = case_of(row) if row is not None else None
        if case is None or all(grant.compound_id != case.compound_id for grant in me.grants):
            raise NotFound
        return case

    def _blind(self, case_id: int, household_id: int) -> bytes:
        return self._scope.vault.blind("case_backers", str(case_id), str(household_id))
