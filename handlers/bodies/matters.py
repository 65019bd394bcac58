"""The list of matters in talk: awaited as a file, shown before it counts, put into force by a tap."""

from collections.abc import Callable, Mapping

from aiogram.types import CallbackQuery, Message

from domain.kernel.people import Actor
from domain.matters import service
from handlers.ports import Attachment, Dialogue, Shown, Toast, Unit
from handlers.presses import Press, Tap
from handlers.refusals import StaleButton
from handlers.showing import Showing, lines

ENABLE, DROP = "on", "drop"

WAY_OUT = (("button-cancel", Tap.CANCEL),)


async def show(message: Message, unit: Unit, actor: Actor) -> None:
    """How the list stands, and how to send a new one."""
    await unit.transact(service.show, actor)


async def take(message: Message, unit: Unit, actor: Actor, dialogue: Dialogue) -> None:
    """The file that was waited for."""
    file_id = message.document.file_id if message.document is not None else None
    await unit.transact(service.upload, actor, int(dialogue.data["compound"]), file_id)


async def tap(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Put it into force, or forget it."""
    if press.extra == ENABLE:
        made = await unit.transact(service.enable, actor, press.subject)
        toast("toast-matters", version=made.version)
    elif press.extra == DROP:
        await unit.transact(service.drop, actor, press.subject)
        toast("toast-cancelled")
    else:
        raise StaleButton


def preview(showing: Showing) -> Shown:
    """What a file would change."""
    given = {name: showing.given(name) for name in ("count", "new", "gone", "version", "bodies")}
    about = showing.wanted.about or 0
    buttons = (
        showing.button("button-matters-on", Tap.MATTERS, about, ENABLE),
        showing.button("button-matters-drop", Tap.MATTERS, about, DROP),
    )
    return Shown(showing.say("matters-preview", **given), (buttons,))


def bad(showing: Showing) -> Shown:
    """Which lines cannot be taken, and why; nothing was kept."""
    count, named = int(showing.wanted.params["bad"]), str(showing.wanted.params["named"])
    said = [
        showing.say("matters-line", line=int(line), why=why)
        for line, _, why in (one.partition(":") for one in named.split(","))
    ]
    left = count - len(said)
    more = showing.say("matters-more", count=left) if left > 0 else ""
    return Shown(lines(showing.say("matters-bad", bad=count), *said, more), (showing.row(WAY_OUT),))


def file(showing: Showing) -> Shown:
    """The list, or a template, as a spreadsheet."""
    stored = str(showing.wanted.params["file"])
    text = showing.say("matters-sheet", version=showing.given("version"))
    return Shown(text, (), (Attachment("document", stored=stored),))


def plain(showing: Showing) -> Shown:
    """One text."""
    return Shown(
        showing.say(showing.wanted.key, **{name: showing.given(name) for name in showing.wanted.params})
    )


def awaited(showing: Showing) -> Shown:
    """The file is waited for; there is a way out."""
    return Shown(plain(showing).html, (showing.row(WAY_OUT),))


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "matters-preview": preview,
    "matters-bad": bad,
    "matters-sheet": file,
    **dict.fromkeys(("matters-how", "matters-broken"), awaited),
    **dict.fromkeys(("matters-reading", "matters-live"), plain),
}
