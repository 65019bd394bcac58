"""What the hundredth compound in a database costs the others: p95 of everything at 100 compounds over 1."""

import asyncio
import time
from contextlib import AsyncExitStack

from benchmarks.figures import ROUNDS, Report, ratios
from benchmarks.living import World, databases, world
from benchmarks.town import Size

SAMPLES = 100
"""Of each job in a round, the sides taking turns one by one."""

MOST = 1.5
"""Target: p95 at 100 compounds over p95 at one."""

ONE, HUNDRED = "1 compound", "100 compounds"
COUNTS = {ONE: 1, HUNDRED: 100}


async def one_round(worlds: dict[str, World], name: str, turn: int) -> dict[str, list[float]]:
    """Milliseconds of each sample of one job on each side."""
    found: dict[str, list[float]] = {side: [] for side in worlds}
    for made in worlds.values():
        await made.prepare(name)
    for sample in range(SAMPLES):
        for side, made in worlds.items():
            before = time.perf_counter()
            await made.jobs[name](turn * SAMPLES + sample)
            found[side].append((time.perf_counter() - before) * 1e3)
    return found


def at(share: float, spent: list[float]) -> float:
    """That quantile, by the nearest rank."""
    return sorted(spent)[min(len(spent) - 1, int(share * len(spent)))]


async def measure(report: Report, kind: str, worlds: dict[str, World]) -> None:
    """Every job, five rounds after one that warms up."""
    for name in next(iter(worlds.values())).jobs:
        rounds = [await one_round(worlds, name, turn) for turn in range(ROUNDS + 1)][1:]
        for label, share in (("p50", 0.5), ("p95", 0.95)):
            found = {side: [at(share, one[side]) for one in rounds] for side in worlds}
            for side, spent in found.items():
                report.add(f"{kind}, {name}, {side}: {label}", "ms", spent)
            told = f"{kind}, {name}: {label} at 100 over 1"
            if label == "p95":
                report.at_most(told, ratios(found, HUNDRED, ONE), MOST)
            else:
                report.add(told, "ratio", ratios(found, HUNDRED, ONE))


async def main() -> None:
    """Both databases."""
    report = Report("growth: latency with 100 compounds over 1", seed=0)
    async with databases("one", "hundred") as found:
        for kind, urls in found.items():
            async with AsyncExitStack() as stack:
                pairs = zip(COUNTS.items(), urls.values(), strict=True)
                worlds = {
                    side: await stack.enter_async_context(world(url, count, Size()))
                    for (side, count), url in pairs
                }
                await measure(report, kind, worlds)
        if len(found) == 1:
            report.add("PostgreSQL: none found, not measured", "", [0.0])
    report.show()


if __name__ == "__main__":
    asyncio.run(main())
