"""The proofs by name, each on one database: what it plays, and what of it counts as broken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.proofs.barriers import barriers
from tests.proofs.cluster import cluster
from tests.proofs.databases import POSTGRES
from tests.proofs.deadline import deadline
from tests.proofs.killed import Killed
from tests.proofs.kills import MANY, kills
from tests.proofs.outage import outage
from tests.proofs.races import race
from tests.proofs.report import Result
from tests.proofs.restarts import restarts

SOON = 5.0
"""Seconds after which a killed program or a returned database must serve again: presses live 150 seconds."""

FULL_KILLS, SMOKE_KILLS = 220, 5
FULL_ROUNDS, SMOKE_ROUNDS = 60, 5
CRASHES = 6
DEADLINES, VOTERS = 10, 1000
"""Polls and the votes of each: ten thousand. Source: issue 3, What must be shown."""

NAMED = 25
"""Points that are named in the table where nobody died at them."""


@dataclass(frozen=True, slots=True)
class Options:
    """How much to play."""

    smoke: bool
    kills: int | None
    seed: int


def faults(database: str, folder: Path, options: Options) -> Result:
    """kill -9 at every crash point and at random, with everything that can go wrong on the platform."""
    count = options.kills or (SMOKE_KILLS if options.smoke else FULL_KILLS)
    killed = kills(database, folder, count=count, seed=options.seed)
    result = Result("faults", database, _told(killed), recalled=killed.recalled)
    result.take(killed.verdict)
    result.broken += _ends(killed.died_alone, killed.rest)
    if killed.kills < count:
        result.broken.append(f"{killed.kills} kills instead of {count}")
    result.broken += [f"serving again only after {s:.1f} s" for s in killed.restart if s > SOON]
    return result


def _told(killed: Killed) -> dict[str, object]:
    named = {name: count for name, count in killed.figures.items() if count}
    missed = {"not reached": " / ".join(killed.not_reached[:NAMED]) or "none"}
    return {
        "kills": killed.kills,
        "crash points": len(killed.points),
        "killed at": len(set(killed.hit) & set(killed.points)),
        "clock jumps": killed.jumps,
        "restart max s": max(killed.restart, default=0.0),
        "restart median s": sorted(killed.restart)[len(killed.restart) // 2] if killed.restart else 0.0,
        "ways of the probe": len(killed.ways),
        "seconds": killed.phases,
        **(missed if killed.kills >= MANY else {}),
        **dict(sorted(named.items())),
    }


def outages(database: str, folder: Path, options: Options) -> Result | None:
    """A day without the program."""
    if options.smoke:
        return None
    slept = outage(database, folder, seed=options.seed)
    figures = {"missed": slept.missed, "digests": slept.digests, "people told": slept.told}
    result = Result("outage", database, figures, recalled=slept.recalled)
    result.take(slept.verdict)
    result.broken += _ends(slept.died_alone, slept.rest)
    if not slept.missed or not slept.digests:
        result.broken.append("nothing fell due during the outage: the proof shows nothing")
    return result


def database_restarts(database: str, folder: Path, options: Options) -> Result | None:
    """A database that crashes under load; needs PostgreSQL's own programs."""
    if options.smoke or database != POSTGRES:
        return None
    with cluster() as server:
        if server is None:
            return None
        came = restarts(server, folder, count=CRASHES, seed=options.seed)
    figures = {"crashes": came.crashes, "serving again max s": max(came.serving, default=0.0)}
    result = Result("restarts", database, figures, recalled=came.recalled)
    result.take(came.verdict)
    result.broken += _ends(came.died_alone, came.rest)
    result.broken += [f"serving again only after {s:.1f} s" for s in came.serving if s > SOON]
    return result


def races(database: str, folder: Path, options: Options) -> Result:
    """A barrier of fifty for the last place."""
    raced = race(database, folder, rounds=SMOKE_ROUNDS if options.smoke else FULL_ROUNDS)
    figures = {"rounds": raced.rounds, "taps": raced.taps, "over": raced.over, "errors": raced.errors}
    result = Result("races", database, figures)
    result.promises = {"places": raced.over, "answers": raced.errors, "waiting lists": raced.wrong_list}
    result.broken = [f"{count} wrong {what}" for what, count in result.promises.items() if count]
    return result


def votes_and_codes(database: str, folder: Path, options: Options) -> Result:
    """Barriers for the last place of an option, on one household's vote, behind one code."""
    raced = barriers(database, folder, rounds=SMOKE_ROUNDS if options.smoke else FULL_ROUNDS)
    figures = {"rounds of each": raced.rounds, "taps": raced.taps, "errors": raced.errors.total()}
    result = Result("barriers", database, figures)
    result.promises = {**raced.wrong, "answers": raced.errors.total()}
    result.broken = [f"{count} wrong {what}" for what, count in result.promises.items() if count]
    result.broken += [f"{count} times {what}" for what, count in raced.errors.items()]
    return result


def deadlines(database: str, folder: Path, options: Options) -> Result:
    """Votes raced against the hour at which their poll closes."""
    rounds, people = (1, 200) if options.smoke else (DEADLINES, VOTERS)
    raced = deadline(database, folder, rounds=rounds, people=people)
    figures = {"polls": raced.rounds, "votes": raced.votes, **dict(sorted(raced.outcomes.items()))}
    result = Result("deadline", database, figures)
    result.promises = {what: raced.wrong[what] for what in sorted(raced.wrong)}
    result.broken = [f"{number} {what}" for what, number in result.promises.items() if number]
    both = {"accepted before", "PollClosed after"} - raced.outcomes.keys()
    result.broken += [f"nobody was {what}: the proof shows nothing" for what in sorted(both)]
    return result


def _ends(died_alone: list[int], rest: dict[str, int]) -> list[str]:
    alone = [f"a worker died by itself with {code}" for code in died_alone]
    return alone + ([f"not at rest: {rest}"] if rest else [])


PROOFS: Mapping[str, Callable[[str, Path, Options], Result | None]] = {
    "races": races,
    "barriers": votes_and_codes,
    "deadline": deadlines,
    "faults": faults,
    "outage": outages,
    "restarts": database_restarts,
}
"""By the name that --only takes."""
