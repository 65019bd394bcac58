"""The role table, cell by cell: every role, every right, every place; first the table, then the services.

A right that is new here fails until somebody says who holds it (HOLDS) and which services ask it (SERVED).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, func, select

from domain.calls import changes, roll
from domain.calls.drafts import draft as draft_call
from domain.calls.rules import Wish
from domain.calls.service import close, join, open_call, open_wish
from domain.cases import (
    absences,
    announcing,
    behalf,
    canned,
    hearing,
    hints,
    locating,
    posters,
    recusal,
    returning,
    tasks,
    triage,
    worktimes,
)
from domain.cases.handed import Back, Task, TaskState
from domain.cases.incidents import Notice
from domain.cases.intake import report
from domain.cases.ledger import ask as ask_ledger
from domain.cases.presets import Preset
from domain.cases.rules import Draft
from domain.cases.service import ById, act, look
from domain.cases.streams import Stream
from domain.cases.table import Action
from domain.cases.worktimes import SaidDay
from domain.duties.rules import Later
from domain.flows import dismissing, duties, menus
from domain.guide import answering
from domain.guide import asking as guide
from domain.guide.rules import Asked, Found, Outcome
from domain.kernel.errors import DomainError
from domain.kernel.people import Actor, Grant, Role, Standing
from domain.kernel.rights import Right, may
from domain.kernel.worktime import Slot
from domain.matters import service as matters
from domain.matters.listing import Line
from domain.numbers import exclusions
from domain.numbers import service as numbers
from domain.numbers.periods import Span
from domain.numbers.rules import Why
from domain.places import (
    codes,
    governing,
    groups,
    homes,
    importing,
    leads,
    leaving,
    rooms,
    setup,
    staff,
    trial,
)
from domain.places.bodies import BodyKind, Model, Naming
from domain.places.charges import Charge
from domain.places.households import Kind
from domain.places.mentioned import Mention
from domain.places.rooms import Block as Block9
from domain.places.steps import Import, Offer
from domain.places.steps import Step as SetupStep
from domain.places.tree import LevelWords
from domain.polls import drafting, leading, posting
from domain.polls.drafts import Wording
from domain.polls.rules import Option
from storage import seeding
from storage.tables import (
    cases,
    grants,
    imports,
    incidents,
    metadata,
    places,
)
from storage.tx import transaction
from tests.machines.block import Block, say
from tests.machines.desk import GROUP, Desk

UNKNOWN = Found(Outcome.UNKNOWN)
SHANGHAI = ZoneInfo("Asia/Shanghai")
LEADS = {Role.CAPTAIN, Role.WORKER, Role.STEWARD}
SERVES = {Role.WORKER, Role.STEWARD}
HOLDS: Mapping[Right, set[Role]] = {
    Right.SET_UP: {Role.STEWARD},
    Right.NAME_PEOPLE: {Role.STEWARD},
    Right.INVITE: LEADS,
    Right.VOUCH: LEADS,
    Right.POLL: LEADS,
    Right.CALL: LEADS,
    Right.WORK: {Role.WORKER},
    Right.TRIAGE: {Role.WORKER},
    Right.LEDGER: SERVES,
    Right.ANSWER: SERVES,
    Right.SEE_MISSING: LEADS,
    Right.ARBITRATE: {Role.STEWARD},
    Right.HAND_DOWN: {Role.STEWARD},
    Right.MEASURE: SERVES,
    Right.POSTER: LEADS,
    Right.RECORD: {Role.CAPTAIN, Role.WORKER},
    Right.CANNED: SERVES,
    Right.HINT: LEADS,
    Right.ANNOUNCE: SERVES,
}
"""Who holds which right, said a second time and by hand. Source: MISSION, The people."""

HERE, ABOVE, WHOLE, BESIDE, NEXT, ELSEWHERE, NOWHERE = (
    "the unit itself",
    "its building",
    "the compound",
    "the unit beside",
    "the next building",
    "another compound",
    "no grant",
)
RELATIONS = (HERE, ABOVE, WHOLE, BESIDE, NEXT, ELSEWHERE, NOWHERE)
"""Where a role is held, seen from a household in 3号楼2单元."""

OVER = {HERE, ABOVE, WHOLE}
ANYWHERE = {HERE, ABOVE, WHOLE, BESIDE, NEXT}
BUILDINGS_GROUP = -1009
NUMBERS = count(70_000)
WATCHED = tuple(table for table in metadata.sorted_tables if table.name != "inbox")
"""All tables: a refused step leaves nothing but the mark that its update came."""


def test_every_right_has_its_cells() -> None:
    assert set(HOLDS) == set(Right)
    assert {right for right, _ in SERVED} == set(Right)


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("right", Right)
def test_the_table(right: Right, role: Role, relation: str) -> None:
    places = {WHOLE: 1, ABOVE: 2, HERE: 3, BESIDE: 4, NEXT: 5, ELSEWHERE: 9}
    at = places.get(relation)
    held = (Grant(role, at, 9 if relation == ELSEWHERE else 1),) if at is not None else ()
    me = Standing(1, held, 1, None, 1, private=True)
    household = (30, 3, 2, 1)  # its unit, its building, the compound
    assert may(me, right, household) is (role in HOLDS[right] and relation in OVER)


@dataclass
class World:
    """A block with one tester, who holds one role in one place or none."""

    desk: Desk
    block: Block
    case_id: int
    pending: int
    lives: int
    subject: Any = None

    def zhao(self) -> Actor:
        """The building's captain, in its group."""
        told = self.desk.actor("zhao")
        return replace(told, chat_id=BUILDINGS_GROUP, private=False)

    def tester(self, chat: int | None = None) -> Actor:
        user = 1000 + list(self.desk.people).index("tester")
        return Actor(user, "tester", "zh-CN", chat or user, private=chat is None)

    def does(self, service: Callable[..., Any], *args: Any, chat: int | None = None, **more: Any) -> None:
        self.desk.write(transaction(self.desk.deps, service, self.tester(chat), *args, **more))

    def kept(self) -> list[list[Any]]:
        return [self.desk.rows(select(table)) for table in WATCHED]


def world_of(desk: Desk, role: Role, relation: str) -> World:
    block = Block(desk)
    filed = desk.say(next(NUMBERS), "bo", report, Draft("lift", 1, desk.clock.now())).answer
    lives = block.settled("cui")
    token = block.token("wang")
    begun = desk.say(next(NUMBERS), "bo", homes.open_code, token).answer
    pending = desk.say(next(NUMBERS), "bo", lambda tx, a: homes.choose(tx, a, begun.id, Kind.TENANT)).answer
    desk.pass_time(homes.CAPTAINS_DAY)  # the workers' turn has come

    def put(connection: Connection) -> None:
        scope = desk.deps.scope(connection)
        seeding.bind_chat(scope, BUILDINGS_GROUP, "supergroup", block.building)
        other = seeding.add_compound(scope, "Third", "Asia/Shanghai")
        user = 1000 + len(desk.people)
        desk.people["tester"] = seeding.add_person(scope, user, "tester", "zh-CN", private_open=True)
        places = {
            HERE: block.units[1],
            ABOVE: block.building,
            WHOLE: desk.compound,
            BESIDE: block.units[0],
            NEXT: block.other,
            ELSEWHERE: other,
        }
        if relation in places:
            home = other if relation == ELSEWHERE else desk.compound
            seeding.grant(scope, desk.people["tester"], role, places[relation], home)

    desk.write(put)
    return World(desk, block, filed.id, pending.id, lives.id)


@dataclass(frozen=True)
class Step:
    """A real service, where the role must be held for it, and what must stand before."""

    try_it: Callable[[World], None]
    reach: set[str]
    ready: Callable[[World], Any] | None = None


WORDS = LevelWords("栋", "单元", "室")
SKETCH = ((Block9(("9",), (), (1,), 2), WORDS),)
NAMES = {kind: kind.value for kind in BodyKind}
WISH = Wish("clean-up", 5)
FREE_GROUP = -1010


def asked(world: World) -> int:
    question = say(world.desk, "bo", guide.ask, Asked("bees?", 7, world.desk.clock.now()), UNKNOWN)
    say(world.desk, "bo", answering.hand_on, question.id)
    return int(question.id)


def answered(world: World) -> int:
    question = asked(world)
    say(world.desk, "wang", answering.answer, question, "no")
    return question


def polled(world: World) -> int:
    poll = say(world.desk, "zhao", drafting.draft, Wording("When?", (Option("9"), Option("10"))))
    say(world.desk, "zhao", posting.post, poll.id, BUILDINGS_GROUP)
    return int(poll.id)


def ready_words(world: World) -> int:
    return int(say(world.desk, "wang", canned.keep, "lift", "on our way").id)


def hinted(world: World) -> int:
    return int(say(world.desk, "wang", hints.add, "3-2", "the key is at the gate").id)


def drafted(world: World) -> int:
    until = world.desk.clock.now().astimezone(SHANGHAI).replace(tzinfo=None) + timedelta(hours=5)
    notice = Notice("water", "3号楼", "new pump", None, until)
    say(world.desk, "wang", announcing.announce, notice, Draft("off", 1, world.desk.clock.now()))
    return int(world.desk.rows(select(incidents.c.id).order_by(incidents.c.id.desc()))[0].id)


def off(world: World) -> int:
    made = drafted(world)
    say(world.desk, "wang", announcing.post, made)
    return made


def called(world: World) -> int:
    said = world.desk.write(transaction(world.desk.deps, open_call, world.zhao(), "clean-up", 5))
    return int(said.id)


def proposed(world: World) -> int:
    say(world.desk, "wang", exclusions.propose, world.case_id, Why.TEST)
    return world.case_id


def over(world: World) -> int:
    start = world.desk.clock.now().astimezone(SHANGHAI).replace(tzinfo=None) + timedelta(hours=3)
    wish = Wish("clean-up", 5, start, start + timedelta(hours=1))
    call = world.desk.write(transaction(world.desk.deps, open_wish, world.zhao(), wish))
    say(world.desk, "bo", join, call.id)
    world.desk.pass_time(timedelta(hours=5))
    return int(call.id)


def sketched(world: World) -> None:
    packed = rooms.packed([block for block, _ in SKETCH])
    keep = lambda tx: tx.setups.keep_draft(world.desk.compound, packed)  # noqa: E731
    world.desk.write(transaction(world.desk.deps, keep))


def imported(world: World) -> int:
    def put(tx: Any) -> int:
        made = tx.new_id()
        tx.setups.add_import(Import(made, world.desk.compound, world.desk.people["wang"], "ready"))
        tx.scope.connection.execute(
            imports.update().values(standing=select(func.count()).where(*BELOW(world)).scalar_subquery())
        )
        return int(made)

    return int(world.desk.write(transaction(world.desk.deps, put)))


def BELOW(world: World) -> tuple[Any, ...]:
    return (places.c.compound_id == world.desk.compound, places.c.level != "compound")


def offered(world: World) -> int:
    """The tester waits for a free group to be bound, to the compound that they chose."""

    def put(tx: Any) -> int:
        made, me = tx.new_id(), world.desk.people["tester"]
        tx.setups.add_offer(Offer(made, FREE_GROUP, me, "New", True, tx.now))
        tx.setups.choose(made, world.desk.compound)
        return int(made)

    return int(world.desk.write(transaction(world.desk.deps, put)))


def committee(world: World) -> int:
    """A residents' committee that nobody works for yet."""
    put = lambda c: seeding.add_body(world.desk.deps.scope(c), world.desk.compound, "committee", "C")  # noqa: E731
    return int(world.desk.write(put))


def disputed(world: World) -> int:
    """The case that nobody wants; the other body."""
    other = committee(world)
    world.desk.write(lambda c: c.execute(cases.update().values(returns=returning.MOST)))
    say(world.desk, "wang", returning.give_back, ById(world.case_id), returning.Reason.OURS, other)
    return other


def handed(world: World) -> int:
    """A task that waits for the committee's word."""
    committee(world)

    def put(tx: Any) -> int:
        task = Task(tx.new_id(), world.desk.compound, None, world.desk.people["bo"], "count", ASKED, tx.now)
        tx.tasks.add(task)
        return int(task.id)

    return int(world.desk.write(transaction(world.desk.deps, put)))


def retimed(world: World) -> int:
    """Limits have just been set; when."""

    def put(tx: Any) -> int:
        tx.calendars.keep_before(world.desk.compound, "preset quick")
        return int(tx.now.timestamp())

    return int(world.desk.write(transaction(world.desk.deps, put)))


def list_drafted(world: World) -> int:
    """A list of matters that is not in force."""
    body, wang = committee(world), world.desk.people["wang"]
    line = Line(2, "noise", (), body, "rule", None, "community", "ordinary", None, None)
    keep = transaction(world.desk.deps, matters.keep, world.desk.compound, wang, [line], next(NUMBERS))
    return int(world.desk.write(keep).id)


def post_of_zhao(world: World) -> int:
    held = select(grants.c.id).where(grants.c.person_id == world.desk.people["zhao"])
    return int(world.desk.rows(held)[0].id)


def post_of_wang(world: World) -> int:
    where = (grants.c.person_id == world.desk.people["wang"]) & (grants.c.role == Role.WORKER.value)
    return int(world.desk.rows(select(grants.c.id).where(where))[0].id)


def of_compound(service: Callable[..., Any], *args: Any) -> Callable[[World], None]:
    return lambda w: w.does(service, w.desk.compound, *args)


def of_case(service: Callable[..., Any], *args: Any, **more: Any) -> Callable[[World], None]:
    return lambda w: w.does(service, w.case_id, *args, **more)


def of_subject(service: Callable[..., Any], *args: Any, **more: Any) -> Callable[[World], None]:
    return lambda w: w.does(service, w.subject, *args, **more)


ALONE, BUILDING = {WHOLE}, {ABOVE, WHOLE}
CALLS = ANYWHERE - {NEXT}
LATER = datetime(2026, 11, 28, 9)
ASKED = TaskState.ASKED
TODAY = (date(2026, 11, 23), date(2026, 11, 23))

SERVED: Mapping[tuple[Right, str], Step] = {
    (Right.INVITE, "make a code"): Step(lambda w: w.does(codes.make, "3-2-501"), OVER),
    (Right.INVITE, "make a sheet"): Step(lambda w: w.does(codes.make, "3号楼"), BUILDING),
    (Right.VOUCH, "say yes"): Step(lambda w: w.does(homes.vouch, w.pending, known=True), OVER),
    (Right.VOUCH, "say no"): Step(lambda w: w.does(homes.vouch, w.pending, known=False), OVER),
    (Right.VOUCH, "seen there"): Step(lambda w: w.does(leaving.still_seen, w.lives), OVER),
    (Right.VOUCH, "seen leaving"): Step(lambda w: w.does(leaving.seen_leaving, w.lives), OVER),
    (Right.LEDGER, "ask"): Step(lambda w: w.does(ask_ledger, chat=GROUP), {WHOLE}),
    (Right.CANNED, "keep"): Step(lambda w: w.does(canned.keep, "lift", "on our way", chat=GROUP), {WHOLE}),
    (Right.CANNED, "list"): Step(lambda w: w.does(canned.show, chat=GROUP), {WHOLE}),
    (Right.CANNED, "forget"): Step(of_subject(canned.drop), {WHOLE}, ready_words),
    (Right.HINT, "add"): Step(lambda w: w.does(hints.add, "3-2", "the key is at the gate"), OVER),
    (Right.HINT, "list"): Step(lambda w: w.does(hints.show, "3-2"), OVER),
    (Right.HINT, "ask to change"): Step(of_subject(hints.ask_change), OVER, hinted),
    (Right.HINT, "change"): Step(of_subject(hints.change, "with Li"), OVER, hinted),
    (Right.HINT, "forget"): Step(of_subject(hints.drop), OVER, hinted),
    (Right.ANNOUNCE, "post"): Step(of_subject(announcing.post), {ABOVE, WHOLE}, drafted),
    (Right.ANNOUNCE, "throw away"): Step(of_subject(announcing.drop), {ABOVE, WHOLE}, drafted),
    (Right.ANNOUNCE, "lengthen"): Step(of_subject(announcing.lengthen), {ABOVE, WHOLE}, off),
    (Right.ANNOUNCE, "end"): Step(of_subject(announcing.end), {ABOVE, WHOLE}, off),
    (Right.WORK, "take"): Step(lambda w: w.does(act, ById(w.case_id), Action.TAKE), ANYWHERE),
    (Right.WORK, "hear"): Step(of_case(hearing.begin), ANYWHERE),
    (Right.WORK, "write what was heard"): Step(
        lambda w: w.does(hearing.write, w.case_id, Draft("it drips", 5, w.desk.clock.now())), ANYWHERE
    ),
    (Right.WORK, "put off"): Step(of_case(duties.put_off, Later.HOUR), ANYWHERE),
    (Right.WORK, "keep out"): Step(of_case(recusal.step_back), ANYWHERE),
    (Right.WORK, "ask to give back"): Step(lambda w: w.does(returning.ask, ById(w.case_id)), ANYWHERE),
    (Right.WORK, "give back"): Step(
        lambda w: w.does(returning.give_back, ById(w.case_id), returning.Reason.OURS, w.subject),
        ANYWHERE,
        committee,
    ),
    (Right.WORK, "ask others to join"): Step(
        lambda w: w.does(returning.join, ById(w.case_id), w.subject), ANYWHERE, committee
    ),
    (Right.WORK, "be away"): Step(  # wherever one works
        lambda w: w.does(absences.leave, LATER.date(), LATER.date()), {*ANYWHERE, ELSEWHERE}
    ),
    (Right.WORK, "be back"): Step(lambda w: w.does(absences.back), {*ANYWHERE, ELSEWHERE}),
    (Right.WORK, "agree to a task"): Step(of_subject(tasks.agree), ANYWHERE, handed),
    (Right.WORK, "give a task back"): Step(of_subject(tasks.give_back, Back.LIST), ANYWHERE, handed),
    (Right.ARBITRATE, "decide"): Step(
        lambda w: w.does(returning.decide, w.case_id, w.subject), ALONE, disputed
    ),
    (Right.HAND_DOWN, "hand down"): Step(
        lambda w: w.does(tasks.hand_down, "count the bicycles", 5, chat=GROUP), ALONE, committee
    ),
    (Right.HAND_DOWN, "begin"): Step(lambda w: w.does(tasks.begin, chat=GROUP), ALONE, committee),
    (Right.SET_UP, "the list of matters"): Step(  # one's own compound's, where one is asked
        lambda w: w.does(matters.show, chat=GROUP), {WHOLE, ELSEWHERE}
    ),
    (Right.SET_UP, "send a list of matters"): Step(of_compound(matters.upload, "file"), ALONE),
    (Right.SET_UP, "put a list into force"): Step(of_subject(matters.enable), ALONE, list_drafted),
    (Right.SET_UP, "drop a list"): Step(of_subject(matters.drop), ALONE, list_drafted),
    (Right.WORK, "leave out of the figures"): Step(of_case(exclusions.propose, Why.TEST), ALONE),
    (Right.WORK, "agree to leave out"): Step(of_subject(exclusions.agree), ALONE, proposed),
    (Right.MEASURE, "by category"): Step(
        lambda w: w.does(numbers.show, Span.WEEK, "categories", chat=GROUP), ALONE
    ),
    (Right.MEASURE, "one day"): Step(lambda w: w.does(numbers.show_days, TODAY, chat=GROUP), ALONE),
    (Right.MEASURE, "one day's picture"): Step(lambda w: w.does(numbers.draw, TODAY, chat=GROUP), ALONE),
    (Right.MEASURE, "table"): Step(lambda w: w.does(numbers.tabulate, TODAY, chat=GROUP), ALONE),
    (Right.SET_UP, "weekly digest"): Step(lambda w: w.does(numbers.switch, False, chat=GROUP), ALONE),
    (Right.TRIAGE, "settle"): Step(of_case(triage.settle, Stream.PUBLIC), ALONE),
    (Right.TRIAGE, "which"): Step(of_case(triage.ask), ALONE),
    (Right.TRIAGE, "where"): Step(of_case(lambda tx, a, i: locating.ask(tx, a, ById(i))), ALONE),
    (Right.TRIAGE, "move"): Step(lambda w: w.does(locating.move, w.case_id, w.desk.compound), ALONE),
    (Right.POSTER, "make"): Step(lambda w: w.does(posters.make, Mention(("3栋", "2单元")), "lift"), OVER),
    (Right.RECORD, "write down"): Step(
        lambda w: w.does(behalf.record, behalf.Caller("Ms Zhang"), Draft("it drips", 5, w.desk.clock.now())),
        ANYWHERE,
    ),
    (Right.ANSWER, "take"): Step(of_subject(answering.take), ALONE, asked),
    (Right.ANSWER, "answer"): Step(of_subject(answering.answer, "no"), ALONE, asked),
    (Right.ANSWER, "share"): Step(of_subject(answering.share), ALONE, answered),
    (Right.POLL, "begin"): Step(lambda w: w.does(drafting.begin), ANYWHERE),
    (Right.POLL, "draft"): Step(
        lambda w: w.does(drafting.draft, Wording("When?", (Option("9"), Option("10")))), ANYWHERE
    ),
    (Right.POLL, "ask when"): Step(of_subject(leading.ask_when), CALLS, polled),
    (Right.POLL, "another day"): Step(of_subject(leading.close_in, 7), CALLS, polled),
    (Right.POLL, "another hour"): Step(of_subject(leading.close_at, LATER), CALLS, polled),
    (Right.POLL, "ask to end"): Step(of_subject(leading.ask_end), CALLS, polled),
    (Right.POLL, "end"): Step(of_subject(leading.end), CALLS, polled),
    (Right.SEE_MISSING, "list"): Step(of_subject(leading.show_missing), CALLS, polled),
    (Right.SEE_MISSING, "remind"): Step(of_subject(leading.nudge), CALLS, polled),
    (Right.CALL, "in the building's group"): Step(
        lambda w: w.does(open_call, "clean-up", 5, chat=BUILDINGS_GROUP), CALLS
    ),
    (Right.CALL, "in private"): Step(lambda w: w.does(draft_call, WISH), ANYWHERE),
    (Right.CALL, "ask for a time"): Step(of_subject(changes.ask, changes.WHEN_WANTED), CALLS, called),
    (Right.CALL, "another time"): Step(of_subject(changes.retime, LATER, None), CALLS, called),
    (Right.CALL, "another number"): Step(of_subject(changes.resize, 9), CALLS, called),
    (Right.CALL, "ask to call off"): Step(of_subject(changes.ask_cancel), CALLS, called),
    (Right.CALL, "call off"): Step(of_subject(changes.cancel), CALLS, called),
    (Right.CALL, "close"): Step(of_subject(close), CALLS, called),
    (Right.CALL, "everybody came"): Step(of_subject(roll.tick_all), CALLS, over),
    (Right.CALL, "the list is right"): Step(of_subject(roll.finish), CALLS, over),
    (Right.CALL, "pin the card"): Step(lambda w: w.does(menus.show, 5, chat=BUILDINGS_GROUP), BUILDING),
    (Right.NAME_PEOPLE, "invite"): Step(lambda w: w.does(staff.invite, w.block.units[1], Role.WORKER), OVER),
    (Right.NAME_PEOPLE, "invite everywhere"): Step(of_compound(staff.invite_everywhere), ALONE),
    (Right.NAME_PEOPLE, "invite by words"): Step(
        of_compound(staff.invite_by_words, Role.CAPTAIN, "3号楼"), ALONE
    ),
    (Right.NAME_PEOPLE, "ask which building"): Step(of_compound(staff.ask_building), ALONE),
    (Right.NAME_PEOPLE, "list"): Step(of_compound(staff.people), ALONE),
    (Right.NAME_PEOPLE, "appoint"): Step(
        lambda w: w.does(staff.appoint, w.desk.actor("an"), Role.WORKER, "", chat=GROUP), ALONE
    ),
    (Right.NAME_PEOPLE, "charges"): Step(of_compound(leads.show), ALONE),
    (Right.NAME_PEOPLE, "choose a lead"): Step(
        of_compound(leads.choose, Charge.LEAD, BodyKind.PROPERTY), ALONE
    ),
    (Right.NAME_PEOPLE, "name a lead"): Step(
        of_subject(leads.name, Charge.COMMITTEE, None), ALONE, post_of_wang
    ),
    (Right.NAME_PEOPLE, "name a lead by words"): Step(
        of_compound(leads.name_by_words, "wang", Charge.STREET, None), ALONE
    ),
    (Right.NAME_PEOPLE, "name nobody"): Step(of_compound(leads.nobody, Charge.STREET, None), ALONE),
    (Right.NAME_PEOPLE, "dismiss"): Step(of_subject(dismissing.dismiss), ALONE, post_of_zhao),
    (Right.SET_UP, "show"): Step(of_compound(setup.show), ALONE),
    (Right.SET_UP, "resume"): Step(of_compound(setup.resume), ALONE),
    (Right.SET_UP, "go"): Step(of_compound(setup.go, SetupStep.NAME), ALONE),
    (Right.SET_UP, "skip"): Step(of_compound(setup.skip, SetupStep.NAME), ALONE),
    (Right.SET_UP, "name"): Step(of_compound(setup.name, "New"), ALONE),
    (Right.SET_UP, "call levels"): Step(of_compound(setup.call_levels, WORDS), ALONE),
    (Right.SET_UP, "sketch"): Step(of_compound(setup.sketch, SKETCH), ALONE),
    (Right.SET_UP, "build"): Step(of_compound(setup.build), ALONE, sketched),
    (Right.SET_UP, "models"): Step(of_compound(governing.models), ALONE),
    (Right.SET_UP, "govern"): Step(of_compound(governing.choose, Model.TWO, NAMES), ALONE),
    (Right.SET_UP, "no property"): Step(of_compound(governing.without_property, NAMES), ALONE),
    (Right.SET_UP, "name bodies"): Step(
        of_compound(governing.name_bodies, [Naming(BodyKind.PROPERTY, "P", "555123")], NAMES), ALONE
    ),
    (Right.SET_UP, "upload"): Step(of_compound(importing.upload, "file"), ALONE),
    (Right.SET_UP, "import"): Step(of_subject(importing.take), ALONE, imported),
    (Right.SET_UP, "forget the file"): Step(of_subject(importing.drop), ALONE, imported),
    (Right.SET_UP, "a bound group"): Step(lambda w: w.does(groups.begin, True, "N", "I", chat=GROUP), ALONE),
    (Right.SET_UP, "choose for a group"): Step(
        lambda w: w.does(groups.choose, w.subject, w.desk.compound), ALONE, offered
    ),
    (Right.SET_UP, "bind"): Step(of_subject(groups.bind, "workers"), ALONE, offered),
    (Right.SET_UP, "bind to a place"): Step(of_subject(groups.bind_place, "3号楼"), ALONE, offered),
    (Right.SET_UP, "bind to a club"): Step(of_subject(groups.bind_club, "Dance"), ALONE, offered),
    (Right.SET_UP, "move a group"): Step(lambda w: w.does(groups.move, BUILDINGS_GROUP), ALONE),
    (Right.SET_UP, "show working time"): Step(of_compound(worktimes.show), ALONE),
    (Right.SET_UP, "ask for working time"): Step(of_compound(worktimes.ask), ALONE),
    (Right.SET_UP, "set hours"): Step(
        lambda w: w.does(worktimes.set_slots, [Slot(540, 720)], w.desk.compound), ALONE
    ),
    (Right.SET_UP, "set limits"): Step(
        lambda w: w.does(worktimes.set_preset, Preset.QUICK, w.desk.compound), ALONE
    ),
    (Right.SET_UP, "set a day"): Step(
        lambda w: w.does(worktimes.set_day, SaidDay(10, 8), "off", w.desk.compound), ALONE
    ),
    (Right.SET_UP, "take hours back"): Step(
        lambda w: w.does(worktimes.undo, w.desk.compound, w.subject), ALONE, retimed
    ),
    (Right.SET_UP, "try a group"): Step(lambda w: w.does(trial.begin, BUILDINGS_GROUP), BUILDING),
}
"""What asks for a right today."""


def went(step: Step, world: World) -> bool:
    """Whether it was done rather than refused."""
    try:
        step.try_it(world)
    except DomainError:
        return False
    return True


def may_do(right: Right, name: str, role: Role, relation: str) -> bool:
    return role in HOLDS[right] and relation in SERVED[right, name].reach


ALLOWED = [
    (*cell, role, relation)
    for cell in SERVED
    for role in Role
    for relation in RELATIONS
    if may_do(*cell, role, relation)
]


@pytest.mark.parametrize(("right", "name", "role", "relation"), ALLOWED)
def test_who_may_is_served(desk: Desk, right: Right, name: str, role: Role, relation: str) -> None:
    world, step = world_of(desk, role, relation), SERVED[right, name]
    world.subject = step.ready(world) if step.ready is not None else None
    before = world.kept()
    step.try_it(world)
    assert world.kept() != before


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("role", Role)
def test_who_may_not_is_refused_and_leaves_nothing(desk: Desk, role: Role, relation: str) -> None:
    """All cells of a role in a place on one block: a refusal leaves nothing, so none disturbs the next."""
    world, leaks = world_of(desk, role, relation), []
    refused = [cell for cell in SERVED if not may_do(*cell, role, relation)]
    for cell in sorted(refused, key=lambda one: SERVED[one].ready is over):  # it moves the clock
        step = SERVED[cell]
        world.subject = step.ready(world) if step.ready is not None else None
        before = world.kept()
        if went(step, world) or world.kept() != before:
            leaks.append(cell)
    assert leaks == []
    assert len(refused) + sum(one[2:] == (role, relation) for one in ALLOWED) == len(SERVED)


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.WORKER])
def test_a_case_is_nobodys_to_look_at_who_neither_works_there_nor_reported_it(
    desk: Desk, role: Role, relation: str
) -> None:
    world = world_of(desk, role, relation)
    for action in Action:
        with pytest.raises(DomainError):
            world.does(act, ById(world.case_id), action, "words")
    with pytest.raises(DomainError):
        world.does(look, ById(world.case_id))
