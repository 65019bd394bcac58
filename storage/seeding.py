"""Putting a compound there by hand: for the demo and the tests."""

from sqlalchemy import insert, select, update

from domain.cases.table import OPEN
from domain.kernel.people import Role
from domain.places.households import HomeState, Kind, Residency
from storage.homes import SqlHomes
from storage.scope import Scope
from storage.tables import bodies, cases, chats, grants, persons, places


def add_compound(scope: Scope, name: str, zone: str) -> int:
    """A compound of that IANA zone; its id."""
    return _place(scope, name, zone, "compound", None, None)


def add_place(scope: Scope, parent_id: int, compound_id: int, level: str, name: str, zone: str) -> int:
    """A place below another (a building, an entrance, a unit); its id."""
    return _place(scope, name, zone, level, parent_id, compound_id)


def add_households(
    scope: Scope, unit_id: int, compound_id: int, rooms: list[str], zone: str
) -> dict[str, int]:
    """The households of a unit, by their rooms; their ids."""
    made = {room: scope.new_id() for room in rooms}
    row = {"parent_id": unit_id, "compound_id": compound_id, "level": "household", "zone": zone}
    scope.connection.execute(insert(places), [{"id": made[room], "name": room, **row} for room in rooms])
    return made


def move_in(
    scope: Scope,
    person_id: int,
    home: tuple[int, int, int],
    kind: Kind = Kind.OWNER,
    verified_by: int | None = None,
) -> None:
    """Somebody lives in a household, vouched for: `home` is its id, the place above it and the compound."""
    household_id, unit_id, compound_id = home
    residency = Residency(
        id=scope.new_id(),
        person_id=person_id,
        household_id=household_id,
        place_id=unit_id,
        compound_id=compound_id,
        state=HomeState.CONFIRMED,
        asked_at=scope.now,
        kind=kind,
        verified_by=verified_by,
        verified_at=scope.now,
    )
    homes = SqlHomes(scope)
    homes.keep(residency)
    homes.admit(residency)


def add_body(scope: Scope, compound_id: int, kind: str, name: str, phone: str | None = None) -> int:
    """A body that looks after the compound; its id."""
    body_id = scope.new_id()
    row = {"id": body_id, "compound_id": compound_id, "kind": kind, "name": name, "phone": phone}
    scope.connection.execute(insert(bodies), row)
    return body_id


def name_duty(scope: Scope, compound_id: int, body_id: int, person_id: int | None) -> None:
    """Who looks at the compound's new reports from now on."""
    change = update(places).where(places.c.id == compound_id)
    scope.connection.execute(change.values(duty_body_id=body_id, duty_person_id=person_id))


def add_person(scope: Scope, telegram_id: int, name: str, locale: str, *, private_open: bool = False) -> int:
    """A person with a data key of their own, their name sealed; their id."""
    person_id = scope.new_id()
    row = {"id": person_id, "telegram_id": telegram_id, "locale": locale, "private_open": private_open}
    scope.connection.execute(insert(persons), row | {"name": None, "created_at": scope.now})
    scope.vault.enroll(scope.connection, person_id)
    sealed = scope.vault.seal(scope.connection, person_id, "persons", "name", person_id, name)
    scope.connection.execute(update(persons).where(persons.c.id == person_id).values(name=sealed))
    return person_id


def grant(
    scope: Scope, person_id: int, role: Role, place_id: int, compound_id: int, body_id: int | None = None
) -> None:
    """Make the person that in this place of the compound."""
    row = {"id": scope.new_id(), "person_id": person_id, "role": role.value, "place_id": place_id}
    rest = {"compound_id": compound_id, "body_id": body_id, "since": scope.now}
    scope.connection.execute(insert(grants), row | rest)


def unsolved(scope: Scope, compound_id: int) -> list[int]:
    """Ids of the compound's cases in which a worker's clock runs, the oldest first."""
    open_ones = cases.c.state.in_([state.value for state in OPEN])
    rows = select(cases.c.id).where(cases.c.compound_id == compound_id, open_ones).order_by(cases.c.id)
    return list(scope.connection.execute(rows).scalars())


def bind_chat(scope: Scope, chat_id: int, kind: str, place_id: int, audience: str = "residents") -> None:
    """Bind a chat to a place; `audience` is residents or workers."""
    row = {"chat_id": chat_id, "kind": kind, "place_id": place_id, "audience": audience}
    scope.connection.execute(insert(chats), row)


def _place(
    scope: Scope, name: str, zone: str, level: str, parent_id: int | None, compound_id: int | None
) -> int:
    place_id = scope.new_id()
    own = place_id if level == "compound" else compound_id
    row = {"id": place_id, "parent_id": parent_id, "compound_id": own, "level": level}
    scope.connection.execute(insert(places), row | {"name": name, "zone": zone})
    return place_id
