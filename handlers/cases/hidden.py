"""A report whose writer wants to be known to nobody, from its first word on."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import Message

from domain.cases import intake
from domain.cases.rules import Privacy
from domain.kernel.people import Actor
from handlers.cases.proposing import named, proposed
from handlers.filters import Meant
from handlers.intents import Intent
from handlers.ports import Unit
from handlers.refusals import HiddenWords
from handlers.said import Said


def register(made: Router) -> None:
    """Take such reports."""
    made.message.register(report, Meant(Intent.HIDDEN))


async def report(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """File it so that not even those who work on it read the name."""
    words = said.spoken.words.strip()
    if not words:
        await unit.refuse(HiddenWords())
        return
    draft = replace(said.draft(), text=words, proposal=proposed(words), where=named(words))
    draft = replace(draft, privacy=Privacy.HANDLERS)
    await unit.transact(intake.report, actor, draft)
