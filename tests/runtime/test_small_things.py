"""Small promises of the program itself: old ledgers, quiet endings, reminders that wake the dispatcher."""

import asyncio
import logging
import os
import signal
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url, select, update

from bot.app import Pace
from bot.chores import ticking
from bot.delivery.pace import Waits
from bot.purging import Purging
from bot.supervisor import Supervisor
from storage.engines import postgres_engine, writer_engine
from storage.tables import due, jobs
from tests.runtime import rehearsal
from tests.runtime.rehearsal import Rehearsal, rehearsing


async def ledger(talk: Rehearsal) -> Path:
    """A ledger, made and handed over; its file."""
    await talk.say("wang", "/ledger")
    for _ in range(100):
        name = await talk.bot.store.read(lambda c: c.execute(select(jobs.c.result)).scalar())
        if name is not None:
            return talk.settings.media / str(name)
        await talk.clock.sleep(0.1)
    raise AssertionError("no ledger")


async def test_a_ledgers_file_is_deleted_after_a_week(tmp_path: Path, sqlite_database: str) -> None:
    async with rehearsing(tmp_path, sqlite_database) as talk:
        file = await ledger(talk)
        purging = Purging(talk.bot.store, talk.clock, talk.settings.media)
        assert await purging() == 0
        assert file.exists()
        talk.clock.advance(timedelta(days=6, hours=23))
        assert await purging() == 0
        assert file.exists()
        talk.clock.advance(timedelta(hours=2))
        assert await purging() == 1
        assert not file.exists()
        assert await purging() == 0


async def test_another_kinds_file_stays_for_a_month(tmp_path: Path, sqlite_database: str) -> None:
    async with rehearsing(tmp_path, sqlite_database) as talk:
        file = await ledger(talk)
        await talk.bot.store.write(lambda c: c.execute(update(jobs).values(kind="chart")))
        purging = Purging(talk.bot.store, talk.clock, talk.settings.media)
        talk.clock.advance(timedelta(days=29))
        assert await purging() == 0
        assert file.exists()
        talk.clock.advance(timedelta(days=2))
        assert await purging() == 1
        assert not file.exists()
        assert await talk.bot.store.read(lambda c: c.execute(select(jobs.c.id)).first()) is None


async def test_what_a_sweep_leaves_is_said_at_once(
    tmp_path: Path, sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = Waits(edit_gap=0.0, look=3600.0, scan=3600.0)
    monkeypatch.setattr(rehearsal, "PACE", Pace(tick=0.1, moved_by_hand=True, patience=0, waits=waits))
    async with rehearsing(tmp_path, sqlite_database) as talk:
        await talk.say("li", "3号楼电梯又停了")
        await talk.clock.sleep(3)  # what was put off by a moment has left
        before = len(await talk.spoken("wang")) + len(await talk.spoken("workers"))
        # Not by moving the clock: that would end the dispatcher's own waiting.
        soon = talk.clock.now() + timedelta(seconds=0.5)
        await talk.bot.store.write(
            lambda c: c.execute(update(due).where(due.c.state == "open").values(at=soon))
        )
        async with asyncio.timeout(20):
            while len(await talk.spoken("wang")) + len(await talk.spoken("workers")) == before:  # noqa: ASYNC110
                await asyncio.sleep(0.1)


async def test_an_ending_leaves_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    began = asyncio.Event()

    async def work() -> None:
        began.set()
        await asyncio.Event().wait()

    with caplog.at_level(logging.WARNING):
        ticks = ticking({work: 0.02})
        ticks.start()
        await began.wait()
        ticks.shutdown(wait=False)
        await asyncio.sleep(0.05)
    assert not [record for record in caplog.records if record.name.startswith("apscheduler.executors")]


def test_a_child_that_ended_is_signalled_no_more() -> None:
    told: list[int] = []
    made = Supervisor(lambda _owner: None)
    made._one()
    kept = os.kill
    try:
        os.kill = lambda pid, number: told.append(pid)
        made._end(signal.SIGTERM, None)
    finally:
        os.kill = kept
    assert told == []


def test_an_error_never_quotes_what_was_written(tmp_path: Path) -> None:
    assert writer_engine(make_url(f"sqlite:///{tmp_path}/a.db")).hide_parameters
    assert postgres_engine(make_url("postgresql://x@127.0.0.1/x"), 1).sync_engine.hide_parameters
