"""`python -m tests.proofs`: runs the proofs and says what held."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.proofs import report
from tests.proofs.databases import POSTGRES, SQLITE, postgres_address
from tests.proofs.proofs import PROOFS, Options
from tests.proofs.report import Result

FOLDER = Path(".prove")


def main() -> int:
    """0 where every promise held."""
    given = _arguments()
    options = Options(smoke=given.smoke, kills=given.kills, seed=given.seed)
    databases, missing = _databases(given.database)
    results: list[Result] = []
    for name, proof in PROOFS.items():
        if given.only in (None, name):
            for result in _played(name, proof, databases, options):
                results.append(result)
                print(report.show(result), flush=True)
    print(report.table(results))
    for text in missing:
        print(text)
    path = report.write(FOLDER, results, {"seed": options.seed, "smoke": options.smoke, "missing": missing})
    print(f"written to {path}, seed {options.seed}, commit {report.commit()['commit'][:12]}")
    return int(any(result.broken for result in results) or not results)


def _played(
    name: str, proof: Callable[[str, Path, Options], Result | None], databases: list[str], options: Options
) -> Iterator[Result]:
    for database in databases:
        with tempfile.TemporaryDirectory(prefix=f"linli-{name}-", ignore_cleanup_errors=True) as folder:
            begun = time.monotonic()
            result = proof(database, Path(folder), options)
            if result is None:
                continue
            result.seconds = time.monotonic() - begun
            if result.broken:
                _keep(Path(folder), name, database)
            yield result


def _keep(folder: Path, name: str, database: str) -> None:
    """What a broken run leaves behind is worth a look."""
    for file in ("worker.log", "hits.log", "linli.db", "evidence.pickle"):
        found = folder / file
        if found.exists():
            kept = FOLDER / f"{name}-{database}-{file}"
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(found.read_bytes())


def _databases(wanted: str) -> tuple[list[str], list[str]]:
    """Which to prove on, and a sentence for each that is missing."""
    found = [SQLITE] if wanted in (SQLITE, "both") else []
    if wanted not in (POSTGRES, "both"):
        return found, []
    if postgres_address() is None:
        return found, [
            "PostgreSQL was not found (LINLI_TEST_POSTGRES, 127.0.0.1:5432): its proofs did not run"
        ]
    return [*found, POSTGRES], []


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.proofs", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="a minute's worth, for the gate")
    parser.add_argument("--database", choices=(SQLITE, POSTGRES, "both"), default="both")
    parser.add_argument("--kills", type=int, default=None, help="kills per database; at least 200 in full")
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--only", choices=tuple(PROOFS), default=None)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
