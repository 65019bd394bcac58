"""One building with two units on a desk: households to come into, captains who may say who lives there."""

from itertools import count
from typing import Any

from sqlalchemy import Connection, select

from domain.kernel.people import Role
from domain.places import codes, homes
from domain.places.households import Kind
from storage import seeding
from storage.tables import grants, home_codes
from storage.tx import transaction
from tests.machines.desk import Desk

NUMBERS = count(10_000)


class Block:
    """One building with two units and a captain of its own, beside another building without one."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.people = dict(desk.people)  # the template's are everybody's
        desk.write(self._build)

    def _build(self, connection: Connection) -> None:
        scope, home = self.desk.deps.scope(connection), self.desk.compound
        place = lambda parent, level, name: seeding.add_place(  # noqa: E731
            scope, parent, home, level, name, "Asia/Shanghai"
        )
        self.building = place(home, "building", "3号楼")
        self.units = [place(self.building, "unit", f"{number}单元") for number in (1, 2)]
        self.rooms = {unit: place(self.units[unit - 1], "household", "501") for unit in (1, 2)}
        self.other = place(home, "building", "1号楼")
        self.far = place(self.other, "household", "101")
        self.desk._add(scope, "zhao", Role.CAPTAIN, home)
        self.desk._add(scope, "qian", Role.CAPTAIN, home)
        moved = {"zhao": self.building, "qian": self.other}
        connection.execute(grants.delete().where(grants.c.person_id == self.desk.people["captain"]))
        for who, where in moved.items():
            held = grants.c.person_id == self.desk.people[who]
            connection.execute(grants.update().where(held).values(place_id=where, compound_id=home))

    def token(self, who: str = "zhao", room: str = "3-2-501") -> str:
        (code,) = say(self.desk, who, codes.make, room)
        return self.desk.write(lambda c: token_of(self.desk, c, code.id))

    def begun(self, who: str, room: str = "3-2-501") -> Any:
        return say(self.desk, who, homes.open_code, self.token(room=room))

    def asked(self, who: str, kind: Kind = Kind.TENANT) -> Any:
        return say(self.desk, who, homes.choose, self.begun(who).id, kind)

    def settled(self, who: str) -> Any:
        return say(self.desk, "zhao", lambda tx, a, i: homes.vouch(tx, a, i, known=True), self.asked(who).id)

    def homes_of(self, who: str, within: int) -> tuple[int, ...]:
        work = transaction(self.desk.deps, lambda tx: tx.homes.households_of(self.desk.people[who], within))
        return self.desk.write(work)

    def members(self, household: int) -> tuple[int, ...]:
        return self.desk.write(transaction(self.desk.deps, lambda tx: tx.homes.members(household)))


def token_of(desk: Desk, connection: Connection, code_id: int) -> str:
    sealed = connection.execute(select(home_codes.c.token).where(home_codes.c.id == code_id)).scalar()
    return desk.deps.vault.open_transient("home_codes", "token", code_id, sealed).decode()


def say(desk: Desk, who: str, service: Any, *args: Any) -> Any:
    said = desk.say(next(NUMBERS), who, service, *args)
    if said.refused is not None:
        raise said.refused
    return said.answer
