"""Time, work and truth: due rows, jobs, audit, leases."""

from sqlalchemy import (
    BigInteger,
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

from storage.tables.kinds import Instant, Serial, metadata, own_id

due = Table(
    "due",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("subject_id", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("local", String(32), nullable=False),  # the wall time that people were told
    Column("zone", String(64), nullable=False),
    Column("occurrence", String(96), nullable=False, unique=True),
    Column("state", String(16), nullable=False),  # open, done, cancelled, dead
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("done_at", Instant),
    Index("ix_due_open", "at", sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
    Index("ix_due_kind_subject_id", "kind", "subject_id"),
)

jobs = Table(
    "jobs",
    metadata,
    own_id(),
    Column("kind", String(32), nullable=False),
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("asked_by", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("params", Text, nullable=False),
    Column("state", String(16), nullable=False),  # waiting, running, done, failed
    Column("cursor", BigInteger, nullable=False, server_default="0"),
    Column("done", Integer, nullable=False, server_default="0"),
    Column("total", Integer),
    Column("result", String(128)),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant),
)

job_rows = Table(
    "job_rows",
    metadata,
    Column("job_id", BigInteger, ForeignKey("jobs.id"), primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("row", LargeBinary, nullable=False),  # sealed staging
)

audit = Table(
    "audit",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("compound_id", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("who", String(32), nullable=False),  # a pseudonym, or "clock"
    Column("action", String(32), nullable=False),
    Column("subject", String(16), nullable=False),
    Column("subject_id", BigInteger, nullable=False),
    Column("seq", BigInteger),  # place in the compound's chain, once sealed
    Column("hash", LargeBinary),
    UniqueConstraint("compound_id", "seq"),
    Index("ix_audit_unsealed", "id", sqlite_where=text("seq IS NULL"), postgresql_where=text("seq IS NULL")),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("until", Instant, nullable=False),
)
