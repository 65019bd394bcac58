"""Whose a case is: offered to whoever has least, given back twice at most, decided once, joined by others."""

import json
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from domain.cases import absences, recusal, returning, tasks
from domain.cases.absences import BadLeave
from domain.cases.handed import Back, TaskState
from domain.cases.intake import report
from domain.cases.returning import Decided, NotOurs, Reason, SameBody
from domain.cases.routing import least
from domain.cases.rules import Draft, IllegalTransition
from domain.cases.service import ById, act
from domain.cases.staffing import Load
from domain.cases.table import Action, State
from domain.flows import duties
from domain.kernel.errors import NotAllowed, NotFound
from domain.kernel.people import Role
from domain.matters import service as matters
from domain.matters.barred import Barred
from domain.matters.listing import Line
from domain.matters.rules import BarredMatter, ListState, StaleList
from domain.places.charges import EVERYWHERE, Charge
from domain.places.rules import NoCompound
from storage import seeding
from storage.tables import bodies, case_bodies, case_events, cases, grants, handed_tasks, matter_lists
from storage.tx import transaction
from tests.machines.desk import Desk

NUMBERS = count(1)
TUESDAY = date(2026, 11, 24)


def say(desk: Desk, who: str, service: Any, *args: Any, **more: Any) -> Any:
    said = desk.say(next(NUMBERS), who, lambda tx, a: service(tx, a, *args, **more))
    if said.refused is not None:
        raise said.refused
    return said.answer


def filed(desk: Desk, text: str = "the lift", who: str = "an") -> Any:
    return say(desk, who, report, Draft(text, next(NUMBERS), desk.clock.now()))


def committee(desk: Desk, *who: str, kind: str = "committee") -> int:
    """A second body; these people work for it, and a steward looks after the compound."""
    desk.people = dict(desk.people)

    def put(connection: Any) -> int:
        scope = desk.deps.scope(connection)
        body = seeding.add_body(scope, desk.compound, kind, kind.title())
        for name in who:
            desk._add(scope, name, Role.WORKER, desk.compound, body)
        if "steward" not in desk.people:
            desk._add(scope, "steward", Role.STEWARD, desk.compound)
        return body

    return int(desk.write(put))


def own_body(desk: Desk) -> int:
    return int(desk.rows(select(bodies.c.id).where(bodies.c.kind == "property"))[0].id)


def row(desk: Desk, case: Any) -> Any:
    (found,) = desk.rows(select(cases).where(cases.c.id == case.id))
    return found


def told(desk: Desk, key: str) -> list[Any]:
    return [one for one in desk.fresh_outbox() if one.key == key]


# --- offers -------------------------------------------------------------------------------------------


def test_whoever_has_least_is_offered_the_next(desk: Desk) -> None:
    wang, li = desk.people["wang"], desk.people["li"]
    assert [row(desk, filed(desk)).assignee_id for _ in range(4)] == [wang, li, wang, li]


def test_of_several_whoever_was_longest_without(desk: Desk) -> None:
    for who in ("wang", "li"):
        case = filed(desk)
        say(desk, who, act, ById(case.id), Action.TAKE)
        say(desk, who, act, ById(case.id), Action.FINISH, "done")
    assert row(desk, filed(desk)).assignee_id == desk.people["wang"]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=8), st.data())
@settings(max_examples=200)
def test_the_least_loaded_is_never_behind_anybody(has: list[tuple[int, int]], data: Any) -> None:
    loads = [Load(number, *load) for number, load in enumerate(has)]
    but = data.draw(st.lists(st.sampled_from(range(len(loads))), max_size=3))
    chosen = least(loads, but)
    able = [load for load in loads if load.person_id not in but]
    assert (chosen is None) == (not able)
    if able:
        picked = loads[chosen or 0]
        assert picked in able
        assert (picked.open, picked.newest) == min((load.open, load.newest) for load in able)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40))
@settings(max_examples=100)
def test_equal_shifts_spread_by_one_at_most(closings: list[int]) -> None:
    """Cases come in, and now and then somebody closes one: who has most has at most two more than who has
    least of those that come in while nobody closes.
    """
    have, newest = dict.fromkeys(range(5), 0), dict.fromkeys(range(5), 0)
    for number, _ in enumerate(closings, 1):
        one = least([Load(who, have[who], newest[who]) for who in have])
        assert one is not None
        have[one], newest[one] = have[one] + 1, number
        assert max(have.values()) - min(have.values()) <= 2


def test_who_is_away_is_offered_nothing(desk: Desk) -> None:
    say(desk, "wang", absences.leave, date(2026, 11, 23), date(2026, 11, 24))
    assert {row(desk, filed(desk)).assignee_id for _ in range(3)} == {desk.people["li"]}
    desk.pass_time(timedelta(days=2))
    assert row(desk, filed(desk)).assignee_id == desk.people["wang"]


def test_the_named_fallback_has_what_nobody_is_on_duty_for(desk: Desk) -> None:
    committee(desk, "ma", "niu")
    for who in ("wang", "li"):
        say(desk, who, absences.leave, date(2026, 11, 23), date(2026, 11, 24))

    def name(tx: Any) -> None:
        tx.leads.name(desk.compound, Charge.FALLBACK, EVERYWHERE, desk.people["niu"])

    desk.write(transaction(desk.deps, name))
    assert row(desk, filed(desk)).assignee_id == desk.people["niu"]


def test_cases_of_somebody_away_are_offered_on(desk: Desk) -> None:
    offered, taken = filed(desk), filed(desk)
    say(desk, "wang", act, ById(taken.id), Action.TAKE)
    say(desk, "li", absences.leave, date(2026, 11, 23), date(2026, 11, 23))
    say(desk, "li", absences.back)
    desk.fresh_outbox()
    say(desk, "wang", absences.leave, TUESDAY, TUESDAY)
    assert told(desk, "duty-offer") == []
    desk.pass_time(timedelta(days=1))
    (offer,) = told(desk, "duty-offer")
    assert offer.destination == f"person:{desk.people['li']}"
    assert row(desk, offered).assignee_id == desk.people["li"]
    assert row(desk, taken).handler_id == desk.people["wang"]  # until the other agrees
    say(desk, "li", duties.accept, taken.id, desk.people["wang"])
    assert row(desk, taken).handler_id == desk.people["li"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (None, None),
        (TUESDAY, date(2026, 11, 23)),
        (date(2026, 11, 20), date(2026, 11, 21)),
        (TUESDAY, date(2027, 5, 1)),
    ],
)
def test_a_leave_that_is_none(desk: Desk, first: Any, last: Any) -> None:
    with pytest.raises(BadLeave):
        say(desk, "wang", absences.leave, first, last)
    with pytest.raises(NotAllowed):
        say(desk, "an", absences.leave, TUESDAY, TUESDAY)


# --- returns ------------------------------------------------------------------------------------------


def test_a_case_is_given_back_and_the_clock_does_not_notice(desk: Desk) -> None:
    other = committee(desk, "ma")
    case = filed(desk)
    before = row(desk, case)
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    desk.pass_time(timedelta(hours=8))  # a new promise would name another day
    desk.fresh_outbox()
    say(desk, "wang", returning.give_back, ById(case.id), Reason.OURS, other)
    after = row(desk, case)
    assert (after.state, after.handler_id, after.assignee_id, after.body_id, after.returns) == (
        State.FILED, None, desk.people["ma"], other, 1
    )  # fmt: skip
    assert (after.due_at, after.round, after.filed_at) == (before.due_at, before.round, before.filed_at)
    keys = {one.key for one in desk.fresh_outbox()}
    assert {"case-given", "case-moved", "case-returned"} <= keys
    event = desk.rows(select(case_events).order_by(case_events.c.id))[-1]
    assert (event.action, event.reason, event.body_id) == ("return", "ours", other)


def test_only_who_has_it_gives_it_back(desk: Desk) -> None:
    other = committee(desk, "ma")
    case = filed(desk)
    with pytest.raises(NotOurs):
        say(desk, "ma", returning.give_back, ById(case.id), Reason.OURS, other)
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    with pytest.raises(IllegalTransition):
        say(desk, "li", returning.give_back, ById(case.id), Reason.OURS, other)
    with pytest.raises(NotAllowed):
        say(desk, "an", returning.give_back, ById(case.id), Reason.OURS, other)
    with pytest.raises(NotFound):
        say(desk, "bo", returning.give_back, ById(case.id), Reason.OURS, other)
    with pytest.raises(SameBody):
        say(desk, "wang", returning.give_back, ById(case.id), Reason.OURS, own_body(desk))
    with pytest.raises(NotFound):
        say(desk, "wang", returning.give_back, ById(case.id), Reason.OURS, 17)


def disputed(desk: Desk) -> tuple[Any, int, int]:
    """Given back twice; Wang's body has it again."""
    other, own = committee(desk, "ma"), own_body(desk)
    case = filed(desk)
    say(desk, "wang", returning.give_back, ById(case.id), Reason.OURS, other)
    say(desk, "ma", returning.give_back, ById(case.id), Reason.POWER, own)
    desk.fresh_outbox()
    return case, other, own


def test_the_third_time_the_arbiter_decides_once(desk: Desk) -> None:
    case, other, own = disputed(desk)
    due = row(desk, case).due_at
    say(desk, "wang", returning.give_back, ById(case.id), Reason.OURS, other)
    assert (row(desk, case).body_id, row(desk, case).returns) == (own, 2)
    (asked,) = told(desk, "case-decide")
    assert asked.destination == f"person:{desk.people['steward']}"
    for who in ("an", "wang", "ma", "stranger"):
        with pytest.raises(NotFound):
            say(desk, who, returning.decide, case.id, other)
    say(desk, "steward", returning.decide, case.id, other)
    now = row(desk, case)
    assert (now.body_id, now.assignee_id, now.returns, now.due_at) == (other, desk.people["ma"], 2, due)
    with pytest.raises(Decided):
        say(desk, "steward", returning.decide, case.id, own)
    with pytest.raises(Decided):
        say(desk, "ma", returning.give_back, ById(case.id), Reason.POWER, own)
    assert row(desk, case).returns == 2


def test_a_named_arbiter_decides_in_place_of_the_steward(desk: Desk) -> None:
    case, other, _ = disputed(desk)

    def name(tx: Any) -> None:
        tx.leads.name(desk.compound, Charge.ARBITER, EVERYWHERE, desk.people["ma"])

    desk.write(transaction(desk.deps, name))
    say(desk, "wang", returning.give_back, ById(case.id), Reason.OURS, other)
    with pytest.raises(NotFound):
        say(desk, "steward", returning.decide, case.id, other)
    say(desk, "ma", returning.decide, case.id, other)
    assert row(desk, case).body_id == other


def test_nothing_is_decided_that_nobody_disputes(desk: Desk) -> None:
    other = committee(desk, "ma")
    case = filed(desk)
    with pytest.raises(Decided):
        say(desk, "steward", returning.decide, case.id, other)


def test_a_case_given_back_does_not_go_to_whom_it_is_about(desk: Desk) -> None:
    other = committee(desk, "ma", "niu")
    case = filed(desk)
    say(desk, "an", recusal.affirm, case.id, desk.people["ma"])
    say(desk, "wang", returning.give_back, ById(case.id), Reason.OURS, other)
    assert row(desk, case).assignee_id == desk.people["niu"]


def test_others_join_and_the_owner_stays(desk: Desk) -> None:
    other, own = committee(desk, "ma"), own_body(desk)
    case = filed(desk)
    say(desk, "wang", returning.join, ById(case.id), other)
    with pytest.raises(SameBody):
        say(desk, "wang", returning.join, ById(case.id), other)
    with pytest.raises(SameBody):
        say(desk, "wang", returning.join, ById(case.id), own)
    assert [one.body_id for one in desk.rows(select(case_bodies))] == [other]
    assert row(desk, case).body_id == own
    assert told(desk, "case-join-asked")[0].destination == f"person:{desk.people['ma']}"


# --- the list of matters ------------------------------------------------------------------------------


def line(number: int, name: str, body: int, **more: Any) -> Line:
    values = {"words": (), "basis": "rule", "minutes": None, "stream": "community", "grade": "ordinary"}
    return Line(line=number, name=name, body_id=body, subject=None, **({"barred": None} | values | more))


def listed(desk: Desk, *lines: Line) -> Any:
    steward = desk.people["steward"]
    keep = transaction(desk.deps, matters.keep, desk.compound, steward, lines, next(NUMBERS))
    return desk.write(keep)


def in_force(desk: Desk, *lines: Line) -> Any:
    made = listed(desk, *lines)
    return say(desk, "steward", matters.enable, made.id)


def test_the_live_list_says_whose_a_case_is(desk: Desk) -> None:
    other = committee(desk, "ma")
    noise = line(2, "noise", other, words=("too loud",), minutes=120, stream="private", grade="complex")
    draft = listed(desk, noise, line(3, "loud", own_body(desk)))
    assert row(desk, filed(desk, "upstairs is too loud")).body_id == own_body(desk)  # a draft says nothing
    say(desk, "steward", matters.enable, draft.id)
    case = row(desk, filed(desk, "Upstairs is TOO LOUD"))
    assert (case.body_id, case.assignee_id, case.stream, case.grade) == (
        other, desk.people["ma"], "private", "complex"
    )  # fmt: skip
    assert case.matter_id is not None
    assert case.due_at - desk.clock.now() == timedelta(minutes=120)
    assert row(desk, filed(desk, "the door")).matter_id is None


def test_a_new_version_keeps_the_old_one(desk: Desk) -> None:
    committee(desk)
    first = in_force(desk, line(2, "noise", own_body(desk)))
    cited = row(desk, filed(desk, "noise")).matter_id
    second = in_force(desk, line(2, "light", own_body(desk)))
    states = {one.id: one.state for one in desk.rows(select(matter_lists))}
    assert states == {first.id: ListState.OLD, second.id: ListState.LIVE}
    assert (first.version, second.version) == (1, 2)
    get = transaction(desk.deps, lambda tx: tx.matters.get(cited))
    assert desk.write(get).name == "noise"
    with pytest.raises(StaleList):
        say(desk, "steward", matters.enable, first.id)
    with pytest.raises(StaleList):
        say(desk, "steward", matters.drop, second.id)


def test_a_second_draft_takes_the_first_ones_place(desk: Desk) -> None:
    committee(desk)
    first, second = (listed(desk, line(2, name, own_body(desk))) for name in ("a b", "c d"))
    with pytest.raises(StaleList):
        say(desk, "steward", matters.enable, first.id)
    say(desk, "steward", matters.drop, second.id)
    assert desk.rows(select(matter_lists)) == []


@pytest.mark.parametrize("who", ["an", "wang", "captain", "stranger"])
def test_only_a_steward_has_to_do_with_the_list(desk: Desk, who: str) -> None:
    committee(desk)
    made = listed(desk, line(2, "noise", own_body(desk)))
    for service, args in (
        (matters.show, ()),
        (matters.upload, (desk.compound, "file")),
        (matters.enable, (made.id,)),
        (matters.drop, (made.id,)),
    ):
        with pytest.raises(NotFound):
            say(desk, who, service, *args)


# --- tasks handed down --------------------------------------------------------------------------------


def the_task(desk: Desk) -> Any:
    (found,) = desk.rows(select(handed_tasks))
    return found


def test_what_is_on_the_committees_list_begins(desk: Desk) -> None:
    other = committee(desk, "ma")
    in_force(desk, line(2, "door calls", other))
    say(desk, "steward", tasks.hand_down, "please do the door calls", 5)
    (case,) = desk.rows(select(cases))
    assert (case.body_id, case.reporter_id, case.matter_id) == (
        other, desk.people["steward"], the_task(desk).matter_id
    )  # fmt: skip
    assert the_task(desk).state == TaskState.AGREED


def test_the_rest_waits_for_the_committees_word(desk: Desk) -> None:
    other = committee(desk, "ma")
    desk.fresh_outbox()
    task = say(desk, "steward", tasks.hand_down, "count the bicycles", 5)
    assert desk.rows(select(cases)) == []
    assert told(desk, "task-asked")[0].destination == f"person:{desk.people['ma']}"
    assert b"bicycles" not in the_task(desk).words
    for who in ("wang", "steward", "an", "stranger"):
        with pytest.raises(NotFound):
            say(desk, who, tasks.agree, task.id)
    case = say(desk, "ma", tasks.agree, task.id)
    assert (row(desk, case).body_id, row(desk, case).assignee_id) == (other, desk.people["ma"])
    with pytest.raises(tasks.TaskDecided):
        say(desk, "ma", tasks.give_back, task.id, Back.LIST)


def test_the_committee_gives_it_back_with_a_reason(desk: Desk) -> None:
    committee(desk, "ma")
    task = say(desk, "steward", tasks.hand_down, "count the bicycles", 5)
    desk.fresh_outbox()
    say(desk, "ma", tasks.give_back, task.id, Back.HANDS)
    assert (the_task(desk).state, the_task(desk).reason) == ("returned", "hands")
    (back,) = told(desk, "task-returned")
    assert json.loads(back.params)["reason"] == "hands"
    assert desk.rows(select(cases)) == []


BARRED = [
    ("去做一次行政处罚", Barred.ENFORCEMENT),
    ("把违章建筑拆了", Barred.DEMOLITION),
    ("人居环境整治迎检", Barred.CLEAN_UP),
    ("清理占道经营的流动摊贩", Barred.CITY),
    ("企业安全生产台账", Barred.SAFETY),
    ("消防检查挨家挨户", Barred.FIRE),
]


@pytest.mark.parametrize(("words", "why"), BARRED)
def test_six_classes_are_never_the_committees(desk: Desk, words: str, why: Barred) -> None:
    other = committee(desk, "ma")
    in_force(desk, line(2, words, other))  # not even where somebody has put it into the list
    with pytest.raises(BarredMatter) as refused:
        say(desk, "steward", tasks.hand_down, words, 5)
    assert refused.value.params == {"barred": why.value}
    assert desk.rows(select(handed_tasks)) == []
    assert row(desk, filed(desk, words)).body_id == own_body(desk)


def test_no_committee_no_task(desk: Desk) -> None:
    committee(desk, kind="owners")
    with pytest.raises(tasks.NoCommittee):
        say(desk, "steward", tasks.hand_down, "count the bicycles", 5)
    with pytest.raises(NotAllowed):
        say(desk, "wang", tasks.hand_down, "count the bicycles", 5)


def test_the_one_named_for_the_street_hands_down_too(desk: Desk) -> None:
    committee(desk, "ma")

    def name(tx: Any) -> None:
        tx.leads.name(desk.compound, Charge.STREET, EVERYWHERE, desk.people["li"])

    desk.write(transaction(desk.deps, name))
    say(desk, "li", tasks.hand_down, "count the bicycles", 5)
    desk.write(lambda c: c.execute(delete(grants).where(grants.c.person_id == desk.people["li"])))
    with pytest.raises(NoCompound):
        say(desk, "li", tasks.hand_down, "count the trees", 5)


def test_a_matter_of_the_list_is_not_given_to_a_barred_body(desk: Desk) -> None:
    other = committee(desk, "ma")
    in_force(desk, line(2, "fire door", own_body(desk), barred=None))
    case = filed(desk, "the fire door")
    desk.write(lambda c: c.exec_driver_sql("UPDATE matters SET barred = 'fire'"))
    with pytest.raises(BarredMatter):
        say(desk, "wang", returning.give_back, ById(case.id), Reason.OURS, other)
    desk.write(lambda c: c.execute(update(cases).values(matter_id=None)))
    say(desk, "wang", returning.give_back, ById(case.id), Reason.OURS, other)
