"""Questions by button: what was found, what was not, and the workers' side of it."""

from collections.abc import Callable, Mapping
from typing import Any

from aiogram.types import CallbackQuery

from domain.flows.question_to_case import report_instead
from domain.guide import answering, asking
from domain.kernel.people import Actor
from handlers.guide.choices import (
    AGAIN,
    ANSWER,
    MEANT,
    MORE,
    NOT_THIS,
    REPORT,
    SHARE,
    USEFUL,
    WITHDRAW,
    WORKERS,
)
from handlers.ports import Toast, Unit
from handlers.presses import Press
from handlers.refusals import StaleButton

STEPS: Mapping[str, tuple[Callable[..., Any], str]] = {
    WORKERS: (answering.hand_on, "toast-question-handed"),
    REPORT: (report_instead, "toast-sent"),
    AGAIN: (asking.again, "toast-question-write"),
    MEANT: (asking.meant, "toast-sent"),
    NOT_THIS: (asking.not_this, "toast-sent"),
    USEFUL: (asking.useful, "toast-question-useful"),
    WITHDRAW: (answering.withdraw, "toast-question-withdrawn"),
    ANSWER: (answering.take, "toast-question-write"),
    SHARE: (answering.share, "toast-question-shared"),
}
"""Who does it, and what is said."""


async def press(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """One step on a question."""
    extra = press.extra or ""
    if extra in STEPS:
        service, said = STEPS[extra]
        await unit.transact(service, actor, press.subject)
        toast(said)
    elif extra == MORE:
        await unit.transact(asking.begin, actor)
        toast("toast-question-write")
    elif extra.isdecimal():
        await unit.transact(asking.choose, actor, press.subject, int(extra))
        toast("toast-sent")
    else:
        raise StaleButton


async def steps(query: CallbackQuery, press: Press, unit: Unit, actor: Actor, toast: Toast) -> None:
    """All of an entry."""
    await unit.transact(asking.steps, actor, press.subject)
    toast("toast-sent")
