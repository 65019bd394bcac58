"""The clocks of random cases say what a simulator says that walks the minutes; 10,000 in `make prove`."""

from collections import Counter

import pytest

from tests.sla.__main__ import played

SEED = 20261122


@pytest.mark.parametrize("skip", range(0, 300, 50))
def test_no_clock_differs_from_the_simulator(skip: int) -> None:
    figures: Counter[str] = Counter()
    assert played(50, SEED, figures, skip) == []
    assert figures["cases"] == 50


@pytest.mark.proof
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("skip", range(0, 10_000, 500))
def test_ten_thousand_cases(skip: int) -> None:
    assert played(500, SEED, Counter(), skip) == []
