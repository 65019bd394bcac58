"""Fixtures for every test that needs a real database."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from storage.open import Stores, open_store
from tests.compound import Compound, settle_in
from tests.databases import KINDS, drop_templates, fresh_database


def pytest_sessionfinish() -> None:
    drop_templates()


@pytest.fixture(
    params=[kind if kind == "sqlite" else pytest.param(kind, marks=pytest.mark.postgres) for kind in KINDS]
)
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of database in turn."""
    return str(request.param)


@pytest.fixture
def database(kind: str, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh database at head."""
    with fresh_database(kind, tmp_path) as url:
        yield url


@pytest.fixture
def empty_database(kind: str, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh database without any table."""
    with fresh_database(kind, tmp_path, migrated=False) as url:
        yield url


@pytest.fixture
def sqlite_database(tmp_path: Path) -> Iterator[str]:
    """The address of a fresh SQLite file at head, where the test is not about the database."""
    with fresh_database("sqlite", tmp_path) as url:
        yield url


@pytest.fixture
async def store(database: str) -> AsyncIterator[Stores]:
    """A started store, on each kind of database in turn."""
    opened = open_store(database)
    await opened.start()
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_store(sqlite_database: str) -> AsyncIterator[Stores]:
    """A started store on a SQLite file."""
    opened = open_store(sqlite_database)
    await opened.start()
    yield opened
    await opened.close()


@pytest.fixture
async def seeded(store: Stores) -> Compound:
    """阳光里 with its people and groups, on each kind of database in turn."""
    return await settle_in(store)


@pytest.fixture
async def sqlite_seeded(sqlite_store: Stores) -> Compound:
    """阳光里 on a SQLite file, where the test is not about the database."""
    return await settle_in(sqlite_store)


# A busy machine is no failure: nothing here is a timed test.
settings.register_profile("linli", settings(), deadline=None)
settings.load_profile("linli")

# For planted bugs: a failure is enough there, its smallest form is not asked for.
settings.register_profile("mutants", settings(), phases=[Phase.explicit, Phase.generate], database=None)
