"""Households with the same, marks by a lead, what is left out of the rates, supervisors, follow-ups."""

from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select, update

from domain.cases import backing, declining, sharing, verdicts
from domain.cases.backing import quorum
from domain.cases.intake import report
from domain.cases.reasons import Reason
from domain.cases.rules import Draft, IllegalTransition, Quality, Rating
from domain.cases.service import ById, ByNumber, act
from domain.cases.table import Action
from domain.kernel.errors import NotFound
from domain.kernel.people import Role
from domain.places import homes
from domain.places.households import Kind
from storage import seeding
from storage.tables import (
    case_backers,
    case_quality,
    cases,
    leads,
    metadata,
    persons,
)
from tests.machines.block import Block
from tests.machines.desk import Desk

NUMBERS = count(400_000)


def say(desk: Desk, who: str, service: Any, *args: Any, **more: Any) -> Any:
    said = desk.say(next(NUMBERS), who, lambda tx, actor: service(tx, actor, *args, **more))
    if said.refused is not None:
        raise said.refused
    return said.answer


def shared(desk: Desk) -> Any:
    """A case of An's that neighbours may see."""
    case = say(desk, "an", report, Draft("lift", message_id=1, said_at=desk.clock.now()))
    say(desk, "an", sharing.share, case.id, shared=True)
    desk.fresh_outbox()
    return case


def finished(desk: Desk, case: Any) -> Any:
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    say(desk, "wang", act, ById(case.id), Action.FINISH, "done")
    return case


def living(desk: Desk, **rooms: str) -> None:
    """People who live in households that the captain has vouched for."""

    block = Block(desk)
    for who, room in rooms.items():
        begun = block.begun(who, room)
        asked = say(desk, who, homes.choose, begun.id, Kind.TENANT)
        captain = "qian" if room.startswith("1-") else "zhao"
        say(desk, captain, homes.vouch, asked.id, known=True)


@given(st.integers(0, 500))
def test_a_quorum_is_two_households_or_a_third_whichever_is_more(households: int) -> None:
    assert quorum(households) == max(2, (households + 2) // 3)


def test_one_weight_a_household_and_no_address_in_the_open(desk: Desk) -> None:
    living(desk, bo="3-2-501", cui="3-2-501")
    case = shared(desk)
    say(desk, "bo", backing.back, case.id)
    with pytest.raises(backing.BackedAlready):
        say(desk, "cui", backing.back, case.id)
    (row,) = desk.rows(select(case_backers))
    assert row.person_id == desk.people["bo"]
    assert len(row.household_blind) == 32


def test_who_lives_nowhere_yet_or_with_the_reporter_does_not_count(desk: Desk) -> None:
    living(desk, an="3-2-501", bo="3-2-501")
    case = shared(desk)
    with pytest.raises(backing.NoHousehold):
        say(desk, "cui", backing.back, case.id)
    with pytest.raises(backing.BackedAlready):
        say(desk, "bo", backing.back, case.id)
    assert desk.rows(select(case_backers)) == []


def test_a_case_for_workers_alone_is_not_backed(desk: Desk) -> None:
    living(desk, bo="3-2-501")
    case = say(desk, "an", report, Draft("lift", message_id=1, said_at=desk.clock.now()))
    with pytest.raises(NotFound):
        say(desk, "bo", backing.back, case.id)
    with pytest.raises(NotFound):
        say(desk, "stranger", backing.back, case.id)


def test_followers_hear_in_private_and_two_households_reopen_together(desk: Desk) -> None:
    living(desk, bo="3-2-501", cui="3-1-501")
    case = shared(desk)
    for who in ("bo", "cui"):
        say(desk, who, backing.back_said, ByNumber(case.number))
    desk.fresh_outbox()
    finished(desk, case)
    told = {row.destination: row for row in desk.fresh_outbox() if row.key == "case-backed-done"}
    assert set(told) == {f"person:{desk.people[who]}" for who in ("bo", "cui")}
    assert say(desk, "bo", backing.not_solved, case.id)[1] == 1
    with pytest.raises(backing.NoBacker):
        say(desk, "bo", backing.not_solved, case.id)
    (row,) = desk.rows(select(cases))
    assert row.state == "finished"
    assert say(desk, "cui", backing.not_solved, case.id)[1] == 0
    (row,) = desk.rows(select(cases))
    assert (row.state, row.round) == ("taken", 1)
    with pytest.raises(IllegalTransition):
        say(desk, "bo", backing.not_solved, case.id)


def test_the_reporter_may_take_the_case_back_from_neighbours_but_those_who_said_so_stay(desk: Desk) -> None:
    living(desk, bo="3-2-501")
    case = shared(desk)
    say(desk, "bo", backing.back, case.id)
    say(desk, "an", sharing.share, case.id, shared=False)
    finished(desk, case)
    assert say(desk, "bo", backing.not_solved, case.id)[1] == 1


def named_lead(desk: Desk, who: str) -> None:
    (body,) = {row.body_id for row in desk.rows(select(cases))}
    row = {"compound_id": desk.compound, "rung": "lead", "of_id": body, "person_id": desk.people[who]}
    desk.write(lambda connection: connection.execute(insert(leads).values(**row)))


def test_only_the_lead_or_a_steward_marks_the_work(desk: Desk) -> None:
    case = finished(desk, shared(desk))
    watched = [table for table in metadata.sorted_tables if table.name not in ("inbox", "audit")]
    before = [desk.rows(select(table)) for table in watched]
    for who in ("an", "bo", "wang", "li", "captain", "stranger"):
        with pytest.raises(NotFound):
            say(desk, who, verdicts.judge, case.id, Quality.GOOD)
    assert [desk.rows(select(table)) for table in watched] == before
    named_lead(desk, "li")
    say(desk, "li", verdicts.judge, case.id, Quality.GOOD)
    say(desk, "li", verdicts.judge, case.id, Quality.POOR)
    (row,) = desk.rows(select(case_quality))
    assert (row.mark, row.person_id) == ("poor", desk.people["li"])

    def steward(connection: Any) -> None:
        scope = desk.deps.scope(connection)
        seeding.grant(scope, desk.people["captain"], Role.STEWARD, desk.compound, desk.compound, None)

    desk.write(steward)
    say(desk, "captain", verdicts.ask_quality, ByNumber(case.number))
    assert desk.fresh_outbox()[-1].key == "case-quality"
    say(desk, "captain", verdicts.judge, case.id, Quality.GOOD)


def test_nobody_marks_their_own_work_and_nothing_before_it_is_done(desk: Desk) -> None:
    case = shared(desk)
    named_lead(desk, "wang")
    with pytest.raises(verdicts.NothingToJudge):
        say(desk, "wang", verdicts.judge, case.id, Quality.GOOD)
    finished(desk, case)
    with pytest.raises(verdicts.OwnWork):
        say(desk, "wang", verdicts.judge, case.id, Quality.GOOD)


def test_from_the_third_reopening_on_a_supervisor_hears(desk: Desk) -> None:
    case = finished(desk, shared(desk))
    named_lead(desk, "li")
    for round_ in (1, 2, 3, 4):
        desk.fresh_outbox()
        say(desk, "an", act, ById(case.id), Action.REOPEN, "still broken")
        often = [row for row in desk.fresh_outbox() if row.key == "case-often"]
        assert [row.destination for row in often] == [f"person:{desk.people['li']}"] * (round_ >= 3)
        say(desk, "wang", act, ById(case.id), Action.FINISH, "done")


def test_a_reason_goes_with_a_declined_case_to_its_reporter(desk: Desk) -> None:
    case = shared(desk)
    say(desk, "wang", declining.decline, ById(case.id), Reason.OUTSIDE)
    assert [row.destination for row in desk.fresh_outbox() if row.key == "case-declining"] == [
        f"workers:{desk.compound}"
    ]
    say(desk, "li", act, ById(case.id), Action.AGREE)
    (told,) = [row for row in desk.fresh_outbox() if row.key == "case-declined"]
    assert '"outside"' in told.params
    assert told.destination.startswith(f"person:{desk.people['an']}")


def test_a_rating_belongs_to_its_round(desk: Desk) -> None:
    case = finished(desk, shared(desk))
    say(desk, "an", act, ById(case.id), Action.CONFIRM)
    assert say(desk, "an", verdicts.rate, ById(case.id), Rating.POOR).rating is Rating.POOR
    assert say(desk, "an", verdicts.rate, ById(case.id), Rating.GOOD).rating is Rating.GOOD
    assert say(desk, "an", act, ById(case.id), Action.REOPEN, "again").rating is None


def test_silence_is_never_counted_as_solved_and_night_wakes_nobody(desk: Desk) -> None:
    case = shared(desk)
    desk.clock.at += timedelta(hours=13, minutes=30)  # 22:30 there
    finished(desk, case)
    desk.fresh_outbox()
    desk.pass_time(timedelta(days=3))
    (nudge,) = [row for row in desk.fresh_outbox() if row.key == "case-nudge"]
    assert nudge.not_before.hour == 0  # 08:00 in Shanghai
    desk.pass_time(timedelta(days=4))
    (row,) = desk.rows(select(cases))
    assert (row.state, row.rating) == ("silent", None)
    say(desk, "an", act, ById(case.id), Action.PARTLY)
    (row,) = desk.rows(select(cases))
    assert row.state == "partly"


def test_somebody_who_wants_none_is_asked_nothing_later(desk: Desk) -> None:
    case = finished(desk, shared(desk))
    say(desk, "an", act, ById(case.id), Action.CONFIRM)
    say(desk, "an", verdicts.leave_alone)
    desk.fresh_outbox()
    desk.pass_time(timedelta(weeks=5))
    assert "case-still" not in [row.key for row in desk.fresh_outbox()]
    desk.write(lambda connection: connection.execute(update(persons).values(no_follow_up=False)))
    desk.pass_time(timedelta(weeks=5))
    assert "case-still" not in [row.key for row in desk.fresh_outbox()]


def test_whether_it_held_is_asked_once_a_case(desk: Desk) -> None:
    case = finished(desk, shared(desk))
    say(desk, "an", act, ById(case.id), Action.CONFIRM)
    desk.pass_time(timedelta(weeks=4))
    assert [row.key for row in desk.fresh_outbox()].count("case-still") == 1
    say(desk, "an", act, ById(case.id), Action.REOPEN, "again")
    say(desk, "wang", act, ById(case.id), Action.FINISH, "done")
    say(desk, "an", act, ById(case.id), Action.CONFIRM)
    desk.pass_time(timedelta(weeks=5))
    assert "case-still" not in [row.key for row in desk.fresh_outbox()]
