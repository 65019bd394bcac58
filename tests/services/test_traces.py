"""After somebody erased themselves nothing of them opens, leads to them, or keeps their name on a card."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from domain.calls.drafts import draft as draft_call
from domain.calls.rules import Wish
from domain.calls.service import join, open_call
from domain.cases.intake import report
from domain.cases.rules import Draft
from domain.cases.service import ById, act
from domain.cases.table import Action
from domain.flows import dismissing, erasing
from domain.guide import answering, asking
from domain.guide.rules import Asked, Found, Outcome
from domain.kernel.people import Role
from domain.places import codes, homes
from domain.places.households import Kind
from domain.polls import drafting, posting, voting
from domain.polls.drafts import Wording
from domain.polls.rules import Option
from storage import days, seeding
from storage.tables import (
    ballots,
    calls,
    cards,
    cases,
    due,
    grants,
    home_codes,
    inbox,
    jobs,
    outbox,
    poll_options,
    polls,
    questions,
    signups,
)
from storage.tx import transaction
from tests.machines.block import NUMBERS, Block, say
from tests.machines.desk import GROUP, Desk

UNKNOWN = Found(Outcome.UNKNOWN)
OPTIONS = (Option("9"), Option("10"))


@pytest.fixture
def block(desk: Desk) -> Block:
    return Block(desk)


def in_group(desk: Desk, who: str, service: Callable[..., Any], *args: Any) -> Any:
    said = desk.say(next(NUMBERS), who, service, *args, group=True)
    assert said.refused is None
    return said.answer


def versions(desk: Desk, kind: str, subject: int) -> list[int]:
    of = select(cards.c.version).where(cards.c.kind == kind, cards.c.subject_id == subject)
    return [row.version for row in desk.rows(of.order_by(cards.c.id))]


def called(desk: Desk, connection: Connection, who: str) -> int:
    """Somebody is called by name on the card of the group's day; the day."""
    tx = desk.deps.open(connection)
    row = connection.execute(select(outbox.c.id).where(outbox.c.state == "new")).scalars().first()
    assert row is not None
    days.call(connection, GROUP, row, desk.people[who], tx.now, tx.new_id)
    return days.today(connection, GROUP, tx.now, tx.new_id).id


def begun_poll(desk: Desk) -> Any:
    return say(desk, "zhao", drafting.draft, Wording("When?", OPTIONS))


def posted_poll(desk: Desk) -> int:
    desk.write(
        lambda c: c.execute(
            update(grants).where(grants.c.person_id == desk.people["zhao"]).values(place_id=desk.compound)
        )
    )
    poll = begun_poll(desk)
    say(desk, "zhao", posting.post, poll.id, GROUP)
    return int(poll.id)


def test_a_running_vote_is_taken_back_and_a_place_goes_to_whoever_waits(block: Block) -> None:
    desk = block.desk
    poll = posted_poll(desk)
    call = in_group(desk, "wang", open_call, "clean-up", 1)
    for who in ("an", "bo"):
        say(desk, who, voting.tap, poll, 0)
        say(desk, who, join, call.id)
    say(desk, "an", erasing.erase)
    assert [row.votes for row in desk.rows(select(poll_options.c.votes))] == [1, 0]
    assert [row.voters for row in desk.rows(select(polls.c.voters))] == [1]
    assert [row.person_id for row in desk.rows(select(ballots))] == [desk.people["bo"]]
    seats = {row.person_id: row.seat for row in desk.rows(select(signups))}
    assert seats == {desk.people["an"]: "left", desk.people["bo"]: "confirmed"}


def test_a_vote_that_was_counted_stays_a_number(block: Block) -> None:
    desk = block.desk
    poll = posted_poll(desk)
    say(desk, "an", voting.tap, poll, 0)
    desk.write(lambda c: c.execute(update(polls).values(state="closed")))
    say(desk, "an", erasing.erase)
    assert [row.votes for row in desk.rows(select(poll_options.c.votes))] == [1, 0]


def test_every_card_that_says_the_name_is_brought_up(block: Block) -> None:
    desk = block.desk
    home = block.asked("an")
    poll = posted_poll(desk)
    say(desk, "an", voting.tap, poll, 0)
    call = in_group(desk, "wang", open_call, "clean-up", 5)
    say(desk, "an", join, call.id)
    filed = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    asked = say(desk, "an", asking.ask, Asked("bees?", 7, desk.clock.now()), UNKNOWN)
    say(desk, "an", answering.hand_on, asked.id)
    shown = {"home": home.id, "poll": poll, "call": call.id, "case": filed.id, "question": asked.id}
    shown["day"] = desk.write(lambda c: called(desk, c, "an"))
    before = {kind: versions(desk, kind, subject) for kind, subject in shown.items()}
    assert all(before.values())
    say(desk, "an", erasing.erase)
    for kind, subject in shown.items():
        after = versions(desk, kind, subject)
        assert all(new > old for new, old in zip(after, before[kind], strict=True)), kind


def test_no_row_says_which_platform_id_it_was(block: Block) -> None:
    desk = block.desk
    user = desk.actor("an").user_id
    say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    say(desk, "an", asking.begin)
    say(desk, "an", asking.ask, Asked("bees?", 7, desk.clock.now()), UNKNOWN)
    desk.write(
        lambda c: c.execute(
            update(outbox)
            .where(outbox.c.destination.like(f"person:{desk.people['an']}%"))
            .values(state="sent", chat_id=user, message_id=5)
        )
    )
    desk.write(lambda c: c.execute(update(inbox).values(sender_id=user, chat_id=user, lane=user)))
    say(desk, "an", erasing.erase)
    found = desk.write(transaction(desk.deps, lambda tx: tx.people.telegram_ids((desk.people["an"],))))
    assert found == {}
    assert [row.origin_chat_id for row in desk.rows(select(cases))] == [0]
    assert [row.chat_id for row in desk.rows(select(questions))] == [0]
    assert not [row for row in desk.rows(select(outbox)) if row.chat_id == user]
    assert not [row for row in desk.rows(select(outbox)) if f'"user": {user}' in row.params]
    settled = [row for row in desk.rows(select(inbox)) if row.payload is None]
    assert settled
    assert not [row for row in settled[:-1] if user in (row.sender_id, row.chat_id, row.lane)]


def test_what_was_begun_is_thrown_away(block: Block) -> None:
    desk = block.desk
    poll = begun_poll_of(desk, "zhao")
    call = say(desk, "zhao", draft_call, Wish("secret call", 5))
    asked = say(desk, "zhao", asking.ask, Asked("bees?", 7, desk.clock.now()), UNKNOWN)
    say(desk, "zhao", answering.hand_on, asked.id)
    say(desk, "zhao", codes.make, "3-2-501")
    say(desk, "zhao", erasing.erase)
    kept = desk.rows(select(polls.c.state, polls.c.question).where(polls.c.id == poll))
    assert [tuple(row) for row in kept] == [("dropped", "")]
    assert desk.rows(select(poll_options)) == []
    kept = desk.rows(select(calls.c.state, calls.c.title).where(calls.c.id == call.id))
    assert [tuple(row) for row in kept] == [("dropped", "")]
    assert [row.state for row in desk.rows(select(questions))] == ["withdrawn"]
    reminders = select(due).where(due.c.kind == answering.REMINDER)
    assert {row.state for row in desk.rows(reminders)} == {"cancelled"}
    assert [row.state for row in desk.rows(select(jobs).where(jobs.c.kind == "qr"))] == ["failed"]


def begun_poll_of(desk: Desk, who: str) -> int:
    desk.write(
        lambda c: c.execute(
            update(grants).where(grants.c.person_id == desk.people[who]).values(place_id=desk.compound)
        )
    )
    return int(begun_poll(desk).id)


def test_files_made_for_them_alone_are_deleted_too(block: Block) -> None:
    desk = block.desk
    say(desk, "zhao", codes.make, "3-2-501")
    desk.write(lambda c: c.execute(update(jobs).values(state="done", result="qr-1.png")))
    say(desk, "zhao", erasing.erase)
    left = desk.rows(select(jobs).where(jobs.c.kind == "erase-files"))
    assert [row.params for row in left] == ['{"files": "qr-1.png"}']
    assert desk.rows(select(jobs.c.result).where(jobs.c.kind == "qr"))[0].result is None


def test_the_cases_of_an_erased_worker_are_anybodys(desk: Desk) -> None:
    filed = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    done = say(desk, "an", report, Draft("gate", 2, desk.clock.now()))
    for one in (filed, done):
        say(desk, "li", act, ById(one.id), Action.TAKE)
    say(desk, "li", act, ById(done.id), Action.FINISH, "mended")
    say(desk, "li", erasing.by_steward)
    states = {row.id: (row.state, row.handler_id) for row in desk.rows(select(cases))}
    assert states[filed.id] == ("filed", None)
    say(desk, "an", act, ById(done.id), Action.REOPEN)
    states = {row.id: (row.state, row.handler_id) for row in desk.rows(select(cases))}
    assert states[done.id] == ("filed", None)
    say(desk, "wang", act, ById(done.id), Action.TAKE)


def dismissed(desk: Desk, who: str) -> None:
    def put(connection: Any) -> int:
        desk._add(desk.deps.scope(connection), "chief", Role.STEWARD, desk.compound)
        held = select(grants.c.id).where(grants.c.person_id == desk.people[who])
        return int(connection.execute(held).scalar())

    desk.people = dict(desk.people)
    say(desk, "chief", dismissing.dismiss, desk.write(put))


def test_a_worker_who_is_dismissed_hears_and_sees_no_more_of_their_cases(desk: Desk) -> None:
    filed = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    say(desk, "li", act, ById(filed.id), Action.TAKE)
    desk.write(lambda c: seeding_card(desk, c, "case", filed.id, desk.people["li"]))
    dismissed(desk, "li")
    desk.fresh_outbox()
    say(desk, "an", act, ById(filed.id), Action.ADD, "my room is 501")
    assert not [row for row in desk.fresh_outbox() if f"person:{desk.people['li']}" in row.destination]
    theirs = select(cards.c.stuck).where(cards.c.destination == f"person:{desk.people['li']}")
    assert [row.stuck for row in desk.rows(theirs)] == [True]


def seeding_card(desk: Desk, connection: Any, kind: str, subject: int, person: int) -> None:
    """A card of a worker's own, as the dispatcher makes it where there is no workers' group."""
    row = {"id": desk.deps.new_id(), "kind": kind, "subject_id": subject, "destination": f"person:{person}"}
    connection.execute(cards.insert(), row | {"version": 1, "shown": 1, "chat_id": 5, "message_id": 5})


def test_a_code_of_the_erased_says_nothing_of_them(block: Block) -> None:
    token = block.token("zhao")
    say(block.desk, "zhao", erasing.erase)
    begun = say(block.desk, "an", homes.open_code, token)
    say(block.desk, "an", homes.choose, begun.id, Kind.TENANT)
    assert [row.used for row in block.desk.rows(select(home_codes))] == [True]


def test_erasing_a_stranger_to_everything_works(desk: Desk) -> None:
    desk.write(lambda c: seeding.add_person(desk.deps.scope(c), 99_001, "passer-by", "zh-CN"))
    before = len(desk.rows(select(grants)))
    say(desk, "deng", erasing.erase)
    assert len(desk.rows(select(grants))) == before - 1
