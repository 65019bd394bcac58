"""Calls: a sentence opens one, a tap or a word takes a place or gives it back."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.calls import changes, drafts, screens, service
from domain.calls.rules import Seat
from domain.kernel.errors import Invalid, NotFound
from domain.kernel.people import Actor
from handlers.calls import leading
from handlers.calls.hearing import heard, heard_places, heard_when
from handlers.calls.marks import marked
from handlers.commands import Verb, listed
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Dialogue, Toast, Unit
from handlers.presses import Press, Tap
from handlers.said import Said
from handlers.understanding import bare

NOD = "\U0001f44c"
"""The reaction to "+1" and to "I cannot come"; one of those that bots may set."""


class WordsOnly(Invalid):
    """The step waits for words, and something else came."""

    key = "error-words-only"


def register(made: Router) -> None:
    """Take calls and the taps on them."""
    made.message.register(open_call, Meant(Intent.CALL))
    made.message.register(words, Meant(Intent.CALL_WORDS))
    made.message.register(say, Meant(Intent.CALL_SAY))
    made.callback_query.register(join, Pressed(Tap.JOIN))
    made.callback_query.register(leave, Pressed(Tap.LEAVE))
    leading.register(made)


async def open_call(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Open a call: in a group its card is the answer, in private it is looked at first."""
    wish = heard(said.spoken.words, said.said_at)
    await unit.transact(drafts.draft if said.private else service.open_wish, actor, wish)


async def words(message: Message, said: Said, unit: Unit, actor: Actor, dialogue: Dialogue) -> None:
    """The new time, or the new number, that a step waits for."""
    if said.media:
        raise WordsOnly
    call_id = int(dialogue.data["call"])
    if dialogue.state == changes.PLACES_WANTED:
        await unit.transact(changes.resize, actor, call_id, heard_places(said.text))
    else:
        start, end = heard_when(said.text, said.said_at)
        await unit.transact(changes.retime, actor, call_id, start, end)


async def say(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """ "+1" below a card, or a link to a call; other talk below it is the neighbours' own."""
    if said.spoken.verb is Verb.START or said.answered is None:
        await _linked(said, unit, actor)
        return
    call_id = said.answered.subject
    if _among(said, "call-in-words"):
        await unit.transact(screens.say_in, actor, call_id, said.message_id, NOD)
    elif _among(said, "call-out-words"):
        await unit.transact(screens.say_out, actor, call_id, said.message_id, NOD)
    elif said.private or said.named:
        await unit.transact(screens.say_what, actor, call_id)


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


def _among(said: Said, key: str) -> bool:
    text = said.text.strip().lower()
    return text in listed(key) or bare(text) in listed(key)


async def _linked(said: Said, unit: Unit, actor: Actor) -> None:
    call_id = marked("c", said.spoken.words.strip())
    if call_id is None:
        await unit.refuse(NotFound())
    else:
        await unit.transact(screens.show, actor, call_id)
