"""Rounds, medians and ratios: how every benchmark measures and says what it found."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROUNDS = 5
FOLDER = Path(".bench")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing: its rounds, the unit, and where it is a ratio what it must reach."""

    name: str
    unit: str
    rounds: tuple[float, ...]
    target: str = ""
    met: bool | None = None
    note: str = ""

    def line(self) -> str:
        """Name, median, minimum and maximum, target."""
        middle, low, high = statistics.median(self.rounds), min(self.rounds), max(self.rounds)
        verdict = {None: "", True: "met", False: "MISSED"}[self.met]
        wanted = f"{self.target:>12} {verdict}" if self.target else ""
        spread = f"{middle:>12,.3f} [{low:,.3f} .. {high:,.3f}] {self.unit:<12}"
        return f"{self.name:<58} {spread} {wanted} {self.note}"


@dataclass(slots=True)
class Report:
    """What one benchmark found."""

    title: str
    seed: int
    figures: list[Figure] = field(default_factory=list)

    def add(self, name: str, unit: str, rounds: Sequence[float], note: str = "") -> None:
        """A figure without a target: baselines and absolutes."""
        self.figures.append(Figure(name, unit, tuple(rounds), note=note))

    def at_least(self, name: str, rounds: Sequence[float], wanted: float, note: str = "") -> None:
        """A ratio whose median must reach `wanted`."""
        met = statistics.median(rounds) >= wanted
        self.figures.append(Figure(name, "ratio", tuple(rounds), f">= {wanted:g}", met, note))

    def at_most(self, name: str, rounds: Sequence[float], wanted: float, note: str = "") -> None:
        """A ratio whose median must stay below `wanted`."""
        met = statistics.median(rounds) <= wanted
        self.figures.append(Figure(name, "ratio", tuple(rounds), f"<= {wanted:g}", met, note))

    def show(self) -> None:
        """The table on stdout and the same as JSON below `.bench/`."""
        sys.stdout.write(f"\n{self.title} (seed {self.seed}, commit {commit()})\n")
        for figure in self.figures:
            sys.stdout.write(figure.line() + "\n")
        FOLDER.mkdir(exist_ok=True)
        name = self.title.split(":")[0].replace(" ", "-").lower()
        whole = {
            "title": self.title,
            "seed": self.seed,
            "commit": commit(),
            "figures": [asdict(f) for f in self.figures],
        }
        (FOLDER / f"{name}.json").write_text(json.dumps(whole, indent=1), "utf-8")


def commit() -> str:
    """The commit that is measured, with a plus where the tree differs from it."""
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty=+"], capture_output=True, text=True, check=False
    )
    return said.stdout.strip() or "unknown"


def interleaved(sides: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Runs every side once a round, so that a machine that slows down slows all; one warm-up round first."""
    for run in sides.values():
        run()
    found: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, run in sides.items():
            found[name].append(run())
    return found


def ratios(found: Mapping[str, Sequence[float]], over: str, under: str) -> list[float]:
    """Round by round, one side over another."""
    return [a / b for a, b in zip(found[over], found[under], strict=True)]


def cpu_seconds(run: Callable[[], object]) -> float:
    """CPU seconds of this process, all threads, that `run` took."""
    before = time.process_time()
    run()
    return time.process_time() - before
