"""What a poll refuses, each with the key of a sentence that says what to do instead."""

from domain.kernel.errors import DomainError, Invalid
from domain.kernel.words import Ref


class PollClosed(DomainError):
    """A vote after the closing hour; the result is said instead."""

    key = "error-poll-closed"


class PollNotOpen(DomainError):
    """It is still a draft, or was thrown away."""

    key = "error-poll-not-open"


class OptionFull(DomainError):
    """The option has no room left."""

    key = "error-poll-full"


class TooManyChoices(DomainError):
    """More options than one voter may choose."""

    key = "error-poll-choices"


class NoSuchOption(DomainError):
    """A made-up button, or one of an older wording."""

    key = "error-stale-button"


class HouseholdVoted(DomainError):
    """Somebody at home voted before; what, is theirs to say."""

    key = "error-poll-household"

    def __init__(self, who: Ref) -> None:
        super().__init__(who=who)


class NotOnRoll(DomainError):
    """The poll is another building's."""

    key = "error-poll-elsewhere"


class NothingToTakeBack(DomainError):
    """There is no vote of theirs."""

    key = "error-poll-no-vote"


class QuestionTooLong(Invalid):
    """The question would not leave room for its options."""

    key = "error-poll-question-long"


class QuestionWithoutWords(Invalid):
    """Nothing in it can be read aloud."""

    key = "error-poll-question-empty"


class NotEnoughOptions(Invalid):
    """There is nothing to choose between yet."""

    key = "error-poll-options"


class PastDeadline(Invalid):
    """The closing hour has passed, or is months away."""

    key = "error-poll-past"


class NotLater(Invalid):
    """An open poll is only ever extended."""

    key = "error-poll-not-later"


class EnoughReminders(DomainError):
    """Nobody is reminded a third time."""

    key = "error-poll-reminded"
