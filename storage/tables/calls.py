"""Calls and who signed up."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from storage.tables.kinds import Instant, metadata, own_id

calls = Table(
    "calls",
    metadata,
    own_id(),
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("creator_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("confirmed", Integer, nullable=False),
    Column("waiting", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("offered", Integer, nullable=False, server_default="0"),
    Column("place_id", BigInteger),
    Column("chat_id", BigInteger),
    Column("thread_id", BigInteger),
    Column("starts_at", Instant),
    Column("ends_at", Instant),
    Column("round", Integer, nullable=False, server_default="0"),
    Index("ix_calls_compound_id_state", "compound_id", "state"),
)

signups = Table(
    "signups",
    metadata,
    Column("call_id", BigInteger, ForeignKey("calls.id"), primary_key=True, autoincrement=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), primary_key=True, autoincrement=False),
    Column("seat", String(16), nullable=False),
    Column("turn", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("until", Instant),
    Column("came", Boolean),
    Column("minutes", Integer),
    Index("ix_signups_call_id_seat_turn", "call_id", "seat", "turn"),
    Index("ix_signups_person_id", "person_id"),
)
