"""Finding one's way: start, help, what is not built yet, and letting go of a question."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases import screens
from domain.kernel import answers
from domain.kernel.people import Actor
from handlers.commands import Verb
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Toast, Unit
from handlers.presses import Tap
from handlers.said import Said


def register(made: Router) -> None:
    """Take greetings, help and what is not built yet."""
    made.message.register(start, Meant(Intent.START))
    made.message.register(show_help, Meant(Intent.HELP))
    made.message.register(not_built, Meant(Intent.NOT_BUILT))
    made.message.register(cancel, Meant(Intent.CANCEL))
    made.callback_query.register(tap_help, Pressed(Tap.HELP))
    made.callback_query.register(tap_cancel, Pressed(Tap.CANCEL))


async def start(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Greet in private with the lasting keys; whoever was called by name sees what was waiting."""
    if not said.private:
        await unit.transact(answers.answer, actor, "help")
    elif said.spoken.words:
        await unit.transact(screens.begin_with_mine, actor)
    else:
        await unit.transact(answers.begin, actor)


async def show_help(message: Message, unit: Unit, actor: Actor) -> None:
    """Say what can be said."""
    await unit.transact(answers.answer, actor, "help")


async def not_built(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Say kindly what is possible now."""
    await unit.transact(
        answers.answer, actor, "not-yet-ask" if said.spoken.verb is Verb.ASK else "not-yet-vote"
    )


async def cancel(message: Message, unit: Unit, actor: Actor) -> None:
    """Stop waiting for words."""
    await unit.transact(answers.cancel, actor)


async def tap_help(query: CallbackQuery, unit: Unit, actor: Actor, toast: Toast) -> None:
    """The same by a button."""
    await unit.transact(answers.answer, actor, "help")
    toast("toast-sent")


async def tap_cancel(query: CallbackQuery, unit: Unit, actor: Actor, toast: Toast) -> None:
    """The same by a button."""
    await unit.transact(answers.drop, actor)
    toast("toast-cancelled")
