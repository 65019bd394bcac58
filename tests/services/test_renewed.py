"""What is called off and planned again stands again; and what an outage kept back is not said at night."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select

from bot.sweep import SERVICES
from domain.calls.changes import retime
from domain.calls.rules import Wish
from domain.calls.service import join, open_wish
from domain.cases.intake import report
from domain.cases.rules import Draft
from domain.cases.service import ById, act
from domain.cases.table import Action
from domain.duties.rules import Later
from domain.duties.service import plan_mornings
from domain.flows import duties
from domain.kernel.due import Due
from domain.places import homes, leaving
from storage.tables import due, outbox
from storage.tx import transaction
from tests.machines.block import Block
from tests.machines.desk import Desk

NUMBERS = count(20_000)
HOURS_AHEAD = timedelta(hours=8)
"""Of the desk's compound, before UTC."""


def say(desk: Desk, who: str, service: Callable[..., Any], *args: Any, group: bool = False) -> Any:
    said = desk.say(next(NUMBERS), who, service, *args, group=group)
    if said.refused is not None:
        raise said.refused
    return said.answer


def planned(desk: Desk, kind: str) -> list[str]:
    rows = desk.rows(select(due).where(due.c.state == "open", due.c.kind == kind))
    return [row.local for row in rows]


def outage_until(desk: Desk, local: datetime) -> None:
    """The program stood still, and its first sweep is at that local time."""
    desk.clock.at = local.replace(tzinfo=desk.clock.at.tzinfo) - HOURS_AHEAD
    desk.run(desk.sweep())


def at_hours(desk: Desk, key: str) -> list[int]:
    """The local hours from which those messages may leave."""
    rows = desk.rows(select(outbox.c.not_before).where(outbox.c.key == key).order_by(outbox.c.id))
    return [(row.not_before + HOURS_AHEAD).hour for row in rows]


def test_who_moves_out_and_back_in_one_night_is_asked_in_a_year_all_the_same(desk: Desk) -> None:
    block = Block(desk)
    desk.clock.at += timedelta(hours=14)  # 23:00: what is planned from here waits for the morning
    lives = block.settled("an")
    before = planned(desk, homes.STILL_THERE)
    assert len(before) == 1
    say(desk, "an", leaving.leave, lives.id)
    assert planned(desk, homes.STILL_THERE) == []
    desk.clock.at += timedelta(minutes=1)
    say(desk, "an", leaving.undo, lives.id)
    assert planned(desk, homes.STILL_THERE) == before


def test_who_says_twice_that_they_still_live_there_is_asked_in_a_year_all_the_same(desk: Desk) -> None:
    lives = Block(desk).settled("an")
    for _ in range(2):
        say(desk, "an", leaving.still, lives.id)
    assert len(planned(desk, homes.STILL_THERE)) == 1


def test_who_was_doubted_and_confirmed_again_is_asked_once_a_year(desk: Desk) -> None:
    block = Block(desk)
    lives = block.settled("an")
    block.settled("bo")
    say(desk, "bo", homes.object_to, lives.id)
    desk.clock.at += timedelta(days=2)
    say(desk, "zhao", lambda tx, actor: homes.vouch(tx, actor, lives.id, known=True))
    rows = desk.rows(select(due).where(due.c.kind == homes.STILL_THERE, due.c.subject_id == lives.id))
    assert [row.state for row in rows].count("open") == 1


def test_a_duty_put_off_twice_in_one_instant_comes_back_once(desk: Desk) -> None:
    case = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    for _ in range(2):
        say(desk, "wang", duties.put_off, case.id, Later.HOUR)
    assert len(planned(desk, duties.AGAIN)) == 1
    desk.fresh_outbox()
    desk.pass_time(timedelta(hours=1))
    assert [row.key for row in desk.fresh_outbox()] == ["duty-again"]


def test_what_nobody_has_comes_back_to_each_who_put_it_off(desk: Desk) -> None:
    case = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    for who in ("wang", "li"):
        say(desk, who, duties.put_off, case.id, Later.HOUR)
    desk.fresh_outbox()
    desk.pass_time(timedelta(hours=1))
    told = {row.destination for row in desk.fresh_outbox() if row.key == "duty-again"}
    assert told == {f"person:{desk.people[who]}" for who in ("wang", "li")}


def test_a_colleague_who_declines_a_second_offer_is_heard_too(desk: Desk) -> None:
    case = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    wang, li = desk.people["wang"], desk.people["li"]
    for _ in range(2):
        say(desk, "wang", duties.offer, case.id, li)
        desk.fresh_outbox()
        say(desk, "li", duties.decline, case.id, wang)
        assert [row.key for row in desk.fresh_outbox()] == ["duty-declined"]
        say(desk, "li", duties.decline, case.id, wang)  # a second tap
        assert desk.fresh_outbox() == []
        desk.clock.at += timedelta(hours=2)


def test_a_digest_that_an_outage_kept_back_is_said_in_the_morning_once(desk: Desk) -> None:
    desk.write(transaction(desk.deps, plan_mornings))
    desk.clock.at += timedelta(hours=1)
    outage_until(desk, datetime(2026, 11, 25, 3))
    assert at_hours(desk, "duty-digest") == []
    outage_until(desk, datetime(2026, 11, 25, 8, 30))
    assert at_hours(desk, "duty-digest") == [8, 8, 8]  # one for each worker, of two compounds
    rows = desk.rows(select(due).where(due.c.kind == "duty.morning", due.c.state == "open"))
    assert {row.local for row in rows} == {"2026-11-26T08:30"}


def test_a_duty_that_an_outage_kept_back_comes_in_the_morning(desk: Desk) -> None:
    case = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    say(desk, "wang", duties.put_off, case.id, Later.HOUR)
    outage_until(desk, datetime(2026, 11, 24, 2))
    assert at_hours(desk, "duty-again") == [8]
    assert at_hours(desk, "duties-late") == [8]


def test_a_reminder_of_a_call_waits_for_the_morning_or_is_left_out(desk: Desk) -> None:
    saturday = datetime(2026, 11, 28, 11)
    for start in (saturday, saturday - timedelta(hours=4)):
        call = say(desk, "captain", open_wish, Wish("clean-up", 2, start), group=True)
        say(desk, "bo", join, call.id)
    outage_until(desk, datetime(2026, 11, 27, 23))
    assert at_hours(desk, "call-remind") == [8]  # the other one begins before anybody is awake


def test_a_yearly_question_waits_for_the_morning(desk: Desk) -> None:
    Block(desk).settled("an")
    outage_until(desk, datetime(2027, 11, 30, 3))
    assert at_hours(desk, "home-still") == [8]
    outage_until(desk, datetime(2028, 1, 30, 3))
    assert at_hours(desk, "home-unheard") == [8]


@pytest.mark.parametrize("kind", ["call.start", "call.end"])
def test_a_clock_of_an_older_time_does_nothing_to_a_call(desk: Desk, kind: str) -> None:
    start = datetime(2026, 11, 28, 9)
    call = say(desk, "captain", open_wish, Wish("clean-up", 2, start), group=True)
    say(desk, "bo", join, call.id)
    say(desk, "captain", retime, call.id, start + timedelta(days=7), None, group=True)
    outage_until(desk, datetime(2026, 11, 28, 12))
    row = Due(1, kind, call.id, desk.clock.at - timedelta(hours=3), f"{kind}:{call.id}:0")
    desk.write(lambda connection: SERVICES[kind](desk.deps.open(connection), row, None))
    assert say(desk, "deng", join, call.id).ahead == 0
