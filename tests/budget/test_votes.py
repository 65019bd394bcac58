"""A thousand votes in a minute on one card: few edits, and what is shown was true ten seconds ago at most."""

import asyncio
import re
from collections.abc import Awaitable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import Connection, select

from storage.tables import polls
from tests.budget.crowd import aloud, calm, crowded, touch
from tests.conversations.polling import BUILDING
from tests.runtime.rehearsal import Rehearsal

log = structlog.get_logger(__name__)

VOTES, MINUTE, LATE, EDITS = 1000, 60.0, 10.0, 15
COUNT = re.compile(r"(\d+)票")


def _stored(connection: Connection) -> int:
    return int(connection.execute(select(polls.c.voters)).scalar_one())


class Watch:
    """Reads what is stored and what is shown, a few times a second."""

    def __init__(self, here: Rehearsal) -> None:
        self._here = here
        self.seen: list[tuple[float, int, int]] = []

    async def run(self) -> None:
        while True:
            # What is shown is read first: nothing later may excuse it.
            shown, at = await self.shown(), asyncio.get_running_loop().time()
            self.seen.append((at, await self._here.bot.store.read(_stored), shown))
            await asyncio.sleep(0.25)

    async def shown(self) -> int:
        card = (await aloud(self._here))[-1]
        return sum(int(count) for count in COUNT.findall(card["text"]))

    def lag(self) -> float:
        """Seconds by which the shown tally was behind the stored one at most."""
        worst = 0.0
        for at, _stored_then, shown in self.seen:
            younger = [then for then, stored, _shown in self.seen if then <= at and stored > shown]
            worst = max(worst, at - min(younger, default=at))
        return worst


def _most_edits(here: Rehearsal, message_id: int) -> int:
    """Edits of that message in any sixty seconds."""
    at = sorted(
        datetime.fromisoformat(call.at).timestamp()
        for call in here.sandbox.engine.diary.calls
        if call.method.lower() == "editmessagetext" and str(call.params.get("message_id")) == str(message_id)
    )
    return max((sum(start <= one < start + MINUTE for one in at) for start in at), default=0)


@pytest.mark.proof
@pytest.mark.timeout(300)
async def test_a_thousand_votes_in_a_minute(tmp_path: Path, database: str) -> None:
    async with crowded(tmp_path, database, 1.0, VOTES) as here:
        await here.send("zhao", "/poll 周六几点大扫除？9点、10点还是下午？周五晚8点截止", BUILDING)
        await calm(here)
        await here.tap("zhao", "发到群里（3号楼）")
        card = (await aloud(here))[-1]
        watch = Watch(here)
        watching = asyncio.create_task(watch.run())
        loop, data = asyncio.get_running_loop(), [one["callback_data"] for one in here.buttons(card)]
        began, votes = loop.time(), list[asyncio.Task[Any]]()
        for number in range(VOTES):
            await asyncio.sleep(max(0.0, began + number * MINUTE / VOTES - loop.time()))
            vote: Awaitable[None] = touch(here, f"r{number}", card["message_id"], data[number % 3])
            votes.append(asyncio.ensure_future(vote))
        await asyncio.gather(*votes)
        took = loop.time() - began
        await asyncio.sleep(LATE)
        watching.cancel()
        edits, lag = _most_edits(here, card["message_id"]), watch.lag()
        log.info("votes", votes=VOTES, seconds=round(took, 1), edits=edits, lag=round(lag, 1))
        assert await here.bot.store.read(_stored) == await watch.shown() == VOTES
        assert 0 < edits <= EDITS
        assert lag <= LATE
        async with here.platform.get("/violations") as answer:
            assert await answer.json() == []
