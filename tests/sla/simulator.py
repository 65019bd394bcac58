"""What the clocks should say, worked out the slow way: minute by minute, by looking at a clock on a wall.

Nothing of the project is used here. A minute counts if the door is open in it. The door opens when the wall
clock of the place first shows an opening time on a day on which people work there, and shuts when it first
shows the closing time; an hour that is shown twice in autumn does not open it a second time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from chinese_calendar import is_workday
from chinese_calendar.constants import holidays

MINUTE = timedelta(minutes=1)
LAST_YEAR = max(day.year for day in holidays)
FIRST_YEAR = min(day.year for day in holidays)


@dataclass(frozen=True)
class Rules:
    """Working time as somebody would say it: pairs of "HH:MM", days that are otherwise."""

    zone: str
    slots: Sequence[tuple[str, str]]
    own: Mapping[date, bool] = field(default_factory=dict)

    def workday(self, day: date) -> bool:
        if day in self.own:
            return self.own[day]
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return bool(is_workday(day))
        return day.isoweekday() <= 5

    def settled(self, day: date) -> bool:
        return day in self.own or FIRST_YEAR <= day.year <= LAST_YEAR

    def length(self) -> int:
        """Minutes of a working day by its slots alone."""
        return sum(_minutes(closes) - _minutes(opens) for opens, closes in self.slots)


def _minutes(shown: str) -> int:
    return int(shown[:2]) * 60 + int(shown[3:])


class Wall:
    """Walks over the minutes of a place from the midnight before, looking at the clock on its wall."""

    def __init__(self, rules: Rules, start: datetime) -> None:
        self.rules, self._zone = rules, ZoneInfo(rules.zone)
        self._edges = [(_minutes(opens), _minutes(closes)) for opens, closes in rules.slots]
        self._start = start
        self._day: date | None = None
        self._highest = -1
        self._works = False

    def minutes(self) -> Iterator[tuple[datetime, datetime, bool]]:
        """Each minute from the start on: its beginning, the wall clock, whether the door is open."""
        shown = self._start.astimezone(self._zone)
        at = self._start - timedelta(minutes=shown.hour * 60 + shown.minute + 180)
        while True:
            shown = at.astimezone(self._zone)
            door = self._look(shown)
            if at >= self._start:
                yield at, shown, door
            at += MINUTE

    def _look(self, shown: datetime) -> bool:
        day = shown.date()
        if day != self._day and (self._day is None or day > self._day):
            self._day, self._highest, self._works = day, -1, self.rules.workday(day)
        if not self._works:
            return False
        highest = shown.hour * 60 + shown.minute
        if highest > self._highest:
            self._highest = highest
        for opens, closes in self._edges:  # noqa: SIM110  a generator costs as much as the rest of a minute
            if opens <= self._highest < closes:
                return True
        return False


@dataclass(frozen=True)
class Wish:
    """A limit: so many `minutes` of "wall" or "work" time, `minutes` of whole "days", or by the "evening"."""

    kind: str
    minutes: int = 0


@dataclass(frozen=True)
class Found:
    """When it runs out, and whether every day up to then was settled."""

    at: datetime
    settled: bool


def walk(rules: Rules, wish: Wish, start: datetime, pauses: Sequence[tuple[datetime, datetime]]) -> Found:
    """Walk until the limit has run out; a minute within a pause does not count."""
    if wish.kind == "wall":
        return Found(_wall(wish.minutes, start, pauses), settled=True)
    if wish.kind == "evening":
        return _evening(rules, start, pauses)
    left = wish.minutes * (rules.length() if wish.kind == "days" else 1)
    days = set[date]()
    for at, shown, door in Wall(rules, start).minutes():
        days.add(shown.date())
        if left == 0:
            return Found(at, all(map(rules.settled, days)))
        if door and not _stands(at, pauses):
            left -= 1
    raise AssertionError("minutes do not end")


def _wall(minutes: int, start: datetime, pauses: Sequence[tuple[datetime, datetime]]) -> datetime:
    at, left = start, minutes
    while left:
        if not _stands(at, pauses):
            left -= 1
        at += MINUTE
    return at


def _evening(rules: Rules, start: datetime, pauses: Sequence[tuple[datetime, datetime]]) -> Found:
    """Until the last door of today shuts, if people work today and it was said three hours before on the wall
    clock; else until that of the next working day. Open minutes in a pause are made up for behind it.
    """
    zone = ZoneInfo(rules.zone)
    shown, shuts = start.astimezone(zone), _minutes(rules.slots[-1][1])
    in_time = rules.workday(shown.date()) and shown.hour * 60 + shown.minute < shuts - 180
    today, target, owed = shown.date(), shown.date() if in_time else None, 0
    days, reached = set[date](), False
    for at, local, door in Wall(rules, start).minutes():
        days.add(local.date())
        if target is None and local.date() > today and rules.workday(local.date()):
            target = local.date()
        if target is not None and not reached:
            minute = local.hour * 60 + local.minute
            reached = local.date() > target or (local.date() == target and minute >= shuts)
        if reached and owed == 0:
            return Found(at, all(map(rules.settled, days)))
        if door and _stands(at, pauses):
            owed += 1 if not reached else 0
        elif door and reached:
            owed -= 1
    raise AssertionError("minutes do not end")


def _stands(at: datetime, pauses: Sequence[tuple[datetime, datetime]]) -> bool:
    return any(begins <= at < ends for begins, ends in pauses)


def minute(year: int, month: int, day: int, hour: int, at: int) -> datetime:
    """A minute, UTC."""
    return datetime(year, month, day, hour, at, tzinfo=UTC)
