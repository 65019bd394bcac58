"""Who may send next: the pure core of the dispatcher; time comes in, sends come out."""

import heapq
from collections import deque
from collections.abc import Iterator

from bot.delivery.lanes import Lane, Send
from bot.delivery.limits import Ceilings, Window

SUSPICION = 10.0
"""Seconds within which refusals in two chats mean that the bot as a whole is too fast."""

ANSWERS_SEEN = 10.0
"""Seconds after an answer during which the rest is spread evenly, so that the next answer waits little."""


EVENLY = 2.0
"""How much faster than the mean rate that spread is: it costs goodput only where the allowance was idle."""

TRUSTED = 30
"""Round trips seen before the smallest of them is believed."""


class Schedule:
    """Lanes per chat under one global window; every method takes the monotonic time in seconds."""

    def __init__(self, ceilings: Ceilings) -> None:
        self.ceilings = ceilings
        self.whole = Window(ceilings.per_second, 1.0)
        self.lanes: dict[int, Lane] = {}
        self.until = 0.0
        self.in_flight = 0
        self.cautious = False
        self._smallest, self._seen = float("inf"), 0
        self._ready: list[tuple[tuple[int, int, str], int, int]] = []
        self._asleep: list[tuple[float, int]] = []
        self._refusals: deque[tuple[float, int]] = deque(maxlen=8)
        self._answers_until = 0.0
        self._even_from = 0.0

    def add(self, send: Send, now: float) -> None:
        """Queue a send in its chat's lane."""
        lane = self._lane(send.chat_id)
        lane.add(send)
        if send.priority == 0:
            self._answers_until = now + ANSWERS_SEEN
        self._place(lane, now)

    def hold(self, send: Send, at: float, now: float) -> None:
        """Put a send before all else in its chat, not before `at`; the chat waits for it."""
        lane = self._lane(send.chat_id)
        lane.hold(send, at)
        self._place(lane, now)

    def next_sends(self, now: float) -> list[Send]:
        """Everything that may leave now; each is in flight until `answered`, `refused` or `released`."""
        self._wake(now)
        return list(self._leaving(now)) if now >= self.until else []

    def answered(self, send: Send, now: float, took: float | None = None) -> None:
        """The platform answered, whatever it said; `took` is the round trip in seconds, without our work."""
        credit = self._credit(took)
        self.in_flight -= 1
        self.whole.end(now, send.count, credit)
        lane = self.lanes[send.chat_id]
        lane.end(send, now, credit)
        self._place(lane, now)

    def refused(self, send: Send, now: float, retry_after: float) -> None:
        """The platform said 429: first this chat waits; two chats within seconds mean all of them."""
        self.answered(send, now)
        lane = self.lanes[send.chat_id]
        lane.refused(now)
        self.pause(send.chat_id, now + retry_after, now)
        self._refusals.append((now, send.chat_id))
        others = {chat for at, chat in self._refusals if now - at <= SUSPICION}
        if len(others) > 1:
            self.whole.learned.refused(now)
            self.until = max(self.until, now + retry_after)

    def released(self, send: Send, now: float) -> None:
        """It never left: its row was gone, or the connection was refused."""
        self.in_flight -= 1
        self.whole.cancel(send.count)
        lane = self.lanes[send.chat_id]
        lane.cancel(send)
        self._place(lane, now)

    def rest(self, until: float, cautious: bool) -> None:
        """Let everybody rest; `cautious`: afterwards one at a time asks whether the platform is back."""
        self.until = max(self.until, until)
        self.cautious = cautious

    def remember(self, chat_id: int, at: float, now: float) -> None:
        """A message that left before this process began: the platform counts it still. In order of time."""
        lane = self._lane(chat_id)
        for window in (self.whole, lane.second, lane.minute):
            if window is not None:
                window.remember(at)
        self._place(lane, now)

    def pause(self, chat_id: int, until: float, now: float) -> None:
        """Let a chat rest."""
        lane = self._lane(chat_id)
        lane.until = max(lane.until, until)
        self._place(lane, now)

    def wake_at(self, now: float) -> float | None:
        """When `next_sends` may have something again; None while that hangs on an answer or a new send."""
        times = [self._asleep[0][0]] if self._asleep else []
        if self._ready and not (self.cautious and self.in_flight):
            order, _chat_id, count = self._ready[0]
            times.append(self._free_at(order[0], count, now))
        soonest = max(min(times, default=float("inf")), self.until if times else 0.0)
        return None if soonest == float("inf") else soonest

    def busy(self, now: float) -> bool:
        """Whether something is in flight, or could leave as soon as the windows allow."""
        if self.in_flight:
            return True
        return self.until <= now and any(lane.could(now) for lane in self.lanes.values())

    def _credit(self, took: float | None) -> float:
        if took is not None:
            self._seen += 1
            self._smallest = min(self._smallest, took)
        return self.ceilings.credit * self._smallest if self._seen >= TRUSTED else 0.0

    def _lane(self, chat_id: int) -> Lane:
        lane = self.lanes.get(chat_id)
        if lane is None:
            lane = self.lanes[chat_id] = Lane.of(chat_id, self.ceilings)
        return lane

    def _place(self, lane: Lane, now: float) -> None:
        """Put the lane's head among the ready or the sleeping; its older entries turn stale."""
        if lane.flying is not None:
            return
        head = lane.head()
        if head is None:
            self._rest(lane, now)
            return
        at = lane.free_at(now, *head)
        if at <= now and lane.offered != head[0].order:
            lane.offered = head[0].order
            heapq.heappush(self._ready, (head[0].order, lane.chat_id, head[0].count))
        elif now < at < lane.alarm:
            lane.alarm = at
            heapq.heappush(self._asleep, (at, lane.chat_id))

    def _rest(self, lane: Lane, now: float) -> None:
        """Forget an empty lane, but not what it has sent within its windows."""
        at = lane.idle_at(now)
        if at <= now:
            self.lanes.pop(lane.chat_id, None)
        elif at < lane.alarm:
            lane.alarm = at
            heapq.heappush(self._asleep, (at, lane.chat_id))

    def _wake(self, now: float) -> None:
        while self._asleep and self._asleep[0][0] <= now:
            lane = self.lanes.get(heapq.heappop(self._asleep)[1])
            if lane is not None:
                lane.alarm = float("inf")
                self._place(lane, now)

    def _leaving(self, now: float) -> Iterator[Send]:
        while self._ready and not (self.cautious and self.in_flight):
            order, chat_id, count = self._ready[0]
            lane = self.lanes.get(chat_id)
            if lane is None or not self._stands(lane, order, now):
                heapq.heappop(self._ready)
                continue
            if self._free_at(order[0], count, now) > now:
                return
            heapq.heappop(self._ready)
            yield self._start(lane, now)

    def _stands(self, lane: Lane, order: tuple[int, int, str], now: float) -> bool:
        """Whether a ready entry still says the truth; what has changed is placed anew."""
        head = lane.head()
        if lane.flying is None and head and head[0].order == order and lane.free_at(now, *head) <= now:
            return True
        if lane.offered == order:
            lane.offered = None
            self._place(lane, now)
        return False

    def _start(self, lane: Lane, now: float) -> Send:
        send = lane.take()
        self.whole.start(send.count)
        self.in_flight += 1
        if send.priority == 0:
            self._answers_until = now + ANSWERS_SEEN
        step = self.whole.span / self.whole.capacity * send.count / EVENLY
        self._even_from = max(self._even_from, now - step) + step
        return send

    def _free_at(self, priority: int, count: int, now: float) -> float:
        """When the bot as a whole may send; while people talk to it, the rest leaves evenly."""
        if priority <= 0 or now >= self._answers_until:
            return self.whole.free_at(now, count)
        return max(self.whole.free_at(now, count, self.ceilings.answers_keep), self._even_from)
