"""Hints in talk: a line keeps one, a tap changes or forgets it, and who works on a case reads them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases import hints
from domain.cases.hints import HintLine
from domain.cases.sheets import CaseSheet
from domain.cases.table import OPEN, State
from domain.cases.talk import WordsOnly
from domain.kernel.people import Actor
from handlers.cases.proposing import proposed
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Button, Dialogue, Shown, Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.showing import Showing, lines, rows
from handlers.sizes import calm
from handlers.texts import Opened

EDIT, DROP = "edit", "drop"

LISTED = 8
"""Hints of one list; a button row each."""

WORDS = 120
"""UTF-16 units of one hint in a list or on a card."""

ON_CARD = 3
"""Hints on a card."""


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(say, Meant(Intent.HINT))
    made.message.register(words, Meant(Intent.HINT_WORDS))
    made.callback_query.register(tap, Pressed(Tap.HINT))


async def say(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """A place and what to know of it, or the list."""
    head, _, rest = calm(said.spoken.words).strip().partition(" ")
    draft = said.draft()
    draft = replace(draft, proposal=proposed(draft.text))
    await unit.transact(hints.hear, actor, head, rest, draft)


async def words(message: Message, said: Said, unit: Unit, actor: Actor, dialogue: Dialogue) -> None:
    """The words that take a hint's place."""
    if said.media:
        raise WordsOnly
    await unit.transact(hints.change, actor, int(dialogue.data["hint"]), calm(said.text))


async def tap(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Change or forget one."""
    if press.extra == EDIT:
        await unit.transact(hints.ask_change, actor, press.subject)
        toast("toast-hint-write")
    elif press.extra == DROP:
        await unit.transact(hints.drop, actor, press.subject)
        toast("toast-hint-gone")
    else:
        raise StaleButton


def beside(showing: Showing, sheet: CaseSheet) -> tuple[str, ...]:
    """What to know of the place: on a card once somebody has taken it, on a look while it is in work."""
    looked_at = showing.wanted.key == "case-shown"
    if sheet.state not in OPEN or (sheet.state is State.FILED and not looked_at):
        return ()
    found = showing.reader.hints_on(sheet.id)[-ON_CARD:]
    return tuple(_line(showing, one) for one in found)


def listing(showing: Showing) -> Shown:
    """Those of a place, each with its buttons."""
    found = showing.reader.hints_below(showing.wanted.about or 0)[-LISTED:]
    where = showing.name(str(showing.wanted.params["where"]))
    kept = showing.say("hint-kept") if showing.wanted.params["kept"] else ""
    head = showing.say("hint-list", where=where) if found else showing.say("hint-none", where=where)
    buttons = (_buttons(showing, place, one) for place, one in enumerate(found, start=1))
    numbered = (f"{place}. {_line(showing, one)}" for place, one in enumerate(found, start=1))
    html = lines(kept, head, *numbered, showing.say("hint-how"))
    return Shown(html, rows(*buttons) or (showing.row((("button-help", Tap.HELP),)),))


def hint_wanted(showing: Showing) -> Shown:
    """What to write."""
    return Shown(showing.say("hint-wanted"), (showing.row((("button-cancel", Tap.CANCEL),)),))


def _buttons(showing: Showing, place: int, one: HintLine) -> tuple[Button, ...]:
    return (
        showing.button("button-hint-edit", Tap.HINT, one.id, EDIT, place=place),
        showing.button("button-hint-drop", Tap.HINT, one.id, DROP, place=place),
    )


def _line(showing: Showing, one: HintLine) -> str:
    words = showing.quoted(one.words, WORDS) or Opened(showing.plain("words-gone"))
    return showing.say("hint-line", place=showing.name(one.place), who=showing.name(one.who), words=words)


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"hint-list": listing, "hint-wanted": hint_wanted}
