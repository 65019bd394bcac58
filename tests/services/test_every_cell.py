"""Every cell of the table through the services: state by action by everybody who could try.

What the clerk allows leads where the clerk says, with one event; what he does not writes nothing at all but
an audit row of the refusal, and says why in both languages.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from domain.cases import backing, declining, deferring, passing, steps, verdicts
from domain.cases.events import Event
from domain.cases.intake import report
from domain.cases.reasons import Reason
from domain.cases.rules import Draft, IllegalTransition, Rating
from domain.cases.service import ById, act
from domain.cases.table import Action, Part, State
from domain.kernel.due import Due
from domain.kernel.errors import DomainError, NotFound
from handlers.showing import opened
from handlers.texts import load
from storage.tables import audit, case_backers, case_events, cases
from storage.tx import transaction
from tests.machines.block import Block
from tests.machines.clerk import OVER, leads
from tests.machines.desk import Desk

NUMBERS = count(300_000)
ROLES: Mapping[str, frozenset[str]] = {
    "an": frozenset({"reporter"}),
    "wang": frozenset({"worker", "handler"}),
    "li": frozenset({"worker", "other"}),
    "deng": frozenset({"neighbours"}),
    "stranger": frozenset(),
    "clock": frozenset({"clock"}),
}
"""Who is what: Wang has the case, and wanted to decline it where that is its state; Deng's household would
complete a quorum.
"""


def step_only(tx: Any, actor: Any, case_id: int, action: Action) -> Any:
    """What has a service of its own elsewhere, or none because only the clock may do it."""
    me = tx.people.enter(actor)
    return steps.enact(tx, me, tx.cases.get_for(me, case_id), action)


def tried(action: Action, who: str) -> Callable[..., Any]:
    """The service behind that action."""

    def run(tx: Any, actor: Any, case_id: int) -> Any:
        which, later = ById(case_id), tx.now.replace(tzinfo=None) + timedelta(days=3)
        match action:
            case Action.REOPEN if who == "deng":
                return backing.not_solved(tx, actor, case_id)
            case Action.DEFER:
                return deferring.defer(tx, actor, which, later, "the part")
            case Action.DECLINE:
                return declining.decline(tx, actor, which, Reason.OUTSIDE)
            case Action.RATE:
                return verdicts.rate(tx, actor, which, Rating.GOOD)
            case Action.RETURN | Action.LAPSE:
                return step_only(tx, actor, case_id, action)
            case _:
                return act(tx, actor, which, action, "words")

    return run


class Scene:
    """A desk whose cases are put into a state by hand."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        block = Block(desk)
        block.settled("deng")
        (self.household,) = block.homes_of("deng", desk.compound)

    def case(self, state: State) -> int:
        """A new case in that state."""
        draft = Draft("lift", message_id=1, said_at=self.desk.clock.now())
        case = self.desk.say(next(NUMBERS), "an", report, draft).answer
        self.desk.write(lambda connection: self._put(connection, case.id, state))
        return int(case.id)

    def _put(self, connection: Connection, case_id: int, state: State) -> None:
        tx = self.desk.deps.open(connection)
        wang = self.desk.people["wang"]
        nobodys = state is State.FILED
        connection.execute(
            update(cases)
            .where(cases.c.id == case_id)
            .values(
                state=state.value,
                handler_id=None if nobodys else wang,
                shared=True,
                closed_at=tx.now if state in OVER else None,
            )
        )
        case = tx.cases.due(case_id)
        if state is State.DECLINING:
            step = (Action.DECLINE.value, State.TAKEN, State.DECLINING, Part.HANDLER, wang)
            tx.events.record(
                Event(tx.new_id(), case_id, case.compound_id, tx.now, *step, case.body_id, 0, "outside")
            )
        blind = self.desk.deps.vault.blind
        for household, said in ((self.household, None), (1, 0)):
            connection.execute(
                insert(case_backers).values(
                    case_id=case_id,
                    household_blind=blind("case_backers", str(case_id), str(household)),
                    person_id=self.desk.people["deng" if said is None else "cui"],
                    at=tx.now,
                    unsolved_round=said,
                )
            )

    def tries(self, case_id: int, action: Action, who: str) -> DomainError | None:
        """The refusal, if it is one."""
        if who != "clock":
            return self.desk.say(next(NUMBERS), who, tried(action, who), case_id).refused
        try:
            work = lambda tx: steps.tick(tx, tx.cases.due(case_id), action)  # noqa: E731
            self.desk.write(transaction(self.desk.deps, work))
        except DomainError as refused:
            return refused
        return None

    def kept(self) -> list[str]:
        """Everything in the database but the marks that updates came and what the audit says of it."""

        def dump(connection: Connection) -> list[str]:
            raw: Any = connection.connection.driver_connection
            return [line for line in raw.iterdump() if not line.startswith(APART)]

        return list(self.desk.run(self.desk.store.read(dump)))

    def audited(self) -> list[str]:
        return [row.action for row in self.desk.rows(select(audit).order_by(audit.c.id))]

    def events(self, case_id: int) -> list[Any]:
        ours = case_events.c.case_id == case_id
        return self.desk.rows(select(case_events).where(ours).order_by(case_events.c.id))


APART = ('INSERT INTO "inbox"', 'INSERT INTO "audit"')


@pytest.fixture
def scene(desk: Desk) -> Scene:
    return Scene(desk)


def says_why(desk: Desk, refused: DomainError) -> None:
    """In both languages, every variable filled in."""
    texts = load()
    for locale in texts.locales:
        names = {
            name: opened(texts, locale, value, Nobody(), desk.clock.now(), "Asia/Shanghai")
            for name, value in refused.params.items()
        }
        said = texts.plain(locale, refused.key, names)
        assert len(said) > 8, (refused.key, said)


class Nobody:
    """Names for a refusal."""

    def person_name(self, person_id: int) -> str | None:
        return "王师傅"

    def entry_words(self, entry_id: int) -> str | None:
        return None


@pytest.mark.parametrize("state", State)
def test_what_the_clerk_refuses_writes_nothing_and_says_why(scene: Scene, state: State) -> None:
    case_id = scene.case(state)
    before, rows = scene.kept(), len(scene.audited())
    tried_at_all = 0
    for action in Action:
        for who, roles in ROLES.items():
            if leads(state.value, action.value, roles) is not None:
                continue
            refused = scene.tries(case_id, action, who)
            assert refused is not None, (state, action, who)
            neighbour = who == "deng" and action is Action.REOPEN and state is not State.WITHDRAWN
            knows = neighbour or who in ("an", "wang", "li", "clock")
            assert type(refused) is (IllegalTransition if knows else NotFound), (state, action, who, refused)
            says_why(scene.desk, refused)
            noted = scene.audited()[rows:]
            expected = ["case.refused"] if knows and who != "clock" else []
            assert noted == expected, (state, action, who)
            rows += len(noted)
            tried_at_all += 1
    assert scene.kept() == before
    assert tried_at_all > 90


@pytest.mark.parametrize("state", State)
def test_what_the_clerk_allows_leads_where_he_says_with_one_event(scene: Scene, state: State) -> None:
    for action in Action:
        for who, roles in ROLES.items():
            target = leads(state.value, action.value, roles)
            if target is None:
                continue
            case_id = scene.case(state)
            before = scene.events(case_id)
            assert scene.tries(case_id, action, who) is None, (state, action, who)
            (kept,) = scene.desk.rows(select(cases).where(cases.c.id == case_id))
            assert kept.state == target, (state, action, who)
            (event,) = scene.events(case_id)[len(before) :]
            assert (event.action, event.before, event.after) == (action.value, state.value, target)
            person = None if who == "clock" else scene.desk.people[who]
            assert event.person_id == person
            assert (kept.closed_at is not None) == (target in OVER)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("service", [passing.lapse, passing.unasked, passing.wake, passing.nudge])
def test_a_due_row_that_came_too_late_writes_nothing(scene: Scene, state: State, service: Any) -> None:
    expects = {passing.unasked: State.WAITING, passing.wake: State.DEFERRED}.get(service, State.FINISHED)
    if state is expects:
        return
    case_id = scene.case(state)
    before = scene.kept()
    row = Due(1, "case.silent", case_id, scene.desk.clock.now(), "x")
    scene.desk.write(transaction(scene.desk.deps, service, row, None))
    assert scene.kept() == before


def test_the_refusal_is_kept_by_pseudonym_in_its_commit(scene: Scene) -> None:
    case_id = scene.case(State.TAKEN)
    scene.tries(case_id, Action.CONFIRM, "wang")
    row = scene.desk.rows(select(audit).order_by(audit.c.id))[-1]
    assert (row.action, row.subject, row.subject_id) == ("case.refused", "case", case_id)
    assert row.who not in ("", "clock", str(scene.desk.people["wang"]))


def test_nobody_who_works_there_judges_so_that_it_counts(scene: Scene) -> None:
    """A worker's own report: the answer stands, and the log says that it never counts."""
    case_id = scene.case(State.FINISHED)
    li = scene.desk.people["li"]
    scene.desk.write(
        lambda connection: connection.execute(
            update(cases).where(cases.c.id == case_id).values(reporter_id=li)
        )
    )
    assert scene.tries(case_id, Action.CONFIRM, "li") is None
    assert scene.tries(case_id, Action.RATE, "li") is None
    assert [event.reason for event in scene.events(case_id)[-2:]] == ["staff", "staff"]


def test_the_marks_of_the_one_who_had_it_do_not_move(scene: Scene) -> None:
    """Handed on while it waits for a second consent: who proposed still may not agree."""
    case_id = scene.case(State.DECLINING)
    handler = {"handler_id": scene.desk.people["li"]}
    scene.desk.write(
        lambda connection: connection.execute(update(cases).where(cases.c.id == case_id).values(**handler))
    )
    refused = scene.tries(case_id, Action.AGREE, "wang")
    assert type(refused) is IllegalTransition
    assert scene.tries(case_id, Action.AGREE, "li") is None
