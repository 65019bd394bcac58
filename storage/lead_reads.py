"""Reads of who is named for what."""

from sqlalchemy import bindparam, select

from domain.kernel.people import Role
from domain.places.bodies import Body, BodyKind
from domain.places.charges import EVERYWHERE, NAMED, Charge, Held, LeadSheet
from storage import leads
from storage.reading import Reading
from storage.staff import BODIES, body_of
from storage.tables import grants, persons

_WORKERS = (
    select(grants.c.id, grants.c.person_id)
    .join(persons, persons.c.id == grants.c.person_id)
    .where(
        grants.c.compound_id == bindparam("compound"),
        grants.c.role == Role.WORKER.value,
        persons.c.telegram_id.is_not(None),
    )
    .order_by(grants.c.since, grants.c.id)
)


class LeadReads(Reading):
    """Satisfies LeadSheets."""

    def lead_sheet(self, compound_id: int) -> LeadSheet | None:
        """The charges of a compound; None where there is no such compound."""
        keys = {"compound": compound_id}
        bodies = [body_of(*one) for one in self._connection.execute(BODIES, keys).all()]
        if not bodies:
            return None
        own = [body for body in bodies if body.kind is not BodyKind.INTERIM] or bodies
        held = [self._held(compound_id, Charge.LEAD, body) for body in own]
        held += [self._held(compound_id, charge, None) for charge in NAMED]
        workers = {row[1]: row[0] for row in reversed(self._connection.execute(_WORKERS, keys).all())}
        listed = ((grant_id, self._called(person_id)) for person_id, grant_id in reversed(workers.items()))
        return LeadSheet(compound_id, tuple(held), tuple(listed))

    def _held(self, compound_id: int, charge: Charge, body: Body | None) -> Held:
        of_id = body.id if body is not None else EVERYWHERE
        keys = {"compound": compound_id, "charge": charge.value, "of": of_id}
        named = self._connection.execute(leads.NAMED, keys).scalar()
        return Held(charge, body, self._called_if(named))
