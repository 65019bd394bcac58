"""Goodput of the dispatcher's own schedule against a strict simulated server, beside PTB's AIORateLimiter.

Virtual time: load on the machine changes nothing. `python -m benchmarks.goodput [--seeds 5] [--json FILE]`.
The server keeps rolling windows (30/s in all, 20/60 s per group, 1/s per chat) and bans until `retry_after`.
"""

import argparse
import asyncio
import heapq
import itertools
import json
import random
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.virtual import run_virtual
from bot.delivery.lanes import Send
from bot.delivery.limits import Ceilings
from bot.delivery.schedule import Schedule
from bot.sandbox.limits import Limits, Windows

GROUPS = 15
BACKLOG = 200
WAITING = 40
PER_SECOND, PER_GROUP = 30, 20


@dataclass(frozen=True, slots=True)
class Network:
    """Round trips: at least `least` seconds, exponential above it; the server hears somewhere on the way."""

    name: str
    least: float
    extra: float

    def legs(self, dice: random.Random) -> tuple[float, float]:
        rtt = self.least + dice.expovariate(1 / self.extra)
        out = rtt * dice.uniform(0.3, 0.7)
        return out, rtt - out


NETWORKS = (Network("80 ms", 0.06, 0.02), Network("240 ms, jittery", 0.12, 0.12))


@dataclass(frozen=True, slots=True)
class Load:
    """What waits from the start, what people ask for per second, how long we look, what the server would allow."""

    name: str
    seconds: float
    groups: int
    broadcast: bool
    answers_per_second: float

    @property
    def allowance(self) -> int:
        if not self.broadcast:
            return self.groups * PER_GROUP * int(self.seconds / 60)
        return PER_SECOND * int(self.seconds)


LOADS = (
    Load("W1 broadcast", 60, 0, True, 0),
    Load("W2 15 groups", 120, GROUPS, False, 0),
    Load("W3 mixed", 60, GROUPS, True, 3),
)


@dataclass(slots=True)
class Result:
    delivered: int = 0
    refused: int = 0
    waits: list[float] = field(default_factory=list)

    def figures(self, load: Load) -> dict[str, float]:
        p95 = sorted(self.waits)[int(len(self.waits) * 0.95)] if self.waits else 0.0
        return {"goodput": self.delivered / load.allowance, "refused": self.refused, "p95": p95}


def arrivals(load: Load, dice: random.Random) -> Iterator[tuple[float, Send]]:
    """What is to be sent and when, in order of time; answers go to private chats of their own."""
    ids, people = itertools.count(1), itertools.count(10_000)
    for number in range(load.groups * BACKLOG):
        yield 0.0, Send(next(ids), -1_000_000_000_001 - number % load.groups, 0 if load.answers_per_second == 0 else 1)
    if load.broadcast:
        for _ in range(int(load.seconds * PER_SECOND * 1.2)):
            yield 0.0, Send(next(ids), next(people), 2)
    at = 0.0
    while load.answers_per_second and (at := at + dice.expovariate(load.answers_per_second)) < load.seconds:
        yield at, Send(next(ids), next(people), 0)


def ours(load: Load, network: Network, seed: int, ceilings: Ceilings) -> Result:
    """The dispatcher's schedule, driven as the dispatcher drives it: by arrivals, answers and `wake_at`."""
    dice, result, server = random.Random(seed), Result(), Windows(Limits())
    schedule, order, asked = Schedule(ceilings), itertools.count(), {}
    events: list[tuple[float, int, Callable[[float], None]]] = []

    def later(at: float, what: Callable[[float], None]) -> None:
        heapq.heappush(events, (at, next(order), what))

    def reach(send: Send, started: float, back: float, now: float) -> None:
        flood = server.take(send.chat_id, is_group=send.chat_id < 0, now=now)
        later(now + back, lambda at: answer(send, started, flood.retry_after if flood else None, at))

    def answer(send: Send, started: float, retry_after: float | None, now: float) -> None:
        if retry_after is not None:
            result.refused += 1
            schedule.refused(send, now, retry_after)
            schedule.add(send, now)
            return
        schedule.answered(send, now, now - started)
        if now <= load.seconds:
            result.delivered += 1
        if send.priority == 0 and send.chat_id > 0:
            result.waits.append(now - asked[send.id])

    def leave(now: float) -> None:
        for send in schedule.next_sends(now):
            out, back = network.legs(dice)
            later(now + out, lambda at, send=send, back=back: reach(send, now, back, at))

    def arrive(send: Send, now: float) -> None:
        asked[send.id] = now
        schedule.add(send, now)

    for at, send in arrivals(load, dice):
        later(at, lambda now, send=send: arrive(send, now))
    while events and events[0][0] <= load.seconds + 5:
        now, _, what = heapq.heappop(events)
        what(now)
        if events and events[0][0] == now:
            continue
        leave(now)
        wake = schedule.wake_at(now)
        if wake is not None and (not events or wake < events[0][0]):
            later(wake, lambda _now: None)
    return result


def ptb(load: Load, network: Network, seed: int) -> Result:
    """python-telegram-bot's limiter with 40 sends waiting at a time, on a virtual event loop."""
    return run_virtual(lambda: _ptb(load, network, seed))


async def _ptb(load: Load, network: Network, seed: int) -> Result:
    from telegram.error import RetryAfter
    from telegram.ext import AIORateLimiter

    dice, result, server = random.Random(seed), Result(), Windows(Limits())
    loop, limiter = asyncio.get_running_loop(), AIORateLimiter(max_retries=1000)
    await limiter.initialize()

    async def send_to(chat_id: int, _unused: Any = None) -> bool:
        out, back = network.legs(dice)
        await asyncio.sleep(out)
        flood = server.take(chat_id, is_group=chat_id < 0, now=loop.time())
        await asyncio.sleep(back)
        if flood is not None:
            result.refused += 1
            raise RetryAfter(flood.retry_after)
        return True

    async def deliver(send: Send, asked: float) -> None:
        data = {"chat_id": send.chat_id}
        await limiter.process_request(send_to, (send.chat_id,), {}, "sendMessage", data, None)
        if loop.time() <= load.seconds:
            result.delivered += 1
        if send.priority == 0 and send.chat_id > 0:
            result.waits.append(loop.time() - asked)

    async def worker(work: Iterator[tuple[float, Send]]) -> None:
        for at, send in work:
            await deliver(send, at)

    async def answers(work: list[tuple[float, Send]]) -> None:
        for at, send in work:
            await asyncio.sleep(at - loop.time())
            tasks.append(loop.create_task(deliver(send, at)))

    plan = list(arrivals(load, dice))
    backlog = [pair for pair in plan if pair[0] == 0.0]
    dice.shuffle(backlog)  # in order, it would wait for one group after the other
    shared = iter(backlog)
    tasks = [loop.create_task(worker(shared)) for _ in range(WAITING)]
    tasks.append(loop.create_task(answers([pair for pair in plan if pair[0] > 0.0])))
    await asyncio.sleep(load.seconds)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return result


VARIANTS: dict[str, Callable[[Load, Network, int], Result]] = {
    "ours": lambda load, network, seed: ours(load, network, seed, Ceilings()),
    "ours, no credit": lambda load, network, seed: ours(load, network, seed, Ceilings(credit=0.0)),
    "ours, half the RTT": lambda load, network, seed: ours(load, network, seed, Ceilings(credit=0.5)),
    "PTB AIORateLimiter": ptb,
}


def measure(seeds: list[int]) -> list[dict[str, Any]]:
    """Every variant on every load and network: median, minimum and maximum over the seeds."""
    rows = []
    for network, load, (name, run) in itertools.product(NETWORKS, LOADS, VARIANTS.items()):
        figures = [run(load, network, seed).figures(load) for seed in seeds]
        row: dict[str, Any] = {"network": network.name, "load": load.name, "variant": name}
        for key in ("goodput", "refused", "p95"):
            values = [figure[key] for figure in figures]
            row[key] = {"median": statistics.median(values), "min": min(values), "max": max(values)}
        rows.append(row)
    return rows


def table(rows: list[dict[str, Any]]) -> str:
    """The figures for reading."""
    lines = ["| RTT | load | limiter | goodput % | 429 | interactive p95 s |", "|---|---|---|---|---|---|"]
    for row in rows:
        goodput, refused, p95 = row["goodput"], row["refused"], row["p95"]
        spread = f"{goodput['median']:.1%} ({goodput['min']:.1%}..{goodput['max']:.1%})"
        waits = f"{p95['median']:.2f} ({p95['min']:.2f}..{p95['max']:.2f})" if p95["max"] else "-"
        floods = f"{refused['median']:.0f} ({refused['min']:.0f}..{refused['max']:.0f})"
        lines.append(f"| {row['network']} | {row['load']} | {row['variant']} | {spread} | {floods} | {waits} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    seeds = list(range(given.first_seed, given.first_seed + given.seeds))
    rows = measure(seeds)
    print(table(rows))
    if given.json:
        given.json.parent.mkdir(parents=True, exist_ok=True)
        given.json.write_text(json.dumps({"seeds": seeds, "rows": rows}, indent=1), "utf-8")


if __name__ == "__main__":
    main()
