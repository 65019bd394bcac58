"""CPU of routing one parsed update through the whole tree, against aiogram's bare dispatcher.

Filters, middlewares and arguments are counted; the decision is not: the unit of work decides nothing.
"""

import asyncio
import itertools
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import TelegramObject, Update

from benchmarks.figures import ROUNDS, Report, ratios
from benchmarks.letters import KINDS, PERSON, Json
from bot.app import build_dispatcher
from bot.toast import NoToast
from domain.calls.rules import Seat
from domain.guide.rules import Found, Outcome
from domain.kernel.errors import DomainError
from domain.kernel.people import Actor
from domain.polls.voting import Done

LEAST = 2000
"""Updates in a round, at the least."""

SLICE = 200
"""Updates of a kind in a row, each with a number of its own: the sides take turns so often that a machine
that slows down slows all, and none finds an update in aiogram's cache of 128 event types, as in life.
"""

SECONDS = 0.5
"""CPU seconds in a round, all sides together, at the least."""

TIMES, CEILING = 4, 500
"""Targets: times the bare dispatcher, and microseconds."""

MIX = "all kinds in turn"
NUMBERS = itertools.count(55_001)
OURS, BARE, DEFAULT = "whole tree", "bare aiogram", "bare aiogram with FSM"


VOTED = {"done": Done.AGAIN, "mine": (), "poll": SimpleNamespace(options=(), closes_at=None)}


class Idle:
    """A unit that decides nothing, and answers with what every handler finds enough in."""

    outcome = SimpleNamespace(number=18, due_at=None, seat=Seat.WAITING, ahead=0, **VOTED)
    asked = 0

    async def transact(self, service: Callable[..., Any], *args: object, **kwargs: object) -> Any:
        """Nothing."""
        self.asked += 1
        return self.outcome

    async def refuse(self, error: DomainError) -> None:
        """Nothing."""
        self.asked += 1


class NoLibrary:
    """A library that finds nothing: searching belongs to the decision."""

    async def find(self, words: str, actor: Actor) -> Found:
        """Nothing."""
        return Found(Outcome.NOTHING, ())


async def nothing(event: TelegramObject) -> None:
    """The empty handler."""


def bare(*, disable_fsm: bool) -> Dispatcher:
    """aiogram with one handler for messages and one for presses, and no filter at all."""
    dispatcher = Dispatcher(disable_fsm=disable_fsm)
    dispatcher.message.register(nothing)
    dispatcher.callback_query.register(nothing)
    return dispatcher


def names() -> dict[str, Any]:
    """What a lane gives a handler by name."""
    actor = Actor(int(str(PERSON["id"])), "resident", "zh-CN", chat_id=int(str(PERSON["id"])))
    given = {"actor": actor, "dialogue": None, "toast": NoToast(), "locale": "zh-CN"}
    return {**given, "unit": Idle(), "library": NoLibrary()}


def parsed(bot: Bot, raw: Json) -> list[Update]:
    """A slice of updates that differ in their numbers alone."""
    numbered = ({**raw, "update_id": next(NUMBERS)} for _ in range(SLICE))
    return [Update.model_validate(one, context={"bot": bot}) for one in numbered]


class Side:
    """One dispatcher; `spent` is the CPU of what went through it in this round."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, given: dict[str, Any]) -> None:
        self._bot, self._dispatcher, self._given = bot, dispatcher, given
        self.spent = 0.0

    async def slice(self, updates: Sequence[Update]) -> None:
        """All of these once."""
        before = time.process_time()
        for update in updates:
            with suppress(DomainError):  # a refusal is routed too: the lane catches it just so
                await self._dispatcher.feed_update(self._bot, update, **self._given)
        self.spent += time.process_time() - before


async def reach(bot: Bot, dispatcher: Dispatcher, update: Update) -> None:
    """Make sure that the whole tree has a handler for it, or nothing would be measured."""
    given = names()
    try:
        await dispatcher.feed_update(bot, update, **given)
    except DomainError:
        return
    assert given["unit"].asked == 1, update


async def one_round(sides: dict[str, Side], updates: Sequence[Update]) -> dict[str, float]:
    """CPU microseconds per update of each side, which take turns slice by slice."""
    done = 0
    for side in sides.values():
        side.spent = 0.0
    while done < LEAST or sum(side.spent for side in sides.values()) < SECONDS:
        for side in sides.values():
            await side.slice(updates)
        done += len(updates)
    return {name: side.spent / done * 1e6 for name, side in sides.items()}


async def measure(report: Report, sides: dict[str, Side], name: str, updates: Sequence[Update]) -> None:
    """One kind, or the mix, on every side; the first round warms up."""
    rounds = [await one_round(sides, updates) for _ in range(ROUNDS + 1)][1:]
    found = {side: [one[side] for one in rounds] for side in sides}
    for side, spent in found.items():
        report.add(f"{name}: {side}", "us CPU", spent)
    report.at_most(f"{name}: to bare", ratios(found, OURS, BARE), TIMES)
    report.add(f"{name}: to bare with FSM", "ratio", ratios(found, OURS, DEFAULT))
    if name == MIX:
        report.at_most(f"{name}: share of {CEILING} us", [one / CEILING for one in found[OURS]], 1)


async def main() -> None:
    """Every kind, then all in turn."""
    report, bot = Report("routing: CPU per parsed update", seed=0), Bot("42:SANDBOX")
    tree = build_dispatcher()
    sides = {
        OURS: Side(bot, tree, names()),
        BARE: Side(bot, bare(disable_fsm=True), {}),
        DEFAULT: Side(bot, bare(disable_fsm=False), {}),
    }
    updates = {kind: parsed(bot, raw) for kind, raw in KINDS.items()}
    for alike in updates.values():
        await reach(bot, tree, alike[0])
    for kind, alike in updates.items():
        await measure(report, sides, kind, alike)
    await measure(report, sides, MIX, [one for alike in zip(*updates.values(), strict=True) for one in alike])
    report.show()


if __name__ == "__main__":
    asyncio.run(main())
