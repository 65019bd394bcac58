"""Working time in words and by button, and the reason for an hour."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases import why, worktimes
from domain.cases.presets import preset_of
from domain.cases.service import ById, ByNumber, Latest
from domain.kernel.people import Actor
from handlers.commands import Verb
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Dialogue, Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.worktime.sentence import Change, change

SENT = "toast-sent"


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(say, Meant(Intent.HOURS))
    made.message.register(words, Meant(Intent.HOURS_WORDS))
    made.message.register(ask_why, Meant(Intent.WHY))
    made.callback_query.register(press_hours, Pressed(Tap.HOURS))
    made.callback_query.register(press_why, Pressed(Tap.WHY))


async def say(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """A change in one sentence; the command alone shows what is set."""
    text = said.spoken.words
    if said.spoken.verb is Verb.HOURS and not text.strip():
        await unit.transact(worktimes.show, actor)
        return
    wanted = change(text, asked=said.spoken.verb is Verb.HOURS)
    if wanted is None:
        raise worktimes.NotUnderstood
    await unit.transact(wanted.service, actor, *wanted.args)


async def words(message: Message, said: Said, unit: Unit, actor: Actor, dialogue: Dialogue) -> None:
    """The change that was waited for."""
    wanted = change(said.text, asked=True)
    if wanted is None:
        raise worktimes.NotUnderstood
    await unit.transact(wanted.service, actor, *wanted.args, int(dialogue.data["compound"]))


async def ask_why(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Why a case is due when it is."""
    if said.spoken.number is not None:
        await unit.transact(why.show, actor, ByNumber(said.spoken.number))
    else:
        await unit.transact(why.show, actor, ById(said.case_id) if said.case_id is not None else Latest())


async def press_hours(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Show, choose a set of limits, ask for words, or take the latest change back."""
    wanted = _pressed(press)
    if wanted is None:
        raise StaleButton
    await unit.transact(wanted.service, actor, *wanted.args)
    toast(SENT)


async def press_why(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """The same by its button."""
    await unit.transact(why.show, actor, ById(press.subject))
    toast(SENT)


def _pressed(press: Press) -> Change | None:
    what, _, choice = (press.extra or "").partition("-")
    ours = press.subject
    match what:
        case "show":
            return Change(worktimes.show, (ours,))
        case "edit":
            return Change(worktimes.ask, (ours,))
        case "limit":
            return Change(worktimes.set_preset, (preset_of(choice), ours))
        case "undo" if choice.isdecimal():
            return Change(worktimes.undo, (ours, int(choice)))
    return None
