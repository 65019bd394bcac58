"""Days and hours in plain talk, Chinese and English, as naive local times.

What is meant where words leave it open: a weekday alone is the next such day, today only while its hour is
ahead; an hour alone is today, or tomorrow when it has passed; an hour from 1 to 6 without a part of the day
is in the afternoon (a leading zero, 06:30, says the morning), because neighbours do not meet at night; a date
without a year is the nearest one, so it may have passed: whoever asks says so. A day without an hour begins
at 00:00. "12点" of an evening and "midnight" are the end of that day.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from knowledge.clocks import AM, HALF_DAY, PM, Clock, Part, clocks, minutes, parts
from knowledge.days import WEEK, Day, days
from knowledge.delays import Delay, delays

HALF = HALF_DAY * 60
LONGEST = 4096
"""Characters that are read: one message."""

_WIDE = str.maketrans("０１２３４５６７８９：．／", "0123456789:./")
_JOIN = re.compile(r"[\s,，的(（)）]*(?:(?:at|on|from|从|自)\s*)?", re.IGNORECASE)
_AFTER = re.compile(r"\s+(?:on\s+)?", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:到|至|-|–|—|~|～|to|until|till)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that was named; `span` is where in the text, `end` where a range ends."""

    start: datetime
    end: datetime | None
    span: tuple[int, int]
    has_day: bool
    has_clock: bool


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A day, an hour, or both."""

    day: Day | None
    clock: Clock | None

    @property
    def part(self) -> str | None:
        """The part of the day: the hour's own word before the day's."""
        own = self.clock.part if self.clock is not None else None
        return own or (self.day.part if self.day is not None else None)


_Token = Day | Clock | Part | Delay
_Kind = TypeVar("_Kind", Day, Clock, Part)


def find(text: str, now: datetime) -> tuple[Moment, ...]:
    """Every moment in `text` in its order, apart from each other; `now` and the answer are local, naive."""
    read = text[:LONGEST].translate(_WIDE)
    return tuple(_Talk(read, now, _apart(read, now.date())).moments())


def _apart(text: str, today: date) -> list[_Token]:
    """What the patterns see, the first and longest where they overlap."""
    seen: list[_Token] = [*days(text, today), *clocks(text), *parts(text), *delays(text)]
    seen.sort(key=lambda token: (token.span[0], -token.span[1]))
    kept: list[_Token] = []
    for token in seen:
        if not kept or token.span[0] >= kept[-1].span[1]:
            kept.append(token)
    return kept


class _Talk:
    """Reads tokens from left to right; `_at` is the next one."""

    def __init__(self, text: str, now: datetime, tokens: Sequence[_Token]) -> None:
        self._text, self._now, self._tokens, self._at = text, now, tokens, 0

    def moments(self) -> Iterator[Moment]:
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            try:
                found = self._moment(token)
            except OverflowError:  # in nine thousand weeks there is no calendar
                found = None
            if found is not None:
                yield found

    def _moment(self, token: _Token) -> Moment | None:
        if isinstance(token, Delay):
            later = self._now.replace(second=0, microsecond=0) + timedelta(minutes=token.minutes)
            return Moment(later, None, token.span, True, True)
        if isinstance(token, Part):
            return None
        spoken = self._spoken(token)
        until = self._until() if spoken.clock is not None else None
        if until is not None and spoken.day is None and until.day is None:
            spoken = replace(spoken, day=self._day_after())
        span = (token.span[0], self._tokens[self._at - 1].span[1])
        return _moment(spoken, until, span, self._now)

    def _spoken(self, token: Day | Clock) -> _Spoken:
        if isinstance(token, Clock):
            return _Spoken(self._day_after(), token)
        day = self._with_weekday(token)
        part = self._take(Part, _JOIN)
        clock = self._take(Clock, _JOIN)
        return _Spoken(replace(day, part=part.part) if part and day.part is None else day, clock)

    def _until(self) -> _Spoken | None:
        """Where the range ends that begins with what was read last."""
        before = self._at
        day = self._take(Day, _UNTIL)
        clock = self._take(Clock, _JOIN if day else _UNTIL)
        if clock is None:
            self._at = before
            return None
        return _Spoken(day, clock)

    def _day_after(self) -> Day | None:
        """The day of "8pm tomorrow"; in Chinese the day comes first, and a later one is another moment."""
        before = self._at
        day = self._take(Day, _AFTER)
        chinese = day is not None and not self._text[day.span[0]].isascii()
        if chinese or self._peek(Clock, _JOIN) is not None:
            self._at = before
            return None
        return day

    def _with_weekday(self, day: Day) -> Day:
        """A date and its weekday, said in either order, are one day."""
        other = self._peek(Day, _JOIN)
        if other is None or other.date is None or day.date is None:
            return day
        if day.rolls == other.rolls or day.date.weekday() != other.date.weekday():
            return day
        self._at += 1
        return other if day.rolls else day

    def _take(self, kind: type[_Kind], gap: re.Pattern[str]) -> _Kind | None:
        token = self._peek(kind, gap)
        self._at += token is not None
        return token

    def _peek(self, kind: type[_Kind], gap: re.Pattern[str]) -> _Kind | None:
        """The next token, if it is of that kind and only `gap` stands before it."""
        if self._at >= len(self._tokens):
            return None
        token, last = self._tokens[self._at], self._tokens[self._at - 1]
        fits = isinstance(token, kind) and gap.fullmatch(self._text, last.span[1], token.span[0])
        return token if fits and isinstance(token, kind) else None


def _moment(spoken: _Spoken, until: _Spoken | None, span: tuple[int, int], now: datetime) -> Moment | None:
    day, clock = spoken.day, spoken.clock
    if day is not None and day.date is None:
        return None
    base = day.date if day is not None and day.date is not None else now.date()
    if clock is None:
        return Moment(datetime.combine(base, time()), None, span, True, False)
    if day is None and clock.weak:
        return None
    start = _at(base, _start(spoken, until))
    if start <= now and (day is None or day.rolls):
        start += timedelta(days=1 if day is None else WEEK)
    return Moment(start, _ending(spoken, until, start), span, day is not None, True)


def _start(spoken: _Spoken, until: _Spoken | None) -> int:
    """Minutes of the beginning; "9 to 11am" says its half of the day at the end."""
    clock = spoken.clock
    assert clock is not None  # only asked where an hour was named
    plain = minutes(clock, spoken.part)
    last = until.clock if until is not None else None
    if last is None or last.part not in (AM, PM) or spoken.part is not None or not clock.open:
        return plain
    shared = minutes(clock, last.part)
    return shared if shared < minutes(last, last.part) else plain


def _ending(spoken: _Spoken, until: _Spoken | None, start: datetime) -> datetime | None:
    if until is None or until.clock is None:
        return None
    clock = until.clock
    own = until.part
    if until.day is not None and until.day.date is not None:
        end = _at(until.day.date, minutes(clock, own))
        return end + timedelta(days=WEEK if until.day.rolls and end <= start else 0)
    end = _at(start.date(), minutes(clock, own or spoken.part))
    if end > start:
        return end
    afternoon = end + timedelta(minutes=HALF)
    return afternoon if clock.open and own is None and afternoon > start else end + timedelta(days=1)


def _at(day: date, after: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=after)
