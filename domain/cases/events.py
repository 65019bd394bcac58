"""What happened to a case, as rows that the rates are counted from: codes, ids and instants, no words."""

from dataclasses import dataclass
from datetime import datetime

from domain.cases.table import Part, State

FILED = "file"
"""The first event of every case."""

HANDED_OVER = "hand"
"""Another worker has it now; where it stands has not changed."""

OWN = "own"
"""The reason of a judgement by somebody who works there: it never counts in the rates."""


@dataclass(frozen=True, slots=True)
class Event:
    """One step; `action` is an Action's value, FILED or HANDED_OVER. `person_id` is None for the clock;
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
