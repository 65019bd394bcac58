"""Cases with their words and attachments."""

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
    UniqueConstraint,
    text,
)

from storage.tables.kinds import Instant, metadata, own_id

cases = Table(
    "cases",
    metadata,
    own_id(),
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("place_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("body_id", BigInteger, ForeignKey("bodies.id"), nullable=False),
    Column("reporter_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("assignee_id", BigInteger, ForeignKey("persons.id")),
    Column("handler_id", BigInteger, ForeignKey("persons.id")),
    Column("origin_chat_id", BigInteger, nullable=False),
    Column("state", String(16), nullable=False),
    Column("filed_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("round", Integer, nullable=False),
    Column("closed_at", Instant),
    Column("stream", String(16), nullable=False, server_default="community"),
    Column("stream_reason", String(32), nullable=False, server_default="unknown"),
    Column("stream_sure", Boolean, nullable=False, server_default=text("false")),
    Column("stream_settled", Boolean, nullable=False, server_default=text("false")),
    Column("shared", Boolean, nullable=False, server_default=text("false")),
    Column("privacy", String(16), nullable=False, server_default="neighbours"),
    Column("grade", String(16), nullable=False, server_default="ordinary"),
    Column("matter_id", BigInteger),  # its line of the list of matters
    Column("behalf_id", BigInteger),  # the person who wrote it down for somebody else
    Column("returns", Integer, nullable=False, server_default="0"),
    Column("wake_at", Instant),
    Column("rating", String(8)),
    Column("spot", String(64)),  # within the place: a lift, a gate, or a name of its own
    Column("placed", Boolean, nullable=False, server_default=text("false")),  # by words or by a poster
    Column("source", String(8), nullable=False, server_default="own"),
    Column("call_at", Instant),  # since when somebody owes a call back
    UniqueConstraint("compound_id", "number"),
    Index("ix_cases_compound_id_state_due_at", "compound_id", "state", "due_at"),
    Index("ix_cases_reporter_id", "reporter_id"),
    # Partial, so that what nobody has is looked for compound by compound.
    Index(
        "ix_cases_handler_id_state",
        "handler_id",
        "state",
        sqlite_where=text("handler_id IS NOT NULL"),
        postgresql_where=text("handler_id IS NOT NULL"),
    ),
)

entries = Table(
    "entries",
    metadata,
    own_id(),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("action", String(16)),
    Column("words", LargeBinary, nullable=False),  # sealed under the author's key
    Column("at", Instant, nullable=False),
    Column("message", LargeBinary),  # blind: in which message of the platform it was said
    Column("of_id", BigInteger),  # the entry that this is an older wording of
    Column("struck_at", Instant),  # when its writer struck it out: its words are gone
    Index("ix_entries_case_id", "case_id"),
    Index(
        "ix_entries_message",
        "message",
        sqlite_where=text("message IS NOT NULL"),
        postgresql_where=text("message IS NOT NULL"),
    ),
)

media = Table(
    "media",
    metadata,
    own_id(),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("file_id", LargeBinary, nullable=False),  # sealed
    Column("size", BigInteger),
    Column("stored", String(128)),  # name below the data folder's media/, once fetched
    Column("state", String(16), nullable=False),  # wanted, kept, refused, none, struck
    Column("proves", String(8), nullable=False, server_default="report"),  # report, before, after
    Column("approved_by", BigInteger),  # the person who let neighbours see it
    Column("at", Instant, nullable=False),
    Index("ix_media_case_id", "case_id"),
    Index("ix_media_person_id", "person_id"),
    Index(
        "ix_media_wanted",
        "id",
        sqlite_where=text("state = 'wanted'"),
        postgresql_where=text("state = 'wanted'"),
    ),
)

albums = Table(
    "albums",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("album", String(64), primary_key=True),
    Column("person_id", BigInteger, ForeignKey("persons.id"), primary_key=True, autoincrement=False),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
)

case_messages = Table(
    "case_messages",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_case_messages_case_id", "case_id"),
)
"""What a group has seen of a case: where it stands there, never what it says."""

case_drafts = Table(
    "case_drafts",
    metadata,
    own_id(),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("kind", String(8), nullable=False),  # why it waits: passed, which
    Column("words", LargeBinary, nullable=False),  # sealed: words and attachments
    Column("at", Instant, nullable=False),
    Index("ix_case_drafts_person_id", "person_id"),
)
"""Words that wait for a tap: a forwarded report, or one that may belong to several cases."""
