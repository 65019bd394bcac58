"""A call with a time under any order of taps, hours and sweeps, held against lists and a clock on paper."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from domain.calls.changes import retime
from domain.calls.rules import AlreadyIn, BadTime, CallClosed, NotIn, Wish
from domain.calls.service import join, leave, open_wish
from storage.tables import calls, signups
from tests.machines.desk import CAPTAIN, MONDAY, RESIDENTS, WORKERS, Desk

PEOPLE = [*RESIDENTS, *WORKERS]
LOCAL = timedelta(hours=8)
"""Shanghai; there is no summer time."""

Told = tuple[str, str]
"""A message: its key, and who gets it."""


def awake(at: datetime) -> datetime:
    """`at`, or the next eight o'clock where that is between half past nine and eight."""
    local = at + LOCAL
    minutes = local.hour * 60 + local.minute
    if 8 * 60 <= minutes < 21 * 60 + 30:
        return at
    day = local.replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(days=int(minutes >= 12 * 60))
    return day - LOCAL


@dataclass
class Paper:
    """The call as somebody would keep it by hand; instants are UTC."""

    capacity: int
    start: datetime
    coming: list[str] = field(default_factory=list)
    asked: list[tuple[str, datetime]] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    closed: bool = False
    told: list[Told] = field(default_factory=list)
    bells: list[tuple[datetime, str]] = field(default_factory=list)

    def wind(self, now: datetime) -> None:
        """Set the bells of this beginning."""
        local = self.start + LOCAL
        eve = local.replace(hour=19, minute=0, second=0, microsecond=0) - timedelta(days=1) - LOCAL
        hour = awake(self.start - timedelta(hours=1))
        self.bells = [bell for bell in ((eve, "eve"), (hour, "hour")) if bell[0] > now]
        self.bells.append((self.start, "start"))

    def pass_on(self, now: datetime) -> None:
        """A free place to the first who waits."""
        if not self.waiting:
            return
        first, heard = self.waiting.pop(0), awake(now)
        if self.start - heard < timedelta(hours=3):
            self.coming.append(first)
            self.told.append(("call-moved-up", first))
        else:
            until = min(heard + timedelta(hours=12), self.start - timedelta(hours=2))
            self.asked.append((first, until))
            self.told.append(("call-offered", first))

    def lapse(self, now: datetime) -> None:
        """Offers that have run out, in their order."""
        if self.start <= now:
            return
        for who, until in list(self.asked):
            if until <= now:
                self.asked.remove((who, until))
                self.told.append(("call-offer-lapsed", who))
                self.pass_on(now)

    def sweep(self, now: datetime) -> None:
        """What the clock does."""
        for at, bell in sorted([*self.bells, *((until, "lapse") for _, until in self.asked)]):
            if at <= now:
                self._ring(bell, now)
        self.bells = [(at, bell) for at, bell in self.bells if at > now]

    def _ring(self, bell: str, now: datetime) -> None:
        heard = awake(now)  # who is told at night by a late clock hears it in the morning
        begun = self.start <= heard
        late_eve = bell == "eve" and self.start - timedelta(hours=1) <= heard
        if bell == "lapse":
            self.lapse(now)
        elif bell == "start":
            self.closed, self.asked = True, []
        elif not begun and not late_eve:
            self.told += [("call-remind", who) for who in self.coming]

    def seat(self, who: str) -> str | None:
        """Where somebody stands."""
        if who in self.coming:
            return "coming"
        if who in self.waiting:
            return "waiting"
        return "asked" if any(one == who for one, _ in self.asked) else None


class OfferMachine(RuleBasedStateMachine):
    """Taps, hours with and without a sweep, another time, second deliveries."""

    @initialize(
        capacity=st.integers(1, 2),
        ahead=st.integers(2, 72),
        crowd=st.lists(st.sampled_from(PEOPLE), unique=True, min_size=3),
    )
    def begin(self, capacity: int, ahead: int, crowd: list[str]) -> None:
        self.desk = Desk.fresh()
        self.paper = Paper(capacity, MONDAY + timedelta(hours=ahead))
        self.updates: list[tuple[int, str, Any, tuple[Any, ...]]] = []
        self.next_update = 100
        wish = Wish("clean-up", capacity, self.local(self.paper.start))
        self.call = self.desk.say(1, CAPTAIN, open_wish, wish).answer.id
        self.paper.wind(MONDAY)
        assert [row.key for row in self.desk.fresh_outbox()] == ["card", "call-posted"]
        for who in crowd:
            self.join(who)

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()

    @property
    def now(self) -> datetime:
        return self.desk.clock.now()

    def local(self, at: datetime) -> datetime:
        return (at + LOCAL).replace(tzinfo=None)

    def tap(self, who: str, service: Any, *more: Any) -> Any:
        self.next_update += 1
        self.updates.append((self.next_update, who, service, more))
        return self.desk.say(self.next_update, who, service, self.call, *more)

    def heard(self) -> list[Told]:
        names = {f"person:{person}": name for name, person in self.desk.people.items()}
        rows = [row for row in self.desk.fresh_outbox() if row.key not in ("card", "toast")]
        return [(row.key, names[row.destination.partition("@")[0]]) for row in rows]

    @rule(who=st.sampled_from(PEOPLE))
    def join(self, who: str) -> None:
        said, after = self.tap(who, join), deepcopy(self.paper)
        after.lapse(self.now)
        begun, seat = after.closed or after.start <= self.now, after.seat(who)
        if seat in ("coming", "waiting"):
            assert isinstance(said.refused, AlreadyIn)
        elif begun:
            assert isinstance(said.refused, CallClosed)
        else:
            after.asked = [one for one in after.asked if one[0] != who]
            taken = len(after.coming) + len(after.asked)
            (after.coming if seat == "asked" or taken < after.capacity else after.waiting).append(who)
            self._becomes(said, after)
        assert self.heard() == self._said()

    @rule(who=st.sampled_from(PEOPLE))
    def leave(self, who: str) -> None:
        said, after = self.tap(who, leave), deepcopy(self.paper)
        after.lapse(self.now)
        seat = after.seat(who)
        if seat is None:
            assert isinstance(said.refused, NotIn)
        elif after.closed or after.start <= self.now:
            assert isinstance(said.refused, CallClosed)
        else:
            after.asked = [one for one in after.asked if one[0] != who]
            after.coming = [one for one in after.coming if one != who]
            after.waiting = [one for one in after.waiting if one != who]
            if seat != "waiting":
                after.pass_on(self.now)
            self._becomes(said, after)
        assert self.heard() == self._said()

    @precondition(lambda self: hasattr(self, "paper") and bool(self.paper.coming and self.paper.waiting))
    @rule(data=st.data())
    def a_place_becomes_free(self, data: st.DataObject) -> None:
        self.leave(data.draw(st.sampled_from(self.paper.coming)))

    @precondition(lambda self: hasattr(self, "paper") and bool(self.paper.asked))
    @rule(data=st.data())
    def somebody_comes_while_another_is_asked(self, data: st.DataObject) -> None:
        outside = [who for who in PEOPLE if self.paper.seat(who) is None]
        if outside:
            self.join(data.draw(st.sampled_from(outside)))

    def _becomes(self, said: Any, after: Paper) -> None:
        assert said.refused is None
        self.paper = after

    def _said(self) -> list[Told]:
        told, self.paper.told = self.paper.told, []
        return told

    @rule(minutes=st.sampled_from([5, 30, 60, 150, 360, 740]))
    def time_passes(self, minutes: int) -> None:
        self.desk.pass_time(timedelta(minutes=minutes))
        self.paper.sweep(self.now)
        assert sorted(self.heard()) == sorted(self._said())

    @rule(minutes=st.sampled_from([60, 600]))
    def the_sweep_is_late(self, minutes: int) -> None:
        self.desk.clock.at += timedelta(minutes=minutes)

    @precondition(lambda self: hasattr(self, "paper") and not self.paper.asked)
    @rule(hours=st.integers(-3, 40))
    def another_time(self, hours: int) -> None:
        start = self.now + timedelta(hours=hours)
        said = self.tap(CAPTAIN, retime, self.local(start), None)
        if self.paper.closed or self.paper.start <= self.now:
            assert isinstance(said.refused, CallClosed)
        elif hours <= 0:
            assert isinstance(said.refused, BadTime)
        else:
            assert said.refused is None
            self.paper.start = start
            self.paper.wind(self.now)
            seated = [*self.paper.coming, *self.paper.waiting]
            self.paper.told += [("call-retimed", who) for who in seated]
        assert sorted(self.heard()) == sorted(self._said())

    @rule(data=st.data())
    def redeliver(self, data: st.DataObject) -> None:
        if not self.updates:
            return
        update_id, who, service, more = data.draw(st.sampled_from(self.updates))
        assert not self.desk.say(update_id, who, service, self.call, *more).new
        assert self.desk.fresh_outbox() == []

    @invariant()
    def the_lists_agree(self) -> None:
        if not hasattr(self, "call"):
            return
        names = {person: name for name, person in self.desk.people.items()}
        kept = self.desk.rows(select(signups).order_by(signups.c.turn))
        seats = {
            seat: [names[row.person_id] for row in kept if row.seat == seat]
            for seat in ("confirmed", "offered", "waiting")
        }
        assert sorted(seats["confirmed"]) == sorted(self.paper.coming)
        assert seats["offered"] == [who for who, _ in self.paper.asked]
        assert seats["waiting"] == self.paper.waiting
        (call,) = self.desk.rows(select(calls))
        taken = len(seats["confirmed"]) + len(seats["offered"])
        assert taken <= call.capacity
        assert taken == call.capacity or not seats["waiting"] or call.state != "open"
        assert (call.confirmed, call.offered, call.waiting) == tuple(map(len, seats.values()))


OfferMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestOffers = OfferMachine.TestCase
