"""Failures on order: which of the bot's next calls go wrong, and how; the same seed fails the same calls."""

import random
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

KINDS = ("429", "500", "html502", "timeout", "reset", "lost", "late")


@dataclass(slots=True)
class Fault:
    method: str
    kind: str
    count: int | None
    share: float | None
    retry_after: int
    delay: float
    chat_id: int | None
    dice: random.Random
    used: int = 0

    def strikes(self, method: str, chat_id: Any) -> bool:
        if self.method not in ("*", method) or (self.count is not None and self.used >= self.count):
            return False
        if self.chat_id is not None and str(chat_id) != str(self.chat_id):
            return False
        if self.share is not None and self.dice.random() >= self.share:
            return False
        self.used += 1
        return True

    def dump(self) -> Json:
        return {
            "method": self.method, "kind": self.kind, "count": self.count, "share": self.share,
            "retry_after": self.retry_after, "delay": self.delay, "chat_id": self.chat_id, "used": self.used,
        }  # fmt: skip


@dataclass(slots=True)
class Probe:
    """How editMessageReplyMarkup answers a bot that asks whether a message is its own.

    Nobody has confirmed the real answers, so each possible one can be played.
    """

    own_same: str = "not_modified"
    foreign: str = "cant_edit"
    missing: str = "not_found"
    own_false_not_found: float = 0.0
    lied: int = 0

    def dump(self) -> Json:
        return {
            "own_same": self.own_same, "foreign": self.foreign, "missing": self.missing,
            "own_false_not_found": self.own_false_not_found, "lied": self.lied,
        }  # fmt: skip


@dataclass(slots=True)
class Faults:
    seed: int
    orders: list[Fault] = field(default_factory=list)
    probe: Probe = field(default_factory=Probe)
    dice: random.Random = field(default_factory=random.Random)
    made: int = 0

    def __post_init__(self) -> None:
        self.dice.seed(f"{self.seed}:probe")

    def order(self, *, method: str, kind: str, **how: Any) -> Fault:
        self.made += 1
        wanted = method if method == "*" else method.lower()
        fault = Fault(wanted, kind, dice=random.Random(f"{self.seed}:{self.made}"), **how)
        self.orders.append(fault)
        return fault

    def pick(self, method: str, chat_id: Any) -> Fault | None:
        return next((fault for fault in self.orders if fault.strikes(method, chat_id)), None)

    def lies(self) -> bool:
        """Whether this probe of the bot's own message is told 'not found' though it stands."""
        share = self.probe.own_false_not_found
        lie = share > 0 and self.dice.random() < share
        self.probe.lied += lie
        return lie

    def clear(self) -> None:
        self.orders.clear()
        self.probe = Probe()
