"""Posters: made by a word, scanned by anybody, and the next message is a report from there."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from aiogram import Router
from aiogram.types import Message

from domain.cases import posters
from domain.cases.intake_sheets import PosterSheet
from domain.kernel.people import Actor
from domain.places.mentioned import Mention
from handlers.cases.proposing import named, proposed
from handlers.commands import listed
from handlers.filters import Meant
from handlers.intents import Intent
from handlers.ports import Attachment, Dialogue, Shown, Unit
from handlers.presses import Tap
from handlers.said import Said
from handlers.showing import Showing, rows
from handlers.texts import Opened
from knowledge.spoken_places import mentioned


def register(made: Router) -> None:
    """Take what is said and scanned."""
    made.message.register(make, Meant(Intent.POSTER))
    made.message.register(scan, Meant(Intent.SPOT))
    made.message.register(words, Meant(Intent.SPOT_WORDS))


async def make(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Have one drawn."""
    where, spot = spot_in(said.spoken.words)
    await unit.transact(posters.make, actor, where, spot)


async def scan(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Somebody stands before one."""
    token = said.spoken.words.partition("-")[2].strip()
    number = int(token, 36) if token.isascii() and token.isalnum() and len(token) <= 13 else 0
    await unit.transact(posters.scan, actor, number if number < 2**63 else 0)


async def words(message: Message, said: Said, unit: Unit, actor: Actor, dialogue: Dialogue) -> None:
    """What is wrong there."""
    draft = said.draft()
    draft = replace(draft, proposal=proposed(draft.text), where=named(draft.text))
    await unit.transact(posters.report, actor, int(dialogue.data["poster"]), draft)


def spot_in(text: str) -> tuple[Mention, str]:
    """The place and the spot that a poster is wanted for: one that we know, or a name of its own."""
    found = mentioned(text)
    own = " ".join((found.spot or found.rest).split())
    known = dict(pair.split("=") for pair in listed("poster-spots"))
    return Mention(found.names, None, text), known.get(own.lower(), own)


def where(showing: Showing, sheet: PosterSheet) -> Opened:
    """Compound, place and spot in one line."""
    spot = showing.plain("spot-name", spot=sheet.spot)
    parts = [sheet.compound, *(part for part in (sheet.place, spot) if part)]
    return Opened(" ".join(showing.name(part).text for part in parts))


def making(showing: Showing) -> Shown:
    """It comes in a moment."""
    return Shown(showing.say("poster-making"), (showing.row((("button-help", Tap.HELP),)),))


def ready(showing: Showing) -> Shown | None:
    """The picture to print."""
    sheet = showing.reader.poster_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    stored = Attachment("document", stored=str(showing.wanted.params["file"]))
    text = showing.say("poster-ready", where=where(showing, sheet))
    return Shown(text, rows(showing.row((("button-help", Tap.HELP),))), (stored,))


def here(showing: Showing) -> Shown | None:
    """What is wrong here?"""
    sheet = showing.reader.poster_sheet(int(showing.wanted.params["poster"]))
    if sheet is None:
        return None
    cancel = showing.row((("button-cancel", Tap.CANCEL),))
    return Shown(showing.say("poster-here", where=where(showing, sheet)), (cancel,))


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "poster-making": making,
    "poster-ready": ready,
    "poster-here": here,
}
