"""A random log of one compound: cases that walk the state table, close to the borders of days and periods."""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert

from domain.cases.table import TRANSITIONS, Action, Part, State
from storage import tables

ZONES = ("Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "UTC")
SUBJECTS = ("lift", "light", "pipe", "unknown")
RATINGS = ("good", "fair", "poor")
REASONS: dict[Action, tuple[str | None, ...]] = {
    Action.RATE: (*RATINGS, None),
    Action.CONFIRM: (None, None, None, "staff"),
    Action.PARTLY: (None, None, "staff"),
}
WHY = ("duplicate", "scope", "disaster", "mistaken", "test")
FROM = date(2026, 2, 23)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
STEPS = {
    state: [(action, part, after) for (before, action, part), after in TRANSITIONS.items() if before is state]
    for state in State
}

Rows = dict[Any, list[dict[str, Any]]]


@dataclass
class Log:
    """Rows of a compound; `first` and `last` are the local days that are asked for, `now` is UTC."""

    compound: int
    zone: str
    first: date
    last: date
    now: datetime
    rows: Rows = field(default_factory=dict)

    def keep(self, connection: Connection) -> None:
        """Write them, parents first."""
        for table in tables.metadata.sorted_tables:
            if wanted := self.rows.get(table):
                connection.execute(insert(table), wanted)

    def add(self, table: Any, **row: Any) -> int:
        """One more row; its id."""
        self.rows.setdefault(table, []).append(row)
        return int(row.get("id", 0))


class Maker:
    """Makes logs from a seed; ids go on from log to log."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self._ids = count(1_000_000)
        self.people = (next(self._ids), next(self._ids))

    def persons(self, connection: Connection) -> None:
        """The two that all logs share."""
        rows = [{"id": one, "locale": "zh-CN", "created_at": EPOCH} for one in self.people]
        connection.execute(insert(tables.persons), rows)

    def log(self) -> Log:
        """The next one."""
        dice = self._dice
        zone = dice.choice(ZONES)
        first = FROM + timedelta(days=dice.randrange(14))
        last = first + timedelta(days=dice.choice((0, 1, 6, 6, 30)))
        now = datetime.combine(last, time(12), UTC) + timedelta(days=dice.choice((0, 1, 5, 40)))
        log = Log(next(self._ids), zone, first, last, now)
        self._place(log, log.compound, None, "compound")
        places = [log.compound]
        for _ in range(dice.randint(1, 3)):
            building = self._place(log, next(self._ids), log.compound, "building")
            unit = self._place(log, next(self._ids), building, "unit")
            places += [building, unit, self._place(log, next(self._ids), unit, "household")]
        bodies = [
            log.add(tables.bodies, id=next(self._ids), compound_id=log.compound, kind=kind, name=kind)
            for kind in ("property", "committee", "owners")[: dice.randint(1, 3)]
        ]
        for number in range(1, dice.choice((1, 4, 9, 16, 24)) + 1):
            self._case(log, number, dice.choice(places), bodies)
        return log

    def _place(self, log: Log, made: int, parent: int | None, level: str) -> int:
        row = {"parent_id": parent, "compound_id": log.compound, "level": level}
        return log.add(tables.places, id=made, name=str(made), zone=log.zone, next_number=1, **row)

    def _case(self, log: Log, number: int, place: int, bodies: list[int]) -> None:
        dice, case, events = self._dice, next(self._ids), self._walk(log)
        filed = events[0]["at"]
        due = filed + timedelta(hours=dice.choice((0, 1, 24, 200)))
        log.add(
            tables.cases,
            id=case,
            number=number,
            compound_id=log.compound,
            place_id=place,
            body_id=dice.choice(bodies),
            reporter_id=self.people[0],
            origin_chat_id=1,
            state=events[-1]["after"],
            filed_at=filed,
            due_at=due,
            provisional=False,
            round=events[-1]["round"],
            stream_reason=dice.choice(SUBJECTS),
        )
        for event in events:
            own = {"id": next(self._ids), "case_id": case, "compound_id": log.compound}
            log.add(tables.case_events, **own, body_id=bodies[0], **event)
        if dice.random() < 0.5:
            answer = filed + timedelta(minutes=dice.choice((0, 30, 600)))
            log.add(
                tables.case_clocks,
                case_id=case,
                round=dice.choice((0, 0, 0, 1)),
                kind=dice.choice(("first", "first", "solution")),
                basis="default",
                minutes=60,
                wall=False,
                began_at=filed,
                due_at=answer,
                provisional=False,
            )
        for body in bodies:
            if dice.random() < 0.25:
                log.add(tables.case_bodies, case_id=case, body_id=body, joined_at=filed)
        if dice.random() < 0.25:
            second = dice.choice((None, *self.people))
            log.add(
                tables.case_exclusions,
                case_id=case,
                reason=dice.choice(WHY),
                proposed_by=self.people[0],
                proposed_at=filed,
                agreed_by=second,
                agreed_at=None if second is None else filed,
            )

    def _walk(self, log: Log) -> list[dict[str, Any]]:
        dice, state, turn = self._dice, State.FILED, 0
        at = self._moment(log)
        events = [
            self._event(at, "file", None, state, Part.REPORTER, turn, dice.choice((None, None, "staff")))
        ]
        for _ in range(dice.choice((0, 1, 2, 4, 7, 12))):
            if not STEPS[state] or at >= log.now:
                break
            at = min(at + self._pause(log, at), log.now)
            action, part, after = self._step(state)
            turn += action is Action.REOPEN
            reason = dice.choice(REASONS.get(action, (None,)))
            events.append(self._event(at, action.value, state, after, part, turn, reason))
            state = after
        return events

    def _step(self, state: State) -> tuple[Action, Part, State]:
        """Mostly forward, so that many walks come to an end."""
        forward = [step for step in STEPS[state] if step[2] is not state or step[0] is Action.RATE]
        return self._dice.choice(forward if self._dice.random() < 0.8 and forward else STEPS[state])

    def _event(
        self,
        at: datetime,
        action: str,
        before: State | None,
        after: State,
        part: Part,
        turn: int,
        reason: str | None,
    ) -> dict[str, Any]:
        who = None if part is Part.CLOCK else self.people[0]
        return {
            "at": at,
            "action": action,
            "before": before.value if before is not None else None,
            "after": after.value,
            "part": part.value,
            "person_id": who,
            "round": turn,
            "reason": reason,
        }

    def _moment(self, log: Log) -> datetime:
        """Often within a minute of a day's border."""
        dice = self._dice
        span = (log.last - log.first).days
        day = log.first + timedelta(days=dice.randint(-3, span + 2))
        midnight = datetime.combine(day, time(), ZoneInfo(log.zone)).astimezone(UTC)
        around = (timedelta(), timedelta(seconds=-1), timedelta(microseconds=-1), timedelta(seconds=40))
        at = midnight + dice.choice((*around, timedelta(hours=dice.uniform(0, 24))))
        return min(at, log.now)

    def _pause(self, log: Log, at: datetime) -> timedelta:
        dice = self._dice
        to_border = self._moment(log) - at
        usual = timedelta(hours=dice.choice((0, 0.1, 1, 8, 30, 100)))
        return to_border if dice.random() < 0.4 and to_border >= timedelta() else usual
