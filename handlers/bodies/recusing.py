"""回避 in talk: is it about him? Asked of whoever reported, in private; what was chosen, said back."""

from collections.abc import Callable, Mapping

from aiogram.types import CallbackQuery, Message

from domain.cases import recusal
from domain.cases.service import ById
from domain.kernel.people import Actor
from handlers.bodies.buttons import NO, SELF, WHOM, YES, choice_of, with_id
from handlers.cases.lines import LOOK
from handlers.cases.which import which
from handlers.ports import Button, Shown, Toast, Unit
from handlers.presses import Press, Tap, base36
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.showing import Showing

MOST = 10
"""Workers that get a button of their own."""


async def say(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """In words."""
    await unit.transact(recusal.say, actor, which(said))


async def tap(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """By button."""
    if press.extra == WHOM:
        await unit.transact(recusal.say, actor, ById(press.subject))
        toast("toast-sent")
    elif press.extra == SELF:
        case = await unit.transact(recusal.step_back, actor, press.subject)
        toast("toast-recused", number=case.number)
    elif (chosen := choice_of(press.extra, YES, NO)) is not None:
        choice, person_id = chosen
        service = recusal.affirm if choice == YES else recusal.deny
        case = await unit.transact(service, actor, press.subject, person_id)
        toast("toast-about", number=case.number, kept=int(choice == YES))
    else:
        raise StaleButton


def about_worker(showing: Showing) -> Shown | None:
    """Is it about them?"""
    if _gone(showing):
        return None
    about, given = showing.wanted.about or 0, int(showing.wanted.params["person"])
    asked = showing.say("case-about-worker", number=showing.given("number"), who=showing.given("who"))
    answers = (
        showing.button("button-about-yes", Tap.RECUSE, about, with_id(YES, given)),
        showing.button("button-about-no", Tap.RECUSE, about, with_id(NO, given)),
    )
    return Shown(asked, (answers,))


def about_whom(showing: Showing) -> Shown | None:
    """Which of the workers?"""
    about = showing.wanted.about or 0
    sheet = showing.reader.case_sheet(about)
    if sheet is None:
        return None
    number = showing.given("number")
    found = showing.reader.colleagues(about, sheet.reporter_id)
    if not found:
        return Shown(showing.say("case-about-noone", number=number))
    buttons = [
        (Button(showing.name(name).text, data=Press(Tap.RECUSE, about, YES + base36(person_id)).pack()),)
        for person_id, name in found[:MOST]
    ]
    return Shown(showing.say("case-about-whom", number=number), tuple(buttons))


def kept(showing: Showing) -> Shown | None:
    """What was chosen."""
    if _gone(showing):
        return None
    about = showing.wanted.about or 0
    return Shown(showing.say(showing.wanted.key, number=showing.given("number")), (showing.row(LOOK, about),))


def noted(showing: Showing) -> Shown:
    """To whoever keeps out of it: no way back to the case."""
    return Shown(showing.say("recused-noted", number=showing.given("number")))


def _gone(showing: Showing) -> bool:
    return showing.reader.case_sheet(showing.wanted.about or 0) is None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "case-about-worker": about_worker,
    "case-about-whom": about_whom,
    "case-about-kept": kept,
    "case-about-nobody": kept,
    "recused-noted": noted,
}
