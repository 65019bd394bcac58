"""Votes at once: the last place of an option, two of one household, the closing hour; on both databases."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from domain.kernel.errors import DomainError
from domain.kernel.people import Actor
from domain.polls import drafting, posting, voting
from domain.polls.drafts import Wording
from domain.polls.refusals import HouseholdVoted, OptionFull, PollClosed
from domain.polls.rules import Option, Unit
from domain.polls.timing import close
from domain.polls.voting import Done
from storage import seeding
from storage.tables import ballots, poll_options, polls
from storage.tx import transaction
from tests.compound import Compound, stranger

CROWD = 50
ROUNDS = 3
EVENING = datetime(2026, 3, 2, 20)
"""Local, on the day of the tests."""


def crowd(compound: Compound, count: int = CROWD) -> list[Actor]:
    return [stranger(9000 + number, f"p{number}", compound.residents) for number in range(count)]


async def opened(compound: Compound, wording: Wording) -> int:
    captain = compound.actor("chen", "residents")
    draft = await compound.store.write(transaction(compound.deps, drafting.draft, captain, wording))
    post = transaction(compound.deps, posting.post, captain, draft.id, compound.residents)
    return (await compound.store.write(post)).id


async def at_once(compound: Compound, service: Any, calls: list[tuple[Any, ...]]) -> list[Any]:
    """What came of each call; a refusal is an answer here."""
    barrier = asyncio.Barrier(len(calls))

    async def one(args: tuple[Any, ...]) -> Any:
        await barrier.wait()
        try:
            return await compound.store.write(transaction(compound.deps, service, *args))
        except DomainError as refused:
            return refused

    return await asyncio.gather(*(one(args) for args in calls))


def kept(connection: Connection, poll_id: int) -> tuple[list[Any], list[int], int]:
    there = connection.execute(select(ballots).where(ballots.c.poll_id == poll_id)).all()
    votes = (
        select(poll_options.c.votes).where(poll_options.c.poll_id == poll_id).order_by(poll_options.c.place)
    )
    voters = connection.execute(select(polls.c.voters).where(polls.c.id == poll_id)).scalar()
    return list(there), list(connection.execute(votes).scalars()), int(voters or 0)


@pytest.mark.timeout(300)
async def test_fifty_want_the_last_place_of_an_option(seeded: Compound) -> None:
    for _ in range(ROUNDS):
        options = (Option("a", cap=2), Option("b"))
        poll = await opened(seeded, Wording("Which?", options, closes=EVENING))
        captain = seeded.actor("chen", "residents")
        await seeded.store.write(transaction(seeded.deps, voting.tap, captain, poll, 0))
        answers = await at_once(seeded, voting.tap, [(actor, poll, 0) for actor in crowd(seeded)])
        taken = [one for one in answers if isinstance(one, voting.Voted)]
        assert len(taken) == 1
        assert sum(isinstance(one, OptionFull) for one in answers) == CROWD - 1
        there, votes, voters = await seeded.store.read(lambda c, poll=poll: kept(c, poll))
        assert (len(there), votes, voters) == (2, [2, 0], 2)


@pytest.mark.timeout(300)
async def test_two_of_one_household_at_once_are_one_vote(seeded: Compound) -> None:
    pairs = 10
    people = crowd(seeded, 2 * pairs)

    def settle(tx: Any) -> None:
        above = seeded.buildings[next(iter(seeded.buildings))]
        for pair in range(pairs):
            home = seeding.add_place(
                tx.scope, above, seeded.id, "household", f"{pair}01",
                "Asia/Shanghai",
            )  # fmt: skip
            for actor in people[2 * pair : 2 * pair + 2]:
                seeding.move_in(tx.scope, tx.people.enter(actor).person_id, (home, above, seeded.id))

    await seeded.store.write(transaction(seeded.deps, settle))
    options = (Option("a"), Option("b"))
    poll = await opened(seeded, Wording("Which?", options, unit=Unit.HOUSEHOLD, closes=EVENING))
    answers = await at_once(seeded, voting.tap, [(one, poll, at % 2) for at, one in enumerate(people)])
    assert sum(isinstance(one, voting.Voted) and one.done is Done.NOTED for one in answers) == pairs
    assert sum(isinstance(one, HouseholdVoted) for one in answers) == pairs
    there, votes, voters = await seeded.store.read(lambda c: kept(c, poll))
    assert (len(there), sum(votes), voters) == (pairs, pairs, pairs)


@pytest.mark.timeout(300)
async def test_votes_race_the_end_and_each_is_either_counted_or_told_so(seeded: Compound) -> None:
    options = (Option("a"), Option("b"))
    for _ in range(ROUNDS):
        poll = await opened(seeded, Wording("Which?", options, closes=EVENING))

        def step(tx: Any, actor: Actor | None, poll: int = poll) -> Any:
            if actor is None:
                return close(tx, tx.polls.due(poll), None)
            return voting.tap(tx, actor, poll, actor.user_id % 2)

        calls: list[tuple[Any, ...]] = [(actor,) for actor in crowd(seeded)]
        calls.insert(CROWD // 2, (None,))
        answers = await at_once(seeded, step, calls)
        counted = sum(isinstance(one, voting.Voted) for one in answers)
        assert counted + sum(isinstance(one, PollClosed) for one in answers) == CROWD
        there, votes, voters = await seeded.store.read(lambda c, poll=poll: kept(c, poll))
        assert (len(there), sum(votes), voters) == (counted, counted, counted)


async def test_the_clock_inside_the_decision_closes_the_poll_though_no_sweep_has_come(
    seeded: Compound,
) -> None:
    poll = await opened(seeded, Wording("Which?", (Option("a"), Option("b")), closes=EVENING))
    actor = crowd(seeded, 1)[0]
    seeded.clock.advance(timedelta(hours=11) - timedelta(seconds=5))
    voted = await seeded.store.write(transaction(seeded.deps, voting.tap, actor, poll, 0))
    assert voted.done is Done.NOTED
    seeded.clock.advance(timedelta(seconds=6))
    with pytest.raises(PollClosed):
        await seeded.store.write(transaction(seeded.deps, voting.tap, actor, poll, 1))
