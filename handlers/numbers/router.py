"""Figures in talk: asked for by a word, leafed through, drawn and tabulated by taps."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases.service import ById, ByNumber
from domain.cases.talk import WordsOnly
from domain.kernel.people import Actor
from domain.numbers import exclusions, promises, service
from domain.numbers.rules import Why
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.numbers.sentence import days, promised, span, unpacked
from handlers.ports import Dialogue, Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import NoNumber, StaleButton
from handlers.said import Said

PARTS = {"b": "bodies", "g": "buildings", "c": "categories", "f": "formulas"}
"""Parts of a board by the letter on a button."""

FILES = {"p": (service.draw, "toast-numbers-picture"), "x": (service.tabulate, "toast-numbers-sheet")}
"""What is made beside the traffic, by the letter on a button."""

SWITCH = {"on": True, "off": False}
SECOND = {"yes": exclusions.agree, "no": exclusions.object_to}


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(show, Meant(Intent.NUMBERS))
    made.message.register(promise, Meant(Intent.PROMISE))
    made.message.register(words, Meant(Intent.NUMBERS_WORDS))
    made.message.register(exclude, Meant(Intent.EXCLUDE))
    made.callback_query.register(tap, Pressed(Tap.NUMBERS))
    made.callback_query.register(tap_promise, Pressed(Tap.PROMISE))
    made.callback_query.register(tap_exclusion, Pressed(Tap.EXCLUDE))


async def show(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """The figures of the days that were said."""
    wanted = days(said.text)
    if wanted is None:
        await unit.transact(service.show, actor, span(said.text))
    else:
        await unit.transact(service.show_days, actor, (wanted.first, wanted.last))


async def tap(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Another part, other days, a picture, a spreadsheet, or the week's digest on and off."""
    extra = press.extra or ""
    if extra in SWITCH:
        await unit.transact(service.switch, actor, SWITCH[extra])
        toast("toast-numbers-switch", on=int(SWITCH[extra]))
        return
    wanted = unpacked(extra)
    if wanted is None or wanted[0] not in PARTS.keys() | FILES.keys():
        raise StaleButton
    what, meant = wanted
    if what in FILES:
        make, key = FILES[what]
        await unit.transact(make, actor, meant)
        toast(key)
        return
    await unit.transact(service.show_days, actor, meant, PARTS[what])
    toast("toast-sent")


async def promise(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """What is promised; with words behind it, a new promise."""
    told = said.spoken.words.strip()
    if told:
        await unit.transact(promises.publish_as, actor, *promised(told))
    else:
        await unit.transact(promises.show, actor)


async def words(message: Message, said: Said, dialogue: Dialogue, unit: Unit, actor: Actor) -> None:
    """The promise that was waited for."""
    if said.media:
        await unit.refuse(WordsOnly())
    else:
        await unit.transact(promises.publish, actor, int(dialogue.data["body"]), said.text)


async def tap_promise(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Write a promise, or take it back."""
    if press.extra == "write":
        await unit.transact(promises.ask, actor, press.subject)
        toast("toast-sent")
    elif press.extra == "end":
        await unit.transact(promises.retract, actor, press.subject)
        toast("toast-promise-ended")
    elif press.extra is None:
        await unit.transact(promises.show, actor)
        toast("toast-sent")
    else:
        raise StaleButton


async def exclude(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Want a case left out of the adjusted figures."""
    if said.spoken.number is None:
        raise NoNumber
    await unit.transact(exclusions.ask, actor, ByNumber(said.spoken.number))


async def tap_exclusion(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """The reason; or a second person's yes or no."""
    extra = press.extra or ""
    if not extra:
        case = await unit.transact(exclusions.ask, actor, ById(press.subject))
        toast("toast-why", number=case.number)
    elif extra in list(Why):
        case = await unit.transact(exclusions.propose, actor, press.subject, Why(extra))
        toast("toast-exclusion-asked", number=case.number)
    elif extra in SECOND:
        case = await unit.transact(SECOND[extra], actor, press.subject)
        toast("toast-exclusion-decided", number=case.number, agreed=int(extra == "yes"))
    else:
        raise StaleButton
