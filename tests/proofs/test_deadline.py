"""The judge of the race against the hour can fail: each wrong is found under its own name."""

from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from domain.polls.refusals import HouseholdVoted, OptionFull, PollClosed
from domain.polls.voting import Done, Voted
from tests.proofs import deadline
from tests.proofs.deadline import Deadline, Stored, Vote, judge

CLOSES = datetime(2026, 3, 10, 12, tzinfo=UTC)
BEFORE, AFTER = CLOSES - timedelta(milliseconds=1), CLOSES
NOTED = Voted(cast(Any, None), Done.NOTED, (0,))


def wrongs(
    vote: Vote, ballots: list[tuple[int, str]], tally: list[tuple[int, int | None]], voters: int
) -> set[str]:
    """What the judge finds wrong in a round of this one vote."""
    result = Deadline()
    judge([vote], Stored(ballots, tally, voters), CLOSES, result)
    return {what for what, number in result.wrong.items() if number}


def test_a_vote_before_the_hour_and_a_refusal_after_it_are_right() -> None:
    assert wrongs(Vote(1, 0, [BEFORE], NOTED), [(1, "0")], [(1, 3)], 1) == set()
    assert wrongs(Vote(1, 0, [AFTER], PollClosed()), [], [(0, None)], 0) == set()
    assert wrongs(Vote(1, 0, [BEFORE], OptionFull()), [], [(0, 0)], 0) == set()
    assert wrongs(Vote(1, 0, [BEFORE], HouseholdVoted("")), [], [(0, None)], 0) == set()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "vote", "ballots", "tally", "voters"),
    [
        (deadline.LATE, Vote(1, 0, [AFTER], NOTED), [(1, "0")], [(1, None)], 1),
        (deadline.LOST, Vote(1, 0, [BEFORE], NOTED), [], [(0, None)], 0),
        (deadline.LOST, Vote(1, 0, [BEFORE], NOTED), [(1, "1")], [(0, None), (1, None)], 1),
        (deadline.EARLY, Vote(1, 0, [BEFORE], PollClosed()), [], [(0, None)], 0),
        (deadline.GHOST, Vote(1, 0, [AFTER], PollClosed()), [(1, "0")], [(1, None)], 1),
        (deadline.NOT_FULL, Vote(1, 0, [BEFORE], OptionFull()), [], [(0, 1)], 0),
        (deadline.OTHER, Vote(1, 0, [AFTER], OptionFull()), [], [(0, None)], 0),
        (deadline.ERRORS, Vote(1, 0, [BEFORE], RuntimeError()), [], [(0, None)], 0),
        (deadline.ERRORS, Vote(1, 0, [], None), [], [(0, None)], 0),
        (deadline.TALLY, Vote(1, 0, [BEFORE], NOTED), [(1, "0")], [(2, None)], 1),
        (deadline.OVER, Vote(1, 0, [BEFORE], NOTED), [(1, "0")], [(1, 0)], 1),
        (deadline.UNTOLD, Vote(1, 0, [AFTER], PollClosed()), [(2, "0")], [(1, None)], 1),
        (deadline.COUNTER, Vote(1, 0, [BEFORE], NOTED), [(1, "0")], [(1, None)], 2),
    ],
)
def test_a_wrong_is_found(
    wrong: str, vote: Vote, ballots: list[tuple[int, str]], tally: list[tuple[int, int | None]], voters: int
) -> None:
    assert wrong in wrongs(vote, ballots, tally, voters)
