"""The guide: entries, and questions that wait for a worker."""

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, LargeBinary, String, Table, Text

from storage.tables.kinds import Instant, metadata, own_id

guide_revisions = Table(
    "guide_revisions",
    metadata,
    own_id(),  # one row: locked by whoever changes the guide, so that revisions commit in their order
    Column("revision", BigInteger, nullable=False),
)

guide_entries = Table(
    "guide_entries",
    metadata,
    own_id(),
    Column("compound_id", BigInteger, ForeignKey("places.id")),  # NULL: for everybody
    Column("revision", BigInteger, nullable=False),
    Column("gone", Boolean, nullable=False),
    Column("slug", String(64), nullable=False),
    Column("lang", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("asks", Text, nullable=False),  # one a line
    Column("body", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("hours", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("fee", Text, nullable=False),
    Column("papers", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("checked", Date, nullable=False),
    Column("review", Date),
    Column("changed_at", Instant, nullable=False),
    Index("ix_guide_entries_revision", "revision"),
    Index("ix_guide_entries_compound_id", "compound_id"),
)

questions = Table(
    "questions",
    metadata,
    own_id(),
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("asker_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("message_id", BigInteger, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("lang", String(16), nullable=False),
    Column("words", LargeBinary, nullable=False),  # sealed under the asker's key
    Column("state", String(16), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("hits", Text, nullable=False),  # what was found: "e12 q34"
    Column("shown", BigInteger, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("useful", Boolean),
    Column("answer", LargeBinary),  # sealed under the worker's key
    Column("answered_by", BigInteger, ForeignKey("persons.id")),
    Column("answered_at", Instant),
    Column("shared", Boolean, nullable=False),
    Column("revision", BigInteger),  # set once it can be found
    Index("ix_questions_revision", "revision"),
    Index("ix_questions_asker_id", "asker_id"),
)
