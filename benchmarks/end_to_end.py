"""CPU in the bot's process per report, question, vote and sign-up over HTTP, beside aiogram's and PTB's echo.

Every bot polls a sandbox of its own in another process; limits are off on both sides, so only CPU is asked
for. A round ends when nothing is left to send: receipt, card and every edit of the card are in it, in a round
of votes also that one household each is looked up, in a round of questions the search in the demo's guide.
"""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

import aiohttp
import asyncpg
from sqlalchemy import Table

from benchmarks.bench_house import dropped, dsn
from benchmarks.bots import house
from benchmarks.bots.crowd import AT_ONCE, Crowd
from benchmarks.bots.house import House
from benchmarks.bots.processes import cpu, running, serving
from benchmarks.commits import POSTGRES
from benchmarks.figures import ROUNDS, Report, ratios
from benchmarks.letters import QUESTION, WORDS, Json
from storage.tables import ballots, cases, questions, signups

UPDATES = 300
"""Updates a round, one of each person."""

AT_REST = 5.0
"""Seconds for which the bots are left alone in the end."""

PEER = "linli_bench_end_to_end"
"""The database on PostgreSQL."""

Round = Callable[[], Awaitable[None]]
AIOGRAM, PTB = "aiogram echo", "PTB echo"


class Side:
    """One bot and what a round of it is; `pid` is the process that does the work."""

    def __init__(self, pid: int, rounds: dict[str, Round]) -> None:
        self.pid, self.rounds = pid, rounds

    async def cost(self, name: str) -> float:
        """CPU milliseconds per update of one round."""
        before = cpu(self.pid)
        await self.rounds[name]()
        return (cpu(self.pid) - before) / UPDATES * 1e3


@asynccontextmanager
async def echo(module: str) -> AsyncIterator[Side]:
    """A bare echo with its crowd."""
    with serving() as base, running(f"benchmarks.bots.{module}", base) as pid:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
            crowd = Crowd(session, base)
            await crowd.gather(UPDATES)
            await crowd.ask(crowd.people[0], WORDS)  # until it is up

            async def everybody() -> None:
                await crowd.all(lambda person: crowd.ask(person, WORDS))

            yield Side(pid, {AIOGRAM if module.startswith("aiogram") else PTB: everybody})


@asynccontextmanager
async def ours(label: str, url: str, folder: Path) -> AsyncIterator[Side]:
    """Our bot on that database with its crowd."""
    with serving() as base:
        async with house.built(base, url, folder, UPDATES) as home, house.lived_in(home) as supervisor:
            pid = house.worker(supervisor)
            yield Side(pid, {f"{name}, {label}": partial(job, home) for name, job in JOBS.items()})


async def _reports(home: House) -> None:
    async with _all_of(home, cases):
        await home.crowd.all(lambda person: home.crowd.ask(person, WORDS), home.residents)


async def _questions(home: House) -> None:
    async with _all_of(home, questions):
        await home.crowd.all(lambda person: home.crowd.ask(person, QUESTION), home.residents)


async def _signups(home: House) -> None:
    async with _all_of(home, signups):
        chat = home.residents_chat
        card = await home.crowd.ask(home.crowd.people[0], "/call 周六一起打扫楼道 200", chat)
        await _everybody_presses(home, card, _buttons(card)[0])


async def _votes(home: House) -> None:
    """The captain drafts in private and posts; then each household votes once."""
    async with _all_of(home, ballots):
        crowd, captain, chat = home.crowd, home.crowd.people[0], home.residents_chat
        mark = await crowd.post(f"/chats/{chat}/messages", {"from": captain, "text": "请大家投票"})
        draft = await crowd.ask(captain, "/poll 周六几点大扫除？9点、10点还是下午？一户一票")
        post = next(data for data in _buttons(draft) if ":post" in data or ":g" in data)
        await crowd.press(captain, captain, draft["message_id"], post)
        card = await crowd.heard(chat, mark["message_id"])
        await _everybody_presses(home, card, _buttons(card)[0])


async def _everybody_presses(home: House, card: Json, data: str) -> None:
    chat, crowd = home.residents_chat, home.crowd
    await crowd.all(lambda person: crowd.press(person, chat, card["message_id"], data), home.residents)


def _buttons(message: Json) -> list[str]:
    rows = message["reply_markup"]["inline_keyboard"]
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]


@asynccontextmanager
async def _all_of(home: House, table: Table) -> AsyncIterator[None]:
    """A round that ends once all is sent, and in which each resident's update became a row."""
    before = await home.count(table)
    yield
    await home.settled()
    assert await home.count(table) - before == UPDATES, f"an update is no row of {table.name}"


JOBS = {"report": _reports, "question": _questions, "vote": _votes, "sign-up": _signups}
"""What a round is, by its name."""


@asynccontextmanager
async def _peer() -> AsyncIterator[str | None]:
    """An empty database on PostgreSQL where one answers."""
    try:
        admin = await asyncpg.connect(dsn=dsn(POSTGRES), timeout=3)
    except (OSError, asyncpg.PostgresError, TimeoutError):
        yield None
        return
    await dropped(POSTGRES, [PEER])
    await admin.execute(f'CREATE DATABASE "{PEER}"')
    await admin.close()
    try:
        yield POSTGRES.rpartition("/")[0] + f"/{PEER}"
    finally:
        await dropped(POSTGRES, [PEER])


async def measure(sides: list[Side]) -> dict[str, list[float]]:
    """Every round of every side in turn; the first turn warms up."""
    found: dict[str, list[float]] = {}
    for turn in range(ROUNDS + 1):
        for side in sides:
            for name in side.rounds:
                spent = await side.cost(name)
                if turn:
                    found.setdefault(name, []).append(spent)
    return found


async def _rest(report: Report, sides: list[Side]) -> None:
    before = [cpu(side.pid) for side in sides]
    await asyncio.sleep(AT_REST)
    for side, spent in zip(sides, before, strict=True):
        name = next(iter(side.rounds)).replace("report, ", "")
        report.add(f"at rest, {name}", "ms CPU/s", [(cpu(side.pid) - spent) / AT_REST * 1e3])


def tell(report: Report, found: dict[str, list[float]]) -> None:
    """Milliseconds, then each of ours as ratios to both echoes."""
    for name, rounds in found.items():
        report.add(name, "ms CPU", rounds, f"{AT_ONCE} at once")
    report.add("PTB echo to aiogram echo", "ratio", ratios(found, PTB, AIOGRAM))
    for name in [one for one in found if one not in (AIOGRAM, PTB)]:
        for baseline in (AIOGRAM, PTB):
            report.add(f"{name}: to {baseline}", "ratio", ratios(found, name, baseline))


async def main() -> None:
    """Both databases, both echoes."""
    report = Report("end to end: CPU per update in the bot's process", seed=0)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sides = [await stack.enter_async_context(echo(name)) for name in ("aiogram_echo", "ptb_echo")]
        lite = ours("SQLite", f"sqlite:///{folder}/linli.db", folder)
        sides.append(await stack.enter_async_context(lite))
        peer = await stack.enter_async_context(_peer())
        if peer is None:
            report.add("PostgreSQL: none found, not measured", "", [0.0])
        else:
            (folder / "peer").mkdir()
            sides.append(await stack.enter_async_context(ours("PostgreSQL", peer, folder / "peer")))
        tell(report, await measure(sides))
        await _rest(report, sides)
    report.show()


if __name__ == "__main__":
    os.environ.setdefault("NO_PROXY", "127.0.0.1")
    asyncio.run(main())
