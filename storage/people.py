"""Persons: who the platform's users are here, what they may do, and what becomes known when they write."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, case, select, update

from domain.kernel.people import Actor, Grant, Role, Standing
from storage.scope import Scope
from storage.standing import Known, known, where_belongs
from storage.tables import grants, persons
from storage.upsert import insert

_MAKE = insert(persons).on_conflict_do_nothing(index_elements=["telegram_id"])
_CHANGE = (
    update(persons)
    .where(persons.c.id == bindparam("person"))
    .values(
        name=bindparam("sealed"),
        locale=case((persons.c.chosen, persons.c.locale), else_=bindparam("tongue")),
        private_open=bindparam("open"),
    )
)
_GRANT = insert(grants).on_conflict_do_nothing(index_elements=["person_id", "role", "place_id"])
_TELEGRAM = select(persons.c.id, persons.c.telegram_id).where(
    persons.c.id.in_(bindparam("persons", expanding=True)), persons.c.telegram_id.is_not(None)
)
_IDENTIFY = select(persons.c.id, persons.c.locale).where(persons.c.telegram_id == bindparam("user"))


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a platform's user is here, cheaply: for the lane, before anything is decided."""

    person_id: int
    locale: str


def identify(connection: Connection, user_id: int, chat_id: int) -> Identity | None:
    """The person behind that platform user, or None before the first contact; the chat changes nothing."""
    found = connection.execute(_IDENTIFY, {"user": user_id}).first()
    return None if found is None else Identity(found[0], found[1])


class SqlPeople:
    """Satisfies the domain's People."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def enter(self, actor: Actor) -> Standing:
        """The actor's standing now; the person is made on first contact, a group's speaker its resident."""
        found = known(self._scope.connection, actor)
        if found is None:
            self._make(actor)
            found = known(self._scope.connection, actor)
            assert found is not None  # made above, or by another transaction that has committed
        else:
            self._refresh(found, actor)
        held = found.grants + self._joined(found, actor)
        compound_id, place_id = where_belongs(self._scope.connection, found, held, actor)
        neighbours = found.residents and not actor.private
        reachable = found.private_open or actor.private
        where = (compound_id, place_id, actor.chat_id, actor.private)
        return Standing(found.person_id, held, *where, neighbours, reachable)

    def guest(self, name: str, locale: str) -> int:
        """Somebody without an account of their own: a person with a key and a sealed name."""
        scope = self._scope
        person_id = scope.new_id()
        row = {
            "id": person_id,
            "telegram_id": None,
            "name": None,
            "locale": locale,
            "private_open": False,
            "created_at": scope.now,
        }
        scope.connection.execute(_MAKE, row)
        scope.vault.enroll(scope.connection, person_id)
        sealed = scope.vault.seal(scope.connection, person_id, "persons", "name", person_id, name)
        scope.connection.execute(
            _CHANGE, {"person": person_id, "sealed": sealed, "tongue": locale, "open": False}
        )
        return person_id

    def telegram_ids(self, person_ids: tuple[int, ...]) -> Mapping[int, int]:
        """The platform's user ids of these persons; erased persons are left out."""
        if not person_ids:
            return {}
        rows = self._scope.connection.execute(_TELEGRAM, {"persons": person_ids})
        return {row[0]: row[1] for row in rows}

    def _make(self, actor: Actor) -> None:
        scope = self._scope
        person_id = scope.new_id()
        row = {
            "id": person_id,
            "telegram_id": actor.user_id,
            "name": None,
            "locale": actor.locale,
            "private_open": actor.private,
            "created_at": scope.now,
        }
        if scope.connection.execute(_MAKE, row).rowcount:
            scope.vault.enroll(scope.connection, person_id)
            self._write(person_id, actor, actor.private)

    def _refresh(self, found: Known, actor: Actor) -> None:
        """Follow a new name or language; a private chat in which somebody writes is open."""
        private = found.private_open or actor.private
        if (self._name(found), found.locale, found.private_open) != (actor.name, actor.locale, private):
            self._write(found.person_id, actor, private)

    def _name(self, found: Known) -> str | None:
        if found.name is None:
            return None
        scope = self._scope
        person_id = found.person_id
        return scope.vault.open(scope.connection, person_id, "persons", "name", person_id, found.name)

    def _write(self, person_id: int, actor: Actor, private: bool) -> None:
        scope = self._scope
        sealed = scope.vault.seal(scope.connection, person_id, "persons", "name", person_id, actor.name)
        row = {"person": person_id, "sealed": sealed, "tongue": actor.locale, "open": private}
        scope.connection.execute(_CHANGE, row)

    def _joined(self, found: Known, actor: Actor) -> tuple[Grant, ...]:
        """The grant that speaking in a residents' group gives, once."""
        if actor.private or not found.residents or found.chat_place is None or found.chat_compound is None:
            return ()
        grant = Grant(Role.RESIDENT, found.chat_place, found.chat_compound)
        if grant in found.grants:
            return ()
        row = {
            "id": self._scope.new_id(),
            "person_id": found.person_id,
            "role": grant.role.value,
            "place_id": grant.place_id,
            "compound_id": grant.compound_id,
            "body_id": None,
            "since": self._scope.now,
        }
        self._scope.connection.execute(_GRANT, row)
        return (grant,)
