"""Whether plain talk that is meant for us is a poll."""

from knowledge.poll_words import looks_like_poll


def looks_like(text: str) -> bool:
    """Whether these words are a poll; never raises."""
    return looks_like_poll(text)
