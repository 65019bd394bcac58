"""What the conversation itself refuses, before any decision: each with a sentence that says what to do."""

from domain.kernel.errors import DomainError


class StaleButton(DomainError):
    """The button's data is none that this program understands."""

    key = "error-stale-button"


class UnknownCommand(DomainError):
    """There is no such command."""

    key = "error-unknown-command"


class Anonymous(DomainError):
    """An administrator writes in the group's name, so that nobody could be told what came of it."""

    key = "error-anonymous"


class FromChannel(DomainError):
    """A channel speaks, not a person."""

    key = "error-channel"


class Forwarded(DomainError):
    """A command or an answer that somebody else wrote."""

    key = "error-forwarded"


class ForwardedCode(DomainError):
    """A household code's link in a message that somebody else wrote."""

    key = "error-code-forwarded"


class NoList(DomainError):
    """A picture or voice where a list of rooms is waited for."""

    key = "error-setup-file"


class NoNumber(DomainError):
    """Something is to be done with a case, and nobody said which."""

    key = "error-no-number"


class Unreadable(DomainError):
    """A sticker, a contact, a game: nothing that a report could be made of."""

    key = "error-unreadable"


class WordsGone(DomainError):
    """The message that a button was about cannot be seen any more."""

    key = "error-words-gone"


class HiddenWords(DomainError):
    """A report without a name, and without words."""

    key = "error-hidden-words"
