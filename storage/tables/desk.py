"""Whose work a case is: matters, leads, joined bodies, leave, recusal, tasks handed down, ready words."""

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
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.kinds import Instant, metadata, own_id


def _compound() -> Column[int]:
    return Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False)


def _case(*, key: bool = False) -> Column[int]:
    return Column(
        "case_id", BigInteger, ForeignKey("cases.id"), nullable=False, primary_key=key, autoincrement=False
    )


def _person(name: str = "person_id", *, nullable: bool = False) -> Column[int]:
    return Column(name, BigInteger, ForeignKey("persons.id"), nullable=nullable)


matter_lists = Table(
    "matter_lists",
    metadata,
    own_id(),
    _compound(),
    Column("version", Integer, nullable=False),
    Column("state", String(8), nullable=False),  # draft, live, old
    _person("made_by"),
    Column("made_at", Instant, nullable=False),
    UniqueConstraint("compound_id", "version"),
)

matters = Table(
    "matters",
    metadata,
    own_id(),
    Column("list_id", BigInteger, ForeignKey("matter_lists.id"), nullable=False),
    Column("line", Integer, nullable=False),
    Column("name", String(64), nullable=False),
    Column("words", Text, nullable=False),  # what people call it, one a line
    Column("body_id", BigInteger, ForeignKey("bodies.id"), nullable=False),
    Column("basis", Text, nullable=False),
    Column("minutes", Integer),  # working minutes; NULL follows the preset
    Column("stream", String(16), nullable=False),
    Column("grade", String(16), nullable=False),
    Column("barred", String(16)),  # a class of the negative list
    Column("subject", String(32)),  # what its name is about, as triage reads it
    UniqueConstraint("list_id", "line"),
)

leads = Table(
    "leads",
    metadata,
    Column("compound_id", BigInteger, ForeignKey("places.id"), primary_key=True, autoincrement=False),
    Column("rung", String(16), primary_key=True),  # lead, committee, street, arbiter, fallback
    Column("of_id", BigInteger, primary_key=True, autoincrement=False),  # body or place; 0 for all
    _person(),
)
"""Who is told on which rung, who arbitrates, who has what nobody else has."""

case_bodies = Table(
    "case_bodies",
    metadata,
    _case(key=True),
    Column("body_id", BigInteger, ForeignKey("bodies.id"), primary_key=True, autoincrement=False),
    Column("joined_at", Instant, nullable=False),
)
"""Bodies that joined a case; its owner stands in the case."""

absences = Table(
    "absences",
    metadata,
    own_id(),
    _compound(),
    _person(),
    Column("since", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Index("ix_absences_person_id", "person_id"),
)

recusals = Table(
    "recusals",
    metadata,
    _case(key=True),
    Column("person_id", BigInteger, ForeignKey("persons.id"), primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("why", String(8), nullable=False),  # named, told, self
)
"""Whom a case is about: kept out of its look-up, card, routing and export."""

handed_tasks = Table(
    "handed_tasks",
    metadata,
    own_id(),
    _compound(),
    Column("matter_id", BigInteger, ForeignKey("matters.id")),
    _person("from_id"),
    Column("words", LargeBinary, nullable=False),  # sealed under whoever handed it down
    Column("barred", String(16)),
    Column("state", String(8), nullable=False),  # asked, agreed, returned
    Column("reason", String(32)),
    _person("decided_by", nullable=True),
    Column("at", Instant, nullable=False),
    Column("decided_at", Instant),
)

canned = Table(
    "canned",
    metadata,
    own_id(),
    _compound(),
    Column("name", String(32), nullable=False),
    Column("words", Text, nullable=False),
    _person("made_by"),
    Column("at", Instant, nullable=False),
    UniqueConstraint("compound_id", "name"),
)

body_promises = Table(
    "body_promises",
    metadata,
    own_id(),
    Column("body_id", BigInteger, ForeignKey("bodies.id"), nullable=False),
    Column("words", String(256), nullable=False),
    _person("made_by"),
    Column("since", Instant, nullable=False),
    Column("until", Instant),
    Index("ix_body_promises_body_id", "body_id"),
)

posters = Table(
    "posters",
    metadata,
    own_id(),
    _compound(),
    Column("place_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("spot", String(64), nullable=False),  # lift, gate, corridor, or a name of their own
    _person("made_by"),
    Column("at", Instant, nullable=False),
    Column("retired", Boolean, nullable=False, server_default=text("false")),
)

hints = Table(
    "hints",
    metadata,
    own_id(),
    _compound(),
    Column("place_id", BigInteger, ForeignKey("places.id"), nullable=False),
    _person(),
    Column("words", LargeBinary, nullable=False),  # sealed under whoever wrote it
    Column("at", Instant, nullable=False),
    Index("ix_hints_place_id", "place_id"),
)

incidents = Table(
    "incidents",
    metadata,
    own_id(),
    _compound(),
    Column("place_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("subject", String(32), nullable=False),  # a subject that triage knows
    Column("words", Text, nullable=False),  # what everybody is told; a notice, not personal
    Column("planned", Boolean, nullable=False),
    _person("made_by"),
    Column("since", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("posted_at", Instant),  # NULL for a draft
    Column("ended_at", Instant),
    Index("ix_incidents_compound_id_until", "compound_id", "until"),
)

incident_reports = Table(
    "incident_reports",
    metadata,
    own_id(),
    Column("incident_id", BigInteger, ForeignKey("incidents.id"), nullable=False),
    _person(),
    Column("household_id", BigInteger, ForeignKey("places.id")),
    Column("words", LargeBinary, nullable=False),  # the whole report, sealed under its writer
    Column("case_id", BigInteger, ForeignKey("cases.id")),  # once they insisted
    Column("at", Instant, nullable=False),
    Index("ix_incident_reports_incident_id", "incident_id"),
    Index("ix_incident_reports_person_id", "person_id"),
)
"""What an incident has answered: a household that says so too, until it becomes a case."""
