"""A poll, its options and ballots, as pure values; each says no by itself."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.polls.refusals import NoSuchOption, OptionFull, PollClosed, PollNotOpen, TooManyChoices

MOST_OPTIONS = 12
"""Buttons that one card carries without scrolling on a phone. Source: issue 3, a poll with forty options."""

FEWEST_OPTIONS = 2
"""With fewer there is nothing to choose."""

LONGEST_OPTION = 100
"""Characters of an option: a button shows about thirty, the card the rest."""

LONGEST_QUESTION = 300
"""Characters of a question, so that card and options stay one message. Source: native polls have 300 too."""

MOST_REMINDERS = 2
"""Reminders that a captain may send. Source: issue 3 and issue 7, Time."""

SECOND_TAP = timedelta(seconds=5)
"""Within it, the same tap again is a finger that shook, and takes no vote back."""


class Unit(StrEnum):
    """Whose the one vote is."""

    PERSON = "person"
    HOUSEHOLD = "household"


class PollState(StrEnum):
    """How far a poll is; it never goes back."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    DROPPED = "dropped"


class How(StrEnum):
    """How a poll ended, or stands."""

    NOBODY = "nobody"
    TIED = "tied"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; `cap` is how many votes it takes, None for any number."""

    text: str
    cap: int | None = None
    votes: int = 0


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote: `key` names whose it is, `options` are places in the poll's list, the last tapped last."""

    poll_id: int
    key: str
    person_id: int
    options: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll; `most` options a voter, `voters` ballots so far, `expected` households on the roll."""

    id: int
    compound_id: int
    place_id: int
    creator_id: int
    question: str
    options: tuple[Option, ...]
    unit: Unit
    most: int
    state: PollState
    closes_at: datetime
    created_at: datetime
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    closed_before: datetime | None = None
    voters: int = 0
    expected: int | None = None
    chat_id: int | None = None
    thread_id: int | None = None
    reminded: int = 0
    trouble: str = ""

    def takes_votes(self, now: datetime) -> bool:
        """Whether a vote that is decided at `now` counts."""
        return self.state is PollState.OPEN and now < self.closes_at

    def must_take_votes(self, now: datetime) -> None:
        """Raises PollNotOpen, or PollClosed with the result."""
        if self.state in (PollState.DRAFT, PollState.DROPPED):
            raise PollNotOpen
        if not self.takes_votes(now):
            how, leading = self.standing()
            best = self.options[leading[0]] if leading else None
            raise PollClosed(
                how=how.value,
                option=best.text if best is not None else None,
                votes=best.votes if best is not None else 0,
            )

    def standing(self) -> tuple[How, tuple[int, ...]]:
        """Who leads, by place in the list."""
        top = max((option.votes for option in self.options), default=0)
        if top == 0:
            return How.NOBODY, ()
        leading = tuple(place for place, option in enumerate(self.options) if option.votes == top)
        return (How.TIED if len(leading) > 1 else How.AHEAD), leading

    def toggled(self, mine: tuple[int, ...], choice: int) -> tuple[int, ...]:
        """What somebody has chosen after one more tap."""
        self._must_have(choice)
        if choice in mine:
            return tuple(one for one in mine if one != choice)
        if self.most == 1:
            return (choice,)
        if len(mine) >= self.most:
            raise TooManyChoices(most=self.most)
        return (*mine, choice)

    def checked(self, choices: tuple[int, ...]) -> tuple[int, ...]:
        """Choices that were said together; raises NoSuchOption or TooManyChoices."""
        for choice in choices:
            self._must_have(choice)
        if len(choices) > self.most:
            raise TooManyChoices(most=self.most)
        return choices

    def recounted(self, before: tuple[int, ...], after: tuple[int, ...]) -> "Poll":
        """The tally after one ballot went from `before` to `after`; raises OptionFull."""
        options = list(self.options)
        for place in set(before) - set(after):
            options[place] = replace(options[place], votes=options[place].votes - 1)
        for place in set(after) - set(before):
            taken, cap = options[place].votes, options[place].cap
            if cap is not None and taken >= cap:
                raise OptionFull(cap=cap)
            options[place] = replace(options[place], votes=taken + 1)
        voters = self.voters + bool(after) - bool(before)
        return replace(self, options=tuple(options), voters=voters)

    def _must_have(self, choice: int) -> None:
        if not 0 <= choice < len(self.options):
            raise NoSuchOption


PERSON_SIGN, HOUSEHOLD_SIGN = "p", "h"
"""What a vote's key begins with."""


def person_key(person_id: int) -> str:
    """The key of a vote that is one person's."""
    return f"{PERSON_SIGN}{person_id}"


def household_key(household_id: int) -> str:
    """The key of a vote that is one household's."""
    return f"{HOUSEHOLD_SIGN}{household_id}"
