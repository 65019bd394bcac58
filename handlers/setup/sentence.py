"""Whether plain talk that is meant for us gives somebody a post or a charge."""

from handlers.setup import leads
from handlers.setup.wording import appointing


def looks_like(text: str) -> bool:
    """Whether these words make somebody something; never raises."""
    return appointing(text) is not None or leads.sentence(text) is not None
