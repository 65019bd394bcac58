"""Where a case is, put right by a worker: a building by button, anything else in words."""

from collections.abc import Callable, Mapping

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases import locating
from domain.cases.service import ById
from domain.kernel.people import Actor
from handlers.cases.lines import LOOK, where_line
from handlers.cases.proposing import named
from handlers.cases.which import which as which_of
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Shown, Toast, Unit
from handlers.presses import Press, Tap, base36
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.showing import Showing, rows

MOST = 30
"""Buildings to choose from; whoever has more says the name."""

ROW = 3
"""Buttons beside each other."""


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(said_so, Meant(Intent.PLACE))
    made.callback_query.register(press_it, Pressed(Tap.WHERE))


async def said_so(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """It is there; or where?"""
    words = said.spoken.words.strip()
    if words:
        await unit.transact(locating.name, actor, which_of(said), named(words))
    else:
        await unit.transact(locating.ask, actor, which_of(said))


async def press_it(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Ask, or put it there."""
    if not press.extra:
        await unit.transact(locating.ask, actor, ById(press.subject))
        toast("toast-sent")
        return
    if not press.extra.isalnum():
        raise StaleButton
    case = await unit.transact(locating.move, actor, press.subject, int(press.extra, 36))
    toast("toast-moved", number=case.number)


def which(showing: Showing) -> Shown | None:
    """A button for each building, and the whole compound."""
    case_id, compound = showing.wanted.about or 0, int(showing.wanted.params["compound"])
    if showing.reader.case_sheet(case_id) is None:
        return None
    found = showing.reader.buildings_of(compound, MOST)
    buttons = [
        showing.button("button-place", Tap.WHERE, case_id, base36(place_id), name=showing.name(name))
        for place_id, name in found
    ]
    buttons.append(showing.button("button-place-all", Tap.WHERE, case_id, base36(compound)))
    text = showing.say("case-where", number=showing.given("number"))
    return Shown(text, tuple(tuple(buttons[at : at + ROW]) for at in range(0, len(buttons), ROW)))


def moved(showing: Showing) -> Shown | None:
    """It is there now."""
    sheet = showing.reader.case_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    text = showing.say("case-placed", number=sheet.number, where=where_line(showing, sheet))
    return Shown(text, rows(showing.row(LOOK, sheet.id)))


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"case-where": which, "case-placed": moved}
