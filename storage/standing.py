"""What one look at the database says of an actor: person, chat binding and grants in one statement."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from domain.kernel.people import Actor, Grant, Role
from storage.tables import chats, grants, persons, places

_moved = chats.alias("moved")
_bound = places.alias("bound")

_KNOWN = (
    select(
        persons.c.id,
        persons.c.name,
        persons.c.locale,
        persons.c.private_open,
        _bound.c.id,
        _bound.c.compound_id,
        func.coalesce(_moved.c.audience, chats.c.audience),
        grants.c.role,
        grants.c.place_id,
        grants.c.compound_id,
        grants.c.body_id,
    )
    .select_from(
        persons.outerjoin(grants, grants.c.person_id == persons.c.id)
        .outerjoin(chats, chats.c.chat_id == bindparam("chat"))
        .outerjoin(_moved, _moved.c.chat_id == chats.c.moved_to)
        .outerjoin(_bound, _bound.c.id == func.coalesce(_moved.c.place_id, chats.c.place_id))
    )
    .where(persons.c.telegram_id == bindparam("user"))
    .order_by(grants.c.since, grants.c.id)
)
# Nothing is above a compound: found by that, no room of a large estate is looked at.
_COMPOUNDS = select(places.c.id).where(places.c.parent_id.is_(None), places.c.level == "compound").limit(2)


@dataclass(frozen=True, slots=True)
class Known:
    """A person as stored, the place that the chat is bound to, and all grants, the oldest first."""

    person_id: int
    name: bytes | None
    locale: str
    private_open: bool
    chat_place: int | None
    chat_compound: int | None
    residents: bool
    grants: tuple[Grant, ...]


def known(connection: Connection, actor: Actor) -> Known | None:
    """What is known of the actor in this chat, or None before the first contact."""
    rows = connection.execute(_KNOWN, {"user": actor.user_id, "chat": actor.chat_id}).all()
    if not rows:
        return None
    person_id, name, locale, private_open, place, compound, audience = rows[0][:7]
    held = tuple(Grant(Role(row[7]), row[8], row[9], row[10]) for row in rows if row[7] is not None)
    return Known(person_id, name, locale, private_open, place, compound, audience == "residents", held)


def where_belongs(
    connection: Connection, found: Known, held: tuple[Grant, ...], actor: Actor
) -> tuple[int | None, int | None]:
    """Compound and place of what the actor says here: by the chat's binding, else in private by what they
    hold (a home before a post, the newest compound, and there the nearest place), else the only compound.
    """
    if found.chat_place is not None:
        return found.chat_compound, found.chat_place
    if actor.private and held:
        homes = [grant for grant in held if grant.role is Role.RESIDENT]
        newest = (homes or held)[-1]
        there = [one for one in homes or held if one.compound_id == newest.compound_id]
        within = [one for one in there if one.place_id != one.compound_id]
        return newest.compound_id, (within or there)[-1].place_id
    only = connection.execute(_COMPOUNDS).scalars().all()
    return (only[0], only[0]) if len(only) == 1 else (None, None)
