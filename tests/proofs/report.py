"""Results: a table for people, JSON for machines, both with seed and commit."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.proofs.findings import Verdict

SHOWN = 12
"""Findings that are printed; all are in the JSON."""


@dataclass(slots=True)
class Result:
    """One proof on one database; `figures` are what it was made of, `broken` what did not hold."""

    proof: str
    database: str
    figures: dict[str, Any]
    broken: list[str] = field(default_factory=list)
    promises: dict[str, int] = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)
    recalled: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def take(self, verdict: Verdict) -> None:
        """The checker's word."""
        self.promises, self.counted = dict(verdict.promises), dict(verdict.counted)
        self.broken += [f"{finding.promise}: {finding.shown_by}" for finding in verdict.findings]


def show(result: Result) -> str:
    """A few lines: what it was made of, what held, what did not."""
    verdict = "BROKEN" if result.broken else "ok"
    figures = ", ".join(f"{name} {_short(value)}" for name, value in result.figures.items())
    lines = [
        f"{result.proof} on {result.database}: {verdict} in {result.seconds:.0f} s",
        f"  {figures}",
    ]
    if result.promises:
        broken = sum(count > 0 for count in result.promises.values())
        lines.append(f"  {len(result.promises)} promises looked at, {broken} broken")
    lines += [f"    {count:>5}  {what}" for what, count in sorted(result.counted.items())]
    lines += [f"  ! {text}" for text in result.broken[:SHOWN]]
    if len(result.broken) > SHOWN:
        lines.append(f"  ! and {len(result.broken) - SHOWN} more")
    if result.recalled:
        lines.append(f"  rests on rules that are only recalled: {', '.join(result.recalled)}")
    return "\n".join(lines)


def table(results: list[Result]) -> str:
    """One line per proof and database."""
    rows = [("proof", "database", "held", "broken", "seconds")]
    for result in results:
        held = sum(count == 0 for count in result.promises.values())
        rows.append(
            (result.proof, result.database, str(held), str(len(result.broken)), f"{result.seconds:.0f}")
        )  # fmt: skip
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


def write(folder: Path, results: list[Result], settings: Mapping[str, Any]) -> Path:
    """The JSON beside earlier ones."""
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    path = folder / f"proofs-{stamp}.json"
    whole = {**settings, **commit(), "at": stamp, "results": [asdict(result) for result in results]}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1, default=str), "utf-8")
    return path


def commit() -> dict[str, Any]:
    """Which code was proved."""
    head = _git("rev-parse", "HEAD")
    return {"commit": head or "unknown", "changed": bool(_git("status", "--porcelain"))}


def _git(*arguments: str) -> str:
    try:
        said = subprocess.run(
            ["git", *arguments], capture_output=True, text=True, check=True, cwd=Path(__file__).parent
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return said.stdout.strip()


def _short(value: Any) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)
