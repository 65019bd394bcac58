"""The schedule against a strict server: no latency whatever makes it see one message too many."""

import heapq
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.lanes import Send
from bot.delivery.limits import Ceilings, Learned, Window
from bot.delivery.schedule import Schedule
from bot.sandbox.limits import Limits, Windows

PLAIN = Ceilings(credit=0.0)


@dataclass
class Wire:
    """The server's windows, and calls on their way, in virtual time."""

    schedule: Schedule
    legs: Callable[[], tuple[float, float]]
    windows: Windows = field(default_factory=lambda: Windows(Limits()))
    events: list[tuple[float, int, Callable[[float], None]]] = field(default_factory=list)
    order: itertools.count = field(default_factory=itertools.count)
    refused: int = 0
    left: list[tuple[float, Send]] = field(default_factory=list)
    flying: set[int] = field(default_factory=set)

    def later(self, at: float, what: Callable[[float], None]) -> None:
        heapq.heappush(self.events, (at, next(self.order), what))

    def run(self, until: float) -> None:
        self.later(0.0, lambda _now: None)
        while self.events and self.events[0][0] <= until:
            now, _order, what = heapq.heappop(self.events)
            what(now)
            for send in self.schedule.next_sends(now):
                assert send.chat_id not in self.flying, "two in flight in one chat"
                self.flying.add(send.chat_id)
                self.left.append((now, send))
                out, back = self.legs()
                self.later(
                    now + out, lambda at, send=send, back=back, now=now: self._reach(send, back, now, at)
                )
            wake = self.schedule.wake_at(now)
            assert wake is None or wake > now, "it would wake for nothing"
            if wake is not None and (not self.events or wake < self.events[0][0]):
                self.later(wake, lambda _now: None)

    def _reach(self, send: Send, back: float, started: float, now: float) -> None:
        flood = self.windows.take(send.chat_id, is_group=send.chat_id < 0, now=now, count=send.count)
        self.refused += flood is not None
        self.later(now + back, lambda at: self._answer(send, started, at))

    def _answer(self, send: Send, started: float, now: float) -> None:
        self.flying.discard(send.chat_id)
        self.schedule.answered(send, now, now - started)


Sends = st.lists(
    st.tuples(
        st.sampled_from([-1_000_000_000_001, -1_000_000_000_002, 11, 12, 13, 14]),
        st.integers(0, 2),
        st.sampled_from([1, 1, 1, 2, 10]),
        st.floats(0.0, 30.0),
    ),
    min_size=1,
    max_size=120,
)


@settings(max_examples=60, deadline=None)
@given(sends=Sends, seed=st.integers(0, 2**32), slowest=st.floats(0.0, 5.0))
def test_whatever_the_latency_the_server_refuses_nothing(
    sends: list[tuple[int, int, int, float]], seed: int, slowest: float
) -> None:
    schedule, dice = Schedule(PLAIN), random.Random(seed)
    wire = Wire(schedule, lambda: (dice.uniform(0.0, slowest), dice.uniform(0.0, slowest)))
    for number, (chat, priority, count, at) in enumerate(sends):
        send = Send(number, chat, priority, count=count)
        wire.later(at, lambda now, send=send: schedule.add(send, now))
    wire.run(4000.0)
    assert wire.refused == 0
    assert len(wire.left) == len(sends)
    assert not schedule.busy(4000.0)


@settings(max_examples=60, deadline=None)
@given(sends=Sends)
def test_a_chat_gets_its_messages_by_priority_and_age(sends: list[tuple[int, int, int, float]]) -> None:
    schedule = Schedule(PLAIN)
    for number, (chat, priority, count, _at) in enumerate(sends):
        schedule.add(Send(number, chat, priority, count=count), 0.0)
    wire = Wire(schedule, lambda: (0.01, 0.01))
    wire.run(4000.0)
    for chat in {chat for chat, *_rest in sends}:
        orders = [send.order for _at, send in wire.left if send.chat_id == chat]
        assert orders == sorted(orders)


def test_thirty_a_second_and_no_thirty_first() -> None:
    schedule = Schedule(PLAIN)
    for number in range(100):
        schedule.add(Send(number, number + 1, 2), 0.0)
    assert len(schedule.next_sends(0.0)) == 30
    assert schedule.wake_at(0.0) is None
    for number in range(30):
        schedule.answered(Send(number, number + 1, 2), 0.5)
    assert schedule.next_sends(1.49) == []
    assert len(schedule.next_sends(1.5)) == 30


def test_an_answer_overtakes_a_broadcast() -> None:
    schedule = Schedule(PLAIN)
    for number in range(1000):
        schedule.add(Send(number, number + 1, 2), 0.0)
    schedule.add(Send(5000, 5000, 0), 0.0)
    assert schedule.next_sends(0.0)[0].id == 5000


def test_a_blocked_group_holds_nobody_else_up() -> None:
    schedule = Schedule(PLAIN)
    for number in range(50):
        schedule.add(Send(number, -1_000_000_000_001, 0), 0.0)
    schedule.add(Send(99, 7, 2), 0.0)
    left = [send.id for now in (0.0, 0.02) for send in schedule.next_sends(now)]
    assert left == [0, 99]


def test_a_group_keeps_two_of_twenty_for_answers() -> None:
    schedule, sent, now = Schedule(PLAIN), 0, 0.0
    for number in range(50):
        schedule.add(Send(number, -1_000_000_000_001, 1), now)
    while now < 55.0:
        for send in schedule.next_sends(now):
            sent += 1
            schedule.answered(send, now)
        now += 0.5
    assert sent == 18
    schedule.add(Send(99, -1_000_000_000_001, 0), now)
    assert [send.id for send in schedule.next_sends(now)] == [99]


def test_retry_after_stops_that_chat_and_no_other() -> None:
    schedule = Schedule(PLAIN)
    first, other = Send(1, 11, 0), Send(2, 12, 0)
    schedule.add(first, 0.0)
    (out,) = schedule.next_sends(0.0)
    schedule.refused(out, 0.1, 30.0)
    schedule.add(first, 0.1)
    schedule.add(other, 0.1)
    assert schedule.next_sends(0.2) == [other]
    schedule.answered(other, 0.3)
    assert schedule.next_sends(30.0) == []
    assert schedule.next_sends(30.2) == [first]


def test_refusals_in_two_chats_stop_everybody() -> None:
    schedule = Schedule(PLAIN)
    sends = [Send(number, 10 + number, 0) for number in range(3)]
    for send in sends[:2]:
        schedule.add(send, 0.0)
    for send in schedule.next_sends(0.0):
        schedule.refused(send, 0.1, 5.0)
    schedule.add(sends[2], 0.2)
    assert schedule.next_sends(1.0) == []
    assert schedule.next_sends(5.2) == [sends[2]]


def test_a_ceiling_comes_down_by_a_twentieth_and_grows_back_by_the_minute() -> None:
    learned = Learned()
    learned.refused(0.0)
    assert learned.share(59.0) == 0.95
    assert abs(learned.share(61.0) - 0.96) < 1e-9
    assert learned.share(600.0) == 1.0
    window = Window(30, 1.0)
    window.learned.refused(0.0)
    window.start(30)
    window.end(0.0, 30)
    assert window.free_at(0.0) > 1.05


def test_while_the_platform_is_doubted_one_at_a_time_asks() -> None:
    schedule = Schedule(PLAIN)
    for number in range(10):
        schedule.add(Send(number, number + 1, 0), 0.0)
    schedule.rest(1.0, cautious=True)
    assert schedule.next_sends(0.5) == []
    (one,) = schedule.next_sends(1.0)
    assert schedule.next_sends(1.1) == []
    schedule.cautious = False
    schedule.answered(one, 1.2)
    assert len(schedule.next_sends(1.2)) == 9


def test_nothing_passes_a_row_in_doubt_in_its_chat() -> None:
    schedule = Schedule(PLAIN)
    doubt = Send(1, 11, 0, "probe")
    schedule.add(Send(2, 11, 0), 0.0)
    schedule.add(Send(3, 12, 0), 0.0)
    schedule.hold(doubt, 60.0, 0.0)
    assert [send.id for send in schedule.next_sends(0.0)] == [3]
    assert schedule.wake_at(0.0) == 60.0
    assert schedule.next_sends(60.0) == [doubt]
    schedule.answered(doubt, 60.1)
    assert [send.id for send in schedule.next_sends(61.2)] == [2]


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32), least=st.floats(0.02, 0.5))
def test_a_quarter_of_the_round_trip_back_refuses_nothing_on_a_steady_road(seed: int, least: float) -> None:
    """The assumption behind `credit`: both ways together take at least half of the smallest round trip."""
    schedule, dice = Schedule(Ceilings()), random.Random(seed)
    wire = Wire(schedule, lambda: (dice.uniform(0.5, 2.0) * least / 2, dice.uniform(0.5, 2.0) * least / 2))
    for number in range(400):
        schedule.add(Send(number, number + 1, 2), 0.0)
    wire.run(60.0)
    assert wire.refused == 0
