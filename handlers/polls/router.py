"""Polls in talk: one sentence starts one, one tap votes."""

from functools import partial

from aiogram import Router
from aiogram.types import Message

from domain.flows import open_now
from domain.kernel.errors import Invalid
from domain.kernel.people import Actor
from domain.polls import drafting, leading, voting
from handlers.commands import Verb
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.polls import taps, wording
from handlers.ports import Dialogue, Unit
from handlers.presses import Tap
from handlers.said import Said

SHORT = 12
"""Characters of an answer below a card that is a try to vote; longer ones are talk among neighbours."""


class WordsOnly(Invalid):
    """A poll is made of words, and something else came."""

    key = "error-words-only"


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(start, Meant(Intent.POLL))
    made.message.register(words, Meant(Intent.POLL_WORDS))
    made.message.register(say, Meant(Intent.POLL_SAY))
    made.message.register(list_open, Meant(Intent.OPEN_NOW))
    made.callback_query.register(taps.vote, Pressed(Tap.VOTE))
    made.callback_query.register(taps.lead, Pressed(Tap.POLL))


async def start(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """A poll to be; its preview is the answer."""
    if not said.spoken.words.strip():
        await unit.transact(open_now.poll, actor)
        return
    await unit.transact(drafting.draft, actor, wording.parse(said.spoken.words, said.said_at))


async def words(message: Message, said: Said, unit: Unit, actor: Actor, dialogue: Dialogue) -> None:
    """The words that a draft waited for: its options, all of it, or when it closes."""
    if said.media:
        raise WordsOnly
    poll_id = int(dialogue.data["poll"])
    if dialogue.state == drafting.OPTIONS_WANTED:
        await unit.transact(drafting.give_options, actor, poll_id, wording.options(said.text))
    elif dialogue.state == leading.WHEN_WANTED:
        await unit.transact(leading.close_at, actor, poll_id, wording.when(said.text, said.said_at))
    else:
        await unit.transact(drafting.reword, actor, poll_id, wording.parse(said.text, said.said_at))


async def say(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """A link that opens a poll, or words below a card: a vote, or a vote taken back."""
    if said.spoken.verb is Verb.START:
        await unit.transact(voting.look, actor, _linked(said.spoken.words))
        return
    poll_id = said.answered.subject if said.answered is not None else 0
    if wording.taken_back(said.text):
        await unit.transact(voting.take_back, actor, poll_id, said.message_id)
        return
    read = partial(wording.voted, said.text)
    quietly = not said.private and len(said.text) > SHORT
    await unit.transact(voting.say, actor, poll_id, read, said.message_id, quietly=quietly)


async def list_open(message: Message, unit: Unit, actor: Actor) -> None:
    """What runs now in the asker's places."""
    await unit.transact(open_now.show_open, actor)


def _linked(payload: str) -> int:
    """The poll of `v-<id>`, 0 where it is none."""
    try:
        return int(payload.partition("-")[2], 36)
    except ValueError:
        return 0
