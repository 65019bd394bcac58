"""The running platform: the world, the bot's queue and diary, the rules' state, on one clock."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from bot.sandbox.bell import Bell
from bot.sandbox.calls import Diary
from bot.sandbox.clock import Clock
from bot.sandbox.faults import Faults
from bot.sandbox.limits import Limits, Windows
from bot.sandbox.queries import Queries
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import World

Json = dict[str, Any]


class Engine:
    """State only; what may happen to it is in `methods` (the bot) and `people` (everybody else)."""

    def __init__(self, token: str, clock: Clock, seed: int, limits: Limits, bot: Json) -> None:
        self.token, self.clock, self.seed = token, clock, seed
        self.limits, self.bot = limits, bot
        self.on_clock: Callable[[], Awaitable[None]] | None = None
        self.next_due: Callable[[], Awaitable[datetime | None]] | None = None
        self.closing = False
        self.closed = Bell()
        self.webhook = Webhook(self)
        self.start_over()

    def start_over(self) -> None:
        """An empty world. The numbers of a new world are those of the seed again."""
        world = World(dict(self.bot), self.seed)
        if hasattr(self, "world"):
            self._wake_all()
        self.world = world
        first = random.Random(self.seed).randrange(100_000_000, 900_000_000)
        self.updates = Updates(first, self.timestamp, Bell())
        self.updates.disorder.dice.seed(f"{self.seed}:updates")
        self.updates.on_news = self.webhook.hear
        self.webhook.point_at("", "", 40)
        self.queries = Queries(self.timestamp)
        self.diary = Diary()
        self.faults = Faults(self.seed)
        self.windows = Windows(self.limits)
        self.poller: asyncio.Future[str] | None = None
        """The waiting long poll; its result says which conflict ended it."""

    def now(self) -> datetime:
        return self.clock.now()

    def timestamp(self) -> float:
        return self.clock.now().timestamp()

    def date(self) -> int:
        return int(self.timestamp())

    def close(self) -> None:
        """Every waiting call ends, so that a server can stop at once."""
        self.closing = True
        self._wake_all()

    def _wake_all(self) -> None:
        for bell in (self.closed, self.updates.bell, self.world.bell, self.queries.bell):
            bell.ring()
