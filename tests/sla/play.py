"""Random lives of cases, led through the real services and kept in a real database."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from domain.cases import timekeeping
from domain.cases.intake import report
from domain.cases.rules import Draft, Grade
from domain.cases.steps import enact, tick
from domain.cases.table import Action
from domain.kernel.people import Actor, Role
from domain.kernel.worktime import Timetable, read
from storage import seeding
from storage.tables import case_clocks, cases, due
from storage.tx import SqlTx
from tests.machines.desk import Desk
from tests.sla.model import KINDS, Model
from tests.sla.simulator import Rules

ZONES = (
    "Asia/Shanghai", "Asia/Shanghai", "Asia/Shanghai", "Europe/Berlin", "America/New_York",
    "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Asia/Beirut",
)  # fmt: skip
TABLES = (
    "09:00-18:00", "09:00-12:00,14:00-18:00", "08:30-11:30,13:00-17:30", "00:00-24:00", "07:00-08:30",
    "00:00-02:30,09:00-12:00,18:00-24:00", "02:15-05:00", "01:00-02:30,03:30-23:59", "22:30-24:00",
    "06:00-09:00,09:00-12:00,13:00-14:00,15:00-16:00,20:00-22:00",
)  # fmt: skip
DAYS = ((1, 1), (2, 12), (3, 27), (4, 4), (4, 29), (5, 1), (9, 24), (10, 1), (10, 24), (10, 30), (12, 30))
"""Around holidays, and around nights on which clocks are changed."""

STEPS = {
    "filed": ("take", "take", "take", "return", "add"),
    "taken": ("reply", "ask", "ask", "defer", "return", "finish", "add"),
    "waiting": ("add", "add", "reply", "wake", "wake", "finish"),
    "deferred": ("wake", "wake", "reply", "add"),
    "finished": ("reopen", "reopen", "reply"),
}
BY_REPORTER = ("add", "reopen")


@dataclass
class Life:
    """One case, its people and its place; `model` says what should stand."""

    dice: random.Random
    desk: Desk
    model: Model
    compound: int
    worker: Actor
    reporter: Actor
    case: int = 0
    story: tuple[str, ...] = ()

    def lead(self, connection: Connection) -> list[str]:
        """Live through it; answers where books and model differ."""
        desk, dice = self.desk, self.dice
        desk.clock.at = _begin(dice)
        self._file(self._open(connection))
        for _ in range(dice.randint(1, 9)):
            desk.clock.at += timedelta(minutes=_wait(dice))
            if dice.random() < 0.2:
                self._edit(self._open(connection))
            else:
                self._step(self._open(connection))
        return list(self._differences(connection))

    def _open(self, connection: Connection) -> SqlTx:
        return self.desk.deps.open(connection)

    def _file(self, tx: SqlTx) -> None:
        model = self.model
        case = report(tx, self.reporter, Draft("lift", 1, tx.now))
        self.case = case.id
        model.file(tx.now)
        if model.grade != "ordinary" or model.own is not None:
            case = replace(case, grade=Grade(model.grade))
            tx.cases.save(case)
            timekeeping.regraded(tx, case, model.own)
        self._told("file", tx.now)

    def _step(self, tx: SqlTx) -> None:
        action = self.dice.choice(STEPS[self.model.state])
        case = tx.cases.due(self.case)
        if action == "wake" and self.dice.random() < 0.5:
            tick(tx, case, Action.WAKE)
        else:
            actor = self.reporter if action in BY_REPORTER else self.worker
            enact(tx, tx.people.enter(actor), case, Action(action))
        self.model.step(action, tx.now)
        self._told(action, tx.now)

    def _edit(self, tx: SqlTx) -> None:
        """The calendar changes, and the job goes over what is in work."""
        dice, model = self.dice, self.model
        rules, preset = model.rules, model.preset
        match dice.randrange(3):
            case 0:
                rules = replace(rules, slots=_slots(dice.choice(TABLES)))
            case 1:
                preset = dice.choice(("default", "hotline", "quick"))
            case _:
                rules = replace(rules, own={**rules.own, **_own(dice, tx.now.date())})
        keep(tx, self.compound, rules, preset)
        for case_id in tx.clocks.running(self.compound, 0, 10):
            timekeeping.renewed(tx, case_id)
        model.edit(tx.now, rules, preset)
        self._told(f"edit {rules.slots} {preset} {dict(rules.own)}", tx.now)

    def _told(self, what: str, at: datetime) -> None:
        self.story = (*self.story, f"{at:%Y-%m-%d %H:%M} {what}")

    def _differences(self, connection: Connection) -> Iterator[str]:
        kept = {
            (row.round, row.kind): row
            for row in connection.execute(select(case_clocks).where(case_clocks.c.case_id == self.case))
        }
        if len(kept) != len(self.model.rounds) * len(KINDS):
            yield f"{len(kept)} clocks"
        for number, watches in enumerate(self.model.rounds):
            for kind, watch in watches.items():
                row, found = kept[number, kind], watch.due()
                ours = (row.began_at, row.due_at, row.met_at, row.missed, not row.provisional)
                theirs = (watch.began, found.at, watch.met, watch.missed, found.settled)
                if ours != theirs:
                    yield f"round {number} {kind} {watch.wish}: {ours} is not {theirs}"
        yield from self._misplaced(connection, kept)

    def _misplaced(self, connection: Connection, kept: dict[tuple[int, str], Any]) -> Iterator[str]:
        """The case's own hour, and what falls due with it."""
        row = connection.execute(select(cases).where(cases.c.id == self.case)).one()
        last = kept[len(self.model.rounds) - 1, "solution"]
        if row.state != self.model.state or (row.due_at, row.round) != (last.due_at, last.round):
            yield f"the case: {row.state} due {row.due_at} round {row.round}"
        planned = select(due.c.at).where(due.c.subject_id == self.case, due.c.kind == "case.over")
        at = [found.at for found in connection.execute(planned.where(due.c.state == "open"))]
        if at != self.model.falls_due():
            yield f"planned at {at}"


def life(seed: str, desk: Desk, connection: Connection) -> Life:
    """A case to be, in a compound of its own."""
    dice = random.Random(seed)
    zone = dice.choice(ZONES)
    own = _own(dice, _begin(random.Random(seed)).date()) if dice.random() < 0.4 else {}
    rules = Rules(zone, _slots(dice.choice(TABLES)), own)
    grade = dice.choice(("ordinary", "ordinary", "ordinary", "complex", "danger", "supply"))
    minutes = dice.choice((None, None, None, None, 1, 45, 240, 700))
    scope = desk.deps.scope(connection)
    compound = seeding.add_compound(scope, "Anywhere", zone)
    body = seeding.add_body(scope, compound, "property", "Property")
    people = []
    for role in (Role.WORKER, Role.RESIDENT):
        user = scope.new_id()
        person = seeding.add_person(scope, user, role.value, "en", private_open=True)
        seeding.grant(scope, person, role, compound, compound, body if role is Role.WORKER else None)
        people.append((person, Actor(user, role.value, "en", chat_id=user)))
    seeding.name_duty(scope, compound, body, people[0][0])
    preset = dice.choice(("default", "hotline", "quick"))
    keep(desk.deps.open(connection), compound, rules, preset)
    model = Model(rules, preset, grade, minutes)
    return Life(dice, desk, model, compound, people[0][1], people[1][1])


def keep(tx: SqlTx, compound: int, rules: Rules, preset: str) -> None:
    """Rules as the books have them."""
    slots = read(",".join(f"{opens}-{closes}" for opens, closes in rules.slots))
    tx.calendars.keep(compound, Timetable(slots, preset))
    for day, works in rules.own.items():
        tx.calendars.keep_day(compound, day, works)


def _slots(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((pair[:5], pair[6:]) for pair in text.split(","))


def _begin(dice: random.Random) -> datetime:
    """A minute in years with and without published holidays, often near a day on which something changes."""
    year, minutes = dice.randint(2024, 2028), dice.randrange(24 * 60)
    if dice.random() < 0.6:
        day = date(year, *dice.choice(DAYS)) + timedelta(days=dice.randint(-6, 6))
    else:
        day = date(year, 1, 1) + timedelta(days=dice.randrange(365))
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)


def _wait(dice: random.Random) -> int:
    """Minutes until the next step: now, an hour, a day, or over a weekend."""
    return dice.randrange(dice.choice((2, 90, 600, 2000, 8000)))


def _own(dice: random.Random, near: date) -> dict[date, bool]:
    days = [near + timedelta(days=dice.randint(-2, 14)) for _ in range(dice.randint(1, 4))]
    return {day: dice.random() < 0.5 for day in days}
