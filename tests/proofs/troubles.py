"""What goes wrong on the platform: faults of every kind, each way of the probe's answers, old updates."""

import random

from tests.proofs.people import People

KINDS = ("429", "500", "html502", "timeout", "reset", "lost", "late")

WAYS = (
    {"own_same": "not_modified", "foreign": "cant_edit", "missing": "not_found"},
    {"own_same": "ok", "foreign": "cant_edit", "missing": "not_found"},
    {"own_same": "not_modified", "foreign": "not_found", "missing": "invalid_id"},
    {"own_same": "ok", "foreign": "not_found", "missing": "not_found"},
    {"own_same": "not_modified", "foreign": "cant_edit", "missing": "invalid_id"},
)
"""Each possible answer to a probe, in turn; what the real platform says is not confirmed."""

LYING = {
    "own_same": "not_modified",
    "foreign": "cant_edit",
    "missing": "not_found",
    "own_false_not_found": 0.3,
}
"""A share of false "not found"; source: tdlib/telegram-bot-api #400."""

DUPLICATE, REORDER = 0.1, 0.2
"""Shares of updates that come twice, and of batches that come in another order."""


class Troubles:
    """Changes the weather on each call; `first_update` is the number of the sandbox's first update."""

    def __init__(self, people: People, seed: int, first_update: int) -> None:
        self._people, self._random = people, random.Random(seed)
        self._first = first_update
        self._turn = 0
        self.ways_played: set[str] = set()

    async def next(self, *, lying: bool) -> None:
        """Other faults, the next way of the probe, and some old updates once more."""
        await self._people.no_faults()
        self._turn += 1
        way = LYING if lying else WAYS[self._turn % len(WAYS)]
        self.ways_played.add("/".join(str(value) for value in way.values()))
        await self._people.fault(probe=way, updates={"duplicate": DUPLICATE, "reorder": REORDER})
        for kind in self._random.sample(KINDS, 3):
            await self._people.fault(**self._fault(kind))
        await self.redeliver(10)

    async def redeliver(self, count: int) -> None:
        """Updates that were settled long ago come again."""
        upto = self._first + 40 * max(1, self._turn)
        wanted = [self._random.randrange(self._first, upto) for _ in range(count)]
        await self._people.post("/redeliver", {"update_ids": wanted})

    def _fault(self, kind: str) -> dict[str, object]:
        """A rare "late" outlives the lease: its doubles cannot be helped, and are counted by that name."""
        share = 0.02 if kind == "late" else self._random.choice((0.05, 0.1, 0.2))
        method = self._random.choice(("sendMessage", "sendMessage", "editMessageText", "*"))
        if kind in ("late", "timeout"):
            method = "sendMessage"
        return {
            "kind": kind, "method": method, "share": share, "retry_after": 1,
            "delay": self._random.choice((3.0, 6.0)) if kind == "late" else 2.5,
        }  # fmt: skip
