"""`python -m tests.proofs`: runs the proofs and says what held."""

import argparse
import pickle
import sys
from collections.abc import Iterator
from functools import partial

from tests.proofs import report
from tests.proofs.databases import POSTGRES, SQLITE, postgres_address
from tests.proofs.forks import forked
from tests.proofs.played import FOLDER, say
from tests.proofs.proofs import PROOFS, Options
from tests.proofs.report import Result


def main() -> int:
    """0 where every promise held."""
    given = _arguments()
    options = Options(smoke=given.smoke, kills=given.kills, seed=given.seed)
    databases, missing = _databases(given.database)
    results: list[Result] = []
    for name in PROOFS if given.only is None else [given.only]:
        for result in _side_by_side(name, databases, options):
            results.append(result)
            print(report.show(result), flush=True)
    return _end(results, missing, options)


def _side_by_side(name: str, databases: list[str], options: Options) -> Iterator[Result]:
    """All databases at once: each proof mostly waits, for the platform's limits and for doubts to end."""
    children = [forked(partial(say, name, database, options)) for database in databases]
    for child in children:
        said = child.rest()
        child.end()
        if not said:
            raise RuntimeError(f"the proof {name} broke off")
        if (result := pickle.loads(said)) is not None:
            yield result


def _end(results: list[Result], missing: list[str], options: Options) -> int:
    print(report.table(results))
    for text in missing:
        print(text)
    path = report.write(FOLDER, results, {"seed": options.seed, "smoke": options.smoke, "missing": missing})
    print(f"written to {path}, seed {options.seed}, commit {report.commit()['commit'][:12]}")
    return int(any(result.broken for result in results) or not results)


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
