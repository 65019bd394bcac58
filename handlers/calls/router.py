"""Calls: a sentence opens one, a tap takes a place or gives it back."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.calls import service
from domain.calls.rules import Seat
from domain.kernel.people import Actor
from handlers.calls.wording import parse
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Toast, Unit
from handlers.presses import Press, Tap
from handlers.said import Said


def register(made: Router) -> None:
    """Take calls and the taps on them."""
    made.message.register(open_call, Meant(Intent.CALL))
    made.callback_query.register(join, Pressed(Tap.JOIN))
    made.callback_query.register(leave, Pressed(Tap.LEAVE))


async def open_call(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Open a call; its card is the answer."""
    wording = parse(said.spoken.words)
    await unit.transact(service.open_call, actor, wording.title, wording.places)


async def join(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Take a place, or a turn."""
    taken = await unit.transact(service.join, actor, press.subject)
    if taken.seat is Seat.CONFIRMED:
        toast("toast-joined", taken=taken.call.confirmed, places=taken.call.capacity)
    else:
        toast("toast-waiting", ahead=taken.ahead)


async def leave(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Give the place or the turn back."""
    await unit.transact(service.leave, actor, press.subject)
    toast("toast-left")
