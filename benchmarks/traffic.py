"""What is sent, over which roads, and what a strict server would allow of it; all in virtual time."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.delivery.lanes import Send

PER_SECOND, PER_GROUP = 30, 20
"""The server's windows. Source: research, telegram.md §5."""

BACKLOG = 200
"""Messages that wait for each group."""


@dataclass(frozen=True, slots=True)
class Road:
    """Round trips of at least `least` seconds, exponential above; the server hears somewhere on the way."""

    name: str
    least: float
    extra: float

    def legs(self, dice: random.Random) -> tuple[float, float]:
        """Seconds to the server, and back."""
        rtt = self.least + dice.expovariate(1 / self.extra)
        out = rtt * dice.uniform(0.3, 0.7)
        return out, rtt - out


@dataclass(frozen=True, slots=True)
class Load:
    """What waits from the start, what people ask for per second, and for how many seconds we look."""

    name: str
    seconds: float
    groups: int
    broadcast: bool
    answers: float

    @property
    def allowance(self) -> int:
        """Messages that the server would take in that time."""
        if not self.broadcast:
            return self.groups * PER_GROUP * int(self.seconds / 60)
        return PER_SECOND * int(self.seconds)

    def arrivals(self, dice: random.Random) -> Iterator[tuple[float, Send]]:
        """Everything with its time, in order; answers go to private chats of their own."""
        ids, people = itertools.count(1), itertools.count(10_000)
        priority = 1 if self.answers else 0
        for number in range(self.groups * BACKLOG):
            yield 0.0, Send(next(ids), -1_000_000_000_001 - number % self.groups, priority)
        for _ in range(int(self.seconds * PER_SECOND * 1.2) if self.broadcast else 0):
            yield 0.0, Send(next(ids), next(people), 2)
        at = 0.0
        while self.answers and (at := at + dice.expovariate(self.answers)) < self.seconds:
            yield at, Send(next(ids), next(people), 0)


ROADS = (Road("80 ms", 0.06, 0.02), Road("240 ms, jittery", 0.12, 0.12))
LOADS = (
    Load("W1 broadcast", 60, 0, True, 0),
    Load("W2 15 groups", 120, 15, False, 0),
    Load("W3 mixed", 60, 15, True, 3),
)


@dataclass(slots=True)
class Result:
    """What came of one run."""

    load: Load
    delivered: int = 0
    refused: int = 0
    waits: list[float] = field(default_factory=list)

    def arrived(self, send: Send, asked: float, now: float) -> None:
        """One message is answered for."""
        self.delivered += now <= self.load.seconds
        if send.priority == 0 and send.chat_id > 0:
            self.waits.append(now - asked)

    @property
    def goodput(self) -> float:
        """Share of the allowance."""
        return self.delivered / self.load.allowance

    @property
    def p95(self) -> float:
        """Seconds that 95 of 100 answers took at the most."""
        return sorted(self.waits)[int(len(self.waits) * 0.95)] if self.waits else 0.0
