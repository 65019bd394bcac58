"""Bodies of compounds, and who holds which post."""

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy import insert as plain_insert

from domain.kernel.people import Role
from domain.places.bodies import Body, BodyKind
from domain.places.tree import Place
from storage.retiring import retire
from storage.scope import Scope
from storage.tables import bodies, grants, persons, places
from storage.upsert import insert

BODY_FIELDS = (bodies.c.id, bodies.c.kind, bodies.c.name, bodies.c.phone)
"""In the order of Body's own fields."""

BODIES = (
    select(*BODY_FIELDS)
    .where(bodies.c.compound_id == bindparam("compound"), ~bodies.c.retired)
    .order_by(bodies.c.id)
)
_OF_KIND = (
    select(*BODY_FIELDS)
    .where(bodies.c.compound_id == bindparam("compound"), bodies.c.kind == bindparam("of_kind"))
    .order_by(bodies.c.retired, bodies.c.id)
    .limit(1)
)
_ADD = plain_insert(bodies)
_REVIVE = update(bodies).where(bodies.c.id == bindparam("body")).values(retired=bindparam("gone"))
_NAME = (
    update(bodies)
    .where(bodies.c.id == bindparam("body"))
    .values(name=bindparam("new_name"), phone=bindparam("new_phone"))
)
_INHERIT = update(grants).where(grants.c.body_id == bindparam("body")).values(body_id=bindparam("heir"))
_DUTY = (
    update(places)
    .where(places.c.id == bindparam("compound"))
    .values(duty_body_id=bindparam("body"), duty_person_id=bindparam("person"))
)
_GRANT = insert(grants).on_conflict_do_nothing(index_elements=["person_id", "role", "place_id"])
_HOLDER = select(grants.c.person_id, grants.c.role, grants.c.compound_id).where(
    grants.c.id == bindparam("held")
)
_END = delete(grants).where(grants.c.id == bindparam("held"))
_HOLDERS = (
    select(grants.c.person_id)
    .join(persons, persons.c.id == grants.c.person_id)
    .where(
        grants.c.compound_id == bindparam("compound"),
        grants.c.role == bindparam("as_role"),
        persons.c.telegram_id.is_not(None),
    )
    .order_by(grants.c.since, grants.c.id)
)


class SqlStaff:
    """Satisfies the domain's Staff."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def bodies(self, compound_id: int) -> tuple[Body, ...]:
        """The bodies that there are, retired ones left out."""
        return tuple(body_of(*row) for row in self._execute(BODIES, {"compound": compound_id}).all())

    def want(self, compound_id: int, kind: BodyKind, name: str) -> Body:
        """The body of that kind: the one that there is or was, or a new one of that name."""
        found = self._execute(_OF_KIND, {"compound": compound_id, "of_kind": kind.value}).first()
        if found is not None:
            self._execute(_REVIVE, {"body": found[0], "gone": False})
            return body_of(*found)
        body = Body(self._scope.new_id(), kind, name, None)
        row = {"id": body.id, "compound_id": compound_id, "kind": kind.value, "name": name, "phone": None}
        self._execute(_ADD, row)
        return body

    def name(self, body: Body) -> None:
        """Keep a body's name and phone."""
        self._execute(_NAME, {"body": body.id, "new_name": body.name, "new_phone": body.phone})

    def retire(self, body_id: int, heir_id: int) -> None:
        """The body is no more; whoever works for it works for the heir."""
        self._execute(_REVIVE, {"body": body_id, "gone": True})
        self._execute(_INHERIT, {"body": body_id, "heir": heir_id})

    def name_duty(self, compound_id: int, body_id: int, person_id: int | None) -> None:
        """Who looks at new reports from now on."""
        self._execute(_DUTY, {"compound": compound_id, "body": body_id, "person": person_id})

    def grant(self, person_id: int, role: Role, place: Place, body_id: int | None = None) -> bool:
        """Give a role in a place; False where it was held already."""
        row = {
            "id": self._scope.new_id(),
            "person_id": person_id,
            "role": role.value,
            "place_id": place.id,
            "compound_id": place.compound_id,
            "body_id": body_id,
            "since": self._scope.now,
        }
        return self._execute(_GRANT, row).rowcount == 1

    def holder(self, grant_id: int) -> tuple[int, Role, int] | None:
        """Person, role and compound of a grant."""
        row = self._execute(_HOLDER, {"held": grant_id}).first()
        return None if row is None else (row[0], Role(row[1]), row[2])

    def end(self, grant_id: int) -> None:
        """Take a grant back; their own cards show no more of what they worked on."""
        held = self.holder(grant_id)
        self._execute(_END, {"held": grant_id})
        if held is not None:
            retire(self._scope.connection, held[0], held[2])

    def holders(self, compound_id: int, role: Role) -> tuple[int, ...]:
        """Who holds the role anywhere in the compound, the longest first."""
        rows = self._execute(_HOLDERS, {"compound": compound_id, "as_role": role.value}).all()
        return tuple(dict.fromkeys(row[0] for row in rows))


def body_of(body_id: int, kind: str, name: str, phone: str | None) -> Body:
    """The body of a row of BODY_FIELDS."""
    return Body(body_id, BodyKind(kind), name, phone)
