"""Whether plain talk that is meant for us announces that something is off."""

from knowledge.moments import LONGEST
from knowledge.outages import notice_of


def looks_like(text: str) -> bool:
    """Whether these words begin as a notice and name digits, as every hour does; never raises."""
    found = notice_of(text[:LONGEST])
    return found is not None and any(sign.isnumeric() for sign in found[1])
