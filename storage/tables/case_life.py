"""What happens to cases: events, clocks, rungs, backers, second consents; ids, codes and instants only."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    text,
)

from storage.tables.kinds import Instant, metadata, own_id


def _case(*, key: bool = False) -> Column[int]:
    return Column(
        "case_id", BigInteger, ForeignKey("cases.id"), nullable=False, primary_key=key, autoincrement=False
    )


case_events = Table(
    "case_events",
    metadata,
    own_id(),
    _case(),
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("action", String(16), nullable=False),  # an action of the table, or "file"
    Column("before", String(16)),
    Column("after", String(16), nullable=False),
    Column("part", String(16)),  # in which part somebody acted
    Column("person_id", BigInteger, ForeignKey("persons.id")),  # NULL for the clock, and once erased
    Column("body_id", BigInteger, ForeignKey("bodies.id"), nullable=False),  # whose it was after the step
    Column("round", Integer, nullable=False),
    Column("reason", String(32)),  # a code of the action's own list
    Index("ix_case_events_case_id", "case_id"),
    Index("ix_case_events_compound_id_at", "compound_id", "at"),
)

case_clocks = Table(
    "case_clocks",
    metadata,
    _case(key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(8), primary_key=True),  # first, update, solution
    Column("basis", String(16), nullable=False),  # the preset, or "matter"
    Column("minutes", Integer, nullable=False),  # of working time, or of the wall clock
    Column("wall", Boolean, nullable=False),
    Column("began_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("met_at", Instant),
    Column("missed", Integer, nullable=False, server_default=text("0")),  # how often it ran out first
)

case_pauses = Table(
    "case_pauses",
    metadata,
    own_id(),
    _case(),
    Column("why", String(16), nullable=False),  # the state that stopped the clock
    Column("began_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Index("ix_case_pauses_case_id", "case_id"),
)

case_rungs = Table(
    "case_rungs",
    metadata,
    _case(key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("rung", String(16), primary_key=True),
    Column("person_id", BigInteger, ForeignKey("persons.id")),  # who was asked; NULL where nobody was
    Column("at", Instant, nullable=False),
    Index("ix_case_rungs_person_id_at", "person_id", "at"),
)
"""Which rungs of the ladder a case has climbed: each once a round."""

case_backers = Table(
    "case_backers",
    metadata,
    _case(key=True),
    Column("household_blind", LargeBinary(32), primary_key=True),  # of case and household: never an address
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("unsolved_round", Integer),  # the round in which this household said that it is not solved
    Index("ix_case_backers_person_id", "person_id"),
)

case_exclusions = Table(
    "case_exclusions",
    metadata,
    _case(key=True),
    Column("reason", String(32), nullable=False),
    Column("proposed_by", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("proposed_at", Instant, nullable=False),
    Column("agreed_by", BigInteger, ForeignKey("persons.id")),
    Column("agreed_at", Instant),
)
"""What is left out of the rates, with two people and a reason."""

case_quality = Table(
    "case_quality",
    metadata,
    _case(key=True),
    Column("mark", String(8), nullable=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("at", Instant, nullable=False),
)
"""How a lead judges the work; nobody who reported can touch it."""

calendars = Table(
    "calendars",
    metadata,
    Column("compound_id", BigInteger, ForeignKey("places.id"), primary_key=True, autoincrement=False),
    Column("slots", String(128), nullable=False),  # "09:00-12:00,14:00-18:00"
    Column("preset", String(16), nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("before", String(192)),  # what the latest change replaced, for taking it back
)

calendar_days = Table(
    "calendar_days",
    metadata,
    Column("compound_id", BigInteger, ForeignKey("places.id"), primary_key=True, autoincrement=False),
    Column("day", String(10), primary_key=True),  # 2026-10-01
    Column("works", Boolean, nullable=False),
    Column("name", String(64), nullable=False, server_default=text("''")),
)
