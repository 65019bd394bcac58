"""退单 in talk: why, whose it is instead; whom the arbiter names; who joins."""

from collections.abc import Callable, Mapping

from aiogram.types import CallbackQuery, Message

from domain.cases import returning
from domain.cases.returning import Reason
from domain.cases.service import ById
from domain.cases.sheets import CaseSheet
from domain.kernel.people import Actor
from handlers.bodies.buttons import ASK_JOIN, DECIDE, JOIN, REASON, RETURN, choice_of, with_id
from handlers.cases.lines import LOOK, WORKER, reported
from handlers.cases.which import which
from handlers.ports import Button, Shown, Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.said import Said
from handlers.showing import Showing, lines, rows
from handlers.texts import Speakable

LETTERS = {"o": Reason.OURS, "p": Reason.POWER, "w": Reason.PLACE}
"""Reasons as buttons carry them."""

ANYBODY = 0
"""In place of a body: whoever looks at what is nobody's."""

WORDS = 700
"""UTF-16 units of a report that the arbiter is shown."""


async def say(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """ "#12 give it back"."""
    await unit.transact(returning.ask, actor, which(said))


async def join(message: Message, said: Said, unit: Unit, actor: Actor) -> None:
    """ "#12 together with others"."""
    await unit.transact(returning.ask_join, actor, which(said))


async def tap(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """By button."""
    extra, this = press.extra or "", ById(press.subject)
    if extra == RETURN:
        await unit.transact(returning.ask, actor, this)
        toast("toast-sent")
    elif extra == ASK_JOIN:
        await unit.transact(returning.ask_join, actor, this)
        toast("toast-sent")
    elif extra[:1] == REASON and extra[1:] in LETTERS:
        await unit.transact(returning.ask_whose, actor, this, LETTERS[extra[1:]])
        toast("toast-sent")
    elif (chosen := choice_of(extra, *(REASON + letter for letter in LETTERS))) is not None:
        choice, body_id = chosen
        to = body_id if body_id != ANYBODY else None
        case = await unit.transact(returning.give_back, actor, this, LETTERS[choice[1:]], to)
        toast("toast-returned", number=case.number)
    elif (chosen := choice_of(extra, JOIN, DECIDE)) is not None:
        choice, body_id = chosen
        if choice == JOIN:
            case = await unit.transact(returning.join, actor, this, body_id)
        else:
            case = await unit.transact(returning.decide, actor, press.subject, body_id)
        toast("toast-body", number=case.number)
    else:
        raise StaleButton


def why(showing: Showing) -> Shown | None:
    """The reasons, a button each; two taps give it back."""
    if _sheet(showing) is None:
        return None
    about = showing.wanted.about or 0
    buttons = tuple(
        (showing.button("button-return-why", Tap.BODY, about, REASON + letter, reason=reason.value),)
        for letter, reason in LETTERS.items()
    )
    return Shown(showing.say("case-return-why", number=showing.given("number")), buttons)


def whose(showing: Showing) -> Shown | None:
    """The other bodies, a button each, and "I do not know"."""
    if _sheet(showing) is None:
        return None
    about = showing.wanted.about or 0
    letter = next(one for one, reason in LETTERS.items() if reason == showing.wanted.params["reason"])
    choices = _bodies(showing, about, REASON + letter)
    unknown = (showing.button("button-return-anybody", Tap.BODY, about, with_id(REASON + letter, ANYBODY)),)
    text = showing.say("case-return-whose", number=showing.given("number"))
    return Shown(text, (*choices, unknown))


def decide(showing: Showing) -> Shown | None:
    """Nobody wants it: the arbiter's one tap."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    text = showing.say(
        "case-decide",
        number=sheet.number,
        who=showing.given("who"),
        reason=showing.given("reason"),
        body=showing.name(sheet.body),
        place=showing.name(sheet.place),
    )
    owners = showing.reader.owners(sheet.id)
    own = owners.body_id if owners is not None else 0
    keep = (Button(showing.name(sheet.body).text, data=_data(sheet.id, DECIDE, own)),)
    return Shown(
        lines(text, showing.words(reported(sheet), WORDS)), (keep, *_bodies(showing, sheet.id, DECIDE))
    )


def join_which(showing: Showing) -> Shown | None:
    """Which body is to join?"""
    if _sheet(showing) is None:
        return None
    about = showing.wanted.about or 0
    found = _bodies(showing, about, JOIN)
    key = "case-join-which" if found else "case-join-nobody"
    return Shown(showing.say(key, number=showing.given("number")), found)


def told(showing: Showing) -> Shown | None:
    """What came of it, with the next step."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    params = {name: given(showing, name) for name in showing.wanted.params}
    steps = WORKER.get(sheet.state, LOOK) if showing.wanted.key in TO_WORKER else LOOK
    text = showing.say(showing.wanted.key, **params, place=showing.name(sheet.place))
    return Shown(text, rows(showing.row(steps, sheet.id)))


def decided(showing: Showing) -> Shown:
    """To the arbiter, who may not be one of the workers."""
    return Shown(showing.say("case-decided", number=showing.given("number"), to=given(showing, "to")))


def given(showing: Showing, name: str) -> Speakable:
    if name == "to":
        return showing.name(showing.reader.body_name(int(showing.wanted.params["to"])))
    return showing.given(name)


def _bodies(showing: Showing, case_id: int, choice: str) -> tuple[tuple[Button, ...], ...]:
    owners = showing.reader.owners(case_id)
    if owners is None:
        return ()
    found = owners.others if choice == JOIN else (*owners.joined, *owners.others)
    return tuple((Button(showing.name(name).text, data=_data(case_id, choice, one)),) for one, name in found)


def _data(case_id: int, choice: str, body_id: int) -> str:
    return Press(Tap.BODY, case_id, with_id(choice, body_id)).pack()


def _sheet(showing: Showing) -> CaseSheet | None:
    return showing.reader.case_sheet(showing.wanted.about) if showing.wanted.about is not None else None


TO_WORKER = ("case-given", "case-join-asked")
"""Messages whose reader may take the case at once."""

VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "case-return-why": why,
    "case-return-whose": whose,
    "case-decide": decide,
    "case-decided": decided,
    "case-join-which": join_which,
    **dict.fromkeys(("case-returned", "case-given", "case-moved", "case-disputed", "case-join-asked"), told),
}
