"""Cases by button: one tap, one step, one toast."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases import following, screens, service, talk
from domain.cases.rules import Draft
from domain.cases.service import ById
from domain.cases.table import Action
from domain.kernel.people import Actor
from handlers.cases.prompts import AS_IT_IS
from handlers.cases.proposing import proposed
from handlers.filters import Pressed
from handlers.ports import Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import WordsGone
from handlers.sizes import clean

DONE = {
    Tap.TAKE: "toast-taken",
    Tap.CONFIRM: "toast-confirmed",
    Tap.PARTLY: "toast-confirmed",
    Tap.WAKE: "toast-resumed",
    Tap.AGREE: "toast-agreed",
    Tap.OBJECT: "toast-objected",
    Tap.REOPEN: "toast-reopened",
    Tap.WITHDRAW: "toast-withdrawn",
}
"""Steps without words, and what is said of each."""

ASKS = {
    Tap.REPLY: Action.REPLY,
    Tap.FINISH: Action.FINISH,
    Tap.ADD: Action.ADD,
    Tap.INQUIRE: Action.ASK,
    Tap.DEFER: Action.DEFER,
}
"""Steps whose words come next."""


def register(made: Router) -> None:
    """Take what is pressed on cases."""
    made.callback_query.register(step, Pressed(*DONE))
    made.callback_query.register(ask, Pressed(*ASKS))
    made.callback_query.register(look, Pressed(Tap.LOOK))
    made.callback_query.register(words, Pressed(Tap.WORDS))
    made.callback_query.register(media, Pressed(Tap.MEDIA))
    made.callback_query.register(report, Pressed(Tap.REPORT))


async def step(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Take a step that needs no words."""
    moved = await unit.transact(service.act, actor, ById(press.subject), Action(press.verb.value))
    toast(DONE[press.verb], number=moved.number, due=moved.due_at)


async def ask(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Begin a step that needs words."""
    case = await unit.transact(talk.ask, actor, ById(press.subject), ASKS[press.verb])
    toast("toast-write", number=case.number)


async def look(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Show where the case stands."""
    await unit.transact(screens.show_case, actor, ById(press.subject))
    toast("toast-sent")


async def words(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Show all of its words, a page at a time."""
    page = int(press.extra) if press.extra is not None and press.extra.isdecimal() else 0
    await unit.transact(screens.show_words, actor, ById(press.subject), page)
    toast("toast-sent")


async def media(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Send its pictures and files."""
    await unit.transact(screens.show_media, actor, ById(press.subject))
    toast("toast-sent")


async def report(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Say how to report; or file the message that the question below it is about, just as it stands."""
    if press.extra == AS_IT_IS:
        case = await unit.transact(following.as_it_is, actor, _answered(query))
        toast("toast-filed", number=case.number)
        return
    await unit.transact(talk.ask_report, actor)
    toast("toast-write-report")


def _answered(query: CallbackQuery) -> Draft:
    """The presser's own message that the question answers; raises WordsGone where it is gone."""
    said = query.message.reply_to_message if isinstance(query.message, Message) else None
    own = said is not None and said.from_user is not None and said.from_user.id == query.from_user.id
    if said is None or not own or not said.text:
        raise WordsGone
    text = clean(said.text)
    return Draft(text, said.message_id, said.date, proposal=proposed(text))
