"""Asking for the ledger by its command or its plain word."""

from aiogram import Router
from aiogram.types import Message

from domain.cases import ledger
from domain.kernel.people import Actor
from handlers.filters import Meant
from handlers.intents import Intent
from handlers.ports import Unit


def register(made: Router) -> None:
    """Take its command and word."""
    made.message.register(ask, Meant(Intent.LEDGER))


async def ask(message: Message, unit: Unit, actor: Actor) -> None:
    """Have it made."""
    await unit.transact(ledger.ask, actor)
