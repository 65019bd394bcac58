"""Households in talk: codes, joining, leaving, who I am here."""

from aiogram import Router
from aiogram.types import Message

from domain.kernel.people import Actor
from domain.places import codes, homes, leaving, me
from handlers.commands import Verb
from handlers.filters import Meant
from handlers.homes import taps
from handlers.homes.sentence import coded, has_moved, lives_in, token_in
from handlers.intents import Intent
from handlers.ports import Unit
from handlers.refusals import ForwardedCode
from handlers.said import Said


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(make_code, Meant(Intent.CODE))
    made.message.register(come_or_go, Meant(Intent.HOME))
    made.message.register(show_me, Meant(Intent.ME))
    taps.register(made)


async def make_code(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """A code for one household."""
    words = said.spoken.words
    room = words if said.spoken.verb is not None else coded(words) or ""
    await unit.transact(codes.make, actor, room)


async def come_or_go(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """A code's link, a room to live in, or that somebody has moved out."""
    words = said.spoken.words
    linked = words.partition("-")[2] if said.spoken.verb is Verb.START else token_in(words)
    if said.secondhand:
        await unit.refuse(ForwardedCode())
    elif linked is not None:
        await unit.transact(homes.open_code, actor, linked)
    elif has_moved(words):
        await unit.transact(leaving.move_out, actor)
    else:
        await unit.transact(homes.say_room, actor, lives_in(words) or "")


async def show_me(message: Message, unit: Unit, actor: Actor) -> None:
    """What is known of the asker."""
    await unit.transact(me.show, actor)
