"""A group hears the bot so many times a day; what is more waits for the morning, and one card says so."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.runtime.rehearsal import Rehearsal, rehearsing

MEASURE = 4
"""Messages a day here: three, and the card of the day."""


@pytest.fixture
async def measured(tmp_path: Path, database: str) -> AsyncIterator[Rehearsal]:
    async with rehearsing(tmp_path, database, aloud_a_day=MEASURE) as here:
        await here.until(datetime(2026, 3, 3, 1, 0, tzinfo=UTC))  # a day on which nothing has been said yet
        yield here


async def calls(talk: Rehearsal) -> list[str]:
    return [said for said in await talk.spoken("residents") if "招募 ·" in said]


async def test_the_fourth_waits_for_the_morning_and_nothing_is_lost(measured: Rehearsal) -> None:
    titles = ["搬花盆", "扫落叶", "贴春联", "修凳子", "教手机"]
    for title in titles:
        await measured.say("zhao", f"/call {title} 要2个人", "residents")
    assert [title for title in titles if any(title in said for said in await calls(measured))] == titles[:3]
    today = (await measured.spoken("residents"))[-1]
    assert "2" in today
    await measured.stop()
    await measured.again()
    await measured.quiet()
    assert len(await calls(measured)) == 3, "a new process begins the day anew"
    await measured.until(datetime(2026, 3, 3, 23, 59, tzinfo=UTC))  # 7:59 in the compound
    assert len(await calls(measured)) == 3, "said in the quiet hours"
    await measured.until(datetime(2026, 3, 4, 0, 1, tzinfo=UTC))
    assert [title for title in titles if any(title in said for said in await calls(measured))] == titles
    assert len(await calls(measured)) == len(titles), "said twice"


async def test_somebody_who_can_be_reached_alone_costs_the_group_nothing(measured: Rehearsal) -> None:
    before = len(await measured.spoken("residents"))
    for _ in range(MEASURE + 2):
        await measured.say("li", "/nosuch", "residents")
        await measured.say("li", "/report 电梯又停了", "residents")
    assert len(await measured.spoken("residents")) == before
