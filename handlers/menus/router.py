"""Finding one's way: lasting keys, pinned card, commands per person, language."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.flows import menus, mine
from domain.kernel import answers
from domain.kernel.people import Actor
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.menus.views import SPEAK, WHICH
from handlers.ports import Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.said import Said


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(show_mine, Meant(Intent.MINE))
    made.message.register(language, Meant(Intent.LANGUAGE))
    made.message.register(menu, Meant(Intent.MENU))
    made.callback_query.register(tap_mine, Pressed(Tap.MINE))
    made.callback_query.register(speak, Pressed(Tap.MENU))


async def show_mine(message: Message, unit: Unit, actor: Actor) -> None:
    """All that is the asker's own."""
    await unit.transact(mine.show, actor)


async def language(message: Message, unit: Unit, actor: Actor) -> None:
    """Offer the languages."""
    await unit.transact(answers.answer, actor, "language")


async def menu(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Put the card on top of the group."""
    await unit.transact(menus.show, actor, said.message_id)


async def tap_mine(query: CallbackQuery, unit: Unit, actor: Actor, toast: Toast) -> None:
    """The same by a button."""
    await unit.transact(mine.show, actor)
    toast("toast-sent")


async def speak(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Speak the language that was pressed, or offer them."""
    if press.extra == WHICH:
        await unit.transact(answers.answer, actor, "language")
        toast("toast-sent")
        return
    locale = SPEAK.get(press.extra or "")
    if locale is None:
        raise StaleButton
    await unit.transact(menus.speak, actor, locale)
    toast("toast-sent")
