"""What a call's sentence says when its time is taken out: "Saturday 9 to 11, 6 people, clean the stairs"."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calls.rules import LONGEST_TITLE, MOST_PLACES, BadCall, BadTime, Wish
from handlers.calls.wording import number, parse, people_in
from handlers.sizes import calm
from handlers.times import HOME
from knowledge.moments import Moment, find


def heard(sentence: str, said_at: datetime) -> Wish:
    """What is called for; `said_at` is UTC. A time counts only with its hour. Raises BadCall or BadTime."""
    text = " ".join(calm(sentence).split())
    found = find(text, _local(said_at))
    hours = [moment for moment in found if moment.has_clock]
    if len(hours) > 1:
        raise BadTime(why="two")
    if not hours:
        wording = parse(text)
        return Wish(wording.title, wording.places)
    day = _day_beside(hours[0], found)
    wording = parse(_without(text, [hours[0], *([day] if day else [])]))
    start, end = _on(hours[0], day)
    return Wish(wording.title, wording.places, start, end)


def heard_when(sentence: str, said_at: datetime) -> tuple[datetime, datetime | None]:
    """A time alone, local; raises BadTime where there is none, or more than one."""
    found = find(" ".join(calm(sentence).split()), _local(said_at))
    hours = [moment for moment in found if moment.has_clock]
    if len(hours) != 1:
        raise BadTime(why="two" if hours else "none")
    return _on(hours[0], _day_beside(hours[0], found))


def heard_places(sentence: str) -> int:
    """A number of people alone; raises BadCall."""
    found = people_in(" ".join(calm(sentence).split()))
    places = number(found) if found is not None else 0
    if not 1 <= places <= MOST_PLACES:
        raise BadCall(most=MOST_PLACES, longest=LONGEST_TITLE)
    return places


def _local(said_at: datetime) -> datetime:
    return said_at.astimezone(ZoneInfo(HOME)).replace(tzinfo=None)


def _day_beside(hour: Moment, found: tuple[Moment, ...]) -> Moment | None:
    """The day that stands apart from its hour, where there is exactly one."""
    days = [moment for moment in found if not moment.has_clock]
    return days[0] if len(days) == 1 and not hour.has_day else None


def _on(hour: Moment, day: Moment | None) -> tuple[datetime, datetime | None]:
    apart = timedelta(days=(day.start.date() - hour.start.date()).days if day is not None else 0)
    return hour.start + apart, hour.end + apart if hour.end is not None else None


def _without(text: str, moments: list[Moment]) -> str:
    for start, end in sorted((moment.span for moment in moments), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
