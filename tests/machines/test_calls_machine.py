"""A call under any order of taps, second taps and second deliveries, held against two lists on paper."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select

from domain.calls.rules import AlreadyIn, CallClosed, NotIn, Seat
from domain.calls.service import close, join, leave, open_call
from domain.kernel.errors import NotAllowed, NotFound
from storage.tables import calls, signups
from tests.machines.desk import CAPTAIN, RESIDENTS, STRANGER, WORKERS, Desk

PEOPLE = [*RESIDENTS, *WORKERS]


class CallMachine(RuleBasedStateMachine):
    """Taps in, taps out, closing, second deliveries."""

    @initialize(capacity=st.integers(1, 3), crowd=st.lists(st.sampled_from(PEOPLE), unique=True))
    def begin(self, capacity: int, crowd: list[str]) -> None:
        self.desk = Desk.fresh()
        self.capacity = capacity
        self.coming: list[str] = []
        self.waiting: list[str] = []
        self.closed = False
        self.updates: list[tuple[int, str, Any]] = []
        self.next_update = 100
        opened = self.desk.say(1, CAPTAIN, open_call, "clean-up", capacity)
        self.call = opened.answer.id
        assert [row.key for row in self.desk.fresh_outbox()] == ["card"]
        for who in crowd:
            self._joins(who)

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()

    def tap(self, who: str, service: Any) -> Any:
        self.next_update += 1
        self.updates.append((self.next_update, who, service))
        return self.desk.say(self.next_update, who, service, self.call)

    @rule(who=st.sampled_from(PEOPLE))
    def join(self, who: str) -> None:
        self._joins(who)

    def _joins(self, who: str) -> None:
        said = self.tap(who, join)
        if who in self.coming + self.waiting:
            assert isinstance(said.refused, AlreadyIn)
        elif self.closed:
            assert isinstance(said.refused, CallClosed)
        elif len(self.coming) < self.capacity:
            self.coming.append(who)
            assert said.answer.seat is Seat.CONFIRMED
        else:
            self.waiting.append(who)
            assert (said.answer.seat, said.answer.ahead) == (Seat.WAITING, len(self.waiting) - 1)
        assert self.desk.fresh_outbox() == []

    @rule(who=st.sampled_from(PEOPLE))
    def leave(self, who: str) -> None:
        said = self.tap(who, leave)
        told = self.desk.fresh_outbox()
        if who not in self.coming + self.waiting:
            assert isinstance(said.refused, NotIn)
        elif self.closed:
            assert isinstance(said.refused, CallClosed)
        elif who in self.waiting:
            self.waiting.remove(who)
            assert said.refused is None
        else:
            self.coming.remove(who)
            assert said.refused is None
            self._first_moves_up(told)
            return
        assert told == []

    def _first_moves_up(self, told: list[Any]) -> None:
        if not self.waiting:
            assert told == []
            return
        first = self.waiting.pop(0)
        self.coming.append(first)
        assert [(row.key, row.destination) for row in told] == [
            ("call-moved-up", f"person:{self.desk.people[first]}")
        ]

    @rule(who=st.sampled_from([CAPTAIN, WORKERS[0], RESIDENTS[0]]), really=st.integers(0, 5))
    def close(self, who: str, really: int) -> None:
        if really:
            return  # closing at once would leave little to try
        said = self.tap(who, close)
        if who == RESIDENTS[0]:
            assert isinstance(said.refused, NotAllowed)
        else:
            self.closed = True
            for late in [one for one in PEOPLE if one not in self.coming + self.waiting][:1]:
                self._joins(late)

    @rule()
    def a_stranger_taps(self) -> None:
        assert type(self.tap(STRANGER, join).refused) is NotFound

    @rule(data=st.data())
    def redeliver(self, data: st.DataObject) -> None:
        if not self.updates:
            return
        update_id, who, service = data.draw(st.sampled_from(self.updates))
        assert not self.desk.say(update_id, who, service, self.call).new
        assert self.desk.fresh_outbox() == []

    @invariant()
    def the_lists_agree(self) -> None:
        if not hasattr(self, "call"):
            return
        names = {person: name for name, person in self.desk.people.items()}
        kept = self.desk.rows(select(signups).order_by(signups.c.turn))
        assert sorted(names[row.person_id] for row in kept if row.seat == "confirmed") == sorted(self.coming)
        assert [names[row.person_id] for row in kept if row.seat == "waiting"] == self.waiting
        (call,) = self.desk.rows(select(calls))
        assert (call.confirmed, call.waiting) == (len(self.coming), len(self.waiting))
        assert call.confirmed <= self.capacity
        assert call.state == ("closed" if self.closed else "open")


CallMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestCalls = CallMachine.TestCase
