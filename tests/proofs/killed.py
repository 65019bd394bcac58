"""What a run of kills came to: where and how often the worker died, how soon it served again, what held."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from tests.proofs.evidence import Evidence
from tests.proofs.findings import Verdict
from tests.proofs.nursery import Death
from tests.proofs.theatre import Theatre

SIGKILL = -9


@dataclass(slots=True)
class Killed:
    """What a run of kills came to."""

    database: str
    seed: int
    points: dict[str, int] = field(default_factory=dict)
    hit: Counter[str] = field(default_factory=Counter)
    kills: int = 0
    died_alone: list[int] = field(default_factory=list)
    not_reached: list[str] = field(default_factory=list)
    restart: list[float] = field(default_factory=list)
    jumps: int = 0
    phases: dict[str, float] = field(default_factory=dict)
    rest: dict[str, int] = field(default_factory=dict)
    figures: Counter[str] = field(default_factory=Counter)
    ways: list[str] = field(default_factory=list)
    recalled: list[str] = field(default_factory=list)
    verdict: Verdict = field(default_factory=Verdict)


def tell(result: Killed, stage: Theatre) -> None:
    """How the workers died, and how soon the next one served."""
    deaths = stage.nursery.deaths
    result.hit = hits(stage.folder)
    result.kills = sum(death.by == SIGKILL for death in deaths)
    result.died_alone = [death.by for death in deaths if death.by != SIGKILL]
    result.not_reached = sorted(result.points.keys() - result.hit.keys())
    ups = [(int(pid), float(at)) for pid, at in (line.split() for line in _lines(stage.folder / "up"))]
    result.restart = list(restarted(deaths, ups))


def restarted(deaths: Sequence[Death], ups: Sequence[tuple[int, float]]) -> Iterator[float]:
    """Seconds from each death until the next worker served, where that one lived to serve.

    A process id comes again on a busy machine, so the worker is told by its id and its lifetime.
    """
    for sooner, later in pairwise(deaths):
        served = [at for pid, at in ups if pid == later.pid and sooner.at < at < later.at]
        if served:
            yield served[0] - sooner.at


def hits(folder: Path) -> Counter[str]:
    """Where workers killed themselves, and how often."""
    return Counter(line.split(" ", 1)[1] for line in _lines(folder / "hits.log"))


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.exists() else []


def count(result: Killed, evidence: Evidence) -> None:
    """What the run was made of."""
    figures = result.figures
    figures.update(f"action {op.kind}" for op in evidence.history)
    figures.update(f"fault {call['fault']}" for call in evidence.calls if call["fault"])
    figures["bot calls"] = len(evidence.calls)
    figures["updates"] = len(evidence.world["updates"])
    figures["updates that came again"] = sum(u["deliveries"] > 1 for u in evidence.world["updates"])
    figures["cases"] = len(evidence.cases)
    figures["outbox rows"] = len(evidence.outbox)
    figures["rows ever ambiguous"] = sum(row["probes"] > 0 for row in evidence.rows("outbox"))
    figures["probes"] = sum(row["probes"] for row in evidence.rows("outbox"))
