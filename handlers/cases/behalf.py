"""A report that a captain or a worker writes down for somebody, and the calls that they owe for it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.cases import behalf, calling
from domain.cases.behalf import Caller
from domain.cases.calling import JUDGED, Outcome
from domain.cases.sheets import CaseSheet
from domain.kernel.people import Actor
from handlers.cases.lines import LOOK
from handlers.cases.proposing import named, proposed
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.ports import Button, Shown, Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.showing import Showing, rows

LATER = "later"
"""What a button carries that makes a duty of calling back; the others carry an Outcome."""

LONGEST_NAME = 16
"""Characters of a name at most; a longer word is part of the matter."""

_PHONE = re.compile(r"(?<!\d)(?:1\d{10}|0\d{2,3}-?\d{7,8}|\d{7,8})(?!\d)")
_BREAK = re.compile(r"[\s,\uff0c\u3001:\uff1a]+")


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(record, Meant(Intent.BEHALF))
    made.callback_query.register(call, Pressed(Tap.BEHALF))


async def record(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """File it in somebody's name."""
    caller, matter = told_by(said.spoken.words)
    draft = replace(said.draft(), text=matter, proposal=proposed(matter), where=named(matter))
    await unit.transact(behalf.record, actor, caller, draft)


async def call(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """A call is owed, or was made."""
    if press.extra == LATER:
        case = await unit.transact(calling.later, actor, press.subject)
        toast("toast-call-later", number=case.number)
    elif press.extra in set(Outcome):
        outcome = Outcome(press.extra)
        case = await unit.transact(calling.called, actor, press.subject, outcome)
        toast("toast-called", number=case.number, outcome=outcome.value)
    else:
        raise StaleButton


def told_by(text: str) -> tuple[Caller, str]:
    """Who came or called, and what they say: the first word is a name, the first number of a telephone's
    length a telephone.
    """
    found = _PHONE.search(text)
    phone = found[0] if found is not None else None
    rest = text[: found.start()] + " " + text[found.end() :] if found is not None else text
    name, *matter = [*_BREAK.split(rest.strip(), maxsplit=1), ""][:2]
    if any(map(str.isdigit, name)) or len(name) > LONGEST_NAME:
        return Caller("", phone), rest.strip()
    return Caller(name, phone), matter[0].strip()


def slip(showing: Showing) -> Shown | None:
    """What to read out to whoever came or called, number first; and how to remember a call."""
    sheet = showing.reader.case_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    who = showing.wanted.params.get("who")
    due = showing.wanted.params.get("due")
    text = showing.say(
        "case-slip",
        number=sheet.number,
        reporter=showing.name(sheet.reporter),
        body=showing.name(sheet.body),
        who=showing.given("who") if who is not None else None,
        due=showing.when(due, sheet.zone) if due is not None and due > showing.now else None,
    )
    later = showing.button("button-call-later", Tap.BEHALF, sheet.id, LATER)
    return Shown(text, rows((*showing.row(LOOK, sheet.id), later)))


def again(showing: Showing) -> Shown | None:
    """It goes back to work."""
    sheet = showing.reader.case_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    return Shown(showing.say("case-called-again", number=sheet.number), rows(showing.row(LOOK, sheet.id)))


def calls(showing: Showing, sheet: CaseSheet) -> tuple[Button, ...]:
    """What whoever calls back can press."""
    if sheet.behalf_id is None:
        return ()
    if sheet.state in JUDGED:
        both = (("button-called-solved", Outcome.SOLVED), ("button-called-unsolved", Outcome.UNSOLVED))
        return tuple(showing.button(label, Tap.BEHALF, sheet.id, outcome.value) for label, outcome in both)
    if sheet.call_at is None:
        return ()
    return (showing.button("button-called", Tap.BEHALF, sheet.id, Outcome.REACHED.value),)


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"case-slip": slip, "case-called-again": again}
