"""The proof of a database that goes away: PostgreSQL crashes and comes back under load."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.proofs.cluster import Cluster
from tests.proofs.databases import POSTGRES, fresh
from tests.proofs.findings import Verdict
from tests.proofs.judging import judge, keep
from tests.proofs.kills import REST, opening
from tests.proofs.life import Life
from tests.proofs.scenes import Scenes
from tests.proofs.theatre import Theatre, recalled, theatre
from tests.proofs.troupe import Troupe, troupe

BETWEEN = (3.0, 7.0)
"""Seconds of life between two crashes."""

AWAY = (0.2, 3.0)
"""Seconds for which the server is gone."""

LOOK = 0.05
"""Seconds between two looks at whether updates are decided again."""


@dataclass(slots=True)
class Restarted:
    """What the crashes came to; `serving` is the seconds from the server's return to the next decision."""

    crashes: int = 0
    serving: list[float] = field(default_factory=list)
    rest: dict[str, int] = field(default_factory=dict)
    died_alone: list[int] = field(default_factory=list)
    recalled: list[str] = field(default_factory=list)
    verdict: Verdict = field(default_factory=Verdict)


def restarts(server: Cluster, folder: Path, *, count: int, seed: int) -> Restarted:
    """`count` crashes of a server of our own, in turn `immediate` and `fast`."""
    with fresh(POSTGRES, folder, server.address) as url, troupe(url, folder, seed) as actors:
        return asyncio.run(_restarts(server, url, actors, count))


async def _restarts(server: Cluster, url: str, actors: Troupe, count: int) -> Restarted:
    result, chance = Restarted(), random.Random(actors.seed)
    async with theatre(url, actors) as stage:
        scenes = Scenes(stage.people, stage.stage, stage.clock, actors.seed)
        await opening(stage, scenes)
        async with Life(scenes, 5, 0.4):
            for number in range(count):
                await asyncio.sleep(chance.uniform(*BETWEEN))
                mode = "fast" if number % 3 == 2 else "immediate"
                back = await asyncio.to_thread(server.restart, mode, chance.uniform(*AWAY))
                result.serving.append(await _serving(stage, scenes) - back)
                result.crashes += 1
        result.rest.update(await stage.rest(REST))
        result.died_alone = [death.by for death in stage.nursery.deaths]
        await stage.nursery.stop()
        evidence = await stage.evidence(scenes.history.ops)
        keep(evidence, actors.folder)
        result.verdict = judge(evidence)
        result.recalled = await recalled(stage, evidence)
    return result


async def _serving(stage: Theatre, scenes: Scenes) -> float:
    """The monotonic instant at which something said after the return is answered."""
    place = stage.stage.compounds[0]
    who = place.captain
    before = len(await scenes.board.look(who))
    await stage.people.say(who, who, text="/help")
    while len(await scenes.board.look(who)) < before + 2:  # noqa: ASYNC110  the answer comes over HTTP
        await asyncio.sleep(LOOK)
    return time.monotonic()
