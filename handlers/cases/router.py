"""Cases in words: a report, its continuation, and every step that can be said."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import Message

from domain.cases import answered, following, hearing, intake, screens, talk
from domain.cases.rules import Source
from domain.cases.service import ById
from domain.cases.table import Action
from domain.kernel.people import Actor
from handlers.cases import (
    behalf,
    canned,
    choices,
    held,
    hidden,
    hints,
    life,
    pictures,
    placing,
    posters,
    privacy,
    striking,
    taps,
)
from handlers.cases.proposing import follows, named, proposed, vague
from handlers.cases.which import which
from handlers.commands import Verb
from handlers.filters import Meant
from handlers.intents import Intent
from handlers.ports import Dialogue, Unit
from handlers.said import Said
from knowledge.outages import subject_of

STEPS = {
    Verb.FINISH: Action.FINISH,
    Verb.CONFIRM: Action.CONFIRM,
    Verb.PARTLY: Action.PARTLY,
    Verb.INQUIRE: Action.ASK,
    Verb.WAKE: Action.WAKE,
    Verb.AGREE: Action.AGREE,
    Verb.OBJECT: Action.OBJECT,
    Verb.REOPEN: Action.REOPEN,
    Verb.TAKE: Action.TAKE,
    Verb.REPLY: Action.REPLY,
    Verb.ADD: Action.ADD,
    Verb.WITHDRAW: Action.WITHDRAW,
}
"""The step that a verb names; "done" is one or the other, by who says it."""


def register(made: Router) -> None:
    """Take what is said of cases and pressed on them."""
    made.message.register(report, Meant(Intent.REPORT))
    made.message.register(go_on, Meant(Intent.CONTINUE))
    made.message.register(words, Meant(Intent.WORDS, Intent.WORDS_WITH_MEDIA))
    made.message.register(step, Meant(Intent.STEP))
    made.message.register(say, Meant(Intent.SAY))
    made.message.register(look, Meant(Intent.LOOK))
    made.message.register(ask_report, Meant(Intent.ASK_REPORT))
    taps.register(made)
    life.register(made)
    choices.register(made)
    privacy.register(made)
    hidden.register(made)
    striking.register(made)
    posters.register(made)
    behalf.register(made)
    placing.register(made)
    held.register(made)
    pictures.register(made)
    canned.register(made)
    hints.register(made)


async def report(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """File it."""
    draft = said.draft()
    draft = replace(draft, proposal=proposed(draft.text), where=named(draft.text))
    after, short = follows(said.spoken.words), vague(draft)
    bare = said.spoken.verb is None
    if said.secondhand:
        await unit.transact(intake.report, actor, draft.of(Source.PASSED))
    elif (subject := subject_of(said.spoken.words)) is not None:
        more = {"follows": after, "vague": short, "bare": bare}
        await unit.transact(answered.hear, actor, draft, subject, **more)
    elif bare:
        await unit.transact(following.hear, actor, draft, follows=after, vague=short)
    else:
        await unit.transact(intake.report, actor, draft)


async def go_on(message: Message, said: Said, unit: Unit, actor: Actor, dialogue: Dialogue) -> None:
    """The next part of a text that the writer's client split."""
    await unit.transact(intake.continued, actor, int(dialogue.data["case"]), said.draft())


async def words(message: Message, said: Said, unit: Unit, actor: Actor, dialogue: Dialogue) -> None:
    """The words that a step waited for."""
    case_id, action, draft = int(dialogue.data["case"]), dialogue.data["action"], said.draft()
    if action == hearing.HEARD:
        await unit.transact(hearing.write, actor, case_id, replace(draft, proposal=proposed(draft.text)))
    elif action == Action.DEFER:
        await life.defer(draft, ById(case_id), unit, actor)
    else:
        await unit.transact(talk.complete, actor, case_id, Action(action), draft)


async def step(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """A step named in words."""
    verb, meant = said.spoken.verb, which(said)
    if verb in life.SAID:
        await life.said(said, meant, unit, actor)
    elif verb is None or verb not in STEPS:
        await unit.transact(talk.done, actor, meant, said.spoken.words)
    else:
        await unit.transact(talk.step, actor, meant, STEPS[verb], said.spoken.words)


async def say(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """Words for a case, named by its number or answered to."""
    await unit.transact(talk.say, actor, which(said), said.remark())


async def look(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """One case, or all of the asker's own."""
    if said.spoken.number is None and said.case_id is None:
        await unit.transact(screens.show_mine, actor)
    else:
        await unit.transact(screens.show_case, actor, which(said))


async def ask_report(message: Message, unit: Unit, actor: Actor) -> None:
    """A report without words: say how."""
    await unit.transact(talk.ask_report, actor)
