"""`python -m tests.rates --logs 10000 --seed 20261122`: random logs, counted twice, on each database."""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from storage.open import open_store
from tests.databases import KINDS, drop_templates, fresh_database, why_no_postgres
from tests.rates.comparing import compare
from tests.rates.logs import Log, Maker

AT_ONCE = 50
"""Logs in one transaction."""


def main(arguments: Sequence[str]) -> int:
    """Counts and says so; any difference is an AssertionError."""
    parser = argparse.ArgumentParser(prog="python -m tests.rates")
    parser.add_argument("--logs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--on", choices=KINDS, action="append", help="these databases alone")
    given = parser.parse_args(arguments)
    for kind in given.on or KINDS:
        if kind == "postgres" and why_no_postgres() is not None:
            sys.stdout.write(f"postgres: {why_no_postgres()}\n")
            continue
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder, fresh_database(kind, Path(folder)) as url:
            cases, figures = asyncio.run(counted(url, given.logs, given.seed))
        taken = time.monotonic() - begun
        said = f"{given.logs} logs, {cases} cases, {figures} figures, seed {given.seed}: no difference"
        sys.stdout.write(f"{kind:<9} {said} ({taken:.0f} s)\n")
        sys.stdout.flush()
    drop_templates()
    return 0


async def counted(url: str, logs: int, seed: int) -> tuple[int, int]:
    """How many cases and figures were compared."""
    store, maker = open_store(url), Maker(seed)
    await store.start()
    try:
        await store.write(maker.persons)
        cases = figures = 0
        for start in range(0, logs, AT_ONCE):
            some = [maker.log() for _ in range(min(AT_ONCE, logs - start))]
            figures += await store.write(lambda connection, some=some: _all(connection, some))
            cases += sum(
                len(rows) for log in some for table, rows in log.rows.items() if table.name == "cases"
            )
        return cases, figures
    finally:
        await store.close()


def _all(connection: Connection, some: Sequence[Log]) -> int:
    return sum(compare(connection, log) for log in some)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
