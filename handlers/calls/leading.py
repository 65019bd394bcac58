"""The keys of whoever leads a call: send it, change it, call it off, tick who came."""

from collections.abc import Callable, Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.calls import changes, drafts, roll, screens
from domain.kernel.people import Actor
from handlers.calls.marks import marked
from handlers.filters import Pressed
from handlers.ports import Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton

CHAT, PERSON = "g", "t"
"""Letters before a chat and before a person in a button's choice."""

STEPS: Mapping[str, tuple[Callable[..., Any], tuple[str, ...], str]] = {
    "show": (screens.show, (), "toast-sent"),
    "see": (screens.show, (), "toast-sent"),
    "when": (changes.ask, (changes.WHEN_WANTED,), "toast-call-write"),
    "places": (changes.ask, (changes.PLACES_WANTED,), "toast-call-write"),
    "off": (changes.ask_cancel, (), "toast-call-sure"),
    "off-yes": (changes.cancel, (), "toast-call-off"),
    "keep": (changes.keep, (), "toast-call-kept"),
    "drop": (drafts.drop, (), "toast-call-dropped"),
    "all": (roll.tick_all, (), "toast-noted"),
    "done": (roll.finish, (), "toast-call-thanked"),
}
"""A button's choice: the service, what else it is given, and the toast."""


def register(made: Router) -> None:
    """Take the leader's taps."""
    made.callback_query.register(lead, Pressed(Tap.CALL))


async def lead(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """One step of whoever leads the call; a list's row opens the call for anybody."""
    if (chat := marked(CHAT, press.extra)) is not None:
        await unit.transact(drafts.publish, actor, press.subject, -chat)
        toast("toast-call-sent")
    elif (person := marked(PERSON, press.extra)) is not None:
        await unit.transact(roll.tick, actor, press.subject, person)
        toast("toast-noted")
    elif (step := STEPS.get(press.extra or "show")) is not None:
        service, more, said = step
        await unit.transact(service, actor, press.subject, *more)
        toast(said)
    else:
        raise StaleButton
