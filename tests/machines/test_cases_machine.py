"""Cases under any order of steps, second deliveries and passing hours, held against a clerk's model."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from domain.cases.intake import report
from domain.cases.rules import Draft, IllegalTransition
from domain.cases.service import STEPS, ById, act
from domain.cases.table import Action
from domain.kernel.errors import DomainError, NotFound
from storage.tables import cases, due
from tests.machines.desk import RESIDENTS, STRANGER, WORKERS, Desk

IN_WORK = ("filed", "taken", "waiting", "deferred", "declining")
RUNNING = ("filed", "taken", "declining")  # time works against these
LIVE = (*IN_WORK, "finished")
HELD = ("taken", "waiting", "deferred", "finished")
WORDS_NEEDED = {Action.REPLY, Action.ADD, Action.FINISH, Action.ASK}
TO_REPORTER = {
    Action.TAKE: "case-taken",
    Action.REPLY: "case-replied",
    Action.ASK: "case-asked",
    Action.WAKE: "case-resumed",
    Action.AGREE: "case-declined",
    Action.FINISH: "case-finished",
}
TO_HANDLER = {
    Action.ADD: "case-added",
    Action.CONFIRM: "case-confirmed",
    Action.PARTLY: "case-partly",
    Action.OBJECT: "case-objected",
    Action.REOPEN: "case-reopened",
    Action.WITHDRAW: "case-withdrawn",
}
MOST = 3  # cases at once: more would be told apart by nothing, and none would get far
ONWARD = {
    "filed": Action.TAKE,
    "taken": Action.FINISH,
    "finished": Action.CONFIRM,
    "confirmed": Action.REOPEN,
}
OVER = ("confirmed", "partly", "silent", "declined", "withdrawn")
TOGETHER = "cases-untaken"  # several that nobody has taken, promised for the same hour
OF_THE_LADDER = ("case-rung", "case-overdue-told", "cases-overdue-told")  # its own machine looks at these
REMINDERS = ("case-due-soon", "case-overdue", "duties-late", TOGETHER)
BY_THE_CLOCK = ("case-nudge", "case-unanswered", "case-still")  # questions that nobody answered
BESIDES = ("case-thanks", "case-reopen-why", "case-often")  # beside what the other side is told
BY_TIME = {"finished": ("silent", timedelta(days=7)), "waiting": ("taken", timedelta(days=3))}
"""What a case becomes by itself, and after how long."""


@dataclass
class Model:
    """A case as a careful clerk would keep it on paper."""

    id: int
    number: int
    reporter: str
    state: str = "filed"
    handler: str | None = None
    round: int = 0
    proposer: str | None = None
    stands: datetime | None = None  # since when it is where it is


def after(case: Model, action: Action, who: str) -> str | None:
    """Where that step leads, or None where the clerk would refuse it."""
    hers = {
        "take": ("worker", {"filed": "taken"}),
        "reply": ("handler", dict(zip(HELD, HELD, strict=True))),
        "ask": ("handler", {"taken": "waiting"}),
        "wake": ("handler", {"waiting": "taken", "deferred": "taken"}),
        "agree": ("other", {"declining": "declined"}),
        "object": ("worker", {"declining": "filed"}),
        "finish": ("handler", {"taken": "finished", "waiting": "finished"}),
        "add": ("reporter", {**dict(zip(LIVE, LIVE, strict=True)), "waiting": "taken"}),
        "confirm": ("reporter", {"finished": "confirmed", "silent": "confirmed"}),
        "partly": ("reporter", {"finished": "partly", "silent": "partly"}),
        "reopen": ("reporter", dict.fromkeys(("finished", "confirmed", "partly", "silent"), "taken")),
        "withdraw": ("reporter", dict.fromkeys(IN_WORK, "withdrawn")),
    }
    wanted, ways = hers[action.value]
    may = {
        "worker": who in WORKERS,
        "handler": who == case.handler and who in WORKERS,
        "other": who in WORKERS and who != case.proposer,
        "reporter": who == case.reporter,
    }
    return ways.get(case.state) if may[wanted] else None


class CaseMachine(RuleBasedStateMachine):
    """Reports, steps, second deliveries, hours."""

    @initialize()
    def begin(self) -> None:
        self.desk = Desk.fresh()
        self.model: list[Model] = []
        self.told: list[tuple[str, Any]] = []
        self.together: set[str] = set()
        self.updates: list[tuple[int, str, Any, tuple[Any, ...]]] = []
        self.next_update = 5_000
        self.lowest = 5_000

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()

    def fresh_id(self, restart: bool) -> int:
        """The next update id; after a quiet week the platform may begin lower again."""
        if restart:
            self.lowest -= 1
            return self.lowest
        self.next_update += 1
        return self.next_update

    def say(self, restart: bool, who: str, service: Any, *args: Any) -> Any:
        update_id = self.fresh_id(restart)
        self.updates.append((update_id, who, service, args))
        said = self.desk.say(update_id, who, service, *args)
        assert said.new, "an update that never came before was taken for an old one"
        return said

    @precondition(lambda self: len(self.model) < MOST)
    @rule(who=st.sampled_from(RESIDENTS), restart=st.booleans())
    def report(self, who: str, restart: bool) -> None:
        draft = Draft("lift", message_id=1, said_at=self.desk.clock.now())
        said = self.say(restart, who, report, draft)
        case = said.answer
        self.model.append(Model(case.id, case.number, who))
        keys = [row.key for row in self.desk.fresh_outbox()]
        assert keys == ["card", "case-filed"]

    @precondition(lambda self: any(self._ways(case) for case in self.model))
    @rule(data=st.data(), blank=st.sampled_from(["", "  "]))
    def step(self, data: st.DataObject, blank: str) -> None:
        """What the clerk would let somebody do, so that cases get somewhere; never without its words."""
        case = data.draw(st.sampled_from([case for case in self.model if self._ways(case)]))
        action, who = data.draw(st.sampled_from(self._ways(case)))
        if action in WORDS_NEEDED:
            self._step(False, case, action, who, blank)
        self._step(False, case, action, who, "done")

    @precondition(lambda self: any(self._onward(case) for case in self.model))
    @rule(data=st.data())
    def go_on(self, data: st.DataObject) -> None:
        """The next step of a case's whole life, which chance alone seldom takes to its end and back."""
        case = data.draw(st.sampled_from([case for case in self.model if self._onward(case)]))
        action, who = self._onward(case)[0]
        if case.handler is not None:  # a colleague may look on, no more
            self._all_refused(False, case, next(one for one in WORKERS if one != case.handler))
        if action in WORDS_NEEDED:
            self._step(False, case, action, who, " ")
        self._step(False, case, action, who, "done")

    @precondition(lambda self: self.model)
    @rule(data=st.data(), who=st.sampled_from([*WORKERS, *RESIDENTS[:2], STRANGER]), restart=st.booleans())
    def everything_refused(self, data: st.DataObject, who: str, restart: bool) -> None:
        """All that the clerk would not let this person do to this case."""
        self._all_refused(restart, data.draw(st.sampled_from(self.model)), who)

    def _all_refused(self, restart: bool, case: Model, who: str) -> None:
        for action in STEPS:
            if after(case, action, who) is None:
                self._step(restart, case, action, who, "done")

    def _ways(self, case: Model) -> list[tuple[Action, str]]:
        people = dict.fromkeys([*WORKERS, case.reporter])
        return [(action, who) for action in STEPS for who in people if after(case, action, who)]

    def _onward(self, case: Model) -> list[tuple[Action, str]]:
        onward = ONWARD.get(case.state)
        return [way for way in self._ways(case) if way[0] is onward]

    def _step(self, restart: bool, case: Model, action: Action, who: str, words: str) -> None:
        said = self.say(restart, who, act, ById(case.id), action, words)
        target = after(case, action, who)
        told = self.desk.fresh_outbox()
        if self._refused(case, who, action, words, target):
            assert isinstance(said.refused, DomainError)
            self._right_refusal(case, who, target, said.refused)
            assert told == []
            return
        assert said.refused is None, said.refused
        self._take_over(case, action, who, str(target))
        self._told_right(case, action, told)

    def _refused(self, case: Model, who: str, action: Action, words: str, target: str | None) -> bool:
        stranger = who != case.reporter and who not in WORKERS
        return stranger or target is None or (action in WORDS_NEEDED and not words.strip())

    def _right_refusal(self, case: Model, who: str, target: str | None, refused: DomainError) -> None:
        if who != case.reporter and who not in WORKERS:
            assert type(refused) is NotFound
        elif target is None:
            assert type(refused) is IllegalTransition

    def _take_over(self, case: Model, action: Action, who: str, target: str) -> None:
        if case.state != target:
            case.state, case.stands = target, self.desk.clock.now()
        if action is Action.TAKE:
            case.handler = who
        if action is Action.REOPEN:
            case.round += 1

    def _told_right(self, case: Model, action: Action, told: list[Any]) -> None:
        (row,) = (row for row in told if row.key not in BESIDES)
        if action in TO_REPORTER:
            assert row.key == TO_REPORTER[action]
            assert row.destination.startswith(f"person:{self.desk.people[case.reporter]}@")
        else:
            assert row.key == TO_HANDLER[action]
            wanted = (
                f"workers:{self.desk.compound}"
                if case.handler is None
                else f"person:{self.desk.people[case.handler]}"
            )
            assert row.destination == wanted
        assert row.about == case.id

    @precondition(lambda self: self.updates)
    @rule(data=st.data())
    def redeliver(self, data: st.DataObject) -> None:
        update_id, who, service, args = data.draw(st.sampled_from(self.updates))
        assert not self.desk.say(update_id, who, service, *args).new
        assert self.desk.fresh_outbox() == []

    @rule(hours=st.sampled_from([0.05, 1, 5, 9, 24, 80]))
    def hours_pass(self, hours: float) -> None:
        waiting = {case.id: self._open_reminders(case) for case in self.model}
        self.desk.pass_time(timedelta(hours=hours))
        moved = self._moved_by_time()
        said = self.desk.fresh_outbox()
        assert {row.key for row in said} <= {*REMINDERS, *OF_THE_LADDER, *BY_THE_CLOCK}
        told = [row for row in said if row.key in REMINDERS]
        self._one_each(told)
        self._nobody_forgotten(waiting, told, moved)

    def _moved_by_time(self) -> set[int]:
        """Cases whose time to become something else has come; no sooner and no later."""
        now, moved = self.desk.clock.now(), set()
        for case in self.model:
            target, wait = BY_TIME.get(case.state, (case.state, timedelta.max))
            assert case.stands is not None or target == case.state
            if case.stands is not None and now - case.stands >= wait:
                case.state, case.stands = target, now
                moved.add(case.id)
        return moved

    def _open_reminders(self, case: Model) -> list[Any]:
        found = self.desk.rows(select(due).where(due.c.subject_id == case.id, due.c.state == "open"))
        ours = [row for row in found if row.kind in ("case.soon", "case.over", "case.rung")]
        return [row for row in ours if row.kind != "case.rung" or case.state not in IN_WORK]

    def _one_each(self, told: list[Any]) -> None:
        for row in told:
            if row.key == "duties-late":
                continue
            if row.key == TOGETHER:
                assert row.dedupe not in self.together, "reminded of the same ones twice"
                self.together.add(row.dedupe)
                continue
            (case,) = [case for case in self.model if case.id == row.about]
            assert case.state in IN_WORK, "reminded of a case that is out of work"
            one = (row.key, (case.id, case.round))
            assert one not in self.told, "reminded twice"
            self.told.append(one)

    def _nobody_forgotten(self, waiting: dict[int, list[Any]], told: list[Any], moved: set[int]) -> None:
        now = self.desk.clock.now()
        digests = [row for row in told if row.key == "duties-late"]
        for case in self.model:
            fell = [row for row in waiting[case.id] if row.at <= now]
            said = [row for row in told if row.about == case.id]
            if case.state in RUNNING and case.id not in moved:
                late = [row for row in fell if now - row.at > timedelta(minutes=15)]
                in_time = [row for row in fell if row not in late]
                alone = [row for row in in_time if not self._with_others(case, row)]
                assert len(said) == len(alone)
                assert digests or not late
            assert not [row for row in self._open_reminders(case) if row.at <= now]
        assert len({row.destination for row in digests}) == len(digests), "two digests for one reader"

    def _with_others(self, case: Model, fell: Any) -> bool:
        """Whether a message for several has said it: only of what nobody took."""
        (kept,) = self.desk.rows(select(cases.c.due_at).where(cases.c.id == case.id))
        name = f"untaken:{fell.kind}:{self.desk.compound}:{int(kept.due_at.timestamp())}"
        return case.state == "filed" and name in self.together

    @invariant()
    def the_books_agree(self) -> None:
        if not hasattr(self, "desk"):
            return
        kept = {row.id: row for row in self.desk.rows(select(cases))}
        assert sorted(row.number for row in kept.values()) == list(range(1, len(self.model) + 1))
        for case in self.model:
            row = kept[case.id]
            handler = self.desk.people[case.handler] if case.handler else None
            assert (row.state, row.handler_id, row.round) == (case.state, handler, case.round)
            assert (row.closed_at is not None) == (case.state in OVER)
            planned = self._open_reminders(case)
            if case.state not in RUNNING:
                assert planned == [], "the clock of a case that waits or is over runs on"
            else:
                self._clocks_run(case, planned)

    def _clocks_run(self, case: Model, planned: list[Any]) -> None:
        now = self.desk.clock.now()
        ours = self.desk.rows(select(due).where(due.c.subject_id == case.id))
        of_round = [row for row in ours if row.occurrence.endswith(f":{case.round}")]
        assert {row.kind for row in of_round} == {"case.soon", "case.over"}
        ahead = {row.occurrence for row in of_round if row.at > now}
        assert {row.occurrence for row in planned} == ahead, "a clock that should run was stopped"


CaseMachine.TestCase.settings = settings(max_examples=50, stateful_step_count=40, deadline=None)
TestCases = CaseMachine.TestCase
