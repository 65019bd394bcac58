"""`python -m tests.sla --cases 10000 --seed 20261122`: cases through the real services, clocks against a
simulator that walks the minutes; prints figures, and every difference with the story that led to it.
"""

import argparse
import sys
from collections import Counter
from time import perf_counter

from tests.machines.desk import Desk
from tests.sla.play import Life, life

AT_ONCE = 50
"""Lives in one transaction."""


def played(count: int, seed: int, figures: Counter[str], skip: int = 0) -> list[str]:
    """Lead so many lives; answers what differed."""
    desk, wrong = Desk.fresh(), list[str]()
    try:
        for start in range(skip, skip + count, AT_ONCE):
            stop = min(start + AT_ONCE, skip + count)
            wrong += desk.write(
                lambda connection, a=start, b=stop: _some(desk, connection, seed, a, b, figures)
            )
    finally:
        desk.close()
    return wrong


def _some(desk: Desk, connection, seed: int, start: int, stop: int, figures: Counter[str]) -> list[str]:  # type: ignore[no-untyped-def]
    wrong = []
    for number in range(start, stop):
        one = life(f"{seed}:{number}", desk, connection)
        found = one.lead(connection)
        _count(one, figures)
        if found:
            rules = f"{one.model.grade} {one.model.own} {one.model.rules}"
            wrong.append("\n  ".join((f"case {seed}:{number} {rules}", *one.story, *found)))
    return wrong


def _count(one: Life, figures: Counter[str]) -> None:
    model = one.model
    watches = [watch for round in model.rounds for watch in round.values()]
    figures["cases"] += 1
    figures["clocks compared"] += len(watches)
    figures["steps"] += len(one.story)
    figures["pauses"] += len(model.pauses)
    figures["edits"] += sum(" edit " in line for line in one.story)
    figures["reopened"] += len(model.rounds) - 1
    figures["in zones that change their clocks"] += model.rules.zone != "Asia/Shanghai"
    figures["clocks beyond the published holidays"] += sum(not watch.due().settled for watch in watches[-1:])


def main() -> int:
    """Play, and say what came of it."""
    asked = argparse.ArgumentParser(prog="python -m tests.sla")
    asked.add_argument("--cases", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=20261122)
    asked.add_argument("--skip", type=int, default=0)
    given = asked.parse_args()
    figures: Counter[str] = Counter()
    began = perf_counter()
    wrong = played(given.cases, given.seed, figures, given.skip)
    for line in wrong[:5]:
        print(line)
    for name, count in figures.items():
        print(f"{count:>8} {name}")
    print(f"{len(wrong):>8} differences (seed {given.seed}, {perf_counter() - began:.0f} s)")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
