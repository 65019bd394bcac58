"""What is asked at every message, or every tick, walks no table that grows with the compound or the years."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.dialects import sqlite

from storage import calls, cases, due, duties, homes, openings, polls, queue, roll, standing

NOW = datetime(2026, 3, 2, tzinfo=UTC)
OPEN = ("ix_due_open", "ix_outbox_open")
"""Partial indexes, which hold no more than what is still to be done."""

STATEMENTS: Mapping[str, Any] = {
    "who speaks": standing._KNOWN,
    "where a newcomer belongs": standing._COMPOUNDS,
    "whose mornings": duties._COMPOUNDS,
    "what is due": due._FALLEN,
    "what waits in the outbox": queue._FRESH,
    "an update": openings._OPEN,
    "a call": calls._GET,
    "a sign-up": calls._SIGNUP,
    "the first who waits": calls._FIRST,
    "a ballot": polls._BALLOT,
    "who voted": roll._VOTED,
    "a case by number": cases._BY_NUMBER,
    "who lives in a household": homes._MEMBERS,
}


@pytest.mark.parametrize("what", STATEMENTS)
def test_it_is_found_by_an_index(sqlite_database: str, what: str) -> None:
    compiled = STATEMENTS[what].compile(dialect=sqlite.dialect())
    keys = {name: NOW.isoformat() if name == "now" else 1 for name in compiled.params}
    keys = {name: value if value is not None else keys[name] for name, value in compiled.params.items()}
    engine = create_engine(sqlite_database)
    with engine.connect() as connection:
        raw = connection.connection.cursor()
        order = compiled.positiontup or []
        plan = raw.execute(f"EXPLAIN QUERY PLAN {compiled}", [str(keys[name]) for name in order]).fetchall()
    engine.dispose()
    walked = [row[3] for row in plan if row[3].startswith("SCAN") and not row[3].endswith(OPEN)]
    assert walked == []
