"""What happened to a case, as rows that the rates are counted from: codes, ids and instants, no words."""

from dataclasses import dataclass
from datetime import datetime

from domain.cases.table import Part, State

FILED = "file"
"""The first event of every case."""

OWN = "staff"
"""The reason of a first event or a judgement: whoever reported works there, so it never counts."""

HANDED_OVER = "hand"
"""Another worker has it now; where it stands has not changed."""

LEFT = "left"
"""Whoever had it works there no more; also the reason where it was handed over because of that."""


@dataclass(frozen=True, slots=True)
class Event:
    """One step; `action` is an Action's value, FILED, HANDED_OVER or LEFT. `person_id` is None for the clock;
    `body_id` is whose case it is after the step; `reason` a code of the action's own list.
    """

    id: int
    case_id: int
    compound_id: int
    at: datetime
    action: str
    before: State | None
    after: State
    part: Part | None
    person_id: int | None
    body_id: int
    round: int
    reason: str | None = None
