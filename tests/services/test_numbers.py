"""Services of figures, row by row: who may, what is kept, and what two who tap at once come to."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.cases.intake import report
from domain.cases.rules import Draft
from domain.cases.service import ById
from domain.kernel.errors import NotAllowed, NotFound
from domain.numbers import exclusions, promises, service, weekly
from domain.numbers.exclusions import ExclusionStands, NoExclusion, SecondWanted
from domain.numbers.periods import BadPeriod, Span
from domain.numbers.promises import PromiseLength
from domain.numbers.rules import Why
from storage.tables import audit, bodies, body_promises, case_events, case_exclusions, due, jobs, outbox
from storage.tx import transaction
from tests.machines.desk import GROUP, Desk

NUMBERS = iter(range(90_000, 99_999))


def does(desk: Desk, name: str, what: Any, *args: Any) -> Any:
    said = desk.say(next(NUMBERS), name, what, *args)
    if said.refused is not None:
        raise said.refused
    return said.answer


def filed(desk: Desk, name: str = "an") -> Any:
    return does(desk, name, report, Draft("lift", 1, desk.clock.now()))


def body(desk: Desk) -> int:
    return int(desk.rows(select(bodies.c.id).where(bodies.c.compound_id == desk.compound))[0].id)


def test_an_exclusion_takes_two_and_a_reason(desk: Desk) -> None:
    case = filed(desk)
    does(desk, "wang", exclusions.ask, ById(case.id))
    does(desk, "wang", exclusions.propose, case.id, Why.DUPLICATE)
    with pytest.raises(ExclusionStands):
        does(desk, "li", exclusions.propose, case.id, Why.TEST)
    with pytest.raises(SecondWanted):
        does(desk, "wang", exclusions.agree, case.id)
    does(desk, "li", exclusions.agree, case.id)
    for again in (exclusions.agree, exclusions.object_to):
        with pytest.raises(NoExclusion):
            does(desk, "li", again, case.id)
    (row,) = desk.rows(select(case_exclusions))
    assert (row.reason, row.proposed_by, row.agreed_by) == (
        "duplicate",
        desk.people["wang"],
        desk.people["li"],
    )
    noted = [row.action for row in desk.rows(select(audit.c.action).where(audit.c.action.like("exclusion%")))]
    assert noted == ["exclusion.propose.duplicate", "exclusion.agree"]


def test_one_that_was_refused_can_be_proposed_again(desk: Desk) -> None:
    case = filed(desk)
    does(desk, "wang", exclusions.propose, case.id, Why.TEST)
    does(desk, "li", exclusions.object_to, case.id)
    assert not desk.rows(select(case_exclusions))
    does(desk, "li", exclusions.propose, case.id, Why.MISTAKEN)


@pytest.mark.parametrize("who", ["an", "bo", "captain", "stranger"])
def test_nobody_else_leaves_a_case_out(desk: Desk, who: str) -> None:
    case = filed(desk)
    with pytest.raises((NotAllowed, NotFound)):
        does(desk, who, exclusions.propose, case.id, Why.TEST)
    assert not desk.rows(select(case_exclusions))


def test_a_worker_does_not_leave_out_what_they_reported_themselves(desk: Desk) -> None:
    case = filed(desk, "wang")
    with pytest.raises(NotAllowed):
        does(desk, "wang", exclusions.propose, case.id, Why.TEST)


def test_what_staff_reports_for_itself_is_marked_in_the_log(desk: Desk) -> None:
    for name, expected in (("wang", "staff"), ("an", None)):
        case = filed(desk, name)
        (row,) = desk.rows(select(case_events.c.reason).where(case_events.c.case_id == case.id))
        assert row.reason == expected


def test_a_promise_ends_with_the_next_and_stands_as_history(desk: Desk) -> None:
    ours = body(desk)
    does(desk, "wang", promises.publish, ours, " lamps  in a day ")
    desk.pass_time(timedelta(hours=1))
    does(desk, "wang", promises.publish, ours, "lamps in an hour")
    first, second = desk.rows(select(body_promises).order_by(body_promises.c.id))
    assert (first.words, first.until) == ("lamps in a day", desk.clock.now())
    assert (second.words, second.until) == ("lamps in an hour", None)
    does(desk, "wang", promises.retract, ours)
    with pytest.raises(NotFound):
        does(desk, "wang", promises.retract, ours)
    assert all(row.until is not None for row in desk.rows(select(body_promises)))


@pytest.mark.parametrize("words", ["", "   ", "x" * 61])
def test_a_promise_is_one_line(desk: Desk, words: str) -> None:
    with pytest.raises(PromiseLength):
        does(desk, "wang", promises.publish, body(desk), words)


@pytest.mark.parametrize("who", ["an", "captain", "stranger"])
def test_nobody_promises_in_anothers_name(desk: Desk, who: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        does(desk, who, promises.publish, body(desk), "lamps in a day")
    assert not desk.rows(select(body_promises))


def test_residents_read_weeks_and_months_staff_any_days(desk: Desk) -> None:
    today = desk.clock.now().date()
    does(desk, "an", service.show, Span.LAST_MONTH)
    with pytest.raises(NotAllowed):
        does(desk, "an", service.show_days, (today, today))
    with pytest.raises(NotAllowed):
        does(desk, "an", service.show, Span.WEEK, "categories")
    with pytest.raises(BadPeriod):
        does(desk, "wang", service.show_days, (today, today - timedelta(days=1)))
    does(desk, "wang", service.show_days, (today, today))
    does(desk, "wang", service.show, Span.WEEK, "categories")


def test_the_digest_is_planned_once_and_makes_one_job_a_week(desk: Desk) -> None:
    for _ in range(3):
        desk.write(transaction(desk.deps, weekly.plan_weeks))
    planned = select(due).where(due.c.kind == weekly.WEEKLY, due.c.subject_id == desk.compound)
    assert [row.local for row in desk.rows(planned)] == ["2026-11-30T09:00"]
    desk.pass_time(timedelta(days=23))  # three mondays that nobody was there for
    asked = desk.rows(select(jobs).where(jobs.c.kind == weekly.WEEKLY, jobs.c.compound_id == desk.compound))
    assert len(asked) == 1
    assert [row.state for row in desk.rows(planned.order_by(due.c.at))] == ["done", "open"]


def test_switched_off_it_asks_for_nothing_and_goes_on_being_planned(desk: Desk) -> None:
    desk.write(transaction(desk.deps, weekly.plan_weeks))
    with pytest.raises(NotAllowed):
        does(desk, "wang", service.switch, False)
    desk.write(transaction(desk.deps, lambda tx: tx.numbers.set_weekly(desk.compound, False)))
    desk.pass_time(timedelta(days=8))
    assert not desk.rows(select(jobs).where(jobs.c.compound_id == desk.compound))


def test_it_is_posted_once_a_week_in_each_group_and_never_at_night(desk: Desk) -> None:
    desk.pass_time(timedelta(hours=14))  # 23:00
    week = service.period(Span.LAST_WEEK, desk.clock.now().date())
    for _ in range(2):
        desk.write(transaction(desk.deps, weekly.post, desk.compound, week, None))
    (row,) = desk.rows(select(outbox).where(outbox.c.key == "numbers-weekly"))
    assert row.destination == f"chat:{GROUP}"
    assert row.not_before - desk.clock.now() == timedelta(hours=9)
