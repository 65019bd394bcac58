"""Where a run plays: two compounds, their people and groups, in the sandbox and in the database alike."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection

from domain.kernel.people import Role
from domain.places import codes
from domain.places.households import Code
from storage import seeding
from storage.home_codes import SqlCodes
from storage.scope import Scope
from storage.tx import TxDeps
from tests.proofs.people import People

BOT = 42
ZONE = "Asia/Shanghai"
SETTLED = 5
"""Residents of a compound who are at home from the beginning: two and two in one household, one alone."""

EMPTY, ROOMS = 201, 60
"""The first empty room's number, and how many there are."""

START = datetime.fromisoformat("2026-03-10T10:00:00+08:00")
"""A Tuesday morning, no holiday near: reports until 15:00 are promised for 18:00."""


@dataclass(slots=True)
class Compound:
    """One compound; ids of people and chats are the platform's, `id` is ours once seeded."""

    name: str
    residents: list[int] = field(default_factory=list)
    silent: list[int] = field(default_factory=list)
    """Residents whose private chat with the bot was never opened."""
    workers: list[int] = field(default_factory=list)
    captain: int = 0
    group: int = 0
    workers_chat: int | None = None
    id: int = 0
    rooms: list[str] = field(default_factory=list)
    """Rooms in which nobody lives yet: each gets one code at most, so that whom it let in can be told."""
    tokens: list[str] = field(default_factory=list)
    """What the link of a code that has expired says."""
    newcomers: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Stage:
    """Both compounds."""

    compounds: list[Compound]
    elsewhere: int
    """A group that belongs to no compound."""

    @property
    def everybody(self) -> list[int]:
        """All people, once each."""
        return [
            who
            for place in self.compounds
            for who in (*place.residents, *place.silent, *place.workers, place.captain)
        ]  # fmt: skip


async def gather(people: People, bot_id: int) -> Stage:
    """Make the people and groups. The first compound's workers share a room, the second's hear in private."""
    first = await _gather(people, bot_id, Compound("竹园"), residents=9, silent=3, workers=3)
    room = [bot_id, *first.workers]
    first.workers_chat = await people.group("group", "竹园物业", room, [bot_id, first.workers[0]])
    second = await _gather(people, bot_id, Compound("梅园"), residents=5, silent=2, workers=2)
    elsewhere = await people.group("group", "别处", [bot_id, first.captain], [first.captain])
    return Stage([first, second], elsewhere)


async def _gather(
    people: People, bot_id: int, place: Compound, *, residents: int, silent: int, workers: int
) -> Compound:
    place.residents = [await people.person(f"{place.name}居民{n}") for n in range(residents)]
    place.silent = [await people.person(f"{place.name}邻居{n}") for n in range(silent)]
    place.workers = [await people.person(f"{place.name}师傅{n}") for n in range(workers)]
    place.captain = await people.person(f"{place.name}楼长", "en")
    members = [bot_id, place.captain, *place.residents, *place.silent, *place.workers]
    place.group = await people.group("supergroup", place.name, members, [bot_id, place.captain])
    return place


def seeded(stage: Stage, deps: TxDeps) -> Callable[[Connection], None]:
    """Work that puts the same into the database."""

    def work(connection: Connection) -> None:
        scope = deps.scope(connection)
        for place in stage.compounds:
            _seed(scope, place)

    return work


def _seed(scope: Scope, place: Compound) -> None:
    place.id = seeding.add_compound(scope, place.name, ZONE)
    body = seeding.add_body(scope, place.id, "property", f"{place.name}物业", "010-1234")
    persons = {
        who: seeding.add_person(scope, who, f"{place.name}{n}", "zh-CN") for n, who in enumerate(_all(place))
    }
    for who in (*place.residents, *place.silent, place.captain):
        seeding.grant(scope, persons[who], Role.RESIDENT, place.id, place.id)
    for who in place.workers:
        seeding.grant(scope, persons[who], Role.WORKER, place.id, place.id, body)
    seeding.grant(scope, persons[place.captain], Role.CAPTAIN, place.id, place.id)
    seeding.name_duty(scope, place.id, body, persons[place.workers[0]])
    seeding.bind_chat(scope, place.group, "supergroup", place.id)
    if place.workers_chat is not None:
        seeding.bind_chat(scope, place.workers_chat, "group", place.id, "workers")
    _house(scope, place, persons)


def _house(scope: Scope, place: Compound, persons: dict[int, int]) -> None:
    """A building: two households of two, one of one, empty rooms, and a code that has expired."""
    building = seeding.add_place(scope, place.id, place.id, "building", "1号楼", ZONE)
    for number, who in enumerate(place.residents[:SETTLED]):
        if number % 2 == 0:
            room = seeding.add_place(scope, building, place.id, "household", f"10{number}", ZONE)
        seeding.move_in(scope, persons[who], (room, building, place.id))
    place.rooms = [str(EMPTY + number) for number in range(ROOMS)]
    for name in place.rooms:
        room = seeding.add_place(scope, building, place.id, "household", name, ZONE)
    expired = Code(scope.new_id(), room, place.id, persons[place.captain], scope.now - timedelta(hours=1))
    token = codes.token(scope.new_nonce())
    SqlCodes(scope).add_code(expired, token)
    place.rooms.pop()
    place.tokens.append(f"h-{token}")


def _all(place: Compound) -> list[int]:
    return [*place.residents, *place.silent, *place.workers, place.captain]
