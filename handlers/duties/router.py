"""Duties in talk: the list by a word, putting off and handing over by a tap."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.duties.rules import Later
from domain.flows import duties
from domain.kernel.people import Actor
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton

ANSWERS = {
    "to": (duties.offer, "toast-duty-to"),
    "ok": (duties.accept, "toast-duty-ok"),
    "no": (duties.decline, "toast-duty-no"),
}
"""What a press with somebody's id does, and its toast."""


def register(made: Router) -> None:
    """Take the word, and the taps on duties."""
    made.message.register(show, Meant(Intent.DUTIES))
    made.callback_query.register(tap, Pressed(Tap.DUTY))


async def show(message: Message, unit: Unit, actor: Actor) -> None:
    """List what there is to do."""
    await unit.transact(duties.show, actor)


async def tap(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Put off, hand over, take over, or say that one cannot."""
    what, _, whom = (press.extra or "").partition("-")
    if what in ANSWERS and whom.isalnum():
        service, key = ANSWERS[what]
        case = await unit.transact(service, actor, press.subject, int(whom, 36))
        toast(key, number=case.number)
    elif press.extra == "whom":
        case = await unit.transact(duties.choose, actor, press.subject)
        toast("toast-duty-whom", number=case.number)
    elif press.extra in list(Later):
        case = await unit.transact(duties.put_off, actor, press.subject, Later(press.extra))
        toast("toast-duty-later", number=case.number)
    else:
        raise StaleButton
