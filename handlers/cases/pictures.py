"""Pictures that neighbours may see: a tap for each, and what of them a message brings."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.cases.pictures import before_and_after, for_neighbours, judge
from domain.kernel.people import Actor
from handlers.filters import Pressed
from handlers.ports import Attachment, Button, Toast, Unit
from handlers.presses import Press, Tap, base36
from handlers.refusals import StaleButton
from handlers.showing import Showing

SHOW, HIDE, ALL = "y", "n", "all"

MOST = 6
"""Pictures that have a button of their own."""


def register(made: Router) -> None:
    """Take what is pressed on pictures."""
    made.callback_query.register(tap, Pressed(Tap.PICTURE))


async def tap(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Let neighbours see one or all, or take one back."""
    choice, picture = press.extra or "", None
    if choice != ALL:
        if choice[:1] not in (SHOW, HIDE) or not choice[1:].isalnum():
            raise StaleButton
        picture = int(choice[1:], 36)
    shown = choice[:1] != HIDE
    case = await unit.transact(judge, actor, press.subject, picture, shown=shown)
    toast("toast-picture", number=case.number, shown=int(shown), all=int(picture is None))


def choices(showing: Showing, case_id: int) -> tuple[tuple[Button, ...], ...]:
    """A button for each picture, and one for all where there are several."""
    found = showing.reader.pictures(case_id)
    each = tuple(
        (
            showing.button(
                "button-picture-hide" if one.approved else "button-picture-show",
                Tap.PICTURE,
                case_id,
                (HIDE if one.approved else SHOW) + base36(one.id),
                place=place,
            ),
        )
        for place, one in enumerate(found[:MOST], start=1)
    )
    if len(found) > 1 and not all(one.approved for one in found):
        return (*each, (showing.button("button-pictures-show", Tap.PICTURE, case_id, ALL),))
    return each


def shared(showing: Showing, case_id: int) -> tuple[Attachment, ...]:
    """What neighbours see: the files that lie here without EXIF, never the platform's own."""
    found = for_neighbours(showing.reader.pictures(case_id))
    return tuple(Attachment("photo", stored=one.stored, sealed=one.id) for one in found)


def compared(showing: Showing, case_id: int) -> tuple[Attachment, ...]:
    """Before and after, for whoever reported."""
    found = before_and_after(showing.reader.pictures(case_id))
    return tuple(Attachment("photo", file_id=one.file_id) for one in found if one.file_id is not None)
