"""Who may know who reported: three choices, and before one holds, what each side would read."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases import choosing
from domain.cases.rules import EntryKind, Privacy
from domain.cases.service import ById
from domain.cases.sheets import CaseSheet, Eyes
from domain.kernel.people import Actor
from handlers.cases.asides import public_face
from handlers.cases.cards import face
from handlers.cases.lines import LOOK
from handlers.cases.which import which as which_of
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Button, Shown, Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.showing import Showing, lines, rows

DO = "do-"
"""Head of a choice that takes effect; without it, it is looked at first."""


def register(made: Router) -> None:
    """Take what is said and chosen."""
    made.message.register(asked, Meant(Intent.PRIVACY))
    made.callback_query.register(chosen, Pressed(Tap.PRIVACY))


async def asked(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Who may know it?"""
    await unit.transact(choosing.ask, actor, which_of(said))


async def chosen(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Ask, look, or let it be so."""
    wanted, case = press.extra or "", ById(press.subject)
    if not wanted:
        await unit.transact(choosing.ask, actor, case)
        toast("toast-sent")
    elif wanted in set(Privacy):
        await unit.transact(choosing.preview, actor, case, Privacy(wanted))
        toast("toast-sent")
    elif wanted.removeprefix(DO) in set(Privacy):
        now = await unit.transact(choosing.choose, actor, case, Privacy(wanted.removeprefix(DO)))
        toast("toast-privacy", number=now.number, privacy=now.privacy.value)
    else:
        raise StaleButton


def choices(showing: Showing) -> Shown | None:
    """The three, what holds now marked."""
    sheet = _opened(showing, Eyes.REPORTER)
    if sheet is None:
        return None
    head = showing.say("case-privacy", number=sheet.number, privacy=sheet.privacy.value)
    aloud = showing.say("privacy-aloud") if sheet.aloud else ""
    return Shown(lines(head, aloud), tuple((_choice(showing, sheet, one),) for one in Privacy))


def preview(showing: Showing) -> Shown | None:
    """What neighbours and handlers would read, drawn by what draws it for them."""
    privacy = Privacy(showing.wanted.params["privacy"])
    neighbours = _opened(showing, Eyes.NEIGHBOUR, privacy)
    handlers = _opened(showing, Eyes.HANDLER, privacy)
    if neighbours is None or handlers is None:
        return None
    html = lines(
        showing.say("case-privacy-preview", number=handlers.number, privacy=privacy.value),
        showing.say("privacy-neighbours", shared=int(neighbours.shared)),
        public_face(showing, neighbours),
        showing.say("privacy-handlers"),
        face(showing, _without_notes(handlers), worker=True, inside=False),
        showing.say("privacy-aloud") if handlers.aloud else "",
        showing.say("privacy-before") if privacy is Privacy.HANDLERS else "",
    )
    take = showing.button("button-privacy-take", Tap.PRIVACY, handlers.id, f"{DO}{privacy.value}")
    other = showing.button("button-privacy-other", Tap.PRIVACY, handlers.id)
    return Shown(html, rows((take, other), showing.row(LOOK, handlers.id)))


def _choice(showing: Showing, sheet: CaseSheet, privacy: Privacy) -> Button:
    mark = int(privacy is sheet.privacy)
    return showing.button(
        "button-privacy-choice", Tap.PRIVACY, sheet.id, privacy.value, privacy=privacy.value, mark=mark
    )


def _without_notes(sheet: CaseSheet) -> CaseSheet:
    """What workers keep among themselves is no part of what is previewed."""
    inside = (EntryKind.DRAFT, EntryKind.NOTE)
    return replace(sheet, lines=tuple(line for line in sheet.lines if line.kind not in inside))


def _opened(showing: Showing, eyes: Eyes, privacy: Privacy | None = None) -> CaseSheet | None:
    about = showing.wanted.about
    return showing.reader.case_sheet(about, eyes, privacy) if about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "case-privacy": choices,
    "case-privacy-preview": preview,
}
