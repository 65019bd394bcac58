"""Setting up by button: each button is one service with what it acts on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.flows import dismissing
from domain.kernel.people import Actor, Role
from domain.places import governing, groups, importing, leads, setup, staff, trial
from domain.places.bodies import Model
from domain.places.steps import RESIDENTS, WORKERS, Step
from handlers.filters import Pressed
from handlers.ports import Ranks, Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.setup import wording
from handlers.setup.leads import charged

SENT = "toast-sent"
ADDED = "toast-setup-rooms"
GROWING = "toast-setup-growing"


@dataclass(frozen=True, slots=True)
class Deed:
    """What a press asks for: a service and its arguments behind the actor, and what the toast says of it."""

    service: Callable[..., Any]
    args: tuple[Any, ...]
    toast: str = SENT


def register(made: Router) -> None:
    """Take what is pressed."""
    made.callback_query.register(press_setup, Pressed(Tap.SETUP))


async def press_setup(
    query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast, locale: str, ranks: Ranks
) -> None:
    """Do what the button says."""
    deed = deed_of(press, locale)
    if press.extra == "found" and query.message is not None:
        admin = await ranks.administers(actor.chat_id, actor.user_id)
        deed = begin(admin, query.message.chat.title, locale)
    if deed is None:
        raise StaleButton
    done = await unit.transact(deed.service, actor, *deed.args)
    if deed.toast != ADDED:
        toast(deed.toast)
    elif done is None:
        toast(GROWING)
    else:
        toast(ADDED, count=done)


def begin(admin: bool, title: str | None, locale: str) -> Deed:
    """Setting up in a group of that title."""
    name = wording.proposed(title or "") or wording.body_names(locale)[wording.UNNAMED]
    return Deed(groups.begin, (admin, name, _interim(locale)))


def deed_of(press: Press, locale: str) -> Deed | None:
    """What a press asks for; None where this program knows no such button."""
    about, what = press.subject, press.extra or ""
    plain = PLAIN.get(what)
    if plain is not None:
        return Deed(plain.service, (about, *plain.args), plain.toast)
    head, _, rest = what.partition("-")
    choice = CHOICES.get(head)
    try:
        return choice(about, rest, locale) if choice is not None else None
    except (ValueError, IndexError):
        return None


PLAIN = {
    "sum": Deed(setup.show, ()),
    "resume": Deed(setup.resume, ()),
    "grow": Deed(setup.build, (), ADDED),
    "models": Deed(governing.models, ()),
    "worker": Deed(staff.invite_everywhere, ()),
    "captain": Deed(staff.ask_building, ()),
    "cap": Deed(staff.invite, (Role.CAPTAIN,)),
    "people": Deed(staff.people, ()),
    "out": Deed(dismissing.dismiss, ()),
    "leads": Deed(leads.show, ()),
    "take": Deed(importing.take, (), ADDED),
    "drop": Deed(importing.drop, (), "toast-cancelled"),
    "res": Deed(groups.bind, (RESIDENTS,)),
    "work": Deed(groups.bind, (WORKERS,)),
    "place": Deed(groups.await_words, ("place",)),
    "club": Deed(groups.await_words, ("club",)),
}
"""Buttons that say all by themselves."""


def _model(compound: int, rest: str, locale: str) -> Deed:
    return Deed(governing.choose, (compound, Model(rest), wording.body_names(locale)))


def _interim(locale: str) -> str:
    return wording.body_names(locale)[wording.UNNAMED]


CHOICES: dict[str, Callable[[int, str, str], Deed]] = {
    "go": lambda compound, rest, _: Deed(setup.go, (compound, Step(rest))),
    "ok": lambda compound, rest, _: Deed(setup.skip, (compound, Step(rest))),
    "w": lambda compound, rest, _: Deed(setup.call_levels, (compound, wording.presets()[int(rest)])),
    "m": _model,
    "b": lambda offer, rest, _: Deed(groups.choose, (offer, int(rest, 36))),
    "new": lambda offer, _, locale: Deed(groups.bind_new, (offer, _interim(locale))),
    "lead": lambda compound, rest, _: Deed(leads.choose, (compound, *charged(rest))),
    "led": lambda grant, rest, _: Deed(leads.name, (grant, *charged(rest))),
    "unled": lambda compound, rest, _: Deed(leads.nobody, (compound, *charged(rest))),
    "try": lambda chat, *_: Deed(trial.begin, (-chat,)),
    "move": lambda chat, *_: Deed(groups.move, (-chat,)),
}
"""Buttons whose choice stands behind a hyphen, or whose subject is read otherwise."""
