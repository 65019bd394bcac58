"""How a case stands in its row."""

from typing import Any

from domain.cases.rules import Case, State
from domain.cases.streams import Stream
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
)
"""In the order of Case's own fields."""

STATE, STREAM = FIELDS.index(cases.c.state), FIELDS.index(cases.c.stream)


def case_of(row: Any) -> Case:
    """The case of a row of FIELDS."""
    values = list(row[: len(FIELDS)])
    values[STATE] = State(values[STATE])
    values[STREAM] = Stream(values[STREAM])
    return Case(*values)
