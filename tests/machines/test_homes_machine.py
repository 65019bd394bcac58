"""Codes and residencies under any order of taps, by whoever, held against a caretaker's book on paper."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from domain.kernel.errors import DomainError
from domain.places import codes, homes, leaving
from domain.places.households import Kind
from storage.tables import grants, home_codes, residencies
from tests.machines.block import Block, token_of
from tests.machines.desk import Desk

PEOPLE = ("an", "bo", "zhao", "qian", "wang", "stranger")
INVITES = {"zhao": (1, 2), "wang": (1, 2), "qian": ()}
"""Who may invite into and vouch for which units."""

DAY, TWO_WEEKS, TEN = timedelta(days=1), timedelta(days=14), timedelta(minutes=10)


@dataclass
class Home:
    """A residency as a caretaker writes it down; a line drawn through it is `current` no more."""

    id: int
    who: str
    unit: int
    asked: datetime
    code: int | None
    state: str = "choosing"
    left: datetime | None = None
    current: bool = True

    @property
    def stands(self) -> bool:
        return self.current and self.left is None and self.state in ("pending", "confirmed", "paused")

    @property
    def lives(self) -> bool:
        return self.stands and self.state == "confirmed"


@dataclass
class Code:
    token: str
    unit: int
    until: datetime
    used: bool = False


class HomeMachine(RuleBasedStateMachine):
    """Inviting, coming in, vouching, objecting, leaving, taking it back, time passing."""

    @initialize()
    def begin(self) -> None:
        self.desk = Desk.fresh()
        self.block = Block(self.desk)
        self.homes: list[Home] = []
        self.codes: list[Code] = []
        self.update = 10

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()

    def say(self, who: str, service: Any, *args: Any, **more: Any) -> Any:
        """The answer, or the refusal."""
        self.update += 1
        said = self.desk.say(self.update, who, lambda tx, actor: service(tx, actor, *args, **more))
        return said.refused if said.refused is not None else said.answer

    def expect(self, allowed: bool, outcome: Any) -> Any:
        assert isinstance(outcome, DomainError) is not allowed, (allowed, outcome)
        return outcome

    def members(self, unit: int) -> list[str]:
        return [one.who for one in self.homes if one.lives and one.unit == unit]

    @rule(who=st.sampled_from(PEOPLE), unit=st.sampled_from([1, 2]))
    def invite(self, who: str, unit: int) -> None:
        made = self.say(who, codes.make, f"3-{unit}-501")
        if not isinstance(self.expect(unit in INVITES.get(who, ()), made), DomainError):
            token = self.desk.write(lambda c: token_of(self.desk, c, made[0].id))
            self.codes.append(Code(token, unit, self.desk.clock.at + TWO_WEEKS))

    def start(self, who: str, unit: int, code: int | None, outcome: Any) -> None:
        mine = [one for one in self.homes if one.who == who and one.unit == unit and one.current]
        for one in mine:
            one.current = False
        self.homes.append(Home(outcome.id, who, unit, self.desk.clock.at, code))

    @precondition(lambda self: self.codes)
    @rule(who=st.sampled_from(PEOPLE), data=st.data())
    def follow(self, who: str, data: st.DataObject) -> None:
        self.followed(who, data.draw(st.integers(0, len(self.codes) - 1)))

    def followed(self, who: str, number: int) -> None:
        code = self.codes[number]
        there = [one for one in self.homes if one.stands and (one.who, one.unit) == (who, code.unit)]
        fresh = not code.used and self.desk.clock.at < code.until
        outcome = self.expect(fresh and not there, self.say(who, homes.open_code, code.token))
        if not isinstance(outcome, DomainError):
            self.start(who, code.unit, number, outcome)

    @rule(
        crowd=st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True),
        unit=st.sampled_from([1, 2]),
        known=st.sampled_from([True, True, False]),
        by=st.sampled_from(["zhao", "zhao", "wang"]),
    )
    def come_in(self, crowd: list[str], unit: int, known: bool, by: str) -> None:
        """Some people follow one code, all answer, and whoever got in is vouched for, or not."""
        self.invite("wang", unit)
        begun = len(self.homes)
        for who in crowd:
            self.followed(who, len(self.codes) - 1)
        for home in self.homes[begun:]:
            self.chosen(home, home.who, Kind.TENANT)
            self.vouched(home, by, known)

    @rule(unit=st.sampled_from([1, 2]), kind=st.sampled_from(Kind))
    def family_comes_in(self, unit: int, kind: Kind) -> None:
        """Two people, a code each, so that there is somebody to object."""
        for who in ("an", "bo"):
            self.invite("zhao", unit)
            before = len(self.homes)
            self.followed(who, len(self.codes) - 1)
            for home in self.homes[before:]:
                self.chosen(home, who, kind)
                self.vouched(home, "zhao", known=True)

    @precondition(lambda self: any(one.stands for one in self.homes))
    @rule(
        data=st.data(),
        back=st.sampled_from([True, True, False]),
        after=st.sampled_from([TEN / 2, TEN, TEN * 2]),
    )
    def go_and_come_back(self, data: st.DataObject, back: int, after: timedelta) -> None:
        """Somebody leaves, and may change their mind."""
        standing = [one for one in self.homes if one.stands]
        home = data.draw(st.sampled_from([one for one in standing if one.lives] * 4 + standing))
        self.gone(home, home.who)
        self.pass_time(after)
        if back:
            self.back(home, home.who)

    @rule(who=st.sampled_from(PEOPLE[:-1]), unit=st.sampled_from([1, 2]))
    def claim(self, who: str, unit: int) -> None:
        mine = [one for one in self.homes if one.current and (one.who, one.unit) == (who, unit)]
        barred = any(one.stands or one.state == "refused" for one in mine)
        outcome = self.expect(not barred, self.say(who, homes.say_room, f"3-{unit}-501"))
        if not isinstance(outcome, DomainError):
            self.start(who, unit, None, outcome)

    def drawn(self, data: st.DataObject) -> Home:
        """Mostly one of those that matter now."""
        return data.draw(st.sampled_from([one for one in self.homes if one.current] * 3 + self.homes))

    def choice(self, data: st.DataObject, home: Home) -> str:
        """Mostly whom the button was meant for."""
        return data.draw(st.sampled_from((home.who,) * 2 * len(PEOPLE) + PEOPLE))

    @precondition(lambda self: self.homes)
    @rule(data=st.data(), kind=st.sampled_from(Kind))
    def choose(self, data: st.DataObject, kind: Kind) -> None:
        home = self.drawn(data)
        self.chosen(home, self.choice(data, home), kind)

    def chosen(self, home: Home, who: str, kind: Kind) -> None:
        code = self.codes[home.code] if home.code is not None else None
        usable = code is None or (not code.used and self.desk.clock.at < code.until)
        allowed = who == home.who and home.current and home.state == "choosing" and usable
        self.expect(allowed, self.say(who, homes.choose, home.id, kind))
        if allowed:
            home.state, home.asked = "pending", self.desk.clock.at
            if code is not None:
                code.used = True

    @precondition(lambda self: self.homes)
    @rule(data=st.data(), known=st.booleans(), who=st.sampled_from(("wang", "wang", "zhao", *PEOPLE)))
    def vouch(self, data: st.DataObject, known: bool, who: str) -> None:
        self.vouched(self.drawn(data), who, known)

    def vouched(self, home: Home, who: str, known: bool) -> None:
        right = home.unit in INVITES.get(who, ()) and who != home.who
        captains_day = who == "wang" and home.who != "zhao" and self.desk.clock.at < home.asked + DAY
        open_now = home.stands and home.state in ("pending", "paused")
        allowed = right and open_now and not captains_day
        self.expect(allowed, self.say(who, homes.vouch, home.id, known=known))
        if allowed:
            home.state = "confirmed" if known else "refused"

    @precondition(lambda self: self.homes)
    @rule(data=st.data())
    def doubt(self, data: st.DataObject) -> None:
        home = self.drawn(data)
        beside = [who for who in self.members(home.unit) if who != home.who]
        self.doubted(home, data.draw(st.sampled_from((*beside, *beside, *beside, *PEOPLE))))

    @precondition(lambda self: any(len(self.members(unit)) > 1 for unit in (1, 2)))
    @rule(data=st.data())
    def neighbour_doubts(self, data: st.DataObject) -> None:
        unit = next(unit for unit in (1, 2) if len(self.members(unit)) > 1)
        one, other = data.draw(st.permutations(self.members(unit)))[:2]
        home = next(home for home in self.homes if home.lives and (home.who, home.unit) == (one, unit))
        self.doubted(home, other)

    def doubted(self, home: Home, who: str) -> None:
        beside = who != home.who and who in self.members(home.unit)
        allowed = beside and home.stands and home.state != "paused"
        self.expect(allowed, self.say(who, homes.object_to, home.id))
        if allowed:
            home.state = "paused"

    @precondition(lambda self: self.homes)
    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        home = self.drawn(data)
        self.gone(home, self.choice(data, home))

    def gone(self, home: Home, who: str) -> None:
        allowed = who == home.who and home.stands
        self.expect(allowed, self.say(who, leaving.leave, home.id))
        if allowed:
            home.left = self.desk.clock.at

    @precondition(lambda self: self.homes)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        home = self.drawn(data)
        self.back(home, self.choice(data, home))

    def back(self, home: Home, who: str) -> None:
        in_time = home.left is not None and self.desk.clock.at - home.left <= TEN
        allowed = who == home.who and home.current and in_time
        self.expect(allowed, self.say(who, leaving.undo, home.id))
        if allowed:
            home.left = None

    @rule(by=st.sampled_from([TEN / 2, TEN, DAY / 2, DAY, TWO_WEEKS / 2]))
    def pass_time(self, by: timedelta) -> None:
        self.desk.pass_time(by)

    @invariant()
    def the_book_agrees(self) -> None:
        if not hasattr(self, "desk"):
            return
        self.look()

    def look(self) -> None:
        rows = {row.id: row for row in self.desk.rows(select(residencies))}
        assert {one.id: one.state for one in self.homes if one.current} == {
            number: row.state for number, row in rows.items()
        }
        used = [row.used for row in self.desk.rows(select(home_codes).order_by(home_codes.c.id))]
        assert used == [code.used for code in self.codes]
        for unit in (1, 2):
            ids = {self.desk.people[who] for who in self.members(unit)}
            assert set(self.block.members(self.block.rooms[unit])) == ids
            units = grants.c.place_id == self.block.units[unit - 1]
            held = {person for (person,) in self.desk.rows(select(grants.c.person_id).where(units))}
            assert held == ids
        for row in rows.values():
            if row.state == "confirmed":
                assert row.verified_by in (self.desk.people["zhao"], self.desk.people["wang"])
                assert row.verified_by != row.person_id


TestHomes = HomeMachine.TestCase
TestHomes.settings = settings(max_examples=50, stateful_step_count=30, deadline=None)
