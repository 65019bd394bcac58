"""The processes of one run, forked before its loop and its threads begin: the sandbox and the zygote."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.proofs import platform, worker
from tests.proofs.clocks import SharedClock
from tests.proofs.forks import Forked, forked
from tests.proofs.platform import Pace
from tests.proofs.stage import START
from tests.proofs.zygote import Zygote

PACE: Pace = (30, 600, 10)
"""Looser than Telegram's, so that a run ends today."""


@dataclass(frozen=True, slots=True)
class Troupe:
    """Where the run's files lie, its clock, the sandbox's address, the zygote."""

    folder: Path
    seed: int
    clock: SharedClock
    base: str
    zygote: Forked


@contextmanager
def troupe(url: str, folder: Path, seed: int, pace: Pace = PACE) -> Iterator[Troupe]:
    """Sandbox and zygote run; no worker lives yet."""
    clock = SharedClock(folder / "clock")
    clock.set(START)
    sandbox = forked(partial(platform.run, folder / "clock", seed, pace))
    try:
        base = sandbox.line()
        zygote = forked(lambda: Zygote(worker.run, _settings(url, folder, base, pace)).serve())
        try:
            yield Troupe(folder, seed, clock, base, zygote)
        finally:
            zygote.end()
    finally:
        sandbox.end()


def _settings(url: str, folder: Path, base: str, pace: Pace) -> dict[str, Any]:
    return {
        "url": url,
        "data": str(folder / "data"),
        "api": base,
        "clock": str(folder / "clock"),
        "log": str(folder / "worker.log"),
        "hits": str(folder / "hits.log"),
        "record": str(folder / "points.json"),
        "up": str(folder / "up"),
        "pace": pace,
    }
