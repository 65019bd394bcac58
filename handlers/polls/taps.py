"""Polls by button: one tap votes; the captain's taps mend a draft, post it, and look after it."""

from collections.abc import Awaitable, Callable, Mapping

from aiogram.types import CallbackQuery

from domain.kernel.people import Actor
from domain.polls import drafting, leading, posting, voting
from domain.polls.rules import PollState
from domain.polls.voting import Done, Voted
from handlers.ports import Toast, Unit
from handlers.presses import Press
from handlers.refusals import StaleButton
from handlers.sizes import cut

GROUP, DAYS = "g", "d"
"""Heads of two taps that carry a number: the group to post to, and in how many days to close."""

CHOICE = 40
"""UTF-16 units of an option in a toast."""


async def vote(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """Choose an option, or take it back."""
    if press.extra is None or not press.extra.isdecimal():
        raise StaleButton
    voted = await unit.transact(voting.tap, actor, press.subject, int(press.extra))
    _say(voted, toast)


def _say(voted: Voted, toast: Toast) -> None:
    if voted.done is Done.HOMELESS:
        toast("toast-vote-homeless", alert=True)
        return
    chosen = "/".join(cut(voted.poll.options[one].text, CHOICE) for one in sorted(voted.mine))
    until = voted.poll.closes_at
    match voted.done:
        case Done.NOTED:
            toast("toast-voted", options=chosen, until=until, keys=voted.keys)
        case Done.AGAIN:
            toast("toast-vote-again", options=chosen, until=until)
        case Done.BACK:
            toast("toast-vote-back", until=until)


async def lead(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """One of the captain's taps."""
    extra = press.extra or ""
    if extra in SIMPLE:
        await SIMPLE[extra](press.subject, unit, actor, toast)
    elif extra[:1] == GROUP and extra[1:].isalnum():
        await _post(press.subject, unit, actor, toast, -int(extra[1:], 36))
    elif extra[:1] == DAYS and extra[1:].isdecimal() and int(extra[1:]) in leading.DAYS:
        poll = await unit.transact(leading.close_in, actor, press.subject, int(extra[1:]))
        toast("toast-poll-closes", at=poll.closes_at)
    else:
        raise StaleButton


async def _post(poll_id: int, unit: Unit, actor: Actor, toast: Toast, chat: int | None = None) -> None:
    await unit.transact(posting.post, actor, poll_id, chat)
    toast("toast-poll-posted")


async def _unit(poll_id: int, unit: Unit, actor: Actor, toast: Toast) -> None:
    poll = await unit.transact(posting.set_unit, actor, poll_id)
    toast("toast-poll-unit", unit=poll.unit.value)


async def _most(poll_id: int, unit: Unit, actor: Actor, toast: Toast) -> None:
    poll = await unit.transact(posting.set_most, actor, poll_id)
    toast("toast-poll-most", most=poll.most)


async def _when(poll_id: int, unit: Unit, actor: Actor, toast: Toast) -> None:
    await unit.transact(leading.ask_when, actor, poll_id)
    toast("toast-sent")


async def _text(poll_id: int, unit: Unit, actor: Actor, toast: Toast) -> None:
    await unit.transact(drafting.ask_text, actor, poll_id)
    toast("toast-sent")


async def _drop(poll_id: int, unit: Unit, actor: Actor, toast: Toast) -> None:
    await unit.transact(posting.drop, actor, poll_id)
    toast("toast-poll-dropped")


async def _missing(poll_id: int, unit: Unit, actor: Actor, toast: Toast) -> None:
    await unit.transact(leading.show_missing, actor, poll_id)
    toast("toast-sent")


async def _nudge(poll_id: int, unit: Unit, actor: Actor, toast: Toast) -> None:
    count = await unit.transact(leading.nudge, actor, poll_id)
    toast("toast-poll-nudged", count=count)


async def _ask_end(poll_id: int, unit: Unit, actor: Actor, toast: Toast) -> None:
    await unit.transact(leading.ask_end, actor, poll_id)
    toast("toast-sent")


async def _end(poll_id: int, unit: Unit, actor: Actor, toast: Toast) -> None:
    await unit.transact(leading.end, actor, poll_id)
    toast("toast-poll-ended")


async def _look(poll_id: int, unit: Unit, actor: Actor, toast: Toast) -> None:
    poll = await unit.transact(voting.look, actor, poll_id)
    toast("toast-sent" if poll.state is not PollState.DRAFT else "")


SIMPLE: Mapping[str, Callable[[int, Unit, Actor, Toast], Awaitable[None]]] = {
    "post": _post,
    "unit": _unit,
    "most": _most,
    "when": _when,
    "text": _text,
    "drop": _drop,
    "who": _missing,
    "nudge": _nudge,
    "end": _ask_end,
    "end-now": _end,
    "see": _look,
}
"""Taps that carry nothing but their name."""
