"""The place tree: who is on duty in a compound."""

from sqlalchemy import bindparam, select

from domain.kernel.errors import NotFound
from domain.places.rules import Duty
from storage.scope import Scope
from storage.tables import places

_DUTY = select(places.c.zone, places.c.duty_body_id, places.c.duty_person_id).where(
    places.c.id == bindparam("compound")
)


class SqlPlaces:
    """Satisfies the domain's Places."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def duty(self, compound_id: int) -> Duty:
        """Who looks at new reports of that compound; raises NotFound where nobody was named."""
        found = self._scope.connection.execute(_DUTY, {"compound": compound_id}).first()
        if found is None or found[1] is None:
            raise NotFound
        return Duty(compound_id, found[0], found[1], found[2])
