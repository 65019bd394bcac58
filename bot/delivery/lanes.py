"""One chat's queue: one message in flight, oldest first within a priority, nothing past an ambiguous one."""

import heapq
from dataclasses import dataclass, field

from bot.delivery.limits import Ceilings, Window


@dataclass(frozen=True, slots=True)
class Send:
    """One call that spends the allowance: a row's message, a card's edit (`kind` "card") or a probe.

    `count` is how many messages the platform counts (the parts of an album).
    """

    id: int
    chat_id: int
    priority: int
    kind: str = "row"
    count: int = 1

    @property
    def order(self) -> tuple[int, int, str]:
        """Lower goes first."""
        return self.priority, self.id, self.kind


@dataclass(slots=True)
class Lane:
    """Everything that waits for one chat; times are monotonic seconds."""

    chat_id: int
    second: Window
    minute: Window | None
    answers_keep: int
    queue: list[tuple[tuple[int, int, str], Send]] = field(default_factory=list)
    held: list[tuple[int, float, Send]] = field(default_factory=list)
    flying: Send | None = None
    until: float = 0.0
    alarm: float = float("inf")
    offered: tuple[int, int, str] | None = None

    @classmethod
    def of(cls, chat_id: int, ceilings: Ceilings) -> "Lane":
        """An empty lane with the windows of its kind of chat."""
        if chat_id == 0:  # what is done in no chat spends the allowance of the bot alone
            return cls(chat_id, Window(ceilings.per_second, 1.0), None, 0)
        minute = Window(ceilings.per_group_minute, 60.0) if chat_id < 0 else None
        keep = min(ceilings.group_answers_keep, minute.capacity // 4) if minute else 0
        return cls(chat_id, Window(ceilings.per_chat_second, 1.0), minute, keep)

    def add(self, send: Send) -> None:
        """Queue it."""
        heapq.heappush(self.queue, (send.order, send))

    def hold(self, send: Send, at: float) -> None:
        """Nothing else leaves here before this one has: it may stand there already; not before `at`."""
        heapq.heappush(self.held, (send.id, at, send))

    def head(self) -> tuple[Send, float] | None:
        """What goes next, and the time it waits for."""
        if self.held:
            return self.held[0][2], self.held[0][1]
        return (self.queue[0][1], 0.0) if self.queue else None

    def free_at(self, now: float, send: Send, not_before: float) -> float:
        """When `send` may leave as far as this chat is concerned."""
        at = max(self.second.free_at(now, send.count), self.until, not_before)
        if self.minute is not None:
            keep = self.answers_keep if send.priority > 0 else 0
            at = max(at, self.minute.free_at(now, send.count, keep))
        return at

    def take(self) -> Send:
        """The head leaves."""
        send = heapq.heappop(self.held)[2] if self.held else heapq.heappop(self.queue)[1]
        self.flying, self.offered = send, None
        self.second.start(send.count)
        if self.minute is not None:
            self.minute.start(send.count)
        return send

    def end(self, send: Send, now: float, credit: float) -> None:
        """Its answer is here."""
        self.flying = None
        self.second.end(now, send.count, credit)
        if self.minute is not None:
            self.minute.end(now, send.count, credit)

    def cancel(self, send: Send) -> None:
        """It never left."""
        self.flying = None
        self.second.cancel(send.count)
        if self.minute is not None:
            self.minute.cancel(send.count)

    def refused(self, now: float) -> None:
        """The platform said 429 here: this chat's ceilings come down."""
        self.second.learned.refused(now)
        if self.minute is not None:
            self.minute.learned.refused(now)

    def could(self, now: float) -> bool:
        """Whether something waits here for nothing but the windows."""
        if self.held:
            return self.held[0][1] <= now
        return bool(self.queue) and self.until <= now

    def idle_at(self, now: float) -> float:
        """When an empty lane has nothing left to remember; what a refusal taught is kept."""
        ends = [window.frees[-1] for window in (self.second, self.minute) if window and window.frees]
        if self.second.learned.share(now) < 1.0:
            ends.append(now + 60.0)
        return max([now, self.until, *ends])
