"""Five hundred residents in one group, on a quick clock, under the platform's own limits."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.app import Pace
from bot.clock import MovableClock
from bot.delivery.delivery import Waits
from bot.sandbox import Limits
from tests.compound import MONDAY
from tests.conversations.hearing import reads_all
from tests.conversations.polling import BUILDING, move_in
from tests.runtime.rehearsal import Rehearsal, rehearsing

RESIDENTS = 500
LIMITS = {"per_second": 30.0, "per_group_minute": 20.0, "per_chat_second": 1.0, "aloud_a_day": 6}
"""The program's defaults, said again: rehearsals go without."""

AT_ONCE = 20


@asynccontextmanager
async def crowded(
    folder: Path, database: str, rate: float, residents: int = RESIDENTS
) -> AsyncIterator[Rehearsal]:
    """The group of building 3 with all of them; whoever's number divides by four has a private chat."""
    clock = MovableClock(MONDAY, rate=rate)
    # A call may take a minute of this clock where the machine is busy: no doubt begins before.
    pace = Pace(tick=0.1, moved_by_hand=True, patience=0, waits=Waits(probe_after=60 * rate, request=20))
    async with rehearsing(folder, database, limits=Limits(), clock=clock, pace=pace, **LIMITS) as here:
        await reads_all(here)
        names = [f"r{number}" for number in range(residents)]
        await gently(_made(here, name) for name in names)
        await move_in(here, *names)
        await gently(here.send(name, "/start") for name in names[::4])
        await calm(here)
        yield here


async def _made(here: Rehearsal, name: str) -> None:
    told = {"first_name": f"邻居{name[1:]}", "language_code": "zh-hans"}
    here.people[name] = (await here.platform.post("/users", told))["id"]


async def gently(work: Iterable[Awaitable[Any]]) -> list[Any]:
    """A few at a time."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(what: Awaitable[Any]) -> Any:
        async with gate:
            return await what

    return await asyncio.gather(*(one(what) for what in work))


async def calm(here: Rehearsal) -> None:
    """Until all is said, as long as the limits make it take."""
    updates = here.sandbox.engine.updates
    while updates.pending or updates.again:  # noqa: ASYNC110  no bell rings for silence
        await asyncio.sleep(0.01)
    await here.bot.quiet()


async def touch(here: Rehearsal, who: str, message_id: int, data: str, chat: str = BUILDING) -> None:
    """A tap, without waiting for what follows."""
    body = {"from": here.people[who], "message_id": message_id, "data": data}
    await here.platform.post(f"/chats/{here.chat(chat)}/press", body)


async def aloud(here: Rehearsal) -> list[dict[str, Any]]:
    """What the bot has said in the group for all to read."""
    return [
        one
        for one in await here.messages(BUILDING)
        if one.get("from", {}).get("id") == here.bot.deps.bot_id
        and "receiver_user" not in one
        and not any(key.startswith("pinned") for key in one)
    ]
