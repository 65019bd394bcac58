"""When polls remind and close, who may lead them, and what a vote leaves behind."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from domain.kernel.errors import NotAllowed, NotFound
from domain.kernel.hours import QUIET_FROM, QUIET_UNTIL
from domain.polls import drafting, leading, posting, voting
from domain.polls.drafts import Wording
from domain.polls.refusals import NotLater, PastDeadline, PollClosed, PollNotOpen
from domain.polls.rules import Option
from domain.polls.timing import LAST_CALL, SHORT_RUN, reminder
from storage.tables import audit, ballots, due, jobs, polls
from tests.machines.desk import GROUP, Desk

NUMBERS = count(1)
ZONE = "Asia/Shanghai"
OPTIONS = (Option("9"), Option("10"))
FRIDAY = datetime(2026, 11, 27, 20)
"""Local; the desk's clock stands at nine on Monday."""

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


def say(desk: Desk, who: str, service: Any, *args: Any) -> Any:
    said = desk.say(next(NUMBERS), who, service, *args)
    if said.refused is not None:
        raise said.refused
    return said.answer


def opened(desk: Desk, closes: datetime = FRIDAY) -> int:
    poll = say(desk, "captain", drafting.draft, Wording("When?", OPTIONS, closes=closes))
    say(desk, "captain", posting.post, poll.id, GROUP)
    desk.fresh_outbox()
    return int(poll.id)


@given(
    opened=st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),
    run=st.timedeltas(timedelta(minutes=1), timedelta(days=92)),
    zone=st.sampled_from([ZONE, "Europe/Berlin", "America/New_York", "Pacific/Auckland"]),
)
def test_a_reminder_comes_while_people_are_awake_after_the_opening_and_before_the_end(
    opened: datetime, run: timedelta, zone: str
) -> None:
    at = reminder(opened, opened + run, zone)
    if run < SHORT_RUN:
        assert at is None
    if at is not None:
        assert opened < at <= opened + run - LAST_CALL
        assert QUIET_UNTIL <= at.astimezone(ZoneInfo(zone)).time() < QUIET_FROM


def test_a_reminder_comes_the_evening_before_or_at_half_time() -> None:
    nine = MONDAY + timedelta(hours=1)
    assert reminder(nine, MONDAY + timedelta(days=4, hours=12), ZONE) == MONDAY + timedelta(days=3, hours=11)
    assert reminder(nine, nine + timedelta(hours=8), ZONE) == nine + timedelta(hours=4)


def test_who_has_not_voted_is_reminded_once_and_nobody_else(desk: Desk) -> None:
    poll = opened(desk)
    say(desk, "an", voting.tap, poll, 0)
    desk.pass_time(timedelta(days=3, hours=10))
    told = [row for row in desk.fresh_outbox() if row.key == "poll-reminder"]
    assert {row.destination for row in told} == {
        f"person:{desk.people[one]}" for one in ("bo", "cui", "deng")
    }
    assert {row.params for row in told} == {"{}"}
    desk.pass_time(timedelta(hours=5))
    assert not [row for row in desk.fresh_outbox() if row.key == "poll-reminder"]


def test_after_an_outage_the_first_sweep_closes_it_and_late_votes_never_count(desk: Desk) -> None:
    poll = opened(desk)
    say(desk, "an", voting.tap, poll, 1)
    desk.clock.at += timedelta(days=9)
    with pytest.raises(PollClosed) as refused:
        say(desk, "bo", voting.tap, poll, 0)
    assert refused.value.params == {"how": "ahead", "option": "10", "votes": 1}
    desk.run(desk.sweep())
    (kept,) = desk.rows(select(polls))
    assert (kept.state, kept.closed_at, kept.voters) == ("closed", desk.clock.at, 1)
    assert not [row for row in desk.fresh_outbox() if row.key == "poll-reminder"]
    assert [(job.kind, job.state) for job in desk.rows(select(jobs))] == [("poll.picture", "waiting")]


def test_closing_twice_is_closing_once(desk: Desk) -> None:
    poll = opened(desk)
    say(desk, "captain", leading.end, poll)
    with pytest.raises(PollClosed):
        say(desk, "captain", leading.end, poll)
    desk.pass_time(timedelta(days=5))
    assert len(desk.rows(select(jobs))) == 1
    assert [row.action for row in desk.rows(select(audit)) if row.action == "poll.close"] == ["poll.close"]
    assert {row.state for row in desk.rows(select(due))} == {"done"}


def test_an_open_poll_is_only_ever_extended(desk: Desk) -> None:
    poll = opened(desk)
    with pytest.raises(NotLater):
        say(desk, "captain", leading.close_in, poll, 1)
    with pytest.raises(PastDeadline):
        say(desk, "captain", leading.close_at, poll, None)
    with pytest.raises(PastDeadline):
        say(desk, "captain", leading.close_at, poll, datetime(2026, 11, 20, 20))
    later = say(desk, "captain", leading.close_in, poll, 7)
    assert (later.closes_at, later.closed_before) == (
        datetime(2026, 11, 30, 12, tzinfo=UTC),
        datetime(2026, 11, 27, 12, tzinfo=UTC),
    )
    desk.pass_time(timedelta(days=5))
    assert desk.rows(select(polls.c.state))[0].state == "open"
    desk.pass_time(timedelta(days=3))
    assert desk.rows(select(polls.c.state))[0].state == "closed"


@pytest.mark.parametrize("service", [leading.end, leading.show_missing, leading.nudge, leading.ask_when])
def test_only_who_may_ask_there_leads(desk: Desk, service: Any) -> None:
    poll = opened(desk)
    with pytest.raises(NotAllowed):
        say(desk, "an", service, poll)
    with pytest.raises(NotFound):
        say(desk, "stranger", service, poll)


def test_a_draft_is_its_writers_alone_and_takes_no_votes(desk: Desk) -> None:
    poll = say(desk, "captain", drafting.draft, Wording("When?", OPTIONS)).id
    for who, service in (("wang", posting.drop), ("an", voting.look), ("an", posting.set_unit)):
        with pytest.raises(NotFound):
            say(desk, who, service, poll)
    with pytest.raises(PollNotOpen):
        say(desk, "captain", voting.tap, poll, 0)
    say(desk, "captain", posting.drop, poll)
    with pytest.raises(PollNotOpen):
        say(desk, "captain", posting.post, poll, GROUP)


def test_a_group_of_another_compound_is_no_place_to_post(desk: Desk) -> None:
    poll = say(desk, "captain", drafting.draft, Wording("When?", OPTIONS)).id
    with pytest.raises(NotFound):
        say(desk, "captain", posting.post, poll, GROUP - 1)
    with pytest.raises(drafting.NoGroup):
        say(desk, "stranger", drafting.draft, Wording("When?", OPTIONS))


def test_a_second_tap_on_posting_posts_once(desk: Desk) -> None:
    poll = opened(desk)
    with pytest.raises(drafting.AlreadyPosted):
        say(desk, "captain", posting.post, poll, GROUP)


def test_a_vote_leaves_its_choice_in_the_ballot_alone(desk: Desk) -> None:
    poll = opened(desk)
    say(desk, "an", voting.tap, poll, 1)
    (kept,) = desk.rows(select(ballots))
    assert (kept.person_id, kept.options, kept.voter_key) == (desk.people["an"], "1", f"p{desk.people['an']}")
    note = desk.rows(select(audit).order_by(audit.c.id))[-1]
    assert (note.action, note.subject, note.subject_id) == ("poll.vote", "poll", poll)
    assert desk.fresh_outbox() == []


def test_several_choices_are_remembered_until_the_options_come(desk: Desk) -> None:
    poll = say(desk, "captain", drafting.draft, Wording("When?", most=0))
    assert poll.options == ()
    later = say(desk, "captain", drafting.give_options, poll.id, (*OPTIONS, Option("11")))
    assert later.most == 3
