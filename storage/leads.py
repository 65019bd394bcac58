"""Who is named for what: rows that count only while their person works there."""

import unicodedata

from sqlalchemy import bindparam, delete, select

from domain.kernel.people import Role
from domain.places.charges import Charge
from storage.scope import Scope
from storage.tables import grants, leads, persons
from storage.upsert import insert

_KEY = (
    (leads.c.compound_id == bindparam("compound"))
    & (leads.c.rung == bindparam("charge"))
    & (leads.c.of_id == bindparam("of"))
)
_inserted = insert(leads)
_NAME = _inserted.on_conflict_do_update(
    index_elements=["compound_id", "rung", "of_id"], set_={"person_id": _inserted.excluded.person_id}
)
_UNNAME = delete(leads).where(_KEY)
_works = (
    select(grants.c.person_id)
    .join(persons, persons.c.id == grants.c.person_id)
    .where(
        grants.c.compound_id == bindparam("compound"),
        grants.c.role == Role.WORKER.value,
        persons.c.telegram_id.is_not(None),
    )
)
NAMED = select(leads.c.person_id).where(_KEY, leads.c.person_id.in_(_works))
"""Who is named, while they work there: for `compound`, `charge` and `of`."""

_WORKERS = _works.order_by(grants.c.since, grants.c.id)
_OF_BODY = _WORKERS.where(grants.c.body_id == bindparam("body"))
_NAMES = (
    select(grants.c.person_id, persons.c.name)
    .join(persons, persons.c.id == grants.c.person_id)
    .where(
        grants.c.compound_id == bindparam("compound"),
        grants.c.role == Role.WORKER.value,
        persons.c.telegram_id.is_not(None),
        persons.c.name.is_not(None),
    )
    .order_by(grants.c.since, grants.c.id)
)


class SqlLeads:
    """Satisfies the domain's Leads."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def name(self, compound_id: int, charge: Charge, of_id: int, person_id: int | None) -> None:
        """Name one person for it, in place of whoever was; None names nobody."""
        if person_id is None:
            self._execute(_UNNAME, {"compound": compound_id, "charge": charge.value, "of": of_id})
            return
        row = {"compound_id": compound_id, "rung": charge.value, "of_id": of_id, "person_id": person_id}
        self._execute(_NAME, row)

    def named(self, compound_id: int, charge: Charge, of_id: int) -> int | None:
        """Who is named and still works there."""
        found: int | None = self._execute(
            NAMED, {"compound": compound_id, "charge": charge.value, "of": of_id}
        ).scalar()
        return found

    def workers(self, compound_id: int, body_id: int | None = None) -> tuple[int, ...]:
        """Who works there, for that body where one is meant, the longest first."""
        if body_id is None:
            rows = self._execute(_WORKERS, {"compound": compound_id})
        else:
            rows = self._execute(_OF_BODY, {"compound": compound_id, "body": body_id})
        return tuple(dict.fromkeys(row[0] for row in rows))

    def called(self, compound_id: int, name: str) -> tuple[int, ...]:
        """Who works there and goes by that name, letters of any width and case alike."""
        wanted, scope = _plain(name), self._scope
        rows = self._execute(_NAMES, {"compound": compound_id}).all()
        known = dict.fromkeys((row[0], row[1]) for row in rows)
        return tuple(
            person_id
            for person_id, sealed in known
            if _plain(
                scope.vault.open(scope.connection, person_id, "persons", "name", person_id, sealed) or ""
            )
            == wanted
        )


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
