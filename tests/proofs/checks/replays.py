"""A call played again from its audit rows, by the plainest rules there are: places, turns, offers."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.proofs.evidence import Evidence, Row

ZONE = ZoneInfo("Asia/Shanghai")
QUIET_FROM, QUIET_UNTIL = time(21, 30), time(8, 0)
NOTICE, LASTS, ENDS = timedelta(hours=3), timedelta(hours=12), timedelta(hours=2)
"""Below such notice a place is given at once; an offer stands so long, and ends so long before the beginning.
Written down again; sources: domain/calls/rules, domain/kernel/hours.
"""


@dataclass(slots=True)
class Replayed:
    """Who comes, who is asked until when, who waits; how often each moved up, was asked, was too late."""

    capacity: int
    starts_at: datetime | None = None
    coming: list[str] = field(default_factory=list)
    asked: dict[str, datetime] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    turn: int = 0
    turns: dict[str, int] = field(default_factory=dict)
    moved_up: Counter[str] = field(default_factory=Counter)
    offered: Counter[str] = field(default_factory=Counter)
    lapsed: Counter[str] = field(default_factory=Counter)
    strange: list[str] = field(default_factory=list)

    def play(self, row: Row) -> None:
        """One audit row."""
        match row["action"]:
            case "call.join":
                self.join(row["who"])
            case "call.accept":
                self.accept(row["who"])
            case "call.leave":
                self.leave(row["who"], row["at"])
            case "call.lapse":
                self.lapse(row["at"])

    def join(self, who: str) -> None:
        """A place if there is one that is kept for nobody, else the end of the list."""
        self.turn += 1
        self.turns[who] = self.turn
        free = len(self.coming) + len(self.asked) < self.capacity
        (self.coming if free else self.waiting).append(who)

    def accept(self, who: str) -> None:
        """An offer is taken."""
        if self.asked.pop(who, None) is None:
            self.strange.append(f"{who} took a place that was not offered")
        self.coming.append(who)

    def leave(self, who: str, at: datetime) -> None:
        """Out of any; a freed place goes to whoever waited longest."""
        if who in self.waiting:
            self.waiting.remove(who)
        elif who in self.asked:
            del self.asked[who]
            self._pass_on(at)
        elif who in self.coming:
            self.coming.remove(who)
            self._pass_on(at)

    def lapse(self, at: datetime) -> None:
        """An offer runs out, the earliest turn's first; it was kept as long as was said."""
        over = sorted((self.turns[who], who) for who, until in self.asked.items() if until <= at)
        if not over:
            self.strange.append(f"an offer ran out early, at {at:%H:%M:%S}")
            return
        who = over[0][1]
        del self.asked[who]
        self.lapsed[who] += 1
        self._pass_on(at)

    def _pass_on(self, at: datetime) -> None:
        if not self.waiting:
            return
        first = self.waiting.pop(0)
        heard = awake(at)
        if self.starts_at is None or self.starts_at - heard < NOTICE:
            self.coming.append(first)
            self.moved_up[first] += 1
            return
        self.asked[first] = min(heard + LASTS, self.starts_at - ENDS)
        self.offered[first] += 1


def replayed(evidence: Evidence, call: Row) -> Replayed:
    """The call as its audit rows tell it, in the order of their commits: each had locked the call's row."""
    play = Replayed(call["capacity"], call.get("starts_at"))
    for row in evidence.audited.get(("call", call["id"]), []):
        play.play(row)
    return play


def coming_at(evidence: Evidence, call: Row, moment: datetime) -> tuple[set[str], set[str]]:
    """Who surely and who possibly had a place then: transactions that overlap have no order by the clock."""
    play = Replayed(call["capacity"], call.get("starts_at"))
    known: set[str] = set()
    seen: list[set[str]] = []
    for row in evidence.audited.get(("call", call["id"]), []):
        play.play(row)
        if row["at"] <= moment - evidence.overlap:
            known = set(play.coming)
        elif row["at"] <= moment + evidence.overlap:
            seen.append(set(play.coming))
    return set.intersection(known, *seen), set.union(known, *seen)


def awake(at: datetime) -> datetime:
    """That instant, or the end of the night it falls into."""
    local = at.astimezone(ZONE)
    if QUIET_UNTIL <= local.time() < QUIET_FROM:
        return at
    day = local.date() + timedelta(days=int(local.time() >= QUIET_FROM))
    return datetime.combine(day, QUIET_UNTIL, ZONE).astimezone(at.tzinfo)
