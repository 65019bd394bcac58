"""A year of life in the demo's compound: lived through the services, on a clock that runs through it."""

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete

from bot.seeding import Planted, read, settle
from bot.street import SEED
from bot.sweep import SERVICES
from domain.kernel.errors import DomainError
from domain.kernel.people import Actor
from storage import due
from storage.ids import Ids
from storage.tables import cards, dialogues, job_rows, jobs, outbox
from storage.tx import SqlTx, TxDeps

Json = dict[str, Any]

YEAR = Path(__file__).parent / "seed" / "year.json"
LENGTH = timedelta(days=365)
BEFORE = timedelta(days=40)
"""How long before the year the compound was set up."""

FRESH = timedelta(days=4)
"""Reports younger than this may still be open when the demo begins."""


class YearClock:
    """The hour that the year has reached."""

    def __init__(self, start: datetime) -> None:
        self.moment = start

    def now(self) -> datetime:
        """The wall time, UTC."""
        return self.moment


Happening = Callable[[SqlTx], None]


@dataclass(slots=True)
class Year:
    """What is still to happen, in order; living one thing plans the next."""

    planted: Planted
    end: datetime
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    told: Json = field(default_factory=lambda: read(YEAR))
    _order: "count[int]" = field(default_factory=count)
    _coming: list[tuple[datetime, int, Happening]] = field(default_factory=list)

    def plan(self, at: datetime, what: Happening) -> None:
        """It happens then, unless the demo has begun before."""
        if at < self.end:
            heapq.heappush(self._coming, (at, next(self._order), what))

    def live(self, deps: TxDeps, connection: Connection) -> None:
        """Everything in its order, and what falls due in between."""
        clock = YearClock(self.end - LENGTH)
        own = replace(deps, clock=clock, new_id=Ids(clock))
        while self._coming:
            clock.moment, _, what = heapq.heappop(self._coming)
            _ring(own, connection, clock.moment)
            try:
                with connection.begin_nested():
                    what(own.open(connection))
            except DomainError:
                continue  # what the rules refuse did not happen
        clock.moment = self.end
        _ring(own, connection, self.end)
        _hush(connection)

    def settle(self, deps: TxDeps, connection: Connection) -> None:
        """The compound is there some weeks before its year begins."""
        clock = YearClock(self.end - LENGTH - BEFORE)
        settle(replace(deps, clock=clock, new_id=Ids(clock)), connection, self.planted)

    def lives(self, key: str) -> bool:
        """Whether they are at home here, and not only at work."""
        return any(one["key"] == key and one["role"] == "resident" for one in self.planted.seed["people"])

    def actor(self, key: str, chat: str | None = None) -> Actor:
        """Somebody of the seed, in their private chat or in a group."""
        person = next(one for one in self.planted.seed["people"] if one["key"] == key)
        locale = "en" if person.get("language_code") == "en" else "zh-CN"
        where = self.planted.chat(chat or key)
        return Actor(self.planted.people[key], person["first_name"], locale, where, private=chat is None)

    def local(self, at: datetime) -> datetime:
        """That instant on the compound's walls."""
        return at.astimezone(ZoneInfo(self.planted.seed["compound"]["zone"]))

    def later(self, at: datetime, least: float, most: float) -> datetime:
        """So many hours later by chance, put off to eight in the morning where people sleep."""
        moment = self.local(at + timedelta(hours=self.chance.uniform(least, most)))
        if moment.hour >= 20:
            moment += timedelta(hours=12)
        if moment.hour < 8:
            moment = moment.replace(hour=8, minute=self.chance.randrange(60))
        return moment.astimezone(at.tzinfo)


def _ring(deps: TxDeps, connection: Connection, now: datetime) -> None:
    """What fell due until now, each at its own hour."""
    while rows := due.fallen(connection, now):
        for row in rows:
            SERVICES[row.due.kind](deps.open(connection), row.due, None)
            due.end(connection, row.due.id, now)


def _hush(connection: Connection) -> None:
    """Of the year's messages and their pictures nothing is kept: the new world's chats begin empty."""
    for table in (outbox, cards, dialogues, job_rows, jobs):
        connection.execute(delete(table))
