"""Words that wait for a tap: file them, join them to a case, or leave it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases import held
from domain.cases.table import OPEN, State
from domain.kernel.people import Actor
from handlers.cases.lines import subject_line
from handlers.cases.lists import numbers_with
from handlers.cases.proposing import named, proposed
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Shown, Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.showing import Showing, lines, rows

FILE, LEAVE = "file", "no"
"""What a button carries; any other extra is the id of a case to join."""


def register(made: Router) -> None:
    """Take what is passed on and pressed."""
    made.message.register(passed_on, Meant(Intent.PASSED_ON))
    made.callback_query.register(decide, Pressed(Tap.HELD))


async def passed_on(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Is it to be filed?"""
    draft = said.draft()
    draft = replace(draft, proposal=proposed(draft.text), where=named(draft.text))
    await unit.transact(held.pass_on, actor, draft)


async def decide(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """One tap."""
    extra = press.extra or ""
    if extra == LEAVE:
        await unit.transact(held.let_go, actor, press.subject)
        toast("toast-cancelled")
    elif extra == FILE:
        case = await unit.transact(held.file, actor, press.subject)
        toast("toast-held", number=case.number)
    elif extra.isalnum():
        case = await unit.transact(held.join, actor, press.subject, int(extra, 36))
        toast("toast-held", number=case.number)
    else:
        raise StaleButton


def asked(showing: Showing) -> Shown:
    """A neighbour's words."""
    held_id = int(showing.wanted.params["held"])
    file = showing.button("button-held-file", Tap.HELD, held_id, FILE)
    leave = showing.button("button-held-leave", Tap.HELD, held_id, LEAVE)
    return Shown(showing.say("case-passed-on"), ((file, leave),))


def which(showing: Showing) -> Shown | None:
    """The writer's open cases, a button each, and one for a new one."""
    held_id = int(showing.wanted.params["held"])
    own = showing.reader.cases_of(showing.wanted.params["person"], held.MOST * 2)
    sheets = [one for one in own if one.state in OPEN or one.state is State.FINISHED][: held.MOST]
    listed = (lines(showing.say("case-which-line", number=one.number), subject_line(one)) for one in sheets)
    new = showing.button("button-held-new", Tap.HELD, held_id, FILE)
    buttons = numbers_with(showing, sheets, Tap.HELD, held_id)
    return Shown(lines(showing.say("case-which"), *listed), rows(*buttons, (new,)))


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"case-passed-on": asked, "case-which": which}
