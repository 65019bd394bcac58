"""Choices by button: whose matter, for whom, is it meant so; one tap, one choice, one toast."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.cases import following, hearing, notes, sharing, triage
from domain.cases.streams import Stream
from domain.kernel.people import Actor
from handlers.filters import Pressed
from handlers.ports import Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton

CHANGE = "change"
"""Which of the three? Asked once more."""

ALL, WORKERS, DOWN = "all", "workers", "down"
SEND, KEEP, OTHER = "s", "k", "o"
MINE_TOO, NOT_SOLVED = "me", "not"
WRITE, RIGHT, WRONG = "write", "y", "n"
OWN = "own"
"""What else may I do? Asked by whoever reported."""


def register(made: Router) -> None:
    """Take what is chosen on cases."""
    made.callback_query.register(stream, Pressed(Tap.STREAM))
    made.callback_query.register(share, Pressed(Tap.SHARE))
    made.callback_query.register(note, Pressed(Tap.NOTE))
    made.callback_query.register(heard, Pressed(Tap.HEARD))


async def stream(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Settle whose matter it is, or ask once more."""
    if press.extra == CHANGE:
        await unit.transact(triage.ask, actor, press.subject)
        toast("toast-sent")
        return
    if press.extra not in set(Stream):
        raise StaleButton
    case = await unit.transact(triage.settle, actor, press.subject, Stream(press.extra))
    toast("toast-stream", number=case.number, stream=case.stream.value)


async def share(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Who may see it; or take it out of the group."""
    if press.extra == DOWN:
        gone = await unit.transact(sharing.take_down, actor, press.subject)
        toast("toast-down" if gone else "toast-sent")
        return
    if press.extra not in (ALL, WORKERS):
        raise StaleButton
    shared = press.extra == ALL
    case = await unit.transact(sharing.share, actor, press.subject, shared=shared)
    toast("toast-shared", number=case.number, all=int(shared))


async def note(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Whom a worker's words are for."""
    choice, entry_id = _of_entry(press, (SEND, KEEP, OTHER))
    if choice == OTHER:
        await unit.transact(following.another, actor, press.subject, entry_id)
        toast("toast-sent")
        return
    service = notes.send if choice == SEND else notes.keep
    case = await unit.transact(service, actor, press.subject, entry_id)
    toast("toast-note", number=case.number, sent=int(choice == SEND))


async def heard(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """A voice in words: begun by a worker, judged by whoever spoke."""
    if press.extra == WRITE:
        case = await unit.transact(hearing.begin, actor, press.subject)
        toast("toast-write", number=case.number)
        return
    choice, entry_id = _of_entry(press, (RIGHT, WRONG))
    service = hearing.confirm if choice == RIGHT else hearing.deny
    case = await unit.transact(service, actor, press.subject, entry_id)
    toast("toast-heard", number=case.number, right=int(choice == RIGHT))


def _of_entry(press: Press, choices: tuple[str, ...]) -> tuple[str, int]:
    """The choice and the entry that it is about; raises StaleButton where the data is none of ours."""
    extra = press.extra or ""
    if extra[:1] not in choices or not extra[1:].isalnum():
        raise StaleButton
    return extra[:1], int(extra[1:], 36)
