"""Finding one's way: start, help, and letting go of a question."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.flows import called
from domain.kernel import answers
from domain.kernel.people import Actor
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Dialogue, Toast, Unit
from handlers.presses import Tap
from handlers.said import Said


def register(made: Router) -> None:
    """Take greetings and help."""
    made.message.register(start, Meant(Intent.START))
    made.message.register(hello, Meant(Intent.HELLO))
    made.message.register(thanks, Meant(Intent.THANKS))
    made.message.register(show_help, Meant(Intent.HELP))
    made.message.register(cancel, Meant(Intent.CANCEL))
    made.callback_query.register(tap_help, Pressed(Tap.HELP))
    made.callback_query.register(tap_cancel, Pressed(Tap.CANCEL))


async def start(message: Message, said: Said, unit: Unit, actor: Actor, dialogue: Dialogue | None) -> None:
    """Greet in private with the lasting keys; whoever was called by name sees what was waiting."""
    if not said.private:
        await unit.transact(answers.explain, actor)
    elif dialogue is not None and dialogue.state.startswith("setup."):
        await unit.transact(answers.welcome, actor)  # what was asked for in the group goes on here
    elif said.spoken.words:
        await unit.transact(called.begin_with_what_waits, actor)
    else:
        await unit.transact(answers.begin, actor)


async def hello(message: Message, unit: Unit, actor: Actor) -> None:
    """Greet back."""
    await unit.transact(answers.hello, actor)


async def thanks(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """A nod for a nod."""
    await unit.transact(answers.nod, actor, said.message_id)


async def show_help(message: Message, unit: Unit, actor: Actor) -> None:
    """Say what can be said."""
    await unit.transact(answers.explain, actor)


async def cancel(message: Message, unit: Unit, actor: Actor) -> None:
    """Stop waiting for words."""
    await unit.transact(answers.cancel, actor)


async def tap_help(query: CallbackQuery, unit: Unit, actor: Actor, toast: Toast) -> None:
    """The same by a button."""
    await unit.transact(answers.explain, actor)
    toast("toast-sent")


async def tap_cancel(query: CallbackQuery, unit: Unit, actor: Actor, toast: Toast) -> None:
    """The same by a button."""
    await unit.transact(answers.drop, actor)
    toast("toast-cancelled")
