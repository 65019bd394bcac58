"""Households by button: one tap, one step, one toast."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.flows import erasing
from domain.kernel.people import Actor
from domain.places import homes, leaving, me
from domain.places.households import Kind
from handlers.filters import Pressed
from handlers.ports import Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton

STEPS: Mapping[str, tuple[Callable[..., Any], str]] = {
    "as-owner": (partial(homes.choose, kind=Kind.OWNER), "toast-home-asked"),
    "as-tenant": (partial(homes.choose, kind=Kind.TENANT), "toast-home-asked"),
    "as-family": (partial(homes.choose, kind=Kind.FAMILY), "toast-home-asked"),
    "yes": (partial(homes.vouch, known=True), "toast-home-vouched"),
    "no": (partial(homes.vouch, known=False), "toast-home-unknown"),
    "wrong": (homes.object_to, "toast-home-wrong"),
    "leave": (leaving.leave, "toast-home-left"),
    "undo": (leaving.undo, "toast-home-back"),
    "still": (leaving.still, "toast-home-still"),
    "there": (leaving.still_seen, "toast-home-still"),
    "gone": (leaving.seen_leaving, "toast-home-gone"),
    "be-owner": (partial(me.become, kind=Kind.OWNER), "toast-home-kind"),
    "be-tenant": (partial(me.become, kind=Kind.TENANT), "toast-home-kind"),
    "be-family": (partial(me.become, kind=Kind.FAMILY), "toast-home-kind"),
}
"""What a button does with its residency, and what is said of it."""

SCREENS: Mapping[str, tuple[Callable[..., Any], str]] = {
    "me": (me.show, "toast-sent"),
    "erase": (me.ask_erase, "toast-sent"),
    "erase-yes": (erasing.erase, "toast-me-erased"),
}
"""What a button does about the presser."""


def register(made: Router) -> None:
    """Take what is pressed."""
    made.callback_query.register(step, Pressed(Tap.HOME))


async def step(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """One step on one residency, or a screen about oneself."""
    wanted = press.extra or ""
    if wanted in SCREENS:
        service, done = SCREENS[wanted]
        await unit.transact(service, actor)
    elif wanted in STEPS:
        service, done = STEPS[wanted]
        await unit.transact(service, actor, press.subject)
    else:
        raise StaleButton
    toast(done)
