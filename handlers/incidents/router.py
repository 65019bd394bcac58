"""Incidents in talk: a line announces one, taps post, lengthen and end it, and file what it has answered."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases import announcing, answered
from domain.kernel.people import Actor
from handlers.cases.proposing import proposed
from handlers.filters import Meant, Pressed
from handlers.incidents import wording
from handlers.intents import Intent
from handlers.ports import Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.said import Said


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(announce, Meant(Intent.INCIDENT))
    made.callback_query.register(tap, Pressed(Tap.INCIDENT))


async def announce(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """A notice to be, or the list of those that stand."""
    if not said.spoken.words.strip():
        await unit.transact(announcing.show, actor)
        return
    draft = said.draft()
    draft = replace(draft, proposal=proposed(draft.text))
    await unit.transact(announcing.announce, actor, wording.parse(said.spoken.words, said.said_at), draft)


async def tap(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Post, throw away, lengthen, end; or say "here too", or file it after all."""
    match press.extra:
        case "post":
            await unit.transact(announcing.post, actor, press.subject)
            toast("toast-incident-posted")
        case "drop":
            await unit.transact(announcing.drop, actor, press.subject)
            toast("toast-cancelled")
        case "end":
            await unit.transact(announcing.end, actor, press.subject)
            toast("toast-incident-ended")
        case "more":
            longer = await unit.transact(announcing.lengthen, actor, press.subject)
            toast("toast-incident-longer", until=longer.until)
        case "join":
            joined = await unit.transact(answered.join, actor, press.subject)
            toast("toast-incident-joined", until=joined.until)
        case "file":
            case = await unit.transact(answered.insist, actor, press.subject)
            toast("toast-incident-filed", number=case.number)
        case _:
            raise StaleButton
