"""How long a start takes and what memory it holds: the import, the demo, the bot with a token, a kill."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import aiohttp

from benchmarks.bots import house
from benchmarks.bots.crowd import Crowd
from benchmarks.bots.house import House
from benchmarks.bots.processes import children, free_port, rss, running, serving, share
from benchmarks.figures import ROUNDS, Figure, Report, interleaved, ratios
from benchmarks.letters import WORDS

REPORTS = 500
"""Reports, or echoes, before memory is looked at again."""

PAGE, ANSWER, RISEN = 5.0, 15.0, 5.0
"""Targets in seconds: the page and the bot's first answer at a second start, the answer after kill -9."""

Marks = dict[str, list[float]]


def imported(module: str) -> float:
    """CPU seconds of a fresh interpreter that imports the module."""
    process = subprocess.Popen([sys.executable, "-c", f"import {module}"])
    usage = os.wait4(process.pid, 0)[2]
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def imports(report: Report) -> None:
    """aiogram alone, and all of the bot."""
    found = interleaved({name: lambda name=name: imported(name) for name in ("aiogram", "bot.app")})  # type: ignore[misc]  # a lambda's default
    for name, rounds in found.items():
        report.add(f"import {name}", "s CPU", rounds)
    report.add("import bot.app: to import aiogram", "ratio", ratios(found, "bot.app", "aiogram"))


async def up(address: str) -> None:
    """Until it answers 200."""
    async with aiohttp.ClientSession() as session, asyncio.timeout(120):
        while True:
            try:
                async with session.get(address) as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass  # nobody listens yet
            await asyncio.sleep(0.02)


async def first_answer(base: str) -> None:
    """A newcomer writes to the demo's bot in private and waits."""
    await up(f"{base}/sandbox/v1/users")
    async with aiohttp.ClientSession() as session:
        crowd = Crowd(session, base)
        await crowd.gather(1)
        await crowd.ask(crowd.people[0], "/start")


async def demo(folder: Path, marks: Marks, which: str) -> None:
    """One start of `linli run` without a token."""
    port = free_port()
    base, begun = f"http://127.0.0.1:{port}", time.perf_counter()

    async def mark(name: str, wait: object) -> None:
        await wait  # type: ignore[misc]  # one of the three below
        marks.setdefault(f"demo, {which} start: {name}", []).append(time.perf_counter() - begun)

    with running("bot", "run", env={"LINLI_DATA": str(folder), "LINLI_PORT": str(port)}):
        async with asyncio.TaskGroup() as waiting:
            for name, wait in (
                ("page", up(f"{base}/")),
                ("health", up(f"{base}/healthz")),
                ("answer", first_answer(base)),
            ):
                waiting.create_task(mark(name, wait))


async def demos(marks: Marks) -> None:
    """A first start in a new folder, then a second one in the same."""
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            for which in ("first", "second"):
                await demo(Path(folder), marks, which)


async def bots(marks: Marks) -> None:
    """The bot with a token, its database there already: start, memory, kill -9."""
    with serving() as base, tempfile.TemporaryDirectory() as folder:
        async with house.built(base, f"sqlite:///{folder}/linli.db", Path(folder), REPORTS) as home:
            for _ in range(ROUNDS):
                await _bot(home, marks)


async def _bot(home: House, marks: Marks) -> None:
    def mark(name: str, value: float) -> None:
        marks.setdefault(name, []).append(value)

    asker, begun = home.residents[0], time.perf_counter()
    asked = asyncio.create_task(home.crowd.ask(asker, "/help"))
    async with house.lived_in(home) as supervisor:
        mark("bot, second start: health", time.perf_counter() - begun)
        await asked
        mark("bot, second start: answer", time.perf_counter() - begun)
        mark("memory, worker after start", rss(house.worker(supervisor)))
        await home.crowd.all(lambda person: home.crowd.ask(person, WORDS), home.residents)
        await home.settled()
        worker = house.worker(supervisor)
        mark(f"memory, worker after {REPORTS} reports", rss(worker))
        mark(f"memory, supervisor and worker after {REPORTS} reports", share(supervisor) + share(worker))
        os.kill(worker, signal.SIGKILL)
        begun = time.perf_counter()
        await home.crowd.ask(asker, "/help")
        mark("bot, after kill -9: answer", time.perf_counter() - begun)
        assert worker not in children(supervisor)


async def echoes(marks: Marks) -> None:
    """aiogram's bare echo, in the same way."""
    with serving() as base:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
            crowd = Crowd(session, base)
            await crowd.gather(REPORTS)
            for _ in range(ROUNDS):
                with running("benchmarks.bots.aiogram_echo", base) as pid:
                    await crowd.ask(crowd.people[0], WORDS)
                    marks.setdefault("memory, aiogram echo after start", []).append(rss(pid))
                    await crowd.all(lambda person: crowd.ask(person, WORDS))
                    marks.setdefault(f"memory, aiogram echo after {REPORTS} echoes", []).append(rss(pid))


def tell(report: Report, marks: Marks) -> None:
    """Seconds, with their targets, and megabytes."""
    for name, rounds in marks.items():
        limit = _target(name)
        if limit is not None:
            report.figures.append(_within(name, rounds, limit))
        else:
            report.add(name, "MB" if name.startswith("memory") else "s", rounds)
    own, bare = (
        marks[f"memory, worker after {REPORTS} reports"],
        marks[f"memory, aiogram echo after {REPORTS} echoes"],
    )
    report.add("memory: worker to aiogram echo", "ratio", [a / b for a, b in zip(own, bare, strict=True)])


def _target(name: str) -> float | None:
    if "kill" in name:
        return RISEN
    if "second start" not in name:
        return None
    return ANSWER if name.endswith("answer") or name.startswith("bot") else PAGE


def _within(name: str, rounds: Sequence[float], limit: float) -> Figure:
    """Every round must keep it: people wait for each start, not for the median."""
    return Figure(name, "s", tuple(rounds), f"<= {limit:g} s", max(rounds) <= limit)


async def main(report: Report) -> None:
    """All but the import."""
    marks: Marks = {}
    await demos(marks)
    await bots(marks)
    await echoes(marks)
    tell(report, marks)


if __name__ == "__main__":
    whole = Report("start: time and memory", seed=0)
    imports(whole)
    asyncio.run(main(whole))
    whole.show()
