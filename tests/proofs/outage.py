"""The proof of a day's outage: what fell due meanwhile comes as one digest per person, nothing twice."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from tests.proofs.databases import fresh
from tests.proofs.findings import Verdict
from tests.proofs.judging import judge, keep
from tests.proofs.kills import REST, opening
from tests.proofs.life import Life
from tests.proofs.scenes import Scenes
from tests.proofs.theatre import recalled, theatre
from tests.proofs.troupe import Troupe, troupe

DAY = timedelta(hours=24)
BEFORE, AFTER = 6.0, 4.0
"""Seconds of life before and after the outage."""


@dataclass(slots=True)
class Slept:
    """What an outage came to."""

    missed: int = 0
    digests: int = 0
    told: int = 0
    rest: dict[str, int] = field(default_factory=dict)
    died_alone: list[int] = field(default_factory=list)
    recalled: list[str] = field(default_factory=list)
    verdict: Verdict = field(default_factory=Verdict)


def outage(kind: str, folder: Path, *, seed: int, server: str | None = None) -> Slept:
    """A worker that is away for a day while people write and reminders fall due."""
    with fresh(kind, folder, server) as url, troupe(url, folder, seed) as actors:
        return asyncio.run(_outage(url, actors))


async def _outage(url: str, actors: Troupe) -> Slept:
    result = Slept()
    async with theatre(url, actors) as stage:
        scenes = Scenes(stage.people, stage.stage, stage.clock, actors.seed)
        await opening(stage, scenes)
        async with Life(scenes, 4, 0.3):
            await asyncio.sleep(BEFORE)
        result.rest.update(await stage.rest(REST))
        await stage.nursery.stop()
        begin = stage.clock.now()
        stage.clock.advance(DAY - timedelta(hours=1))
        for place in stage.stage.compounds:
            await scenes.report(place)
            await scenes.report_in_group(place)
        stage.clock.advance(timedelta(hours=1))
        end = stage.clock.now()
        stage.nursery.go()
        async with Life(scenes, 4, 0.3):
            await asyncio.sleep(AFTER)
        result.rest.update(await stage.rest(REST))
        await stage.nursery.stop()
        evidence = await stage.evidence(scenes.history.ops)
        evidence.outages = ((begin, end),)
        keep(evidence, actors.folder)
        result.verdict = judge(evidence)
        result.recalled = await recalled(stage, evidence)
        late = [
            row for row in evidence.rows("outbox") if row["key"] == "duties-late" and row["parent_id"] is None
        ]
        result.digests, result.told = len(late), len({row["destination"] for row in late})
        result.missed = sum(r["state"] == "done" and begin < r["at"] < end for r in evidence.rows("due"))
        result.died_alone = [death.by for death in stage.nursery.deaths if death.by != -9]
    return result
