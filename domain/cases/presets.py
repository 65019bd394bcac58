"""By when a case is answered, spoken of again and solved: sets of time limits to choose from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.cases.rules import Grade
from domain.kernel.worktime import WorkingTime

AHEAD = 3 * 60
"""Minutes before the close until which "today" is promised: before 15:00 where work ends at 18:00.
Source: service promises of property companies, a default.
"""

HOUR = 60


class Unit(StrEnum):
    """What a limit is counted in."""

    EVENING = "evening"
    """The close of that day, or of the next working day where it is late already; the amount says nothing."""
    WALL = "wall"
    """Minutes that pass by night and on holidays too."""
    WORK = "work"
    """Minutes of working time."""
    DAYS = "days"
    """Whole working days: as many minutes as the slots of a day have."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One time limit."""

    amount: int
    unit: Unit

    @property
    def wall(self) -> bool:
        """Whether it runs out of working hours too."""
        return self.unit is Unit.WALL

    def due(self, began: datetime, hours: WorkingTime) -> datetime:
        """When it runs out where nothing stops it (UTC)."""
        match self.unit:
            case Unit.EVENING:
                return hours.evening(began, AHEAD)
            case Unit.WALL:
                return began + timedelta(minutes=self.amount)
            case Unit.WORK:
                return hours.add(began, timedelta(minutes=self.amount))
            case Unit.DAYS:
                return hours.add(began, timedelta(minutes=hours.day(self.amount)))

    def minutes(self, began: datetime, hours: WorkingTime) -> int:
        """Its length in whole minutes, of working time or of the wall clock."""
        if self.wall:
            return self.amount
        return hours.between(began, self.due(began, hours)) // timedelta(minutes=1)


class ClockKind(StrEnum):
    """The three clocks of a case."""

    FIRST = "first"
    """Until somebody answers whoever reported."""
    UPDATE = "update"
    """Until they hear of it again; it begins anew with each answer."""
    SOLUTION = "solution"
    """Until it is done; what people are promised."""


@dataclass(frozen=True, slots=True)
class Limits:
    """One limit for each clock."""

    first: Limit
    update: Limit
    solution: Limit

    def of(self, kind: ClockKind) -> Limit:
        """The limit of that clock."""
        match kind:
            case ClockKind.FIRST:
                return self.first
            case ClockKind.UPDATE:
                return self.update
            case ClockKind.SOLUTION:
                return self.solution


class Preset(StrEnum):
    """The sets that there are."""

    DEFAULT = "default"
    HOTLINE = "hotline"
    """The grades of 12345."""
    QUICK = "quick"
    """What is called 1130."""


MATTER = "matter"
"""Whose limit it is where a line of the list of matters gives one: the basis of such a clock."""


def _wall(minutes: int) -> Limit:
    return Limit(minutes, Unit.WALL)


def _work(minutes: int) -> Limit:
    return Limit(minutes, Unit.WORK)


def _days(count: int) -> Limit:
    return Limit(count, Unit.DAYS)


EVENING = Limit(0, Unit.EVENING)

DANGER = Limits(_wall(HOUR), _wall(HOUR), _wall(2 * HOUR))
"""Source: 12345 grades, "danger 2 h" (Beijing, draft of 2021); first: "dispatch 1 h" (standard in force since
2023-01-01); update: ours. Danger is never put off to a working day.
"""

SUPPLY = Limits(_wall(2 * HOUR), _wall(12 * HOUR), _wall(24 * HOUR))
"""Source: the same, "water, power, gas, heat 24 h" and "dispatch 2 h"; hours on the wall, because nobody can
wait over a holiday for water; update: ours.
"""

PRESETS: Mapping[Preset, Mapping[Grade, Limits]] = {
    # What was promised before there were presets: by the evening of that working day, or of the next one.
    Preset.DEFAULT: {
        Grade.DANGER: DANGER,
        Grade.SUPPLY: SUPPLY,
        Grade.ORDINARY: Limits(EVENING, _days(2), EVENING),
        Grade.COMPLEX: Limits(EVENING, _days(2), EVENING),
    },
    # The grades of the 12345 hotline: 7 d and 15 d, read as working days; first and update: ours.
    Preset.HOTLINE: {
        Grade.DANGER: DANGER,
        Grade.SUPPLY: SUPPLY,
        Grade.ORDINARY: Limits(_days(1), _days(3), _days(7)),
        Grade.COMPLEX: Limits(_days(1), _days(5), _days(15)),
    },
    # "1130": contact within 1 h, first feedback within 1 day, solved within 3 days. Source: Xincheng, Xi'an.
    Preset.QUICK: {
        Grade.DANGER: DANGER,
        Grade.SUPPLY: SUPPLY,
        Grade.ORDINARY: Limits(_work(HOUR), _days(1), _days(3)),
        Grade.COMPLEX: Limits(_work(HOUR), _days(1), _days(3)),
    },
}
"""Each preset's limits by grade. Source: complaints research, section 3, Chinese practice."""


def preset_of(code: str) -> Preset:
    """The preset of that code; the default where there is none of that name."""
    return next((preset for preset in Preset if preset.value == code), Preset.DEFAULT)


def own_limit(minutes: int) -> Limit:
    """The limit that a line of the list of matters gives, in working minutes."""
    return _work(minutes)
