"""`python -m tests.mutants [NAME …]`: one patch at a time on a copy of the tree; its tests must then fail."""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ROW = re.compile(r"^\| ([a-z-]+) \| (.+?) \| `(.+?)` \|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One row of the table: a name, the bug in words, and the tests that must fail."""

    name: str
    bug: str
    tests: str


def mutants() -> list[Mutant]:
    """The rows of README.md, in its order."""
    return [Mutant(*found) for found in ROW.findall((HERE / "README.md").read_text("utf-8"))]


def copied(target: Path) -> None:
    """A copy of what git tracks or would track, so that the working tree stays as it is."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.splitlines():
        source = ROOT / name
        if source.is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)


def tested(tree: Path, mutant: Mutant) -> bool:
    """Whether the mutant's tests pass in that tree."""
    flags = ["-q", "-x", "-p", "no:cacheprovider", "--hypothesis-profile=mutants"]
    command = [sys.executable, "-m", "pytest", *flags, *mutant.tests.split()]
    run = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        raise RuntimeError(f"{mutant.name}: pytest could not run\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return run.returncode == 0


def survives(mutant: Mutant) -> bool:
    """Whether the tests pass although the bug is there."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        copied(tree)
        patch = HERE / f"{mutant.name}.patch"
        subprocess.run(["git", "apply", "--unidiff-zero", str(patch)], cwd=tree, check=True)
        return tested(tree, mutant)


def main(names: list[str]) -> int:
    """Runs the named mutants, or all; the exit code is the number that survived, at most 1."""
    rows = [row for row in mutants() if not names or row.name in names]
    survivors = 0
    for row in rows:
        begun = time.monotonic()
        alive = survives(row)
        survivors += alive
        sys.stdout.write(
            f"{'SURVIVED' if alive else 'found':<9} {time.monotonic() - begun:6.1f} s  {row.name}\n"
        )
        sys.stdout.flush()
    sys.stdout.write(f"{len(rows) - survivors} of {len(rows)} planted bugs found\n")
    return min(survivors, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
