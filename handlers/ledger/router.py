"""Asking for the ledger by its command or its plain word."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import Message

from domain.cases import ledger
from domain.kernel.people import Actor
from handlers.commands import listed
from handlers.ports import Unit

COMMAND = "/ledger"


class AsksForLedger(Filter):
    """The command, or one of its plain words alone."""

    def __init__(self) -> None:
        self._words = frozenset(listed("verb-ledger"))

    async def __call__(self, message: Message) -> bool:
        said = (message.text or "").strip().lower()
        if message.forward_origin is not None or message.sender_chat is not None:
            return False
        return said.partition("@")[0] == COMMAND or said in self._words


def register(made: Router) -> None:
    """Take its command and word; before the reports, which would take the word for one."""
    made.message.register(ask, AsksForLedger())


async def ask(message: Message, unit: Unit, actor: Actor) -> None:
    """Have it made."""
    await unit.transact(ledger.ask, actor)
