"""What a group of 5,000 costs over one of 50: CPU per update there, and the cards that all of it shows on."""

import asyncio
import time
from contextlib import AsyncExitStack

from benchmarks.figures import ROUNDS, Report, ratios
from benchmarks.growth import at
from benchmarks.living import World, databases, world
from benchmarks.town import Size
from domain.polls.rules import Unit
from storage.polls import SqlPolls

SMALL, LARGE = "50", "5,000"
SIZES = {
    SMALL: Size(buildings=2, units=1, floors=50, ballots=50, signups=20, settled=100),
    LARGE: Size(
        buildings=50, units=4, floors=50, residents=5000, ballots=5000, signups=480, polls=1, calls=1
    ),
}
"""Each with a household a resident, and as many votes in each poll."""

JOBS = ("report", "vote", "sign-up")
SAMPLES = 100
MOST = 1.5
"""Target: the large group over the small one."""


async def spent(made: World, name: str, turn: int) -> tuple[float, list[float]]:
    """CPU milliseconds a job of one round, all threads, and the latency of each."""
    await made.prepare(name)
    latencies, before = [], time.process_time()
    for sample in range(SAMPLES):
        began = time.perf_counter()
        await made.jobs[name](turn * SAMPLES + sample)
        latencies.append((time.perf_counter() - began) * 1e3)
    return (time.process_time() - before) / SAMPLES * 1e3, latencies


async def showing(made: World, kind: str) -> float:
    """CPU milliseconds to read and render one card."""
    town = made.towns[0]
    subject = town.polls[-1] if kind == "poll" else town.calls[-1]
    before = time.process_time()
    for _ in range(SAMPLES):
        await made.card(kind, subject, town)
    return (time.process_time() - before) / SAMPLES * 1e3


async def reminding(made: World) -> float:
    """CPU milliseconds to find out in a transaction who has not voted yet, one vote a household."""
    town = made.towns[0]
    before = time.process_time()
    await made.store.write(
        lambda c: SqlPolls(made.deps.scope(c)).silent(town.polls[-1], town.compound_id, Unit.HOUSEHOLD)
    )
    return (time.process_time() - before) * 1e3


async def measure(report: Report, kind: str, worlds: dict[str, World]) -> None:
    """Jobs, then cards, then the roll; the sides take turns round by round."""
    for name in JOBS:
        rounds = [
            {side: await spent(made, name, turn) for side, made in worlds.items()}
            for turn in range(ROUNDS + 1)
        ]
        cost = {side: [one[side][0] for one in rounds[1:]] for side in worlds}
        _told(report, f"{kind}, {name}: CPU", cost, MOST)
        for label, share in (("p50", 0.5), ("p95", 0.95)):
            late = {side: [at(share, one[side][1]) for one in rounds[1:]] for side in worlds}
            _told(report, f"{kind}, {name}: {label}", late)
    for card in ("poll", "call"):
        shown = [
            {side: await showing(made, card) for side, made in worlds.items()} for _ in range(ROUNDS + 1)
        ]
        _told(report, f"{kind}, card of a {card}: CPU", _sides(shown), MOST if card == "poll" else None)
    found = [{side: await reminding(made) for side, made in worlds.items()} for _ in range(ROUNDS + 1)]
    _told(report, f"{kind}, who has not voted: CPU", _sides(found))


def _sides(rounds: list[dict[str, float]]) -> dict[str, list[float]]:
    return {side: [one[side] for one in rounds[1:]] for side in rounds[0]}


def _told(report: Report, name: str, found: dict[str, list[float]], most: float | None = None) -> None:
    for side, rounds in found.items():
        report.add(f"{name}, {side}", "ms", rounds)
    many = ratios(found, LARGE, SMALL)
    if most is None:
        report.add(f"{name}: 5,000 over 50", "ratio", many)
    else:
        report.at_most(f"{name}: 5,000 over 50", many, most)


async def main() -> None:
    """Both databases."""
    report = Report("large group: a group of 5,000 over one of 50", seed=0)
    async with databases("small", "large") as found:
        for kind, urls in found.items():
            async with AsyncExitStack() as stack:
                pairs = zip(SIZES.items(), urls.values(), strict=True)
                worlds = {
                    side: await stack.enter_async_context(world(url, 1, size)) for (side, size), url in pairs
                }
                await measure(report, kind, worlds)
    report.show()


if __name__ == "__main__":
    asyncio.run(main())
