"""What a sentence says of a poll, and what is wrong with it: pure values."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from domain.polls.refusals import QuestionTooLong
from domain.polls.rules import FEWEST_OPTIONS, LONGEST_OPTION, LONGEST_QUESTION, MOST_OPTIONS, Option, Unit

USUAL_DAYS = 3
"""Days that a poll runs where nobody said how long. Source: issue 3, the default."""

USUAL_HOUR = time(20, 0)
"""Local hour at which it then closes: after supper, before the quiet hours."""

LONGEST_RUN = timedelta(days=92)
"""A poll that runs longer is forgotten before it closes; a default."""


class Trouble(StrEnum):
    """What the captain should know of what was read; the first group must be mended before posting."""

    NONE = ""
    NO_OPTIONS = "none"
    ONE_OPTION = "one"
    MANY_OPTIONS = "many"
    LONG_OPTION = "long"
    PAST = "past"
    FAR = "far"
    UNREAD = "unread"
    USUAL = "usual"
    TWICE = "twice"


BLOCKING = frozenset({Trouble.NO_OPTIONS, Trouble.ONE_OPTION, Trouble.MANY_OPTIONS, Trouble.LONG_OPTION})
"""With one of these, options are asked for again."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A poll as it was said; `closes` is naive local time, `unread` says that a deadline was not understood.

    `most` is None where nobody said how many options one may choose, 0 for as many as there are.
    """

    question: str
    options: tuple[Option, ...] = ()
    unit: Unit | None = None
    most: int | None = None
    closes: datetime | None = None
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """Options that can stand, and what is wrong with the others."""

    kept: tuple[Option, ...]
    trouble: Trouble


def options_of(said: tuple[Option, ...]) -> Options:
    """The options without those that are said twice; none where they have to be said anew."""
    first: dict[str, Option] = {}
    for one in said:
        first.setdefault(" ".join(one.text.casefold().split()), one)
    kept = tuple(first.values())
    if len(kept) > MOST_OPTIONS:
        return Options((), Trouble.MANY_OPTIONS)
    if any(len(one.text) > LONGEST_OPTION for one in kept):
        return Options((), Trouble.LONG_OPTION)
    if len(kept) < FEWEST_OPTIONS:
        return Options(kept, Trouble.ONE_OPTION if kept else Trouble.NO_OPTIONS)
    return Options(kept, Trouble.TWICE if len(kept) < len(said) else Trouble.NONE)


def check_question(question: str) -> str:
    """The question; raises QuestionTooLong. Whether it has words is the parser's to say."""
    if len(question) > LONGEST_QUESTION:
        raise QuestionTooLong(most=LONGEST_QUESTION)
    return question


def usual_closing(local: datetime) -> datetime:
    """When a poll closes that was started at `local` and names no hour; naive local time."""
    return datetime.combine(local.date() + timedelta(days=USUAL_DAYS), USUAL_HOUR)


def chosen_most(most: int | None, options: int) -> int:
    """How many options one voter may choose, of so many."""
    if most is None:
        return 1
    limit = options if options >= FEWEST_OPTIONS else MOST_OPTIONS  # the others are still to come
    return min(most or limit, limit)
