"""Ready words of compounds."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select

from domain.cases.canned import Canned
from storage.reading import Reading
from storage.scope import Scope
from storage.tables import canned, cases, persons
from storage.upsert import insert

_FIELDS = (canned.c.id, canned.c.compound_id, canned.c.name, canned.c.words)
_OF = select(*_FIELDS).where(canned.c.compound_id == bindparam("compound")).order_by(canned.c.name)
_FOR = (
    select(*_FIELDS)
    .join(cases, cases.c.compound_id == canned.c.compound_id)
    .where(cases.c.id == bindparam("case"))
    .order_by(canned.c.name)
)
_put = insert(canned)
_KEEP = _put.on_conflict_do_update(
    index_elements=["compound_id", "name"],
    set_={"words": _put.excluded.words, "made_by": _put.excluded.made_by, "at": _put.excluded.at},
)
_DROP = delete(canned).where(canned.c.id == bindparam("canned"))
_NAME = select(persons.c.name).where(persons.c.id == bindparam("person"))


class SqlCanned:
    """Satisfies the domain's CannedReplies."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def of(self, compound_id: int) -> Sequence[Canned]:
        """All of a compound, by name."""
        return [Canned(*row) for row in self._execute(_OF, {"compound": compound_id})]

    def keep(self, one: Canned, made_by: int) -> None:
        """Keep them: new, or in the place of those with that name."""
        row = {
            "id": one.id,
            "compound_id": one.compound_id,
            "name": one.name,
            "words": one.words,
            "made_by": made_by,
            "at": self._scope.now,
        }
        self._execute(_KEEP, row)

    def drop(self, canned_id: int) -> None:
        """Forget them."""
        self._execute(_DROP, {"canned": canned_id})

    def called(self, person_id: int) -> str | None:
        """The display name of whoever reported; None where it is gone."""
        scope = self._scope
        sealed = self._execute(_NAME, {"person": person_id}).scalar()
        if sealed is None:
            return None
        return scope.vault.open(scope.connection, person_id, "persons", "name", person_id, sealed)


class CannedReads(Reading):
    """Satisfies domain.cases.canned.CannedSheets."""

    def canned_of(self, compound_id: int) -> Sequence[Canned]:
        """All of a compound, by name."""
        return [Canned(*row) for row in self._connection.execute(_OF, {"compound": compound_id})]

    def canned_for(self, case_id: int) -> Sequence[Canned]:
        """All of the compound of that case, by name."""
        return [Canned(*row) for row in self._connection.execute(_FOR, {"case": case_id})]
