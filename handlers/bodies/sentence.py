"""Whether plain talk that is meant for us says that somebody is away, or back."""

from handlers.commands import listed
from handlers.understanding import bare


def looks_like(text: str) -> bool:
    """Whether these words take a leave or end one; never raises."""
    return away(text) or returns(text)


def away(text: str) -> bool:
    """Whether they begin a leave."""
    said = bare(text)
    return any(said.startswith(word) for word in listed("leave-words"))


def returns(text: str) -> bool:
    """Whether they end one."""
    return bare(text) in listed("leave-over-words")
