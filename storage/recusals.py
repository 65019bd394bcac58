"""Whom a case is about: what keeps them out of its look-up, card, lists, routing and exports."""

from sqlalchemy import ColumnElement, Connection, bindparam, delete, exists, select

from domain.cases.staffing import Why
from domain.kernel.people import Role
from domain.kernel.words import Destination, ToWorkers
from knowledge.naming import named
from storage.scope import Scope
from storage.tables import cases, grants, persons, recusals
from storage.upsert import insert

_OF = (
    select(recusals.c.person_id)
    .where(recusals.c.case_id == bindparam("case"))
    .order_by(recusals.c.at, recusals.c.person_id)
)
_IS = select(exists().where(recusals.c.case_id == bindparam("case")))
_ONE = select(
    exists().where(recusals.c.case_id == bindparam("case"), recusals.c.person_id == bindparam("person"))
)
_WHY = select(recusals.c.why).where(
    recusals.c.case_id == bindparam("case"), recusals.c.person_id == bindparam("person")
)
_KEEP_OUT = insert(recusals).on_conflict_do_nothing(index_elements=["case_id", "person_id"])
_LET_IN = delete(recusals).where(
    recusals.c.case_id == bindparam("case"), recusals.c.person_id == bindparam("person")
)
_WORKERS = (
    select(grants.c.person_id, persons.c.name)
    .join(persons, persons.c.id == grants.c.person_id)
    .where(
        grants.c.compound_id == bindparam("compound"),
        grants.c.role == Role.WORKER.value,
        persons.c.telegram_id.is_not(None),
        persons.c.name.is_not(None),
    )
    .distinct()
    .order_by(grants.c.person_id)
)

TOGETHER: ColumnElement[bool] = ~exists().where(recusals.c.case_id == cases.c.id)
"""For lists that several people read: cases that nobody is kept out of."""


def open_to(person: ColumnElement[int]) -> ColumnElement[bool]:
    """For lists that one person reads: cases that they are not kept out of."""
    return ~exists().where(recusals.c.case_id == cases.c.id, recusals.c.person_id == person)


def recused(connection: Connection, case_id: int) -> tuple[int, ...]:
    """Who is kept out of that case."""
    return tuple(connection.execute(_OF, {"case": case_id}).scalars())


def kept_from(connection: Connection, case_id: int, person_id: int | None) -> bool:
    """Whether that person may know nothing of the case; for a group (None), whether anybody may not."""
    if person_id is None:
        return bool(connection.execute(_IS, {"case": case_id}).scalar())
    return bool(connection.execute(_ONE, {"case": case_id, "person": person_id}).scalar())


def among(connection: Connection, to: Destination, about: int | None) -> Destination:
    """The workers without those whom the case is about; any other destination as it is."""
    if not isinstance(to, ToWorkers) or about is None or not kept_from(connection, about, None):
        return to
    return ToWorkers(to.compound_id, apart=about)


class SqlRecusals:
    """Satisfies the domain's Recusals."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def of(self, case_id: int) -> tuple[int, ...]:
        """Who is kept out of that case."""
        return recused(self._scope.connection, case_id)

    def why(self, case_id: int, person_id: int) -> Why | None:
        """How it came about that this person is kept out; None where they are not."""
        found = self._execute(_WHY, {"case": case_id, "person": person_id}).scalar()
        return None if found is None else Why(found)

    def keep_out(self, case_id: int, person_id: int, why: Why) -> bool:
        """Keep somebody out; False where they were already."""
        row = {"case_id": case_id, "person_id": person_id, "at": self._scope.now, "why": why.value}
        return self._execute(_KEEP_OUT, row).rowcount == 1

    def let_in(self, case_id: int, person_id: int) -> bool:
        """Let somebody in again; False where they were not kept out."""
        return self._execute(_LET_IN, {"case": case_id, "person": person_id}).rowcount == 1

    def named(self, compound_id: int, text: str) -> tuple[int, ...]:
        """The workers of the compound whom these words name."""
        if not text.strip():
            return ()
        rows = self._execute(_WORKERS, {"compound": compound_id}).all()
        found = [(row[0], self._name(row[0], row[1])) for row in rows]
        return tuple(found[place][0] for place in named(text, [name for _, name in found]))

    def _name(self, person_id: int, sealed: bytes) -> str:
        scope = self._scope
        return scope.vault.open(scope.connection, person_id, "persons", "name", person_id, sealed) or ""
