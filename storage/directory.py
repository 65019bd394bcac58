"""Looking up, for a batch of destinations at once, all that `storage.routes` decides from."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from domain.kernel.people import Role
from domain.kernel.words import Destination, ToChat, ToPerson, ToWorkers
from storage.recusals import recused
from storage.routes import Chat, Directory, Person
from storage.tables import chats, grants, persons, places

_IN: BindParameter[int] = bindparam("ids", expanding=True)
_PERSON = select(persons.c.id, persons.c.telegram_id, persons.c.locale, persons.c.private_open)
_PERSONS = _PERSON.where(persons.c.id.in_(_IN))
_USERS = _PERSON.where(persons.c.telegram_id.in_(_IN))
_ZONES = (
    select(grants.c.person_id, places.c.zone)
    .join(places, places.c.id == grants.c.compound_id)
    .where(grants.c.person_id.in_(_IN))
    .order_by(grants.c.since.desc())
)
_CHATS = (
    select(chats.c.chat_id, chats.c.moved_to, chats.c.present, places.c.zone)
    .outerjoin(places, places.c.id == chats.c.place_id)
    .where(chats.c.chat_id.in_(_IN))
)
_ROOMS = (
    select(places.c.compound_id, chats.c.chat_id)
    .join(places, places.c.id == chats.c.place_id)
    .where(
        places.c.compound_id.in_(_IN),
        chats.c.audience == "workers",
        chats.c.present,
        chats.c.moved_to.is_(None),
    )
    .order_by(chats.c.chat_id)
)
_WORKERS = (
    select(grants.c.compound_id, grants.c.person_id)
    .join(persons, persons.c.id == grants.c.person_id)
    .where(
        grants.c.compound_id.in_(_IN), grants.c.role == Role.WORKER.value, persons.c.telegram_id.is_not(None)
    )
    .distinct()
    .order_by(grants.c.person_id)
)

CHUNK = 500
"""Ids per statement: below SQLite's oldest limit of bound variables, 999."""


def directory(connection: Connection, destinations: Iterable[Destination]) -> Directory:
    """Look up all that these destinations name, in a handful of statements."""
    wanted = list(destinations)
    found = Directory()
    _load_people(connection, found, wanted)
    compounds = {to.compound_id for to in wanted if isinstance(to, ToWorkers)}
    for chunk in _chunks(compounds):
        found.rooms.update(
            {row.compound_id: row.chat_id for row in connection.execute(_ROOMS, {"ids": chunk})}
        )
        for row in connection.execute(_WORKERS, {"ids": chunk}):
            found.workers[row.compound_id] = (*found.workers.get(row.compound_id, ()), row.person_id)
    for apart in {to.apart for to in wanted if isinstance(to, ToWorkers) and to.apart is not None}:
        found.recused[apart] = recused(connection, apart)
    near = {to.near for to in wanted if isinstance(to, ToPerson) and to.near is not None}
    said = {to.chat_id for to in wanted if isinstance(to, ToChat)}
    _load_chats(connection, found, near | said | set(found.rooms.values()))
    return found


def _load_people(connection: Connection, found: Directory, wanted: Sequence[Destination]) -> None:
    for chunk in _chunks({to.person_id for to in wanted if isinstance(to, ToPerson)}):
        _keep_people(found, connection.execute(_PERSONS, {"ids": chunk}))
    for chunk in _chunks({to.chat_id for to in wanted if isinstance(to, ToChat) and to.chat_id > 0}):
        _keep_people(found, connection.execute(_USERS, {"ids": chunk}))
    for chunk in _chunks(set(found.persons)):
        found.zones.update({row.person_id: row.zone for row in connection.execute(_ZONES, {"ids": chunk})})


def _keep_people(found: Directory, rows: Iterable[Any]) -> None:
    for row in rows:
        person = found.persons[row[0]] = Person(*row)
        if person.user_id is not None:
            found.users[person.user_id] = person


def _load_chats(connection: Connection, found: Directory, wanted: set[int]) -> None:
    """The chats and, step by step, what they have become."""
    while wanted := {chat_id for chat_id in wanted if chat_id < 0 and chat_id not in found.chats}:
        rows: list[Chat] = []
        for chunk in _chunks(wanted):
            rows += [Chat(*row) for row in connection.execute(_CHATS, {"ids": chunk})]
        found.chats.update({chat.id: chat for chat in rows})
        wanted = {chat.moved_to for chat in rows if chat.moved_to is not None}


def _chunks(ids: set[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
