"""The ladder under any order of steps, pauses, moved hours and racing sweeps, held against a clerk.

The clerk knows only the working week, the delays and what time has passed while a case was in work.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select, update

from bot.sweep import Sweep
from domain.cases import ladder
from domain.cases.intake import report
from domain.cases.rules import Draft
from domain.cases.service import ById, act
from domain.cases.table import Action
from storage.tables import case_rungs, cases, due
from storage.tx import transaction
from tests.machines.desk import RESIDENTS, Desk
from tests.services.test_cases import say

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOURS = {"over": 0, "lead": 2, "committee": 8, "street": 24}  # of working time after the hour
CLIMBING = ("filed", "taken")
LATE = timedelta(minutes=15)
MOST = 2


def worked(start: datetime, hours: int) -> datetime:
    """So many working hours later, counted minute by minute: Monday to Friday, nine to six."""
    at, left = start, hours * 60
    while left:
        local = at.astimezone(SHANGHAI)
        if local.weekday() < 5 and 9 <= local.hour < 18:
            left -= 1
            at += timedelta(minutes=1)
        elif local.hour >= 18 or local.weekday() >= 5:
            at = (local + timedelta(days=1)).replace(hour=0, minute=0).astimezone(at.tzinfo)
        else:
            at = local.replace(hour=9, minute=0).astimezone(at.tzinfo)
    return at


@dataclass
class Clerk:
    """One case on paper: what is still to come in this round, and what each round has climbed."""

    id: int
    reporter: str
    state: str
    due: datetime
    round: int = 0
    ahead: dict[str, datetime] = field(default_factory=dict)
    climbed: set[tuple[int, str]] = field(default_factory=set)
    alone: set[tuple[int, str]] = field(default_factory=set)  # told in time, by a message of its own

    def plan(self, now: datetime) -> None:
        self.ahead = {}
        if self.state not in CLIMBING:
            return
        ahead = {rung: max(worked(self.due, hours), now) for rung, hours in HOURS.items()}
        if self.due > now:
            ahead["soon"] = self.due - min(timedelta(hours=2), (self.due - now) / 2)
        self.ahead = {rung: at for rung, at in ahead.items() if (self.round, rung) not in self.climbed}

    def pass_to(self, now: datetime) -> bool:
        """What is reached by then; answers whether any of it is said by a digest."""
        late = False
        for rung, at in sorted(self.ahead.items()):
            if at <= now:
                del self.ahead[rung]
                self.climbed.add((self.round, rung))
                late |= now - at > LATE
                if now - at <= LATE:
                    self.alone.add((self.round, rung))
        return late


class LadderMachine(RuleBasedStateMachine):
    """Reports, steps, pauses, moved hours, time, two sweeps at once."""

    @initialize()
    def begin(self) -> None:
        self.desk = Desk.fresh()
        self.clerks: list[Clerk] = []
        self.asked: list[tuple[int, int, str]] = []

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()

    @precondition(lambda self: len(self.clerks) < MOST)
    @rule(who=st.sampled_from(RESIDENTS[:2]), take=st.booleans())
    def report(self, who: str, take: bool) -> None:
        case = say(self.desk, who, report, Draft("lift", 1, self.desk.clock.now()))
        clerk = Clerk(case.id, who, "filed", case.due_at)
        clerk.plan(self.desk.clock.now())
        self.clerks.append(clerk)
        if take:
            self._step(clerk, Action.TAKE, "wang", "taken")

    @precondition(lambda self: any(self._ways(one) for one in self.clerks))
    @rule(data=st.data())
    def step(self, data: st.DataObject) -> None:
        clerk = data.draw(st.sampled_from([one for one in self.clerks if self._ways(one)]))
        action, who, to = data.draw(st.sampled_from(self._ways(clerk)))
        self._step(clerk, action, who, to)

    def _ways(self, clerk: Clerk) -> list[tuple[Action, str, str]]:
        mine = clerk.reporter
        return {
            "filed": [(Action.TAKE, "wang", "taken"), (Action.WITHDRAW, mine, "withdrawn")],
            "taken": [(Action.ASK, "wang", "waiting"), (Action.FINISH, "wang", "finished")],
            "waiting": [(Action.ADD, mine, "taken"), (Action.FINISH, "wang", "finished")],
            "finished": [(Action.REOPEN, mine, "taken"), (Action.CONFIRM, mine, "confirmed")],
            "confirmed": [(Action.REOPEN, mine, "taken")],
        }.get(clerk.state, [])

    def _step(self, clerk: Clerk, action: Action, who: str, to: str) -> None:
        before = clerk.state
        case = say(self.desk, who, act, ById(clerk.id), action, "words")
        clerk.state, clerk.due = to, case.due_at
        clerk.round += int(action is Action.REOPEN)
        if action is Action.REOPEN or (before in CLIMBING) != (to in CLIMBING):
            clerk.plan(self.desk.clock.now())

    @precondition(lambda self: self.clerks)
    @rule(data=st.data(), hours=st.sampled_from([-30, -3, 3, 30]))
    def the_hour_is_moved(self, data: st.DataObject, hours: int) -> None:
        """As an edit of the calendar does it."""
        clerk = data.draw(st.sampled_from(self.clerks))
        if clerk.state not in CLIMBING:
            return
        clerk.due += timedelta(hours=hours)
        where = update(cases).where(cases.c.id == clerk.id)
        self.desk.write(lambda c: c.execute(where.values(due_at=clerk.due)))
        self.desk.write(transaction(self.desk.deps, lambda tx: ladder.plan(tx, tx.cases.due(clerk.id))))
        clerk.plan(self.desk.clock.now())

    @rule(minutes=st.sampled_from([1, 10, 55, 60, 120, 300, 24 * 60, 3 * 24 * 60]), racing=st.booleans())
    def time_passes(self, minutes: int, racing: bool) -> None:
        if any(one.state in ("waiting", "finished") for one in self.clerks):
            minutes = min(minutes, 60)  # what else the clock does to those is another machine's
        desk = self.desk
        desk.fresh_outbox()
        desk.clock.at += timedelta(minutes=minutes)
        sweeps = [Sweep(desk.store, desk.deps) for _ in range(2 if racing else 1)]

        async def race() -> None:
            await asyncio.gather(*(sweep() for sweep in sweeps))

        desk.run(race())
        late = [one.pass_to(desk.clock.now()) for one in self.clerks]
        told = desk.fresh_outbox()
        digests = [row.destination for row in told if row.key == "duties-late"]
        assert len(digests) == len(set(digests)), "two digests for one reader"
        assert bool(digests) is any(late)
        for row in told:
            if row.key == "case-rung":
                clerk = next(one for one in self.clerks if one.id == row.about)
                assert clerk.state in CLIMBING, "asked about a case that nobody is waiting for"
                kept = tuple(row.dedupe.split(":")[1:])
                self.asked.append((int(kept[0]), int(kept[1]), kept[2]))

    @invariant()
    def the_books_agree(self) -> None:
        if not hasattr(self, "desk"):
            return
        kept = {(row.case_id, row.round, row.rung) for row in self.desk.rows(select(case_rungs))}
        assert kept == {(one.id, *rung) for one in self.clerks for rung in one.climbed}
        above = {
            (one.id, *rung) for one in self.clerks for rung in one.alone if rung[1] not in ("soon", "over")
        }
        assert sorted(self.asked) == sorted(above), "each rung once"
        kinds = due.c.kind.in_(ladder.KINDS)
        planned = self.desk.rows(select(due.c.subject_id, due.c.at).where(due.c.state == "open", kinds))
        ahead = sorted((one.id, at) for one in self.clerks for at in one.ahead.values())
        assert sorted((row[0], row[1]) for row in planned) == ahead


LadderMachine.TestCase.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
TestLadder = LadderMachine.TestCase
