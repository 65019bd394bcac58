"""Leave in talk: "I am away from tomorrow to Friday", "I am back"."""

from collections.abc import Callable, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from aiogram.types import Message

from domain.cases import absences
from domain.kernel.people import Actor
from handlers.bodies.sentence import returns
from handlers.ports import Shown, Unit
from handlers.said import Said
from handlers.showing import Showing
from handlers.times import HOME
from knowledge.leaves import leave


async def say(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Begin or end it."""
    if returns(said.spoken.words):
        await unit.transact(absences.back, actor)
        return
    today = said.said_at.astimezone(ZoneInfo(HOME)).date()
    found = leave(said.spoken.words, today)
    first, last = found if found is not None else (None, None)
    await unit.transact(absences.leave, actor, first, last)


def noted(showing: Showing) -> Shown:
    """From when to when, and how many cases others were asked about."""
    given = showing.wanted.params
    days = (date.fromisoformat(str(given[name])) for name in ("first", "last"))
    first, last = (showing.plain("leave-day", month=day.month, day=day.day) for day in days)
    one = int(given["first"] == given["last"])
    return Shown(showing.say("leave-noted", first=first, last=last, one=one, asked=showing.given("asked")))


def over(showing: Showing) -> Shown:
    """Back again."""
    return Shown(showing.say("leave-over", ended=showing.given("ended")))


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"leave-noted": noted, "leave-over": over}
