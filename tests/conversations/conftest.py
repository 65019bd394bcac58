"""A running bot in the seeded compound for each scene, and a witness of all that the platform said."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.runtime.rehearsal import Rehearsal, rehearsing
from tests.sandbox.witness import check_records


@asynccontextmanager
async def witnessed(folder: Path, database: str, *, webhook: bool = False) -> AsyncIterator[Rehearsal]:
    """A scene; afterwards every update and answer must be one that aiogram's models know, no rule broken."""
    async with rehearsing(folder, database, webhook=webhook) as here:
        yield here
        async with here.platform.get("/violations") as answer:
            assert await answer.json() == []
        check_records(here.sandbox.engine.updates, here.sandbox.engine.diary)


@pytest.fixture
async def talk(tmp_path: Path, sqlite_database: str) -> AsyncIterator[Rehearsal]:
    """A scene on a SQLite file."""
    async with witnessed(tmp_path, sqlite_database) as here:
        yield here


@pytest.fixture
async def running(tmp_path: Path, database: str) -> AsyncIterator[Rehearsal]:
    """The same on each kind of database in turn."""
    async with witnessed(tmp_path, database) as here:
        yield here


@pytest.fixture(params=[False, True], ids=["polling", "webhook"])
async def reached(tmp_path: Path, database: str, request: pytest.FixtureRequest) -> AsyncIterator[Rehearsal]:
    """The same on each kind of database, with each way in which updates reach the bot."""
    async with witnessed(tmp_path, database, webhook=request.param) as here:
        if request.param:
            await here.through_the_door()
        yield here
