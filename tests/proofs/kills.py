"""The proof of faults: the worker dies at every crash point and at random while people go on."""

import asyncio
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.proofs.acting import SHORT_TAP_WAIT
from tests.proofs.databases import fresh
from tests.proofs.judging import judge, keep
from tests.proofs.killed import Killed, tell
from tests.proofs.killed import count as figures
from tests.proofs.life import Life, every
from tests.proofs.plans import Plans, provoking
from tests.proofs.scenes import Scenes
from tests.proofs.theatre import Theatre, recalled, theatre
from tests.proofs.troubles import Troubles
from tests.proofs.troupe import Troupe, troupe

Json = dict[str, Any]

PEOPLE_AT_ONCE = 5
"""Scenes that play at the same time."""

PAUSE = 0.6
"""Mean seconds between two scenes of one stream: what the platform's limits let the bot answer."""

PATIENCE, SMOKE_PATIENCE = 5.0, 2.0
"""Seconds after which a worker whose point was not reached is killed where it is."""

RECORD, SMOKE_RECORD = 30.0, 5.0
"""Seconds of life without a kill, in which the crash points are collected."""

REST = 150.0
"""Seconds in which everything must come to rest once the faults are over."""

MANY = 50
"""From so many kills on, every point is killed at; below it is a smoke."""

PARTS = 9
"""Between two parts the clock jumps to what falls due next and did not so far."""

MOP_UPS = 2
"""Rounds in which the points that are left are provoked."""

WEATHER = 4.0
"""Seconds between two changes of what goes wrong on the platform."""

SMALL = ("case.soon", "case.over", "poll.remind", "call.offer", "call.hour", "call.eve")
"""What a smoke's one jump passes over: it goes to where a poll closes, or a call begins."""

LIES = 0.15
"""Share of the weather in which a probe is told "not found" of a message that stands."""


def kills(kind: str, folder: Path, *, count: int, seed: int, server: str | None = None) -> Killed:
    """One run with at least `count` kills on a fresh database."""
    with fresh(kind, folder, server) as url, troupe(url, folder, seed) as actors:
        return asyncio.run(_run(kind, url, actors, count))


async def _run(kind: str, url: str, actors: Troupe, count: int) -> Killed:
    seed = actors.seed
    result = Killed(kind, seed)
    async with theatre(url, actors) as stage:
        scenes = Scenes(stage.people, stage.stage, stage.clock, seed)
        if count < MANY:
            scenes.tap_wait = SHORT_TAP_WAIT
        with phase(result, "opening"):
            await opening(stage, scenes, reports=4 if count >= MANY else 1)
        troubles = Troubles(stage.people, seed, await _first_update(stage))
        run = _Run(stage, scenes, troubles, result, random.Random(seed))
        with phase(result, "recording"):
            await run.record(RECORD if count >= MANY else SMOKE_RECORD)
        with phase(result, "killing"):
            await run.kill(count)
        with phase(result, "resting"):
            await stage.people.no_faults()
            result.rest.update(await stage.rest(REST))
        await stage.nursery.stop()
        evidence = await stage.evidence(scenes.history.ops)
        keep(evidence, actors.folder)
        result.verdict = judge(evidence)
        result.recalled = await recalled(stage, evidence)
        result.points = run.points()
        tell(result, stage)
        figures(result, evidence)
    result.ways = sorted(troubles.ways_played)
    return result


@contextmanager
def phase(result: Killed, name: str) -> Iterator[None]:
    """Note how long a part of the run took."""
    begun = time.monotonic()
    yield
    result.phases[name] = round(time.monotonic() - begun, 1)


async def opening(stage: Theatre, scenes: Scenes, reports: int = 4) -> None:
    """The first quiet minute: private chats are opened, calls stand, a few cases are filed."""
    stage.nursery.go()
    for place in stage.stage.compounds:
        for who in (*place.residents, *place.workers, place.captain):
            await stage.people.say(who, who, text="/start")
        for places in (2, 4):
            await scenes.open_call(place, places)
        for _ in range(reports):
            await scenes.report(place)
            await scenes.report_in_group(place)
        await scenes.draft_poll(place)
        await scenes.open_timed(place)
        await scenes.question(place)
        await scenes.provoked(scenes.code, place)
    await _rested(stage)
    for place in stage.stage.compounds:
        for scene in (scenes.lead_poll, scenes.follow, scenes.hand_on):
            await scenes.provoked(scene, place)
    await _rested(stage)


async def _rested(stage: Theatre) -> None:
    left = await stage.rest(60)
    if left:
        raise RuntimeError(f"the opening does not come to rest: {left}; see {stage.folder}/worker.log")


async def _first_update(stage: Theatre) -> int:
    """The sandbox numbers its updates from here on."""
    world = await stage.people.get("/world")
    return min((update["update_id"] for update in world["updates"]), default=1)


class _Run:
    """The moving parts of one run."""

    def __init__(
        self, stage: Theatre, scenes: Scenes, troubles: Troubles, result: Killed, chance: random.Random
    ) -> None:
        self._stage, self._troubles = stage, troubles
        self._result, self._random = result, chance
        self._nursery = stage.nursery
        self._plans = Plans(stage.folder, chance)
        self._life = Life(scenes, PEOPLE_AT_ONCE, PAUSE)
        self._patience = PATIENCE
        self._jumped: set[str] = set()

    async def record(self, seconds: float) -> None:
        """Live a while without a kill and note every crash point that is passed."""
        async with self._life:
            await asyncio.sleep(seconds / 2)
            await self._troubles.next(lying=False)
            await asyncio.sleep(seconds / 2)

    async def kill(self, count: int) -> None:
        """Every point until somebody died there, the rest at random; in between the clock jumps."""
        parts = PARTS if count >= MANY else 1
        self._patience = PATIENCE if count >= MANY else SMOKE_PATIENCE
        for number in range(parts):
            if number:
                await self._jump()
            async with self._life, every(WEATHER, self._weather):
                await self._kill_all(self._plans.share(count, parts - number, len(self._nursery.deaths)))
                for _ in range(MOP_UPS if number == parts - 1 and count >= MANY else 0):
                    await self._kill_all(self._plans.left())
        if count < MANY:
            self._jumped.update(SMALL)
            await self._jump()  # so that a smoke, too, sees a poll end by the clock

    async def _kill_all(self, plans: list[Json]) -> None:
        nursery = self._nursery
        wanted = len(nursery.deaths) + 1 + len(plans)
        nursery.plans(plans)
        nursery.kill()  # whoever lives without a plan makes room
        while len(nursery.deaths) < wanted:
            nursery.news.clear()
            self._life.provoke(provoking(nursery.plan))
            try:
                await asyncio.wait_for(nursery.news.wait(), self._patience)
            except TimeoutError:
                nursery.kill()

    async def _jump(self) -> None:
        """Everything rests; then the clock stands a second before what falls due next."""
        await self._stage.people.no_faults()
        left = await self._stage.rest(REST)
        self._result.rest.update(left)
        at = await self._stage.next_due(self._jumped)
        if at is None:
            return
        await self._nursery.stop()
        self._stage.clock.set(at - timedelta(seconds=1))
        self._nursery.go()
        self._result.jumps += 1

    def points(self) -> dict[str, int]:
        """Every crash point that any worker passed, and how often one of them did."""
        return self._plans.seen()

    async def _weather(self) -> None:
        await self._troubles.next(lying=self._random.random() < LIES)
