"""A poll under any order of taps, words, closings and second deliveries, held against ballots on paper."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import Connection, select

from domain.kernel.errors import NotFound
from domain.polls import drafting, leading, posting, voting
from domain.polls.drafts import Wording
from domain.polls.refusals import (
    HouseholdVoted,
    NothingToTakeBack,
    NotLater,
    OptionFull,
    PollClosed,
    TooManyChoices,
)
from domain.polls.rules import Option, Unit
from domain.polls.voting import Done
from storage import seeding
from storage.tables import ballots, poll_options, polls
from tests.machines.desk import CAPTAIN, GROUP, RESIDENTS, STRANGER, WORKERS, Desk

HOMES = {"501": ("an", "bo"), "502": ("cui",), "503": ("deng", "cui")}
"""Two neighbours in one household, somebody in two; nobody else lives anywhere."""

PEOPLE = [*RESIDENTS, WORKERS[0]]
CHOICES = 3
SETTLED = timedelta(seconds=2)  # the clock closes so long after the hour
SHOOK = timedelta(seconds=5)


@dataclass
class Paper:
    """One ballot on paper."""

    who: str
    options: list[int]
    at: datetime


class PollMachine(RuleBasedStateMachine):
    """Taps, words, taking back, extending, closing, the hour passing, second deliveries."""

    @initialize(
        unit=st.sampled_from(Unit),
        most=st.integers(1, 3),
        caps=st.lists(st.sampled_from([None, 1, 2]), min_size=CHOICES, max_size=CHOICES),
        crowd=st.lists(st.tuples(st.sampled_from(PEOPLE), st.integers(0, CHOICES - 1)), max_size=6),
    )
    def begin(self, unit: Unit, most: int, caps: list[int | None], crowd: list[tuple[str, int]]) -> None:
        self.desk = Desk.fresh()
        self.unit, self.most, self.caps = unit, most, caps
        self.paper: dict[str, Paper] = {}
        self.closed = False
        self.updates: list[tuple[int, str, Any, tuple[Any, ...]]] = []
        self.next_update = 100
        self.desk.write(self._move_in)
        options = tuple(Option(f"o{place}", cap) for place, cap in enumerate(caps))
        noon = datetime(2026, 11, 23, 12)
        wording = Wording("When?", options, unit, most, noon)
        self.poll = self.desk.say(1, CAPTAIN, drafting.draft, wording).answer.id
        opened = self.desk.say(2, CAPTAIN, posting.post, self.poll, GROUP)
        assert opened.refused is None
        self.closes = opened.answer.closes_at
        self.desk.fresh_outbox()
        for who, choice in crowd:
            self.tap(who, choice)

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()

    def _move_in(self, connection: Connection) -> None:
        scope, compound = self.desk.deps.scope(connection), self.desk.compound
        for room, people in HOMES.items():
            home = seeding.add_place(scope, compound, compound, "household", room, "Asia/Shanghai")
            for who in people:
                seeding.move_in(scope, self.desk.people[who], (home, compound, compound))

    def say(self, who: str, service: Any, *args: Any) -> Any:
        self.next_update += 1
        self.updates.append((self.next_update, who, service, args))
        return self.desk.say(self.next_update, who, service, *args)

    @rule(who=st.sampled_from(PEOPLE), choice=st.integers(0, CHOICES - 1))
    def tap(self, who: str, choice: int) -> None:
        said = self.say(who, voting.tap, self.poll, choice)
        if (hand := self._hand(who, said)) is None:
            return
        held, free = hand
        now, mine = self.desk.clock.at, list(held[0].options) if held else []
        if any(one.options[-1] == choice and now - one.at < SHOOK for one in held):
            after = mine
        elif choice in mine:
            after = [one for one in mine if one != choice]
        elif self.most == 1:
            after = [choice]
        elif len(mine) >= self.most:
            assert isinstance(said.refused, TooManyChoices)
            return
        else:
            after = [*mine, choice]
        self._put(who, free, after, said)

    @rule(
        who=st.sampled_from(PEOPLE),
        named=st.lists(st.integers(0, CHOICES - 1), min_size=1, max_size=CHOICES, unique=True),
    )
    def say_it(self, who: str, named: list[int]) -> None:
        chosen = tuple(named)
        self.next_update += 1
        said = self.desk.say(self.next_update, who, _say, self.poll, chosen)
        if (hand := self._hand(who, said)) is None:
            return
        if len(named) > self.most:
            assert isinstance(said.refused, TooManyChoices)
            return
        self._put(who, hand[1], named, said)

    @rule(who=st.sampled_from(PEOPLE))
    def take_back(self, who: str) -> None:
        said = self.say(who, voting.take_back, self.poll, 7)
        if (hand := self._hand(who, said)) is None:
            return
        if not hand[0]:
            assert isinstance(said.refused, NothingToTakeBack)
            return
        self._put(who, [], [], said)

    def _hand(self, who: str, said: Any) -> tuple[list[Paper], list[str]] | None:
        """The ballots and the free keys of somebody who may vote now; checks what others hear."""
        if self.closed or self.desk.clock.at >= self.closes:
            assert isinstance(said.refused, PollClosed)
            return None
        keys = [room for room, people in HOMES.items() if who in people]
        keys = keys if self.unit is Unit.HOUSEHOLD else [who]
        if not keys:
            assert said.answer.done is Done.HOMELESS
            return None
        held = [self.paper[key] for key in keys if key in self.paper and self.paper[key].who == who]
        free = [key for key in keys if key not in self.paper]
        if not held and not free:
            assert isinstance(said.refused, HouseholdVoted)
            return None
        return held, free

    def _put(self, who: str, free: list[str], after: list[int], said: Any) -> None:
        held = {key: one.options for key, one in self.paper.items() if one.who == who}
        before = held | ({key: [] for key in free} if after else {})
        touched = [key for key, options in before.items() if set(options) != set(after)]
        for place in after:
            more = sum(place not in before[key] for key in touched)
            cap = self.caps[place]
            if cap is not None and more and self._count(place) + more > cap:
                assert isinstance(said.refused, OptionFull)
                return
        assert said.refused is None
        assert said.answer.done is (Done.AGAIN if not touched else Done.NOTED if after else Done.BACK)
        for key in touched:
            if after:
                self.paper[key] = Paper(who, list(after), self.desk.clock.at)
            else:
                del self.paper[key]

    def _count(self, place: int) -> int:
        return sum(place in one.options for one in self.paper.values())

    @rule(seconds=st.sampled_from([1, 2, 4, 6, 60]))
    def a_moment(self, seconds: int) -> None:
        self.desk.clock.at += timedelta(seconds=seconds)  # no tick of the sweep yet

    @rule(how=st.sampled_from(["half", "before", "at", "after"]), really=st.integers(0, 5))
    def time_passes(self, how: str, really: int) -> None:
        if really and how != "half":
            return  # closing at once would leave little to try
        before = timedelta(microseconds=1)
        at = {"half": timedelta(hours=1, minutes=30), "before": before, "at": timedelta(), "after": -SETTLED}
        then = self.closes - at[how]
        if then <= self.desk.clock.at:
            return
        silent = self._silent()
        self.desk.fresh_outbox()
        self.desk.pass_time(then - self.desk.clock.at)
        self.closed = self.closed or self.desk.clock.at >= self.closes + SETTLED
        told = [row for row in self.desk.fresh_outbox() if row.key == "poll-reminder"]
        assert {row.destination for row in told} <= {f"person:{self.desk.people[who]}" for who in silent}

    @rule(who=st.sampled_from(PEOPLE), choice=st.integers(0, CHOICES - 1), really=st.integers(0, 3))
    def the_hour_strikes_before_the_sweep_comes(self, who: str, choice: int, really: int) -> None:
        if not really and self.desk.clock.at < self.closes:
            self.desk.clock.at = self.closes
            self.tap(who, choice)

    def _silent(self) -> set[str]:
        """Those whose vote is not there."""
        if self.unit is Unit.PERSON:
            return {who for who in RESIDENTS if who not in self.paper}
        return {who for room, people in HOMES.items() if room not in self.paper for who in people}

    @rule(days=st.sampled_from([0, 1]), really=st.integers(0, 4))
    def extend(self, days: int, really: int) -> None:
        if really:
            return
        said = self.say(CAPTAIN, leading.close_in, self.poll, days)
        wanted = self.desk.clock.at.replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(days=days)
        if wanted <= self.desk.clock.at:
            assert said.refused is not None
        elif self.closed or self.desk.clock.at >= self.closes:
            assert isinstance(said.refused, PollClosed)
        elif wanted <= self.closes:
            assert isinstance(said.refused, NotLater)
        else:
            assert said.refused is None
            self.closes = wanted

    @rule(really=st.integers(0, 9))
    def end(self, really: int) -> None:
        if really:
            return
        said = self.say(CAPTAIN, leading.end, self.poll)
        if self.closed or self.desk.clock.at >= self.closes:
            assert isinstance(said.refused, PollClosed)
        self.closed = self.closed or said.refused is None

    @rule(choice=st.integers(0, CHOICES - 1))
    def a_stranger_taps(self, choice: int) -> None:
        assert type(self.say(STRANGER, voting.tap, self.poll, choice).refused) is NotFound

    @rule(data=st.data())
    def redeliver(self, data: st.DataObject) -> None:
        if not self.updates:
            return
        update_id, who, service, args = data.draw(st.sampled_from(self.updates))
        assert not self.desk.say(update_id, who, service, *args).new

    @invariant()
    def the_papers_agree(self) -> None:
        if not hasattr(self, "closes"):
            return
        names = {person: name for name, person in self.desk.people.items()}
        kept = self.desk.rows(select(ballots))
        assert sorted((names[row.person_id], row.options) for row in kept) == sorted(
            (one.who, ",".join(map(str, one.options))) for one in self.paper.values()
        )
        tally = self.desk.rows(select(poll_options).order_by(poll_options.c.place))
        assert [row.votes for row in tally] == [self._count(place) for place in range(CHOICES)]
        assert all(row.cap is None or row.votes <= row.cap for row in tally)
        (poll,) = self.desk.rows(select(polls))
        assert poll.voters == len(self.paper)
        assert poll.state == ("closed" if self.closed else "open")


def _say(tx: Any, actor: Any, poll_id: int, chosen: tuple[int, ...]) -> Any:
    return voting.say(tx, actor, poll_id, lambda poll: chosen, 7, quietly=True)


PollMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestPolls = PollMachine.TestCase
