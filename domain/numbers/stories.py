"""One case as the rates see it: read from its events alone."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from domain.cases.events import FILED, OWN, Event
from domain.cases.rules import Rating
from domain.cases.table import Action, State
from domain.cases.timekeeping import ANSWERS
from domain.numbers.formulas import Mark

VERDICTS: Mapping[State, Mark] = {
    State.CONFIRMED: Mark.SOLVED,
    State.PARTLY: Mark.PARTLY,
    State.SILENT: Mark.SILENT,
    State.DECLINED: Mark.DECLINED,
}
"""How a case ends; one that was taken back by whoever reported it has no verdict."""

ASKED: Set[Mark] = frozenset({Mark.SOLVED, Mark.PARTLY, Mark.SILENT})
"""Verdicts whose reporter was asked how it was done."""

RATINGS: Mapping[str | None, Mark] = {
    Rating.GOOD.value: Mark.GOOD,
    Rating.FAIR.value: Mark.FAIR,
    Rating.POOR.value: Mark.POOR,
}
"""What the reason of a rating says."""


@dataclass(frozen=True, slots=True)
class Story:
    """One case: whose it is (`bodies`: its owner and those that joined), where, what about, its events oldest
    first. `answer_by` is UTC; `excluded` is the reason that two people have agreed on.
    """

    case_id: int
    number: int
    bodies: Set[int]
    building_id: int
    category: str
    answer_by: datetime
    excluded: str | None
    events: Sequence[Event]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it so far; instants are UTC. None: not (yet) to be counted in that rate. `own`: staff
    reported it for themselves, or said in a reporter's place how it ended.
    """

    filed_at: datetime
    own: bool
    answered_at: datetime | None
    response: Mark | None
    verdict: Mark | None
    closed_at: datetime | None
    rating: Mark | None
    reopened: tuple[datetime, ...]


def outcome(story: Story, now: datetime) -> Outcome | None:
    """What became of it until `now`; None where it was filed before there was a log."""
    events = story.events
    filed = next((event for event in events if event.action == FILED), None)
    if filed is None:
        return None
    answered = next((event.at for event in events if event.action in ANSWERS), None)
    closed = _closing(events)
    verdict = VERDICTS[closed.after] if closed is not None else None
    return Outcome(
        filed_at=filed.at,
        own=OWN in (filed.reason, closed.reason if closed is not None else None),
        answered_at=answered,
        response=_response(story, answered, now),
        verdict=verdict,
        closed_at=closed.at if closed is not None else None,
        rating=_rating(events) if verdict in ASKED else None,
        reopened=tuple(event.at for event in events if event.action == Action.REOPEN),
    )


def left_out(story: Story, told: Outcome) -> str | None:
    """Why the adjusted figures leave it out; None where they do not."""
    return story.excluded or (OWN if told.own else None)


def _response(story: Story, answered: datetime | None, now: datetime) -> Mark | None:
    """In time or late; nobody owed an answer to what was taken back before the hour, nor owes it yet."""
    if answered is not None:
        return Mark.IN_TIME if answered <= story.answer_by else Mark.LATE
    withdrawn = (event.at for event in story.events if event.after is State.WITHDRAWN)
    until = next(withdrawn, now)
    return Mark.LATE if until > story.answer_by else None


def _closing(events: Sequence[Event]) -> Event | None:
    """The step that closed it, if it stands closed: an earlier one, before it was reopened, is no more."""
    if events[-1].after not in VERDICTS:
        return None
    return next((event for event in reversed(events) if event.before is not event.after), None)


def _rating(events: Sequence[Event]) -> Mark:
    """The last word on this round; what was said before it was reopened was of other work."""
    here = events[-1].round
    said = (one.reason for one in reversed(events) if one.action == Action.RATE and one.round == here)
    return RATINGS.get(next(said, None), Mark.UNRATED)
