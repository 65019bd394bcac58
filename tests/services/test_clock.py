"""The three clocks of a case in the books: begun once, stopped, met, kept over rounds, moved by an edit."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from domain.cases import timekeeping, why, worktimes
from domain.cases.intake import report
from domain.cases.presets import Preset
from domain.cases.rules import Case, Draft, Grade
from domain.cases.service import ById, act
from domain.cases.steps import enact
from domain.cases.table import Action
from domain.cases.worktimes import SaidDay
from domain.kernel.errors import NotFound
from domain.kernel.people import Role
from domain.kernel.worktime import BadSlots, Slot
from storage import seeding
from storage.tables import audit, calendars, case_clocks, case_pauses, cases, due, jobs
from storage.tx import transaction
from tests.machines.desk import MONDAY, Desk

SPLIT = [Slot(540, 720), Slot(840, 1080)]


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)


def say(desk: Desk, who: str, service: Any, *args: Any) -> Any:
    return desk.write(transaction(desk.deps, service, desk.actor(who), *args))


def filed(desk: Desk) -> Case:
    case: Case = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    return case


def step(desk: Desk, who: str, case_id: int, action: Action) -> Case:
    """A step by the one door that all steps take."""

    def taken(tx: Any, actor: Any) -> Case:
        return enact(tx, tx.people.enter(actor), tx.cases.due(case_id), action)

    stepped: Case = say(desk, who, taken)
    return stepped


def clocks(desk: Desk, case_id: int) -> dict[tuple[int, str], Any]:
    rows = desk.rows(select(case_clocks).where(case_clocks.c.case_id == case_id))
    return {(row.round, row.kind): row for row in rows}


def planned(desk: Desk, case_id: int) -> dict[str, datetime]:
    """The warning and the hour itself; the rungs above are the ladder's."""
    rows = desk.rows(select(due).where(due.c.subject_id == case_id, due.c.state == "open"))
    return {row.kind: row.at for row in rows if row.kind in ("case.soon", "case.over")}


def settle(desk: Desk, preset: Preset, slots: list[Slot] | None = None) -> None:
    """The compound chooses; its steward is somebody new."""

    def chosen(tx: Any) -> None:
        table = replace(tx.calendars.of(desk.compound), preset=preset.value)
        tx.calendars.keep(desk.compound, replace(table, slots=tuple(slots)) if slots else table)

    desk.write(transaction(desk.deps, chosen))


def steward(desk: Desk, who: str = "li") -> None:
    def grant(connection: Any) -> None:
        scope = desk.deps.scope(connection)
        seeding.grant(scope, desk.people[who], Role.STEWARD, desk.compound, desk.compound)

    desk.write(grant)


def work_off(desk: Desk) -> int:
    """The job, without its runner."""

    def over(tx: Any) -> int:
        return sum(timekeeping.renewed(tx, one) for one in tx.clocks.running(desk.compound, 0, 100))

    moved: int = desk.write(transaction(desk.deps, over))
    return moved


def test_three_clocks_begin_at_intake_and_the_promise_is_the_solutions(desk: Desk) -> None:
    settle(desk, Preset.QUICK, SPLIT)
    case = filed(desk)
    kept = clocks(desk, case.id)
    assert {kind: (row.began_at, row.due_at) for (_, kind), row in kept.items()} == {
        "first": (MONDAY, at(23, 10)),
        "update": (MONDAY, at(23, 18)),
        "solution": (MONDAY, at(25, 18)),
    }
    assert {row.basis for row in kept.values()} == {"quick"}
    assert case.due_at == at(25, 18)
    assert planned(desk, case.id) == {"case.soon": at(25, 16), "case.over": at(25, 18)}


def test_neither_a_return_nor_another_pair_of_hands_begins_a_clock_again(desk: Desk) -> None:
    settle(desk, Preset.QUICK)
    case = filed(desk)
    before = clocks(desk, case.id)
    for who, action in (("wang", Action.TAKE), ("wang", Action.RETURN), ("li", Action.TAKE)):
        desk.clock.at += timedelta(hours=3)
        stepped = step(desk, who, case.id, action)
        assert stepped.due_at == case.due_at
    assert clocks(desk, case.id) == before
    assert planned(desk, case.id) == {"case.soon": at(25, 16), "case.over": at(25, 18)}


def test_waiting_for_the_reporter_stops_the_clocks_and_moves_the_hour(desk: Desk) -> None:
    settle(desk, Preset.QUICK)
    case = filed(desk)
    step(desk, "wang", case.id, Action.TAKE)
    desk.clock.at = at(23, 16)
    step(desk, "wang", case.id, Action.ASK)
    assert planned(desk, case.id) == {}
    desk.clock.at = at(24, 11)
    moved = step(desk, "an", case.id, Action.ADD)
    assert moved.due_at == at(26, 13)  # two hours of Monday, two of Tuesday
    assert planned(desk, case.id) == {"case.soon": at(26, 11), "case.over": at(26, 13)}
    (pause,) = desk.rows(select(case_pauses))
    assert (pause.why, pause.began_at, pause.ended_at) == ("waiting", at(23, 16), at(24, 11))


def test_an_answer_meets_the_first_clock_and_begins_the_next_news(desk: Desk) -> None:
    settle(desk, Preset.QUICK)
    case = filed(desk)
    step(desk, "wang", case.id, Action.TAKE)
    assert clocks(desk, case.id)[0, "first"].met_at is None  # a name is no answer yet
    desk.clock.at = at(23, 11)
    say(desk, "wang", act, ById(case.id), Action.REPLY, "tomorrow")
    kept = clocks(desk, case.id)
    assert (kept[0, "first"].met_at, kept[0, "first"].missed) == (at(23, 11), 1)
    assert (kept[0, "update"].began_at, kept[0, "update"].due_at) == (at(23, 11), at(24, 11))
    assert kept[0, "update"].met_at is None
    desk.clock.at = at(25, 10)
    say(desk, "wang", act, ById(case.id), Action.FINISH, "done")
    kept = clocks(desk, case.id)
    assert (kept[0, "update"].met_at, kept[0, "update"].missed) == (at(25, 10), 1)
    assert (kept[0, "solution"].met_at, kept[0, "solution"].missed) == (at(25, 10), 0)


def test_taking_it_with_words_is_an_answer(desk: Desk) -> None:
    case = filed(desk)
    say(desk, "wang", act, ById(case.id), Action.TAKE, "on my way")
    assert clocks(desk, case.id)[0, "first"].met_at == MONDAY


def test_a_reopened_case_has_clocks_of_its_own_and_the_first_record_stands(desk: Desk) -> None:
    settle(desk, Preset.QUICK)
    case = filed(desk)
    step(desk, "wang", case.id, Action.TAKE)
    desk.clock.at = at(27, 10)
    say(desk, "wang", act, ById(case.id), Action.FINISH, "done")
    first = clocks(desk, case.id)
    assert first[0, "solution"].missed == 1
    again = say(desk, "an", act, ById(case.id), Action.REOPEN)
    kept = clocks(desk, case.id)
    assert {key: row for key, row in kept.items() if key[0] == 0} == first
    assert (kept[1, "solution"].began_at, kept[1, "solution"].met_at) == (at(27, 10), None)
    assert again.due_at == kept[1, "solution"].due_at == at(2, 10, month=12)


def test_a_matter_with_minutes_of_its_own_goes_before_the_preset(desk: Desk) -> None:
    case = filed(desk)

    def graded(tx: Any, _actor: Any, grade: Grade, minutes: int | None) -> Case:
        graver = replace(tx.cases.due(case.id), grade=grade)
        tx.cases.save(graver)
        return timekeeping.regraded(tx, graver, minutes)

    assert say(desk, "li", graded, Grade.ORDINARY, 90).due_at == at(23, 10, 30)
    assert clocks(desk, case.id)[0, "solution"].basis == "matter"
    assert say(desk, "li", graded, Grade.DANGER, None).due_at == at(23, 11)
    assert clocks(desk, case.id)[0, "solution"].basis == "default"
    assert planned(desk, case.id)["case.over"] == at(23, 11)


def test_an_edit_moves_every_open_case_and_none_that_is_done(desk: Desk) -> None:
    steward(desk)
    settle(desk, Preset.QUICK)
    open_one, done = filed(desk), filed(desk)
    step(desk, "wang", done.id, Action.TAKE)
    say(desk, "wang", act, ById(done.id), Action.FINISH, "done")
    before = clocks(desk, done.id)
    desk.fresh_outbox()
    say(desk, "li", worktimes.set_day, SaidDay(11, 24), "off")
    (told,) = desk.fresh_outbox()
    assert (told.key, told.destination) == ("hours-changed", f"person:{desk.people['li']}")
    assert [row.kind for row in desk.rows(select(jobs))] == ["recompute"]
    assert work_off(desk) == 1
    assert desk.fresh_outbox() == []  # whoever reported is not disturbed
    assert clocks(desk, open_one.id)[0, "solution"].due_at == at(26, 18)
    assert planned(desk, open_one.id)["case.over"] == at(26, 18)
    assert clocks(desk, done.id) == before
    assert work_off(desk) == 0


def test_a_case_that_waits_moves_too_and_nothing_is_planned_before_it_goes_on(desk: Desk) -> None:
    steward(desk)
    settle(desk, Preset.QUICK)
    case = filed(desk)
    step(desk, "wang", case.id, Action.TAKE)
    step(desk, "wang", case.id, Action.DEFER)
    say(desk, "li", worktimes.set_day, SaidDay(11, 24), "off")
    work_off(desk)
    assert planned(desk, case.id) == {}
    desk.clock.at = at(25, 9)
    assert step(desk, "wang", case.id, Action.WAKE).due_at == at(27, 18)


def test_an_edit_can_be_taken_back_once_and_only_the_latest(desk: Desk) -> None:
    steward(desk)
    for service, args in (
        (worktimes.set_slots, (SPLIT,)),
        (worktimes.set_preset, (Preset.HOTLINE,)),
        (worktimes.set_day, (SaidDay(10, 8), "off")),
    ):
        desk.clock.at += timedelta(minutes=1)
        before = desk.write(transaction(desk.deps, lambda tx: tx.calendars.of(desk.compound)))
        say(desk, "li", service, *args)
        stamp = int(desk.clock.at.timestamp())
        with pytest.raises(worktimes.NothingBack):
            say(desk, "li", worktimes.undo, desk.compound, stamp - 60)
        say(desk, "li", worktimes.undo, desk.compound, stamp)
        after = desk.write(transaction(desk.deps, lambda tx: tx.calendars.of(desk.compound)))
        assert (after.slots, after.own) == (before.slots, before.own)
        with pytest.raises(worktimes.NothingBack):
            say(desk, "li", worktimes.undo, desk.compound, stamp)
        say(desk, "li", service, *args)


def test_only_a_steward_sets_working_time(desk: Desk) -> None:
    for who in ("an", "wang", "stranger"):
        for service, args in (
            (worktimes.show, ()),
            (worktimes.ask, ()),
            (worktimes.set_slots, (SPLIT,)),
            (worktimes.set_preset, (Preset.QUICK,)),
            (worktimes.set_day, (SaidDay(10, 8), "off")),
            (worktimes.undo, (desk.compound, 1)),
        ):
            with pytest.raises(worktimes.NotSteward):
                say(desk, who, service, *args)
    assert desk.rows(select(calendars)) == []


def test_what_cannot_be_set_says_why(desk: Desk) -> None:
    steward(desk)
    with pytest.raises(BadSlots):
        say(desk, "li", worktimes.set_slots, SPLIT[::-1])
    with pytest.raises(worktimes.NoSuchDay):
        say(desk, "li", worktimes.set_day, SaidDay(2, 30), "off")
    with pytest.raises(worktimes.NoChange):
        say(desk, "li", worktimes.set_preset, Preset.DEFAULT)
    assert desk.rows(select(calendars)) == []
    assert [row.action for row in desk.rows(select(audit))] == []


def test_a_day_without_a_year_is_the_next_one() -> None:
    today = date(2026, 11, 22)
    assert SaidDay(10, 8).after(today) == date(2027, 10, 8)
    assert SaidDay(11, 22).after(today) == today
    assert SaidDay(2, 29).after(today) == date(2028, 2, 29)
    assert SaidDay(10, 8, 2026).after(today) == date(2026, 10, 8)


def test_why_says_what_was_counted(desk: Desk) -> None:
    settle(desk, Preset.HOTLINE, SPLIT)
    desk.clock.at = at(28, 9, month=9)
    case = filed(desk)
    step(desk, "wang", case.id, Action.TAKE)
    step(desk, "wang", case.id, Action.ASK)
    desk.clock.at = at(28, 10, month=9)
    step(desk, "wang", case.id, Action.WAKE)
    desk.fresh_outbox()
    say(desk, "an", why.show, ById(case.id))
    (row,) = desk.fresh_outbox()
    said = {name: value for name, value in json.loads(row.params).items() if name != "due"}
    assert said.pop("began") == {"@t": at(28, 9, month=9).isoformat()}
    assert said == {
        "number": case.number, "basis": "hotline", "unit": "days", "amount": 7,
        "slots": "09:00-12:00,14:00-18:00", "off": "2026-10-01/2026-10-07", "extra": "2026-10-10/2026-10-10",
        "weekend": 1, "paused": 60, "standing": 0, "provisional": 0,
    }  # fmt: skip


def test_why_is_nobodys_business_elsewhere(desk: Desk) -> None:
    case = filed(desk)
    for who in ("bo", "stranger"):
        with pytest.raises(NotFound):
            say(desk, who, why.show, ById(case.id))


def test_an_hour_is_settled_once_the_holidays_are_known(desk: Desk) -> None:
    """As after an update of the table of holidays: what was marked provisional is reckoned anew."""
    case, other = filed(desk), filed(desk)
    guessed = {"provisional": True, "due_at": case.due_at + timedelta(days=1)}
    desk.write(
        lambda connection: connection.execute(cases.update().where(cases.c.id == case.id).values(**guessed))
    )
    say(desk, "li", lambda tx, _actor: timekeeping.settle(tx, 0))
    kept = {row.id: (row.due_at, row.provisional) for row in desk.rows(select(cases))}
    assert kept == {case.id: (case.due_at, False), other.id: (other.due_at, False)}
    assert say(desk, "li", lambda tx, _actor: timekeeping.settle(tx, 0)) is None


def test_an_old_case_without_clocks_goes_on_by_its_promise(desk: Desk) -> None:
    case = filed(desk)
    desk.write(lambda connection: connection.execute(case_clocks.delete()))
    step(desk, "wang", case.id, Action.TAKE)
    step(desk, "wang", case.id, Action.ASK)
    assert step(desk, "an", case.id, Action.ADD).due_at == case.due_at
    say(desk, "an", why.show, ById(case.id))
    assert desk.rows(select(cases.c.due_at))[0].due_at == case.due_at
