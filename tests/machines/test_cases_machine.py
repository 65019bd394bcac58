"""Cases under any order of steps, second deliveries and passing hours, held against a clerk's model."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from domain.cases import declining, deferring, verdicts
from domain.cases.intake import report
from domain.cases.reasons import Reason
from domain.cases.rules import Draft, IllegalTransition, Rating
from domain.cases.service import STEPS, ById, act
from domain.cases.table import Action
from domain.kernel.errors import DomainError, NotFound
from storage.tables import cases, due
from tests.machines.clerk import IN_WORK, OVER, leads
from tests.machines.desk import RESIDENTS, STRANGER, WORKERS, Desk

RUNNING = ("filed", "taken", "declining")  # time works against these
WORDS_NEEDED = {Action.REPLY, Action.ADD, Action.FINISH, Action.ASK, Action.DEFER}
SHANGHAI = ZoneInfo("Asia/Shanghai")
TO_REPORTER = {
    Action.TAKE: "case-taken",
    Action.REPLY: "case-replied",
    Action.ASK: "case-asked",
    Action.WAKE: "case-resumed",
    Action.DEFER: "case-deferred",
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
TOGETHER = "cases-untaken"  # several that nobody has taken, promised for the same hour
OF_THE_LADDER = ("case-rung", "case-overdue-told", "cases-overdue-told")  # its own machine looks at these
REMINDERS = ("case-due-soon", "case-overdue", "duties-late", TOGETHER)
BY_THE_CLOCK = ("case-nudge", "case-unanswered", "case-woken", "case-still")  # questions that nobody answered
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
    until: datetime | None = None  # to when it is put off
    followed: bool = False  # asked whether it has held
    nudged: int = -1  # the round in which whoever reported was reminded


def after(case: Model, action: Action, who: str) -> str | None:
    """Where that step leads, or None where the clerk would refuse it."""
    roles = {
        "worker": who in WORKERS,
        "handler": who in WORKERS and who == case.handler,
        "other": who in WORKERS and who != case.proposer,
        "reporter": who == case.reporter,
    }
    return leads(case.state, action.value, {role for role, held in roles.items() if held})


def decline(tx: Any, actor: Any, which: ById, action: Action, words: str) -> Any:
    """Beside act(), which takes no reason."""
    return declining.decline(tx, actor, which, Reason.OUTSIDE)


def defer(tx: Any, actor: Any, which: ById, action: Action, words: str) -> Any:
    """Nor a day; tomorrow at nine."""
    tomorrow = tx.now.astimezone(SHANGHAI).replace(tzinfo=None) + timedelta(days=1)
    return deferring.defer(tx, actor, which, datetime.combine(tomorrow.date(), time()), words)


def rate(tx: Any, actor: Any, which: ById, action: Action, words: str) -> Any:
    """Nor a rating."""
    return verdicts.rate(tx, actor, which, Rating.FAIR)


SERVICES: dict[Action, Any] = {Action.DECLINE: decline, Action.DEFER: defer, Action.RATE: rate}
STEPPED = (*STEPS, *SERVICES)
"""All that people do with a case here; giving it back has rules of its own, and the clock's own step."""


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
        for action in STEPPED:
            if after(case, action, who) is None:
                self._step(restart, case, action, who, "done")

    def _ways(self, case: Model) -> list[tuple[Action, str]]:
        people = dict.fromkeys([*WORKERS, case.reporter])
        return [(action, who) for action in STEPPED for who in people if after(case, action, who)]

    def _onward(self, case: Model) -> list[tuple[Action, str]]:
        onward = ONWARD.get(case.state)
        return [way for way in self._ways(case) if way[0] is onward]

    def _step(self, restart: bool, case: Model, action: Action, who: str, words: str) -> None:
        said = self.say(restart, who, SERVICES.get(action, act), ById(case.id), action, words)
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
        if action in (Action.TAKE, Action.DECLINE):
            case.handler = who
        if action is Action.DECLINE:
            case.proposer = who
        if action is Action.OBJECT:
            case.handler = None
        if action is Action.DEFER:
            local = self.desk.clock.now().astimezone(SHANGHAI) + timedelta(days=1)
            case.until = local.replace(hour=9, minute=0, second=0, microsecond=0).astimezone(UTC)
        if action is Action.REOPEN:
            case.round += 1

    def _told_right(self, case: Model, action: Action, told: list[Any]) -> None:
        beside = [row.key for row in told if row.key in BESIDES]
        thanked = action in (Action.CONFIRM, Action.PARTLY)
        often = action is Action.REOPEN and case.round >= 3
        assert beside == ["case-thanks"] * thanked + ["case-often"] * often
        heard = [row for row in told if row.key not in BESIDES]
        if action is Action.RATE:
            assert heard == []
            return
        (row,) = heard
        if action is Action.DECLINE:
            assert (row.key, row.destination) == ("case-declining", f"workers:{self.desk.compound}")
        elif action in TO_REPORTER:
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

    @rule(hours=st.sampled_from([0.05, 1, 5, 9, 24, 80, 400]))
    def hours_pass(self, hours: float) -> None:
        waiting = {case.id: self._open_reminders(case) for case in self.model}
        self.desk.pass_time(timedelta(hours=hours))
        asked = self._asked_by_time()
        moved = self._moved_by_time()
        said = self.desk.fresh_outbox()
        assert sorted((row.key, row.about) for row in said if row.key in BY_THE_CLOCK) == sorted(asked)
        assert {row.key for row in said} <= {*REMINDERS, *OF_THE_LADDER, *BY_THE_CLOCK}
        told = [row for row in said if row.key in REMINDERS]
        self._one_each(told)
        self._nobody_forgotten(waiting, told, moved)

    def _asked_by_time(self) -> list[tuple[str, int]]:
        """What time alone makes us say: each once, and never of what stands elsewhere by now."""
        now, asked = self.desk.clock.now(), list[tuple[str, int]]()
        for case in self.model:
            stood = now - (case.stands or now)
            if case.state == "waiting" and stood >= timedelta(days=3):
                asked.append(("case-unanswered", case.id))
            if case.state == "deferred" and case.until is not None and case.until <= now:
                asked.append(("case-woken", case.id))
            if case.state == "finished" and stood >= timedelta(days=3) and case.nudged != case.round:
                case.nudged = case.round
                asked.append(("case-nudge", case.id))
            if case.state in ("confirmed", "partly") and stood >= timedelta(weeks=4) and not case.followed:
                case.followed = True
                asked.append(("case-still", case.id))
        return asked

    def _moved_by_time(self) -> set[int]:
        """Cases whose time to become something else has come; no sooner and no later."""
        now, moved = self.desk.clock.now(), set()
        for case in self.model:
            if case.state == "deferred" and case.until is not None and case.until <= now:
                case.state, case.stands = "taken", now
                moved.add(case.id)
                continue
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
