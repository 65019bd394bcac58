"""What should stand in the books of one case, worked out with the simulator alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from tests.sla.simulator import Found, Rules, Wish, walk

DANGER = {"first": Wish("wall", 60), "update": Wish("wall", 60), "solution": Wish("wall", 120)}
SUPPLY = {"first": Wish("wall", 120), "update": Wish("wall", 720), "solution": Wish("wall", 1440)}
EVENING = {"first": Wish("evening"), "update": Wish("days", 2), "solution": Wish("evening")}
QUICK = {"first": Wish("work", 60), "update": Wish("days", 1), "solution": Wish("days", 3)}
LIMITS = {
    "default": {"ordinary": EVENING, "complex": EVENING},
    "hotline": {
        "ordinary": {"first": Wish("days", 1), "update": Wish("days", 3), "solution": Wish("days", 7)},
        "complex": {"first": Wish("days", 1), "update": Wish("days", 5), "solution": Wish("days", 15)},
    },
    "quick": {"ordinary": QUICK, "complex": QUICK},
}
"""The presets once more, as their sources say them."""

KINDS = ("first", "update", "solution")
PAUSED = ("waiting", "deferred")
OPEN = ("filed", "taken", *PAUSED)
ANSWERS = ("reply", "ask", "defer", "finish")
AFTER = {
    "take": "taken", "return": "filed", "ask": "waiting", "defer": "deferred", "wake": "taken",
    "finish": "finished", "reopen": "taken",
}  # fmt: skip


@dataclass
class Watch:
    """One clock of one round, and by what it was last looked at."""

    began: datetime
    wish: Wish
    rules: Rules
    pauses: Sequence[tuple[datetime, datetime]] = ()
    met: datetime | None = None
    missed: int = 0

    found: Found | None = None

    def due(self) -> Found:
        """When it runs out; walked once for each look."""
        self.found = self.found or walk(self.rules, self.wish, self.began, self.pauses)
        return self.found

    def meet(self, now: datetime) -> None:
        if self.met is None:
            self.met, self.missed = now, self.missed + int(now > self.due().at)


@dataclass
class Model:
    """The case: `own` is what its matter gives for the solution, in minutes."""

    rules: Rules
    preset: str
    grade: str
    own: int | None
    state: str = "filed"
    pauses: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    rounds: list[dict[str, Watch]] = field(default_factory=list)
    looked: datetime | None = None
    """When its hour was last set while time worked against it; nothing falls due before that."""

    def file(self, now: datetime) -> None:
        self.rounds.append({kind: Watch(now, self.wish(kind), self.rules) for kind in KINDS})
        self.looked = now

    def wish(self, kind: str) -> Wish:
        if kind == "solution" and self.own is not None:
            return Wish("work", self.own)
        return {"danger": DANGER, "supply": SUPPLY, **LIMITS[self.preset]}[self.grade][kind]

    def step(self, action: str, now: datetime) -> None:
        was = self.state
        if action == "add" and was == "waiting":
            action = "wake"
        self.state = AFTER.get(action, was)
        if action == "reopen":
            self.file(now)
            return
        if was in PAUSED and self.state not in PAUSED:
            self.pauses[-1] = (self.pauses[-1][0], now)
        if was in PAUSED:
            self._look(now)
        elif self.state in PAUSED:
            self.pauses.append((now, None))
        if action in ANSWERS:
            self._answered(action, now)

    def edit(self, now: datetime, rules: Rules, preset: str) -> None:
        self.rules, self.preset = rules, preset
        if self.state in OPEN:
            self._look(now)

    def _look(self, now: datetime) -> None:
        """All that run are reckoned anew, from their own beginning."""
        closed = tuple((begins, ends or now) for begins, ends in self.pauses)
        for kind, watch in self.rounds[-1].items():
            if watch.met is None:
                watch.rules, watch.wish, watch.pauses, watch.found = self.rules, self.wish(kind), closed, None
        if self.state not in PAUSED:
            self.looked = now

    def falls_due(self) -> list[datetime]:
        """When it is late: at its hour, or as soon as a pause or an edit has left that behind."""
        if self.state not in OPEN or self.state in PAUSED or self.looked is None:
            return []
        return [max(self.rounds[-1]["solution"].due().at, self.looked)]

    def _answered(self, action: str, now: datetime) -> None:
        watches = self.rounds[-1]
        watches["first"].meet(now)
        news = watches["update"]
        if action == "finish":
            watches["solution"].meet(now)
            news.meet(now)
        elif news.met is None:
            late = news.missed + int(now > news.due().at)
            watches["update"] = Watch(now, self.wish("update"), self.rules, missed=late)


def changed(rules: Rules, **what: object) -> Rules:
    """The same rules, something else said."""
    return replace(rules, **what)  # type: ignore[arg-type]
