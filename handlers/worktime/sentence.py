"""Sentences that set working time or time limits, as services with their arguments."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.cases import worktimes
from domain.cases.presets import preset_of
from domain.kernel.worktime import Slot
from knowledge.working_words import Choice, SaidDay, Table, parse, slots


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody wants set: a service and its arguments behind the actor."""

    service: Callable[..., Any]
    args: tuple[Any, ...]


def looks_like(text: str) -> bool:
    """Whether these words set something; never raises."""
    return parse(text) is not None


def change(text: str, *, asked: bool = False) -> Change | None:
    """What they set; `asked`: as the answer to our question, where slots need no head."""
    said = parse(text) or (slots(text) if asked else None)
    match said:
        case Table(slots=found):
            return Change(worktimes.set_slots, ([Slot(*pair) for pair in found],))
        case SaidDay():
            day = worktimes.SaidDay(said.month, said.day, said.year)
            return Change(worktimes.set_day, (day, said.what))
        case Choice(preset=code):
            return Change(worktimes.set_preset, (preset_of(code),))
    return None
