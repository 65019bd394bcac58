"""Rate limits as the platform is believed to keep them: rolling windows, and a ban for retry_after."""

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """How many messages and edits fit in which window; None switches one off."""

    per_second: int | None = 30
    per_group_minute: int | None = 20
    per_chat_second: int | None = 1
    """Real Telegram is said to allow short bursts: raise this to play that."""
    second: float = 1.0
    minute: float = 60.0

    @classmethod
    def off(cls) -> "Limits":
        return cls(per_second=None, per_group_minute=None, per_chat_second=None)


@dataclass(frozen=True, slots=True)
class Flood:
    """Too many: which rule, and how long to stay away."""

    key: str
    retry_after: int


@dataclass(slots=True)
class _Window:
    capacity: int
    span: float
    taken: deque[float] = field(default_factory=deque)

    def wait(self, now: float, count: int) -> float:
        """Seconds until `count` more fit, 0 if now. An album larger than the window fits when it is empty."""
        while self.taken and self.taken[0] <= now - self.span:
            self.taken.popleft()
        excess = len(self.taken) + min(count, self.capacity) - self.capacity
        return 0.0 if excess <= 0 else self.taken[excess - 1] + self.span - now


class Windows:
    """The windows and bans of one bot."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._windows: dict[tuple[str, int], _Window] = {}
        self._bans: dict[int, float] = {}

    def take(self, chat_id: int, *, is_group: bool, now: float, count: int = 1) -> Flood | None:
        banned = max(self._bans.get(chat_id, 0.0), self._bans.get(0, 0.0)) - now
        if banned > 0:
            return Flood("flood_banned", math.ceil(banned))
        windows = list(self._of(chat_id, is_group))
        for key, scope, window in windows:
            wait = window.wait(now, count)
            if wait > 0:
                return self._ban(key, scope, now, wait)
        for _key, _scope, window in windows:
            window.taken.extend([now] * count)
        return None

    def _ban(self, key: str, scope: int, now: float, wait: float) -> Flood:
        seconds = max(1, math.ceil(wait))
        self._bans[scope] = now + seconds
        return Flood(key, seconds)

    def _of(self, chat_id: int, is_group: bool) -> Iterator[tuple[str, int, _Window]]:
        limits = self.limits
        yield from self._one("flood_global", 0, limits.per_second, limits.second)
        if is_group:
            yield from self._one("flood_group", chat_id, limits.per_group_minute, limits.minute)
        yield from self._one("flood_chat", chat_id, limits.per_chat_second, limits.second)

    def _one(
        self, key: str, scope: int, capacity: int | None, span: float
    ) -> Iterator[tuple[str, int, _Window]]:
        if capacity is not None:
            window = self._windows.get((key, scope))
            if window is None:
                window = self._windows[key, scope] = _Window(capacity, span)
            yield key, scope, window
