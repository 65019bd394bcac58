"""The queue of updates: what waits, what was handed out and how often, what the bot has confirmed."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.bell import Bell
from bot.sandbox.sizes import CALLBACK_SECONDS, UPDATE_SECONDS

Json = dict[str, Any]

KINDS = (
    "message", "edited_message", "channel_post", "edited_channel_post", "inline_query",
    "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query", "poll", "poll_answer",
    "my_chat_member", "chat_member", "chat_join_request", "message_reaction", "message_reaction_count",
    "chat_boost", "removed_chat_boost",
)  # fmt: skip
OFF_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True)
class Entry:
    """One update and its fate; `lane` is whose order it keeps: a chat's, or a presser's."""

    raw: Json
    kind: str
    lane: str
    created: float
    deliveries: int = 0
    confirmed: bool = False
    expired: bool = False

    @property
    def update_id(self) -> int:
        return int(self.raw["update_id"])

    def dump(self) -> Json:
        return {
            "update_id": self.update_id, "kind": self.kind, "lane": self.lane, "created": self.created,
            "deliveries": self.deliveries, "confirmed": self.confirmed, "expired": self.expired,
            "raw": self.raw,
        }  # fmt: skip


@dataclass(slots=True)
class Disorder:
    """How often updates come twice or in another order; seeded."""

    duplicate: float = 0.0
    reorder: float = 0.0
    dice: random.Random = field(default_factory=random.Random)
    duplicated: int = 0
    reordered: int = 0

    def doubles(self) -> bool:
        hit = self.duplicate > 0 and self.dice.random() < self.duplicate
        self.duplicated += hit
        return hit

    def shuffle(self, batch: list[Entry]) -> None:
        if len(batch) > 1 and self.reorder > 0 and self.dice.random() < self.reorder:
            self.reordered += 1
            self.dice.shuffle(batch)


class Updates:
    def __init__(self, first_id: int, now: Callable[[], float], bell: Bell) -> None:
        self._next, self._now, self.bell = first_id, now, bell
        self.allowed: list[str] | None = None
        self.all: dict[int, Entry] = {}
        self.pending: dict[int, Entry] = {}
        self.again: list[Entry] = []
        """Handed out once more, whatever offset the bot asks for."""
        self.disorder = Disorder()
        self.on_news: Callable[[Entry], None] | None = None

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in OFF_BY_DEFAULT

    def emit(self, kind: str, payload: Json, lane: str) -> Json | None:
        """A new update, unless the bot did not ask for its kind; the rule looks at the moment of birth."""
        if not self.wants(kind):
            return None
        return self.inject({kind: payload}, kind, lane)

    def inject(self, body: Json, kind: str, lane: str) -> Json:
        entry = Entry({"update_id": self._next, **body}, kind, lane, self._now())
        self._next += 1
        self.all[entry.update_id] = self.pending[entry.update_id] = entry
        self._tell(entry)
        return entry.raw

    def _tell(self, entry: Entry) -> None:
        self.bell.ring()
        if self.on_news is not None:
            self.on_news(entry)

    def confirm(self, entry: Entry) -> None:
        entry.confirmed = True
        self.pending.pop(entry.update_id, None)

    def move_to(self, offset: int) -> None:
        """A positive offset confirms all below it; a negative one keeps only that many at the end."""
        if offset > 0:
            gone = [entry for entry in self.pending.values() if entry.update_id < offset]
        else:
            gone = list(self.pending.values())[:offset] if offset else []
        for entry in gone:
            self.confirm(entry)

    def alive(self) -> list[Entry]:
        """What waits and is not too old."""
        self._expire()
        return list(self.pending.values())

    def batch(self, limit: int) -> list[Json]:
        again, self.again = self.again[:limit], self.again[limit:]
        fresh = self.alive()[: limit - len(again)]
        batch = again + [entry for entry in fresh if entry not in again]
        self.disorder.shuffle(batch)
        for entry in batch:
            self.delivered(entry)
        return [entry.raw for entry in batch]

    def delivered(self, entry: Entry) -> bool:
        """Counts a delivery; True when disorder wants this update to come again."""
        entry.deliveries += 1
        twice = entry.deliveries == 1 and self.disorder.doubles()
        if twice:
            self.again.append(entry)
        return twice

    def redeliver(self, update_ids: list[int]) -> list[int]:
        known = [self.all[i] for i in update_ids if i in self.all]
        for entry in known:
            self.again.append(entry)
            self._tell(entry)
        return [entry.update_id for entry in known]

    def _expire(self) -> None:
        now = self._now()
        for entry in list(self.pending.values()):
            lifetime = CALLBACK_SECONDS if entry.kind == "callback_query" else UPDATE_SECONDS
            if now - entry.created > lifetime:
                entry.expired = True
                del self.pending[entry.update_id]
