"""Setting a compound up in talk: said in a group, gone on with in private, in words or by a file."""

from collections.abc import Callable
from typing import Any

from aiogram import Router
from aiogram.types import Message, User

from domain.kernel.people import Actor, Role
from domain.places import governing, groups, importing, setup, staff
from domain.places import leads as charges
from domain.places.rooms import BadPattern
from domain.places.steps import BadLink, NotAPost, Step, before
from handlers.filters import Meant
from handlers.intents import Intent
from handlers.ports import Dialogue, Ranks, Unit
from handlers.refusals import NoList
from handlers.said import Said
from handlers.setup import leads, pattern, taps, wording
from handlers.setup.taps import Deed
from handlers.texts import locale_of

MOST_DIGITS = 19
"""Of an id of ours."""


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(begin, Meant(Intent.SETUP))
    made.message.register(words, Meant(Intent.SETUP_WORDS))
    taps.register(made)


async def begin(message: Message, said: Said, unit: Unit, actor: Actor, locale: str, ranks: Ranks) -> None:
    """Begin in a group, go on in private, follow a link, or give somebody a post."""
    post, leading = wording.appointing(said.spoken.words), leads.sentence(said.spoken.words)
    if leading is not None:
        deed = Deed(charges.name_by_words, (None, leading[0], *leading[1]))
    elif post is not None:
        deed = _appoint(message, post)
    elif said.private:
        deed = _link(said.spoken.words) if said.spoken.words[:2] == "s-" else Deed(groups.at_home, ())
    else:
        admin = await ranks.administers(actor.chat_id, actor.user_id)
        deed = taps.begin(admin, message.chat.title, locale)
    await unit.transact(deed.service, actor, *deed.args)


def _link(payload: str) -> Deed:
    """`s-g<compound>` goes on; `s-a<appointment>-<proof>` takes a post up; raises BadLink."""
    kind, (number, _, proof) = payload[2:3], payload[3:].strip().partition("-")
    if not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS and int(number) < 2**63):
        raise BadLink
    if kind == "g":
        return Deed(setup.resume, (int(number),))
    if kind == "a":
        return Deed(staff.accept, (int(number), proof))
    raise BadLink


def _appoint(message: Message, post: str) -> Deed:
    answered = message.reply_to_message
    who = answered.from_user if answered is not None and answered.sender_chat is None else None
    if who is None or who.is_bot:
        raise NotAPost
    charged = leads.said(post)
    if charged is not None:
        return Deed(charges.name_answered, (_other(who, message.chat.id), *charged))
    role, place = wording.post(post)
    return Deed(staff.appoint, (_other(who, message.chat.id), role, place))


def _other(user: User, chat_id: int) -> Actor:
    return Actor(user.id, user.full_name, locale_of(user.language_code), chat_id, private=False)


async def words(
    message: Message, said: Said, dialogue: Dialogue, unit: Unit, actor: Actor, locale: str
) -> None:
    """What was waited for: a name, words, rooms, bodies, people."""
    deed = _answered(message, said, dialogue, locale)
    await unit.transact(deed.service, actor, *deed.args)


def _answered(message: Message, said: Said, dialogue: Dialogue, locale: str) -> Deed:
    what, text = dialogue.state.partition(".")[2], said.text.strip()
    if what in OFFERED:
        return Deed(OFFERED[what], (dialogue.data["offer"], text))
    compound = int(dialogue.data["compound"])
    if message.document is not None:
        return Deed(importing.upload, (compound, message.document.file_id))
    if said.media:
        raise NoList
    step = Step.PEOPLE if what == "captain" else Step(what)
    if wording.goes_back(text):
        return Deed(setup.go, (compound, step if what == "captain" else before(step)))
    if wording.skips(text) and not (step is Step.ROOMS and wording.agrees(text)):
        return Deed(setup.skip, (compound, step))
    return SAID[what](compound, text, locale)


def _rooms(compound: int, text: str, locale: str) -> Deed:
    if wording.agrees(text):
        return Deed(setup.build, (compound,))
    if not text:
        raise BadPattern(line=1)
    return Deed(setup.sketch, (compound, pattern.parse(text)))


def _bodies(compound: int, text: str, locale: str) -> Deed:
    names = wording.body_names(locale)
    if wording.without_property(text):
        return Deed(governing.without_property, (compound, names))
    return Deed(governing.name_bodies, (compound, wording.namings(text), names))


def _people(compound: int, text: str, locale: str) -> Deed:
    leading = leads.sentence(text)
    if leading is not None:
        return Deed(charges.name_by_words, (compound, leading[0], *leading[1]))
    role, place = wording.post(text)
    if role is None:
        raise NotAPost
    if role is Role.CAPTAIN and not place:
        return Deed(staff.ask_building, (compound,))
    return Deed(staff.invite_by_words, (compound, role, place))


SAID: dict[str, Callable[[int, str, str], Deed]] = {
    "name": lambda compound, text, _: Deed(setup.name, (compound, text)),
    "words": lambda compound, text, _: Deed(setup.call_levels, (compound, wording.typed_levels(text))),
    "rooms": _rooms,
    "bodies": _bodies,
    "people": _people,
    "captain": lambda compound, text, _: Deed(staff.invite_by_words, (compound, Role.CAPTAIN, text)),
}
"""What words mean while a step waits for them."""

OFFERED: dict[str, Callable[..., Any]] = {"place": groups.bind_place, "club": groups.bind_club}
"""What words mean while a group waits to be bound."""
