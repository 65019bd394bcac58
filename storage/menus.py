"""Finding one's way, as the memory knows it: bound groups, chosen languages, menus that were set."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, or_, select, update

from domain.flows.menus import Bound
from domain.kernel.people import Role
from storage.scope import Scope
from storage.tables import chats, grants, persons, shelves
from storage.upsert import insert

_moved = chats.alias("moved")
_BOUND = (
    select(
        func.coalesce(_moved.c.place_id, chats.c.place_id),
        func.coalesce(_moved.c.audience, chats.c.audience),
    )
    .select_from(chats.outerjoin(_moved, _moved.c.chat_id == chats.c.moved_to))
    .where(chats.c.chat_id == bindparam("chat"))
)
_CHOOSE = (
    update(persons).where(persons.c.id == bindparam("person")).values(locale=bindparam("tongue"), chosen=True)
)
_put = insert(shelves)
_PUT = _put.on_conflict_do_update(
    index_elements=["name"],
    set_={"digest": _put.excluded.digest},
    where=shelves.c.digest != _put.excluded.digest,
)
_OF_THEIR_OWN = (
    select(persons.c.telegram_id, persons.c.locale, grants.c.role)
    .outerjoin(grants, (grants.c.person_id == persons.c.id) & (grants.c.role != Role.RESIDENT.value))
    .where(
        persons.c.telegram_id.is_not(None),
        persons.c.private_open,
        or_(persons.c.chosen, grants.c.role.is_not(None)),
    )
)
_PRIVATE = select(shelves.c.name, shelves.c.digest).where(shelves.c.name.like("chat:%"))


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody whose private chat wants a menu of its own: a role, or a language they chose."""

    locale: str
    roles: tuple[Role, ...]


class SqlMenus:
    """Satisfies the domain's Menus."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def bound(self, chat_id: int) -> Bound | None:
        """Where this group belongs, wherever it has moved; None where it is bound to no place."""
        found = self._scope.connection.execute(_BOUND, {"chat": chat_id}).first()
        return None if found is None or found[0] is None else Bound(found[0], found[1] == "residents")

    def choose(self, person_id: int, locale: str) -> None:
        """Speak with this person in that language from now on, whatever their client says."""
        self._scope.connection.execute(_CHOOSE, {"person": person_id, "tongue": locale})


def put(connection: Connection, name: str, digest: str) -> bool:
    """Remember what stands on a shelf; False where exactly that stood there before."""
    return connection.execute(_PUT, {"name": name, "digest": digest}).rowcount == 1


def of_their_own(connection: Connection) -> Mapping[int, Reader]:
    """By the platform's user id, all whose private chat wants a menu of its own."""
    found: dict[int, Reader] = {}
    for user_id, locale, role in connection.execute(_OF_THEIR_OWN).all():
        before = found[user_id].roles if user_id in found else ()
        found[user_id] = Reader(locale, (*before, Role(role)) if role is not None else before)
    return found


def private(connection: Connection) -> Mapping[int, str]:
    """The digests of the menus that stand in private chats, by the platform's id of the chat."""
    rows = connection.execute(_PRIVATE).all()
    return {int(name.partition(":")[2]): digest for name, digest in rows}
