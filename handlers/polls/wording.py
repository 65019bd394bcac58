"""A poll's words as the rules take them: read by the library, cleaned of what no card can show."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.polls.drafts import Wording
from domain.polls.refusals import QuestionWithoutWords
from domain.polls.rules import Option, Poll, Unit
from handlers.sizes import calm, visible
from handlers.times import HOME
from knowledge.poll_answers import named, takes_back
from knowledge.poll_words import Choice, has_words, read, read_choices, read_moment

__all__ = ["options", "parse", "taken_back", "voted", "when"]

UNITS = {True: Unit.HOUSEHOLD, False: Unit.PERSON, None: None}


def parse(sentence: str, said_at: datetime) -> Wording:
    """The poll of a sentence that was said then (aware); raises QuestionWithoutWords."""
    words = read(calm(sentence), _local(said_at))
    if not has_words(words.question):
        raise QuestionWithoutWords
    return Wording(
        words.question, _kept(words.choices), UNITS[words.household], words.most, words.closes, words.unread
    )


def options(said: str) -> tuple[Option, ...]:
    """Options alone."""
    return _kept(read_choices(calm(said)))


def when(said: str, said_at: datetime) -> datetime | None:
    """A closing hour alone, naive local time; None where none was understood."""
    return read_moment(calm(said), _local(said_at))


def voted(said: str, poll: Poll) -> tuple[int, ...]:
    """The options that an answer names, by place in the list."""
    return named(calm(said), [option.text for option in poll.options])


def taken_back(said: str) -> bool:
    """Whether an answer takes a vote back."""
    return takes_back(calm(said))


def _local(at: datetime) -> datetime:
    """The wall clock that "tomorrow" is counted from."""
    return at.astimezone(ZoneInfo(HOME)).replace(tzinfo=None, second=0, microsecond=0)


def _kept(choices: Iterable[Choice]) -> tuple[Option, ...]:
    return tuple(Option(choice.text, choice.cap) for choice in choices if visible(choice.text))
