"""Fixtures for tests that talk; a conftest imports them by name."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.runtime.rehearsal import Rehearsal, rehearsing


@pytest.fixture
async def talk(tmp_path: Path, sqlite_database: str) -> AsyncIterator[Rehearsal]:
    """A running bot on a SQLite file, in the seeded compound, without the platform's limits."""
    async with rehearsing(tmp_path, sqlite_database) as here:
        yield here


@pytest.fixture
async def running(tmp_path: Path, database: str) -> AsyncIterator[Rehearsal]:
    """The same on each kind of database in turn."""
    async with rehearsing(tmp_path, database) as here:
        yield here
