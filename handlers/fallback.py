"""What nothing else took: each gets a sentence that says what to do instead."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.kernel import answers
from domain.kernel.errors import DomainError
from domain.kernel.people import Actor
from handlers.filters import Meant, Stale
from handlers.intents import Intent
from handlers.ports import Unit
from handlers.refusals import Anonymous, Forwarded, StaleButton, UnknownCommand, Unreadable
from handlers.said import Said

REFUSALS: Mapping[Intent, type[DomainError]] = {
    Intent.SECONDHAND: Forwarded,
    Intent.UNKNOWN: UnknownCommand,
    Intent.UNREADABLE: Unreadable,
}
"""A command in somebody else's words, one that we do not have, nothing that we can read."""


def register(made: Router) -> None:
    """Take the rest."""
    made.message.register(refuse, Meant(Intent.STRANGER, *REFUSALS))
    made.message.register(puzzled, Meant(Intent.PUZZLED))
    made.callback_query.register(stale, Stale())


async def refuse(message: Message, said: Said, intent: Intent, unit: Unit) -> None:
    """Say what to do instead. Not raised: for an exception aiogram asks every router once more."""
    error = REFUSALS.get(intent)
    await unit.refuse(error() if error is not None else said.stranger or Anonymous())


async def puzzled(message: Message, unit: Unit, actor: Actor) -> None:
    """An answer to us that we cannot place; said to its writer alone."""
    await unit.transact(answers.answer, actor, "puzzled")


async def stale(query: CallbackQuery) -> None:
    """A button of an older program, or a made-up one."""
    raise StaleButton
