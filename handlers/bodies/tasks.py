"""Tasks handed down, in talk: said by the street, answered by the committee in one tap or two."""

from collections.abc import Callable, Mapping

from aiogram.types import CallbackQuery, Message

from domain.cases import tasks
from domain.cases.handed import Back
from domain.kernel.people import Actor
from handlers.bodies.returning import given
from handlers.cases.lines import LOOK
from handlers.intents import Intent
from handlers.ports import Shown, Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.showing import Showing, lines

AGREE, RETURN = "yes", "ret"
LETTERS = {"l": Back.LIST, "p": Back.POWER, "h": Back.HANDS}
WORDS = 1500


async def say(message: Message, said: Said, unit: Unit, actor: Actor, intent: Intent) -> None:
    """What is to be done, or a question for it."""
    words = said.text if intent is Intent.TASK_WORDS else said.spoken.words
    if words.strip():
        await unit.transact(tasks.hand_down, actor, words.strip(), said.message_id)
    else:
        await unit.transact(tasks.begin, actor)


async def tap(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """The committee's answer."""
    extra = press.extra or ""
    if extra == AGREE:
        case = await unit.transact(tasks.agree, actor, press.subject)
        toast("toast-task", number=case.number)
    elif extra == RETURN:
        await unit.transact(tasks.ask_why, actor, press.subject)
        toast("toast-sent")
    elif extra in LETTERS:
        await unit.transact(tasks.give_back, actor, press.subject, LETTERS[extra])
        toast("toast-task-back")
    else:
        raise StaleButton


def asked(showing: Showing) -> Shown:
    """Not on the list: does the committee take it?"""
    about = showing.wanted.about or 0
    answers = (
        showing.button("button-task-agree", Tap.TASK, about, AGREE),
        showing.button("button-task-return", Tap.TASK, about, RETURN),
    )
    return Shown(lines(showing.say("task-asked", who=showing.given("who")), _words(showing)), (answers,))


def why(showing: Showing) -> Shown:
    """The reasons, a button each."""
    about = showing.wanted.about or 0
    buttons = tuple(
        (showing.button("button-task-why", Tap.TASK, about, letter, reason=reason.value),)
        for letter, reason in LETTERS.items()
    )
    return Shown(lines(showing.say("task-why"), _words(showing)), buttons)


def returned(showing: Showing) -> Shown:
    """To whoever handed it down."""
    text = showing.say("task-returned", who=showing.given("who"), reason=showing.given("reason"))
    return Shown(lines(text, _words(showing)))


def about_case(showing: Showing) -> Shown:
    """It is a case now."""
    params = {name: given(showing, name) for name in showing.wanted.params}
    return Shown(showing.say(showing.wanted.key, **params), (showing.row(LOOK, showing.wanted.about or 0),))


def wanted(showing: Showing) -> Shown:
    """What is to be done? With a way out."""
    return Shown(showing.say("task-wanted"), (showing.row((("button-cancel", Tap.CANCEL),)),))


def plain(showing: Showing) -> Shown:
    """One text."""
    params = {name: given(showing, name) for name in showing.wanted.params}
    return Shown(showing.say(showing.wanted.key, **params))


def _words(showing: Showing) -> str:
    found = showing.reader.task_words(showing.wanted.about or 0)
    return showing.words(found or showing.plain("words-gone"), WORDS)


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "task-asked": asked,
    "task-why": why,
    "task-returned": returned,
    **dict.fromkeys(("task-listed", "task-agreed", "task-taken"), about_case),
    "task-wanted": wanted,
    **dict.fromkeys(("task-waits", "task-noted"), plain),
}
