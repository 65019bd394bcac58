"""What comes in."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.tables.kinds import Instant, Serial, metadata

inbox = Table(
    "inbox",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("lane", BigInteger, nullable=False),  # the chat, or the person where there is none
    Column("kind", String(32), nullable=False),
    Column("payload", LargeBinary),  # sealed; NULL once settled, or never kept
    Column("state", String(16), nullable=False),  # new, done, refused, held, ignored, cut, dead
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("chat_id", BigInteger),
    Column("sender_id", BigInteger),
    Column("message_id", BigInteger),
    Column("album", String(64)),
    Column("long", Boolean, nullable=False, server_default=text("false")),
    Column("received_at", Instant, nullable=False),
    Column("settled_at", Instant),
    UniqueConstraint("bot_id", "update_id"),
    Index(
        "ix_inbox_open",
        "bot_id",
        "id",
        sqlite_where=text("state = 'new'"),
        postgresql_where=text("state = 'new'"),
    ),
    Index(
        "ix_inbox_held",
        "received_at",
        sqlite_where=text("state = 'held'"),
        postgresql_where=text("state = 'held'"),
    ),
    Index("ix_inbox_chat_id_message_id", "chat_id", "message_id"),
    Index("ix_inbox_received_at", "received_at"),
)
