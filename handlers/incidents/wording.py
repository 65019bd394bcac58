"""A notice's sentence as the rules take it: subject, place, from when to when, and the rest."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.cases.incidents import LONGEST, LONGEST_RUN, BadIncident, Notice
from handlers.commands import listed
from handlers.sizes import calm
from handlers.times import HOME
from knowledge import moments
from knowledge.outages import notice_of

_MARKS = " \t\n,;:.-\uff0c\u3002\uff1b\uff1a\u3001\uff08\uff09()"


def parse(sentence: str, said_at: datetime) -> Notice:
    """The notice of a sentence that was said then (aware); raises BadIncident."""
    found = notice_of(" ".join(calm(sentence).split()))
    if found is None:
        raise BadIncident(days=LONGEST_RUN.days, longest=LONGEST)
    subject, rest = found
    now = said_at.astimezone(ZoneInfo(HOME)).replace(tzinfo=None, second=0, microsecond=0)
    since, until, rest = _timed(rest, now)
    head, _, words = rest.strip(_MARKS).partition(" ")
    where = None if head.lower() in listed("incident-whole") or not head else head
    return Notice(subject, where, words.strip(_MARKS), since, until)


def _timed(rest: str, now: datetime) -> tuple[datetime | None, datetime | None, str]:
    """Beginning, end and what is left: a range, a beginning and an end apart, or an end alone."""
    said = [one for one in moments.find(rest, now) if one.has_clock]
    if not said:
        return None, None, rest
    first, last = said[0], said[-1]
    for one in reversed(said):
        rest = f"{rest[: one.span[0]].rstrip(_MARKS)} {rest[one.span[1] :].lstrip(_MARKS)}"
    if first.end is not None:
        return first.start, first.end, _without_ends(rest)
    if first is not last:
        return first.start, last.start, _without_ends(rest)
    return None, first.start, _without_ends(rest)


def _without_ends(rest: str) -> str:
    """Without the words that only say that an hour is an end: "until", "is expected back"."""
    kept = [word for word in rest.split() if word.lower() not in listed("incident-until")]
    return " ".join(kept)
