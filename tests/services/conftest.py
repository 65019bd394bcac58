"""One desk for each test."""

from collections.abc import Iterator

import pytest

from tests.machines.desk import Desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A compound with workers, residents and a captain, at nine on a working Monday."""
    made = Desk.fresh()
    yield made
    made.close()
