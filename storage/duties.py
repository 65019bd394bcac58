"""Who works where, for the mornings."""

from sqlalchemy import bindparam, select

from domain.kernel.people import Role
from storage.scope import Scope
from storage.tables import grants, persons, places

_WORKERS = (
    select(grants.c.person_id)
    .join(persons, persons.c.id == grants.c.person_id)
    .where(
        grants.c.compound_id == bindparam("compound"),
        grants.c.role == Role.WORKER.value,
        persons.c.telegram_id.is_not(None),
    )
    .distinct()
    .order_by(grants.c.person_id)
)
_COMPOUNDS = (
    select(places.c.id, places.c.zone)
    .where(places.c.parent_id.is_(None), places.c.level == "compound")
    .order_by(places.c.id)
)


class SqlDuties:
    """Satisfies the domain's Duties."""

    def __init__(self, scope: Scope) -> None:
        self._execute = scope.connection.execute

    def workers(self, compound_id: int) -> tuple[int, ...]:
        """The persons who work in that compound, erased ones left out."""
        return tuple(self._execute(_WORKERS, {"compound": compound_id}).scalars().all())

    def compounds(self) -> tuple[tuple[int, str], ...]:
        """Every compound with its IANA zone."""
        return tuple((row[0], row[1]) for row in self._execute(_COMPOUNDS).all())
