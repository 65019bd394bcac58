"""Ready words in talk: kept, changed and forgotten in a line; used by a tap or by their name."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases import canned
from domain.cases.canned import Canned, Fill, Known
from domain.cases.service import ById, ByNumber, Which
from domain.kernel.people import Actor
from handlers.commands import listed
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Button, Dialogue, Shown, Toast, Unit
from handlers.presses import Press, Tap, base36
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.showing import Showing, lines, rows
from handlers.sizes import calm
from handlers.texts import Opened, load
from handlers.times import spoken

LIST, USE, DROP = "list", "u", "d"

WORDS = 120
"""UTF-16 units of ready words in a list."""

NAME = 40
"""UTF-16 units of a name in a list and on a button; more than a name may have."""

NOTHING = Opened("…")
"""In place of what nobody could see."""


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(say, Meant(Intent.CANNED))
    made.callback_query.register(tap, Pressed(Tap.CANNED))


async def say(
    message: Message, said: Said, unit: Unit, actor: Actor, dialogue: Dialogue | None, locale: str
) -> None:
    """On a case: use them, or choose some; elsewhere: list, keep or forget."""
    words, which = calm(said.spoken.words).strip(), _which(said, dialogue)
    if which is not None:
        if words:
            await unit.transact(canned.use, actor, which, words, filling(locale), said.message_id)
        else:
            await unit.transact(canned.offer, actor, which)
        return
    head, _, rest = words.partition(" ")
    if not words:
        await unit.transact(canned.show, actor)
    elif head.lower() in listed("canned-drop-words"):
        await unit.transact(canned.forget, actor, rest)
    else:
        await unit.transact(canned.keep, actor, head, named(rest))


async def tap(
    query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast, locale: str
) -> None:
    """Choose, use or forget."""
    extra = press.extra or ""
    if extra == LIST:
        await unit.transact(canned.offer, actor, ById(press.subject))
        toast("toast-sent")
        return
    if extra[:1] not in (USE, DROP) or not extra[1:].isalnum():
        raise StaleButton
    wanted = int(extra[1:], 36)
    if extra[0] == DROP:
        gone = await unit.transact(canned.drop, actor, wanted)
        toast("toast-canned-gone", name=gone.name)
        return
    below = query.message.message_id if query.message is not None else 0
    case = await unit.transact(canned.use, actor, ById(press.subject), wanted, filling(locale), below)
    toast("toast-canned", number=case.number)


def filling(locale: str) -> Fill:
    """Says what a case knows in that language."""

    def fill(words: str, known: Known) -> str:
        texts = load()
        values = {
            "name": known.name or texts.plain(locale, "canned-neighbour", {}),
            "number": f"#{known.number}",
            "place": known.place,
            "due": spoken(texts, locale, known.due, known.now, known.zone),
        }
        return canned.filled(words, values)

    return fill


def named(words: str) -> str:
    """The words with their holes called as the rules call them, whatever language wrote them."""
    return re.sub(
        r"\{\s*([^{}]*?)\s*\}", lambda hole: "{" + _holes().get(hole[1].lower(), hole[1]) + "}", words
    )


@cache
def _holes() -> Mapping[str, str]:
    pairs = (pair.partition("=") for pair in listed("canned-holes"))
    return {word: hole for word, _, hole in pairs}


def _which(said: Said, dialogue: Dialogue | None) -> Which | None:
    if said.spoken.number is not None:
        return ByNumber(said.spoken.number)
    waits = dialogue.data.get("case") if dialogue is not None and not said.answers else None
    case_id = said.case_id if said.case_id is not None else waits
    return ById(int(case_id)) if case_id is not None else None


def listing(showing: Showing) -> Shown:
    """All of them, with a button to forget each."""
    found = showing.reader.canned_of(int(showing.wanted.params["compound"]))
    changed = showing.wanted.params["changed"]
    kept = showing.say("canned-kept", changed=int(changed)) if changed is not None else ""
    head = showing.say("canned-list") if found else showing.say("canned-empty")
    drops = tuple(
        (
            showing.button(
                "button-canned-drop", Tap.CANNED, 0, DROP + base36(one.id), name=_name(showing, one)
            ),
        )
        for one in found
    )
    html = lines(kept, head, *(_line(showing, one) for one in found), _how(showing))
    return Shown(html, drops or (showing.row((("button-help", Tap.HELP),)),))


def which(showing: Showing) -> Shown | None:
    """A button for each, on one case."""
    case_id = showing.wanted.about or 0
    if showing.reader.case_sheet(case_id) is None:
        return None
    found = showing.reader.canned_for(case_id)
    text = showing.say("canned-which", number=showing.given("number"))
    chosen = tuple(
        (Button(_name(showing, one).text, data=Press(Tap.CANNED, case_id, USE + base36(one.id)).pack()),)
        for one in found
    )
    look = showing.row((("button-look", Tap.LOOK),), case_id)
    if not found:
        return Shown(lines(showing.say("canned-empty"), _how(showing)), (look,))
    return Shown(lines(text, *(_line(showing, one) for one in found)), rows(*chosen, look))


def button(showing: Showing, case_id: int) -> tuple[Button, ...]:
    """On a card, where the compound has any."""
    if not showing.reader.canned_for(case_id):
        return ()
    return (showing.button("button-canned", Tap.CANNED, case_id, LIST),)


def _line(showing: Showing, one: Canned) -> str:
    words = showing.quoted(one.words, WORDS) or NOTHING
    return showing.say("canned-line", name=_name(showing, one), words=words)


def _name(showing: Showing, one: Canned) -> Opened:
    return showing.quoted(one.name, NAME) or NOTHING


def _how(showing: Showing) -> str:
    return showing.say("canned-how", name="{name}", number="{number}", place="{place}", due="{due}")


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"canned-list": listing, "canned-which": which}
