"""One proof on one database in a folder of its own; what a broken run leaves behind is kept."""

import os
import pickle
import tempfile
import time
from pathlib import Path

from tests.proofs.proofs import PROOFS, Options
from tests.proofs.report import Result

FOLDER = Path(".prove")


def played(name: str, database: str, options: Options) -> Result | None:
    """The result, or None where this proof has nothing to show on that database."""
    with tempfile.TemporaryDirectory(prefix=f"linli-{name}-", ignore_cleanup_errors=True) as folder:
        begun = time.monotonic()
        result = PROOFS[name](database, Path(folder), options)
        if result is not None:
            result.seconds = time.monotonic() - begun
            if result.broken:
                _keep(Path(folder), name, database)
        return result


def say(name: str, database: str, options: Options) -> None:
    """Play, and pickle the result to stdout, where whoever forked us reads it."""
    os.write(1, pickle.dumps(played(name, database, options)))


def _keep(folder: Path, name: str, database: str) -> None:
    """What a broken run leaves behind is worth a look."""
    for file in ("worker.log", "hits.log", "linli.db", "evidence.pickle"):
        found = folder / file
        if found.exists():
            kept = FOLDER / f"{name}-{database}-{file}"
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(found.read_bytes())
