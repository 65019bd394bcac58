"""Goodput of the dispatcher's own schedule against a strict simulated server, beside PTB's AIORateLimiter.

Virtual time, so load on the machine changes nothing. The server keeps rolling windows (30/s in all, 20/60 s
per group, 1/s per chat) and bans until `retry_after`; it is the sandbox's own.
"""

import argparse
import asyncio
import heapq
import itertools
import random
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import AIORateLimiter

from benchmarks.figures import ROUNDS, Report
from benchmarks.traffic import LOADS, ROADS, Load, Result, Road
from benchmarks.virtual import run_virtual
from bot.delivery.lanes import Send
from bot.delivery.limits import Ceilings
from bot.delivery.schedule import Schedule
from bot.sandbox.limits import Limits, Windows

WAITING = 200
"""Sends that wait inside PTB's limiter at a time; ours has the whole backlog."""

GOODPUT, SHARE_REFUSED, P95 = 0.93, 0.0, 1.0
"""Targets on the 80 ms road."""


class Ours:
    """The schedule, driven as the dispatcher drives it: by arrivals, answers and `wake_at`."""

    def __init__(self, load: Load, road: Road, seed: int, ceilings: Ceilings) -> None:
        self._dice, self._road = random.Random(seed), road
        self._schedule, self._server = Schedule(ceilings), Windows(Limits())
        self._events: list[tuple[float, int, Callable[[float], None]]] = []
        self._order = itertools.count()
        self._asked: dict[int, float] = {}
        self.result = Result(load)
        for at, send in load.arrivals(self._dice):
            self._later(at, partial(self._arrive, send))

    def run(self) -> Result:
        """To the end of the load, and a little further for what is under way."""
        while self._events and self._events[0][0] <= self.result.load.seconds + 5:
            now, _order, what = heapq.heappop(self._events)
            what(now)
            if not self._events or self._events[0][0] > now:
                self._leave(now)
        return self.result

    def _later(self, at: float, what: Callable[[float], None]) -> None:
        heapq.heappush(self._events, (at, next(self._order), what))

    def _arrive(self, send: Send, now: float) -> None:
        self._asked[send.id] = now
        self._schedule.add(send, now)

    def _leave(self, now: float) -> None:
        for send in self._schedule.next_sends(now):
            out, back = self._road.legs(self._dice)
            self._later(now + out, partial(self._reach, send, now, back))
        wake = self._schedule.wake_at(now)
        if wake is not None and (not self._events or wake < self._events[0][0]):
            self._later(wake, lambda _now: None)

    def _reach(self, send: Send, started: float, back: float, now: float) -> None:
        flood = self._server.take(send.chat_id, is_group=send.chat_id < 0, now=now)
        wait = flood.retry_after if flood else None
        self._later(now + back, lambda at: self._answer(send, started, wait, at))

    def _answer(self, send: Send, started: float, retry_after: float | None, now: float) -> None:
        if retry_after is None:
            self._schedule.answered(send, now, now - started)
            self.result.arrived(send, self._asked[send.id], now)
        else:
            self.result.refused += 1
            self._schedule.refused(send, now, retry_after)
            self._schedule.add(send, now)


class Theirs:
    """PTB's limiter on a virtual event loop, as its users drive it: tasks that send one after the other."""

    def __init__(self, load: Load, road: Road, seed: int) -> None:
        self._dice, self._road, self._server = random.Random(seed), road, Windows(Limits())
        self.result = Result(load)
        plan = list(load.arrivals(self._dice))
        backlog = [pair for pair in plan if pair[0] == 0.0]
        self._dice.shuffle(backlog)  # in order, it would wait for one group after the other
        self._backlog: Iterator[tuple[float, Send]] = iter(backlog)
        self._answers = [pair for pair in plan if pair[0] > 0.0]

    def run(self) -> Result:
        """To the end of the load."""
        run_virtual(self._run)
        return self.result

    async def _run(self) -> None:
        self._loop, self._limiter = asyncio.get_running_loop(), AIORateLimiter(max_retries=1000)
        await self._limiter.initialize()
        self._tasks = [self._loop.create_task(self._work_off()) for _ in range(WAITING)]
        self._tasks.append(self._loop.create_task(self._answer_all()))
        await asyncio.sleep(self.result.load.seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _work_off(self) -> None:
        for asked, send in self._backlog:
            await self._deliver(send, asked)

    async def _answer_all(self) -> None:
        for at, send in self._answers:
            await asyncio.sleep(at - self._loop.time())
            self._tasks.append(self._loop.create_task(self._deliver(send, at)))

    async def _deliver(self, send: Send, asked: float) -> None:
        data = {"chat_id": send.chat_id}
        await self._limiter.process_request(self._call, (send.chat_id,), {}, "sendMessage", data, None)
        self.result.arrived(send, asked, self._loop.time())

    async def _call(self, chat_id: int, *_rest: Any) -> bool:
        out, back = self._road.legs(self._dice)
        await asyncio.sleep(out)
        flood = self._server.take(chat_id, is_group=chat_id < 0, now=self._loop.time())
        await asyncio.sleep(back)
        if flood is not None:
            self.result.refused += 1
            raise RetryAfter(flood.retry_after)
        return True


VARIANTS: dict[str, Callable[[Load, Road, int], Result]] = {
    "ours": lambda load, road, seed: Ours(load, road, seed, Ceilings()).run(),
    "ours, no credit": lambda load, road, seed: Ours(load, road, seed, Ceilings(credit=0.0)).run(),
    "PTB AIORateLimiter": lambda load, road, seed: Theirs(load, road, seed).run(),
}


def report(seeds: list[int]) -> Report:
    """Every variant on every road and load; targets for ours on the 80 ms road."""
    made = Report("goodput: share of a strict server's allowance, virtual time", seeds[0])
    for road, load, (name, run) in itertools.product(ROADS, LOADS, VARIANTS.items()):
        found = [run(load, road, seed) for seed in seeds]
        title, targeted = f"{load.name}, {road.name}: {name}", name == "ours" and road is ROADS[0]
        goodput = [result.goodput for result in found]
        refused = [float(result.refused) for result in found]
        waits = [result.p95 for result in found if result.waits]
        if targeted:
            made.at_least(title, goodput, GOODPUT)
            made.at_most(f"{title}, refusals", refused, SHARE_REFUSED)
            if waits:
                made.at_most(f"{title}, answers p95 s", waits, P95)
            continue
        made.add(title, "ratio", goodput)
        made.add(f"{title}, refusals", "429s", refused)
        if waits:
            made.add(f"{title}, answers p95", "s", waits)
    return made


def main() -> None:
    """`python -m benchmarks.goodput [--seeds N] [--first-seed S]`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=ROUNDS)
    parser.add_argument("--first-seed", type=int, default=1)
    given = parser.parse_args()
    report(list(range(given.first_seed, given.first_seed + given.seeds))).show()


if __name__ == "__main__":
    main()
