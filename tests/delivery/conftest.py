"""The post office on SQLite, and on each database where the database matters."""

from collections.abc import AsyncIterator

import pytest

from tests.compound import Compound
from tests.delivery.office import Office, office


@pytest.fixture
async def post(sqlite_seeded: Compound) -> AsyncIterator[Office]:
    """A sandbox with the compound's chats, and its rows in a SQLite file."""
    async with office(sqlite_seeded) as made:
        yield made


@pytest.fixture
async def each_post(seeded: Compound) -> AsyncIterator[Office]:
    """The same on each kind of database in turn."""
    async with office(seeded) as made:
        yield made
