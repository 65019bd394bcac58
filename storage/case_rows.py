"""How a case stands in its row."""

from typing import Any

from sqlalchemy import ColumnElement, case, or_

from domain.cases.privacy import KNOWS
from domain.cases.rules import Case, Grade, Privacy, Rating, Source
from domain.cases.sheets import Eyes
from domain.cases.streams import Stream
from domain.cases.table import State
from storage.tables import cases

FIELDS = (
    cases.c.id,
    cases.c.number,
    cases.c.compound_id,
    cases.c.place_id,
    cases.c.body_id,
    cases.c.reporter_id,
    cases.c.assignee_id,
    cases.c.handler_id,
    cases.c.origin_chat_id,
    cases.c.state,
    cases.c.filed_at,
    cases.c.due_at,
    cases.c.provisional,
    cases.c.round,
    cases.c.closed_at,
    cases.c.stream,
    cases.c.stream_reason,
    cases.c.stream_sure,
    cases.c.stream_settled,
    cases.c.shared,
    cases.c.privacy,
    cases.c.grade,
    cases.c.matter_id,
    cases.c.behalf_id,
    cases.c.returns,
    cases.c.wake_at,
    cases.c.rating,
    cases.c.spot,
    cases.c.placed,
    cases.c.source,
    cases.c.call_at,
)
"""In the order of Case's own fields."""

_CODES = (("state", State), ("stream", Stream), ("privacy", Privacy), ("grade", Grade), ("rating", Rating),
          ("source", Source))  # fmt: skip
CODES = tuple((FIELDS.index(cases.c[name]), kind) for name, kind in _CODES)
"""Where codes stand in a row, and what they are."""


UNTOLD = sorted(privacy.value for privacy, eyes in KNOWS.items() if Eyes.HANDLER not in eyes)
"""Choices that keep the name from those who work there."""


def case_of(row: Any) -> Case:
    """The case of a row of FIELDS."""
    values = list(row[: len(FIELDS)])
    for place, kind in CODES:
        if values[place] is not None:
            values[place] = kind(values[place])
    return Case(*values)


def shown_place(place: ColumnElement[str], compound: ColumnElement[str]) -> ColumnElement[str]:
    """The place's name for those who work there: where even they may not know who reported, a place that only
    their home gave is no nearer than the compound.
    """
    told = or_(cases.c.placed, cases.c.privacy.not_in(UNTOLD))
    return case((told, place), else_=compound)
