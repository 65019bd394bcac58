"""What goes out: cards and the outbox."""

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

from storage.tables.kinds import Instant, Serial, metadata, own_id

cards = Table(
    "cards",
    metadata,
    own_id(),
    Column("kind", String(16), nullable=False),
    Column("subject_id", BigInteger, nullable=False),
    Column("destination", String(96), nullable=False),
    Column("chat_id", BigInteger),  # where it stands, once posted
    Column("thread_id", BigInteger),
    Column("message_id", BigInteger),
    Column("version", Integer, nullable=False),
    Column("shown", Integer, nullable=False),  # the version that stands in the chat; behind = dirty
    Column("shown_digest", LargeBinary),  # of what stands there, so that an equal edit is never sent
    Column("edited_at", Instant),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Instant),
    Column("stuck", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("kind", "subject_id", "destination"),
    Index(
        "ix_cards_dirty", "id", sqlite_where=text("shown < version"), postgresql_where=text("shown < version")
    ),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Serial, primary_key=True),
    Column(
        "destination", String(96), nullable=False
    ),  # by meaning: person:ID[@NEAR], chat:ID[/THREAD][>REPLY], workers:ID
    Column("key", String(64), nullable=False),  # a text key, or "card"
    Column("params", Text, nullable=False),  # JSON of plain values and references, never a resident's words
    Column("about", BigInteger),
    Column("card_id", BigInteger, ForeignKey("cards.id")),
    Column("parent_id", BigInteger),  # the row for many that this one is one of
    Column("priority", Integer, nullable=False),
    Column("silent", Boolean, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("dedupe", String(128), unique=True),
    Column("state", String(16), nullable=False),  # new, leased, ambiguous, sent, expanded, dropped, stuck
    Column("lease_until", Instant),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("probes", Integer, nullable=False, server_default="0"),
    Column("chat_id", BigInteger),  # resolved when first sent, so that a probe looks where it went
    Column("route", String(16)),  # private, group, ephemeral; mention: called by name on the day's card
    Column("floor", BigInteger),  # highest known message id there when it was sent
    Column("message_id", BigInteger),
    Column("digest", LargeBinary),  # of the rendered words, to tell ours from a late twin
    Column("error", String(128)),
    Column("created_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Index(
        "ix_outbox_open",
        "priority",
        "id",
        sqlite_where=text("state IN ('new','leased','ambiguous')"),
        postgresql_where=text("state IN ('new','leased','ambiguous')"),
    ),
    Index("ix_outbox_chat_id_message_id", "chat_id", "message_id"),
    Index("ix_outbox_parent_id", "parent_id"),
)
