"""Commits per CPU-second of a report, a vote and a sign-up, against raw drivers with the same statements."""

import asyncio
import os
import sqlite3
import tempfile
import time
from dataclasses import dataclass, field
from typing import Any

import asyncpg
from sqlalchemy import Connection, event, make_url

from benchmarks.bench_house import (
    KINDS,
    RESIDENTS,
    House,
    Spied,
    Work,
    build,
    copied,
    decide,
    deps,
    dropped,
    dsn,
)
from benchmarks.figures import ROUNDS, Report
from storage.open import open_store
from storage.quick import QuickSqlite

POSTGRES = os.environ.get("LINLI_TEST_POSTGRES", "postgresql+asyncpg://postgres@127.0.0.1:5432/postgres")
Statement = tuple[str, Any]


class Logged:
    """A driver's connection that keeps what it is told to execute."""

    def __init__(self, raw: Any, kept: list[Statement]) -> None:
        self._raw, self._kept = raw, kept

    def execute(self, sql: str, params: Any = ()) -> Any:
        """Keep and execute."""
        self._kept.append((sql, params))
        return self._raw.execute(sql, params)


@dataclass(slots=True)
class Script:
    """What one run executed: members (one decision each) and which of them shared a commit."""

    members: list[list[Statement]] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)

    def around(self, work: Work) -> Work:
        """Wraps one write so that its statements are kept as one member."""

        def recorded(connection: Connection) -> Any:
            kept: list[Statement] = []
            connection.info["script"] = kept
            if isinstance(connection, QuickSqlite):  # its statements raise no events
                connection._raw = Logged(connection._raw, kept)
            try:
                return work(connection)
            finally:
                connection.info["script"] = None
                self.members.append(kept)

        return recorded


def _listen(engine: Any, script: Script) -> None:
    @event.listens_for(engine, "before_cursor_execute")
    def _keep(
        connection: Connection, _cursor: Any, sql: str, params: Any, _context: Any, _many: bool
    ) -> None:
        kept = connection.info.get("script")
        if kept is not None:
            kept.append((sql, params))

    @event.listens_for(engine, "commit")
    def _group(_connection: Connection) -> None:
        script.groups.append(len(script.members))


async def _ours(house: House, kind: str, name: str, script: Script | None = None) -> float:
    """CPU seconds of all decisions of that kind on a fresh copy; recorded where a script is given."""
    url = await copied(house.url, name)
    store, shared = open_store(url), deps()
    if script is not None:
        engine = getattr(store, "_writer_engine", None)
        _listen(engine if engine is not None else store._writers.sync_engine, script)  # type: ignore[union-attr]
    await store.start()
    before = time.process_time()
    await decide(house, Spied(store, script.around) if script else store, shared, kind)
    spent = time.process_time() - before
    await store.close()
    return spent


def _raw_sqlite(url: str, script: Script, grouped: bool) -> float:
    database = make_url(url).database
    assert database is not None
    raw = sqlite3.connect(database, isolation_level=None, cached_statements=512)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        raw.execute(f"PRAGMA {pragma}")
    ends = set(script.groups) if grouped else set(range(1, len(script.members) + 1))
    before, open_ = time.process_time(), False
    for index, member in enumerate(script.members, start=1):
        if not open_:
            raw.execute("BEGIN IMMEDIATE")
            open_ = True
        raw.execute("SAVEPOINT member")
        for sql, params in member:
            raw.execute(sql, params).fetchall()
        raw.execute("RELEASE member")
        if index in ends or index == len(script.members):
            raw.execute("COMMIT")
            open_ = False
    spent = time.process_time() - before
    raw.close()
    return spent


async def _raw_postgres(url: str, script: Script) -> float:
    pool = await asyncpg.create_pool(dsn=dsn(url), min_size=8, max_size=8, statement_cache_size=512)
    members = iter(script.members)

    async def client() -> None:
        for member in members:
            async with pool.acquire() as connection, connection.transaction():
                for sql, params in member:
                    await connection.fetch(sql, *params)

    before = time.process_time()
    await asyncio.gather(*(client() for _ in range(50)))
    spent = time.process_time() - before
    await pool.close()
    return spent


async def _sqlite(report: Report, kind: str, house: House) -> None:
    script = Script()
    await _ours(house, kind, "recorded", script)
    per_one, per_group, ours_rate = [], [], []
    for turn in range(ROUNDS + 1):
        ours = await _ours(house, kind, "ours")
        one = _raw_sqlite(await copied(house.url, "one"), script, grouped=False)
        group = _raw_sqlite(await copied(house.url, "group"), script, grouped=True)
        if turn:  # the first warms up
            per_one.append(one / ours)
            per_group.append(group / ours)
            ours_rate.append(RESIDENTS / ours)
    size = f"{len(script.members) / max(1, len(script.groups)):.0f} a group, {_width(script)} statements each"
    report.add(f"SQLite FULL, {kind}: commits per CPU-second", "1/CPU-s", ours_rate, size)
    report.at_least(f"SQLite FULL, {kind}: to raw one per transaction", per_one, 0.35)
    report.at_least(f"SQLite FULL, {kind}: to raw grouped", per_group, 0.045)


async def _postgres(report: Report, kind: str, house: House) -> None:
    script = Script()
    await _ours(house, kind, "linli_bench_recorded", script)
    ratios, ours_rate = [], []
    for turn in range(ROUNDS + 1):
        ours = await _ours(house, kind, "linli_bench_ours")
        raw = await _raw_postgres(await copied(house.url, "linli_bench_raw"), script)
        if turn:
            ratios.append(raw / ours)
            ours_rate.append(RESIDENTS / ours)
    report.add(
        f"PostgreSQL, {kind}: commits per CPU-second",
        "1/CPU-s",
        ours_rate,
        f"{_width(script)} statements each",
    )
    report.at_least(f"PostgreSQL, {kind}: to raw asyncpg", ratios, 0.3)


def _width(script: Script) -> int:
    return round(sum(map(len, script.members)) / max(1, len(script.members)))


async def _reachable() -> bool:
    try:
        await (await asyncpg.connect(dsn=dsn(POSTGRES), timeout=3)).close()
    except (OSError, asyncpg.PostgresError, TimeoutError):
        return False
    return True


async def main() -> None:
    """Both databases, every decision."""
    report = Report("commits: same statements, same grouping", seed=0)
    with tempfile.TemporaryDirectory() as folder:
        house = await build(f"sqlite:///{folder}/house.db")
        for kind in KINDS:
            await _sqlite(report, kind, house)
    if await _reachable():
        await _on_postgres(report)
    else:
        report.add("PostgreSQL: none found, not measured", "", [0.0])
    report.show()


async def _on_postgres(report: Report) -> None:
    names = ["linli_bench_house", "linli_bench_recorded", "linli_bench_ours", "linli_bench_raw"]
    await dropped(POSTGRES, names)
    admin = await asyncpg.connect(dsn=dsn(POSTGRES))
    await admin.execute("CREATE DATABASE linli_bench_house")
    await admin.close()
    house = await build(
        make_url(POSTGRES).set(database="linli_bench_house").render_as_string(hide_password=False)
    )
    for kind in KINDS:
        await _postgres(report, kind, house)
    await dropped(POSTGRES, names)


if __name__ == "__main__":
    asyncio.run(main())
