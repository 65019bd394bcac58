"""Windows counted from the platform's answers: whatever the latency, the server sees no message too many."""

from collections import deque
from dataclasses import dataclass

LEARN_DOWN = 0.95
"""What a refusal leaves of a ceiling. Source: reliability §3."""

LEARN_UP = 0.01
"""What a clean minute gives back."""

FLOOR = 0.25
"""Below this share of its ceiling no window is taken."""


@dataclass(frozen=True, slots=True)
class Ceilings:
    """What the platform is believed to allow; unpublished, hence settings. Source: telegram.md §5, Rates.

    `credit` is the share of the smallest round trip seen by which a slot is freed early: an answer takes its
    time to come, and the next message to arrive. At 0 no latency whatever can bring a refusal; measured in
    benchmarks/goodput.py, a quarter brings none either and one per cent more.
    """

    per_second: float = 30
    per_group_minute: float = 20
    per_chat_second: float = 1
    credit: float = 0.25
    answers_keep: int = 0
    group_answers_keep: int = 2


class Learned:
    """A share of a ceiling: 5% less at each refusal, 1% more per clean minute."""

    __slots__ = ("_share", "_since")

    def __init__(self) -> None:
        self._share = 1.0
        self._since = 0.0

    def share(self, now: float) -> float:
        """The share that may be used now (monotonic seconds)."""
        if self._share == 1.0:
            return 1.0
        return min(1.0, self._share + LEARN_UP * ((now - self._since) // 60.0))

    def refused(self, now: float) -> None:
        """The platform said 429."""
        self._share = max(FLOOR, self.share(now) * LEARN_DOWN)
        self._since = now


class Window:
    """At most `capacity` messages in any `span` seconds, as the server counts them.

    The server counts a message somewhere between its start and its answer; a slot is free again `span` after
    the answer, so any two messages that share a slot are further apart at the server than `span`.
    """

    __slots__ = ("capacity", "frees", "learned", "pending", "span")

    def __init__(self, rate: float, per: float) -> None:
        self.capacity = max(1, int(rate))
        self.span = per * self.capacity / rate
        self.pending = 0
        self.frees: deque[float] = deque()
        self.learned = Learned()

    def free_at(self, now: float, count: int = 1, keep: int = 0) -> float:
        """When `count` more fit with `keep` slots left over; infinite while that hangs on answers.

        More than the window holds fits when it is empty.
        """
        frees = self.frees
        while frees and frees[0] <= now:
            frees.popleft()
        room = max(1, self.capacity - keep)
        excess = self.pending + len(frees) + min(count, room) - room
        if excess <= 0:
            return now
        return frees[excess - 1] if excess <= len(frees) else float("inf")

    def start(self, count: int = 1) -> None:
        """`count` messages leave now."""
        self.pending += count

    def end(self, now: float, count: int = 1, credit: float = 0.0) -> None:
        """Their answer is here; `credit` seconds of the span are known to have passed before it."""
        self.pending -= count
        free = now + self.span / self.learned.share(now) - credit
        if self.frees:  # in order, also while a learned share grows back
            free = max(free, self.frees[-1])
        self.frees.extend([free] * count)

    def cancel(self, count: int = 1) -> None:
        """They never left."""
        self.pending -= count

    def remember(self, at: float) -> None:
        """A message was answered at `at`, before this window was made; to be told in order of time."""
        self.frees.append(max(at + self.span, self.frees[-1] if self.frees else 0.0))
