"""Before an upgrade: a lock that no two processes hold, and a copy of what was there."""

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection


@contextmanager
def locked_file(path: Path) -> Iterator[None]:
    """Hold the lock beside that database file; waits for whoever has it, ends with the process."""
    with path.with_name(f"{path.name}.migrating").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def backed_up(connection: Connection, revision: str) -> Path | None:
    """Copy a SQLite database by its backup API to `<file>.before-<revision>`; None on PostgreSQL, whose
    copies are the operator's (`linli backup`).
    """
    if connection.dialect.name != "sqlite":
        return None
    path = Path(str(connection.engine.url.database))
    copy = path.with_name(f"{path.name}.before-{revision}")
    unfinished = copy.with_name(f"{copy.name}.part")
    # A second connection: it reads what was committed, while ours holds the writer's lock.
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
    return unfinished.replace(copy)
