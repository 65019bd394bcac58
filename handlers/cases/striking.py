"""What whoever reported takes back or changes: struck out by button, changed where it was said."""

from collections.abc import Callable, Mapping

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases import editing, striking
from domain.cases.service import ById
from domain.cases.sheets import CaseSheet, Eyes, SheetLine
from domain.kernel.people import Actor
from handlers.cases.lines import LOOK
from handlers.cases.which import which as which_of
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Button, Shown, Toast, Unit
from handlers.presses import Press, Tap, base36
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.showing import Showing, lines, rows
from handlers.sizes import calm, cut

ASK_WORDS, ASK_FILE, WORDS, FILE = "e-", "m-", "x-", "y-"
"""Heads of what a button carries: which entry or file, asked about first and then struck out."""

PIECE = 80
"""UTF-16 units of each entry in the list of what may be struck out."""

MOST = 20
"""Entries and files in that list."""


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(asked, Meant(Intent.STRIKE))
    made.callback_query.register(strike, Pressed(Tap.STRIKE))


async def asked(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Which words?"""
    await unit.transact(striking.show, actor, which_of(said))


async def edited(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """A message was changed where it was said."""
    await unit.transact(editing.follow, actor, said.draft())


async def strike(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """List, ask once more, or do it."""
    if not press.extra:
        await unit.transact(striking.show, actor, ById(press.subject))
        toast("toast-sent")
        return
    head, subject = press.extra[:2], press.extra[2:]
    if not subject.isalnum() or head not in (ASK_WORDS, ASK_FILE, WORDS, FILE):
        raise StaleButton
    number = int(subject, 36)
    if head in (ASK_WORDS, ASK_FILE):
        await unit.transact(striking.ask, actor, press.subject, number, file=head == ASK_FILE)
        toast("toast-sent")
        return
    service = striking.strike if head == WORDS else striking.strike_file
    case = await unit.transact(service, actor, press.subject, number)
    toast("toast-struck", number=case.number, file=int(head == FILE))


def listed(showing: Showing) -> Shown | None:
    """All that the reader wrote and sent, numbered, a button each."""
    sheet = _opened(showing)
    if sheet is None:
        return None
    said, told, buttons = _own(sheet)[:MOST], list[str](), list[Button]()
    for place, line in enumerate(said, 1):
        words = showing.quoted(line.text, PIECE)
        told.append(showing.say("case-strike-words", place=place, words=words))
        extra = f"{ASK_WORDS}{base36(line.entry_id)}"
        buttons.append(showing.button("button-strike-words", Tap.STRIKE, sheet.id, extra, place=place))
    for place, one in enumerate(sheet.media[: MOST - len(said)], 1):
        extra = f"{ASK_FILE}{base36(one.id or 0)}"
        label = showing.button("button-strike-file", Tap.STRIKE, sheet.id, extra, place=place, kind=one.kind)
        buttons.append(label)
    if not buttons:
        return Shown(showing.say("case-strike-none", number=sheet.number), rows(showing.row(LOOK, sheet.id)))
    head = showing.say("case-strike", number=sheet.number)
    two = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Shown(lines(head, *told), two)


def sure(showing: Showing) -> Shown | None:
    """Once more, please."""
    sheet = _opened(showing)
    if sheet is None:
        return None
    subject, file = int(showing.wanted.params["subject"]), bool(showing.wanted.params["file"])
    words = "" if file else next((one.text for one in _own(sheet) if one.entry_id == subject), "")
    head = showing.say("case-strike-sure", number=sheet.number, file=int(file))
    aloud = showing.say("strike-aloud") if sheet.aloud else ""
    extra = f"{FILE if file else WORDS}{base36(subject)}"
    do = showing.button("button-strike-do", Tap.STRIKE, sheet.id, extra)
    leave = showing.button("button-strike-leave", Tap.LOOK, sheet.id)
    return Shown(lines(head, showing.words(cut(calm(words), PIECE * 4)), aloud), ((do, leave),))


def late(showing: Showing) -> Shown | None:
    """A change that came when nobody worked on the case any more."""
    sheet = _opened(showing)
    if sheet is None:
        return None
    return Shown(showing.say("case-edit-late", number=sheet.number), rows(showing.row(LOOK, sheet.id)))


def _own(sheet: CaseSheet) -> list[SheetLine]:
    """What its reporter said, all that is not gone."""
    kinds = striking.THEIRS
    return [
        line
        for line in sheet.lines
        if line.kind in kinds
        and line.text.strip()
        and not line.struck
        and (line.own or line.kind in striking.VOICE)
    ]


def _opened(showing: Showing) -> CaseSheet | None:
    about = showing.wanted.about
    return showing.reader.case_sheet(about, Eyes.REPORTER) if about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "case-strike": listed,
    "case-strike-sure": sure,
    "case-edit-late": late,
}
