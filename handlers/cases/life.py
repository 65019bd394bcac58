"""The second half of a case, by word and by button: judged, put off, declined, shared by households."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.cases import backing, declining, deferring, menus, service, talk, verdicts
from domain.cases.reasons import Reason
from domain.cases.rules import Draft, Quality, Rating
from domain.cases.service import ById, Which
from domain.cases.table import Action
from domain.kernel.people import Actor
from handlers.cases.choices import MINE_TOO, NOT_SOLVED, OWN
from handlers.commands import Verb
from handlers.filters import Pressed
from handlers.ports import Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.sizes import calm
from handlers.times import HOME
from knowledge.moments import find

GOOD, BROKEN, NEVER = "ok", "again", "never"
"""Answers to "is it still all right?"."""

SAID = {
    Verb.DEFER: "defer",
    Verb.DECLINE: "decline",
    Verb.GOOD: Rating.GOOD,
    Verb.FAIR: Rating.FAIR,
    Verb.POOR: Rating.POOR,
    Verb.BACK: "back",
    Verb.QUALITY: "quality",
}
"""Verbs that this half takes, and what each stands for."""


def register(made: Router) -> None:
    """Take what is pressed in this half."""
    made.callback_query.register(more, Pressed(Tap.MORE))
    made.callback_query.register(decline, Pressed(Tap.DECLINE))
    made.callback_query.register(rate, Pressed(Tap.RATE))
    made.callback_query.register(still, Pressed(Tap.STILL))
    made.callback_query.register(back, Pressed(Tap.BACK))
    made.callback_query.register(quality, Pressed(Tap.QUALITY))


async def said(said: Said, which: Which, unit: Unit, actor: Actor) -> None:
    """A step of this half in words."""
    verb = said.spoken.verb
    assert verb is not None  # one of SAID
    if verb is Verb.DEFER:
        if said.spoken.words.strip():
            await defer(said.remark(), which, unit, actor, words=said.spoken.words)
        else:
            await unit.transact(talk.ask, actor, which, Action.DEFER)
    elif verb is Verb.DECLINE:
        await unit.transact(declining.ask, actor, which)
    elif verb is Verb.BACK:
        await unit.transact(talk.noted, actor, "back", backing.back_said, which)
    elif verb is Verb.QUALITY:
        await unit.transact(verdicts.ask_quality, actor, which)
    else:
        await unit.transact(talk.noted, actor, "rate", verdicts.rate, which, SAID[verb])


async def defer(draft: Draft, which: Which, unit: Unit, actor: Actor, *, words: str | None = None) -> None:
    """Put it off to the day that the words name."""
    if draft.media:
        raise talk.WordsOnly
    text = draft.text if words is None else words
    until = _named(text, draft.said_at)
    await unit.transact(talk.noted, actor, "defer", deferring.defer, which, until, text)


async def more(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """What else can be done with it."""
    await unit.transact(menus.own if press.extra == OWN else menus.more, actor, press.subject)
    toast("toast-sent")


async def decline(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Ask for the reason, or propose with it."""
    which = ById(press.subject)
    if press.extra is None:
        case = await unit.transact(declining.ask, actor, which)
        toast("toast-why", number=case.number)
        return
    case = await unit.transact(declining.decline, actor, which, _code(Reason, press))
    toast("toast-declining", number=case.number)


async def rate(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """How somebody liked it."""
    case = await unit.transact(verdicts.rate, actor, ById(press.subject), _code(Rating, press))
    toast("toast-rated", number=case.number)


async def still(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Whether it has held."""
    if press.extra == BROKEN:
        case = await unit.transact(service.act, actor, ById(press.subject), Action.REOPEN)
        toast("toast-reopened", number=case.number, due=case.due_at)
    elif press.extra == NEVER:
        await unit.transact(verdicts.leave_alone, actor)
        toast("toast-still-never")
    elif press.extra == GOOD:
        await unit.transact(verdicts.held, actor, press.subject)
        toast("toast-still")
    else:
        raise StaleButton


async def back(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """ "Mine too", or "not solved at my place"."""
    if press.extra == MINE_TOO:
        case = await unit.transact(backing.back, actor, press.subject)
        toast("toast-backed", number=case.number)
    elif press.extra == NOT_SOLVED:
        case, missing = await unit.transact(backing.not_solved, actor, press.subject)
        toast("toast-unsolved", number=case.number, missing=missing)
    else:
        raise StaleButton


async def quality(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """A lead's mark."""
    case = await unit.transact(verdicts.judge, actor, press.subject, _code(Quality, press))
    toast("toast-quality", number=case.number)


def _named(text: str, said_at: datetime) -> datetime | None:
    """The first moment in the words, local."""
    local = said_at.astimezone(ZoneInfo(HOME)).replace(tzinfo=None)
    return next((moment.start for moment in find(" ".join(calm(text).split()), local)), None)


def _code(kind: Any, press: Press) -> Any:
    """What the button chose, one of the codes of its kind; raises StaleButton."""
    if press.extra not in set(kind):
        raise StaleButton
    return kind(press.extra)
