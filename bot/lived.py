"""The demo's memory: a compound put down, and the year that it has lived until now."""

from datetime import timedelta
from functools import partial

from sqlalchemy import Connection

from bot.seeding import Planted
from bot.year import Year
from bot.year_cases import report
from bot.year_gatherings import calls_of, polls_of
from storage.tx import TxDeps

CASES = 176
"""About one report every second day, as in a compound of this size."""


def remember(deps: TxDeps, connection: Connection, planted: Planted) -> None:
    """Settle the compound and live the year that ends now, in this transaction. It takes a second."""
    year = Year(planted, deps.clock.now())
    year.settle(deps, connection)
    for _ in range(CASES):
        ago = timedelta(days=365 * year.chance.random() ** 1.15, hours=year.chance.random())
        year.plan(year.later(year.end - ago, 0, 14), partial(report, year))
    calls_of(year)
    polls_of(year)
    year.live(deps, connection)
