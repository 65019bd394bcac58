"""Putting a duty off, and handing it over: who may, and what each step leaves behind."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from domain.cases.intake import report
from domain.cases.rules import Case, Draft
from domain.cases.service import ById, act
from domain.cases.table import Action
from domain.duties.rules import Later, NothingOpen, next_morning, until
from domain.flows import duties
from domain.kernel.errors import NotAllowed, NotFound
from knowledge.calendar import WorkingCalendar
from storage.tables import cases, due
from tests.machines.desk import Desk

NUMBERS = count(9_000)
WORKERS = ("wang", "li")


def say(desk: Desk, who: str, service: Any, *args: Any) -> Any:
    said = desk.say(next(NUMBERS), who, service, *args)
    if said.refused is not None:
        raise said.refused
    return said.answer


def taken(desk: Desk) -> Case:
    case = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    desk.fresh_outbox()
    return case


def test_only_whoever_has_it_hands_it_over(desk: Desk) -> None:
    case = taken(desk)
    with pytest.raises(NothingOpen):
        say(desk, "li", duties.offer, case.id, desk.people["li"])
    with pytest.raises(NotFound):
        say(desk, "wang", duties.offer, case.id, desk.people["an"])  # she does not work here
    with pytest.raises(NotFound):
        say(desk, "wang", duties.offer, case.id, desk.people["wang"])
    with pytest.raises((NotAllowed, NotFound)):
        say(desk, "an", duties.accept, case.id, desk.people["wang"])
    with pytest.raises(NothingOpen):
        say(desk, "li", duties.accept, case.id, desk.people["an"])  # whoever never had it gave nothing


def test_it_goes_over_once_and_everybody_hears(desk: Desk) -> None:
    case = taken(desk)
    say(desk, "wang", duties.offer, case.id, desk.people["li"])
    desk.fresh_outbox()
    say(desk, "li", duties.accept, case.id, desk.people["wang"])
    told = {(row.key, row.destination.partition("@")[0]) for row in desk.fresh_outbox()}
    assert told == {
        ("duty-taken-over", f"person:{desk.people['wang']}"),
        ("case-taken", f"person:{desk.people['an']}"),
        ("duty-yours", f"person:{desk.people['li']}"),
    }
    (row,) = desk.rows(select(cases))
    assert (row.handler_id, row.assignee_id, row.state) == (desk.people["li"],) * 2 + ("taken",)
    with pytest.raises(NothingOpen):
        say(desk, "li", duties.accept, case.id, desk.people["wang"])


def test_an_offer_is_worth_nothing_once_the_case_is_done(desk: Desk) -> None:
    case = taken(desk)
    say(desk, "wang", duties.offer, case.id, desk.people["li"])
    say(desk, "wang", act, ById(case.id), Action.FINISH, "done")
    with pytest.raises(NothingOpen):
        say(desk, "li", duties.accept, case.id, desk.people["wang"])


def test_a_second_putting_off_takes_the_place_of_the_first(desk: Desk) -> None:
    case = taken(desk)
    say(desk, "wang", duties.put_off, case.id, Later.HOUR)
    desk.pass_time(timedelta(minutes=10))
    say(desk, "wang", duties.put_off, case.id, Later.HOURS)
    rows = desk.rows(select(due).where(due.c.kind == "duty.again"))
    assert sorted(row.state for row in rows) == ["cancelled", "open"]


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 30)).map(lambda at: at.replace(tzinfo=UTC))


@given(MOMENTS, st.sampled_from(list(Later)))
def test_what_is_put_off_comes_back_later_and_never_at_night(now: datetime, later: Later) -> None:
    from zoneinfo import ZoneInfo

    at = until(later, WorkingCalendar(), now, "Asia/Shanghai")
    local = at.astimezone(ZoneInfo("Asia/Shanghai"))
    assert at > now
    assert (8, 0) <= (local.hour, local.minute) <= (21, 30)


@given(MOMENTS)
def test_the_next_morning_is_a_working_day_half_past_eight(now: datetime) -> None:
    from zoneinfo import ZoneInfo

    at = next_morning(WorkingCalendar(), now, "Asia/Shanghai")
    local = at.astimezone(ZoneInfo("Asia/Shanghai"))
    assert at > now
    assert (local.hour, local.minute) == (8, 30)
    assert WorkingCalendar().works(local.date())
