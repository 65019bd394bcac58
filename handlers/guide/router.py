"""Questions in talk: answered with source and date, suggested, or handed to a worker."""

from aiogram import Router
from aiogram.types import Message

from domain.cases.talk import WordsOnly
from domain.guide import answering, asking
from domain.guide.rules import Asked
from domain.kernel.people import Actor
from handlers.filters import Meant, Pressed
from handlers.guide import choices, taps
from handlers.guide.sentence import looks_like, may_be_report
from handlers.intents import Intent
from handlers.ports import Dialogue, Library, Unit
from handlers.presses import Tap
from handlers.said import Said


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(ask, Meant(Intent.ASK))
    made.message.register(asked, Meant(Intent.ASK_WORDS))
    made.message.register(answer, Meant(Intent.GUIDE_WORDS))
    made.message.register(reply, Meant(Intent.GUIDE_SAY))
    made.callback_query.register(taps.press, Pressed(Tap.ASK))
    made.callback_query.register(taps.steps, Pressed(Tap.GUIDE))


async def ask(message: Message, said: Said, unit: Unit, actor: Actor, library: Library) -> None:
    """A question; without words, ask for them."""
    words = said.spoken.words.strip()
    if not words:
        await unit.transact(asking.begin, actor)
        return
    plain = said.spoken.verb is None
    await _ask(said, words, unit, actor, library, sure=not (plain and may_be_report(words)))


async def asked(message: Message, said: Said, unit: Unit, actor: Actor, library: Library) -> None:
    """The question that was waited for."""
    if said.media:
        await unit.refuse(WordsOnly())
        return
    await _ask(said, said.text, unit, actor, library)


async def answer(message: Message, said: Said, unit: Unit, actor: Actor, dialogue: Dialogue) -> None:
    """A worker's answer that was waited for."""
    if said.media:
        await unit.refuse(WordsOnly())
        return
    await unit.transact(answering.answer, actor, int(dialogue.data["question"]), said.text)


async def reply(message: Message, said: Said, unit: Unit, actor: Actor, library: Library) -> None:
    """Words below one of our answers: a worker's on the workers' card, else another question.

    In a group only what asks: neighbours may talk below an answer without us.
    """
    card = said.answered
    if card is not None and card.verb is Tap.ASK and card.extra == choices.ANSWER:
        await unit.transact(answering.answer, actor, card.subject, said.text)
    elif said.private or said.named or looks_like(said.text):
        await _ask(said, said.text, unit, actor, library)


async def _ask(
    said: Said, words: str, unit: Unit, actor: Actor, library: Library, *, sure: bool = True
) -> None:
    question = Asked(words, said.message_id, said.said_at, sure)
    await unit.transact(asking.ask, actor, question, await library.find(words, actor))
