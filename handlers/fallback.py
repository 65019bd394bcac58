"""What nothing else took: each gets a sentence that says what to do instead."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.kernel import answers
from domain.kernel.people import Actor
from handlers.filters import Meant, Stale
from handlers.intents import Intent
from handlers.ports import Unit
from handlers.refusals import Anonymous, Forwarded, StaleButton, UnknownCommand, Unreadable
from handlers.said import Said


def router() -> Router:
    """The router of last resort."""
    made = Router(name="fallback")
    made.message.register(stranger, Meant(Intent.STRANGER))
    made.message.register(secondhand, Meant(Intent.SECONDHAND))
    made.message.register(unknown, Meant(Intent.UNKNOWN))
    made.message.register(unreadable, Meant(Intent.UNREADABLE))
    made.message.register(puzzled, Meant(Intent.PUZZLED))
    made.callback_query.register(stale, Stale())
    return made


async def stranger(message: Message, said: Said) -> None:
    """Nobody in person: an anonymous administrator or a channel."""
    raise said.stranger or Anonymous()


async def secondhand(message: Message) -> None:
    """A command or an answer in somebody else's words."""
    raise Forwarded


async def unknown(message: Message) -> None:
    """No such command."""
    raise UnknownCommand


async def unreadable(message: Message) -> None:
    """Nothing in it that we can read."""
    raise Unreadable


async def puzzled(message: Message, unit: Unit, actor: Actor) -> None:
    """An answer to us that we cannot place; said to its writer alone."""
    await unit.transact(answers.answer, actor, "puzzled")


async def stale(query: CallbackQuery) -> None:
    """A button of an older program, or a made-up one."""
    raise StaleButton
