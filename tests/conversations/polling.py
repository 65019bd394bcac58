"""A building's group of its own and who lives in it: what the scenes of polls are played in."""

from typing import Any

from sqlalchemy import Connection, select

from storage import seeding
from storage.tables import chats, persons, places
from tests.runtime.rehearsal import Rehearsal

BUILDING = "building"
SENTENCE = "/poll 周六几点大扫除？9点、10点还是下午？周五晚8点截止"


async def move_in(talk: Rehearsal, *members: str, name: str = "3号楼") -> int:
    """The group of a building, with these people in it besides its captain; its place's id."""
    ids = [talk.people[who] for who in ("zhao", *members)]
    body = {
        "type": "supergroup",
        "title": "3号楼群",
        "members": [*ids, talk.bot.deps.bot_id],
        "admins": ids[:1],
    }
    talk.groups[BUILDING] = (await talk.platform.post("/chats", body))["id"]

    def settle(connection: Connection) -> int:
        scope = talk.bot.deps.scope(connection)
        place = connection.execute(select(places.c.id).where(places.c.name == name)).scalar()
        # The bot may have heard of the group before.
        connection.execute(chats.delete().where(chats.c.chat_id == talk.groups[BUILDING]))
        seeding.bind_chat(scope, talk.groups[BUILDING], "supergroup", place)
        return int(place)

    place: int = await talk.bot.store.write(settle)
    return place


async def lives(talk: Rehearsal, place: int, room: str, *who: str) -> int:
    """A household of that building, and who lives in it; its id."""

    def settle(connection: Connection) -> int:
        scope = talk.bot.deps.scope(connection)
        compound, zone = connection.execute(
            select(places.c.compound_id, places.c.zone).where(places.c.id == place)
        ).one()
        home = seeding.add_place(scope, place, compound, "household", room, zone)
        for one in who:
            wanted = select(persons.c.id).where(persons.c.telegram_id == talk.people[one])
            person = connection.execute(wanted).scalar()
            seeding.move_in(scope, int(person), (home, place, compound))
        return home

    made: int = await talk.bot.store.write(settle)
    return made


async def rows(talk: Rehearsal, statement: Any) -> list[Any]:
    """All rows of a query."""
    return list(await talk.bot.store.read(lambda connection: connection.execute(statement).all()))


async def card(talk: Rehearsal, where: str = BUILDING) -> str:
    """The newest poll's card as it stands."""
    return next(said for said in reversed(await talk.spoken(where)) if "征求意见" in said)


async def pictured(talk: Rehearsal, where: str = BUILDING) -> dict[str, Any]:
    """The message that brings the result, once its job is done."""
    for _ in range(200):
        await talk.quiet()
        for message in await talk.messages(where):
            if "投票结果" in (message.get("text") or message.get("caption") or ""):
                return message
        await talk.clock.sleep(0.05)
    raise AssertionError("no result")
