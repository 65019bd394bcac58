"""Every table. Instants are UTC in microseconds; ids of ours are 63-bit and ascend in time."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

MICROSECOND = 1_000_000


class Instant(TypeDecorator[datetime]):
    """A UTC instant as whole microseconds since 1970: exact, sortable and the same on both databases."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Microseconds since 1970 of an aware datetime."""
        if value is None:
            return None
        delta = value - EPOCH
        return (delta.days * 86_400 + delta.seconds) * MICROSECOND + delta.microseconds

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """The aware UTC datetime of those microseconds."""
        return None if value is None else EPOCH + MICRO * int(value)


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICRO = datetime(1970, 1, 1, 0, 0, 0, 1) - datetime(1970, 1, 1)

# SQLite only counts up by itself where the type is spelled INTEGER.
Serial = BigInteger().with_variant(Integer, "sqlite")


def _id() -> Column[int]:
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False)


# --- what comes in ---------------------------------------------------------------------------------------

inbox = Table(
    "inbox",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("lane", BigInteger, nullable=False),  # the chat, or the person where there is none
    Column("kind", String(32), nullable=False),
    Column("payload", LargeBinary),  # sealed; NULL once settled, or never kept
    Column("state", String(16), nullable=False),  # new, done, refused, ignored, cut, dead
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
    Index("ix_inbox_chat_id_message_id", "chat_id", "message_id"),
    Index("ix_inbox_received_at", "received_at"),
)

# --- people and places -----------------------------------------------------------------------------------

persons = Table(
    "persons",
    metadata,
    _id(),
    Column("telegram_id", BigInteger, unique=True),  # NULL once erased
    Column("name", LargeBinary),  # sealed display name
    Column("locale", String(16), nullable=False),
    Column("private_open", Boolean, nullable=False, server_default=text("false")),
    Column("created_at", Instant, nullable=False),
)

subject_keys = Table(
    "subject_keys",
    metadata,
    Column("person_id", BigInteger, ForeignKey("persons.id"), primary_key=True, autoincrement=False),
    Column("master", Integer, nullable=False),  # which master key wraps it
    Column("wrapped", LargeBinary),  # NULL once destroyed: what it sealed is gone
)

places = Table(
    "places",
    metadata,
    _id(),
    Column("parent_id", BigInteger, ForeignKey("places.id")),
    Column("compound_id", BigInteger, ForeignKey("places.id")),  # itself for a compound
    Column("level", String(16), nullable=False),
    Column("name", String(64), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("next_number", Integer, nullable=False, server_default="1"),
    Column("duty_body_id", BigInteger),
    Column("duty_person_id", BigInteger),
    Index("ix_places_parent_id", "parent_id"),
)

bodies = Table(
    "bodies",
    metadata,
    _id(),
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("name", String(64), nullable=False),
    Column("phone", String(32)),
)

grants = Table(
    "grants",
    metadata,
    _id(),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("place_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("body_id", BigInteger, ForeignKey("bodies.id")),
    Column("since", Instant, nullable=False),
    UniqueConstraint("person_id", "role", "place_id"),
    Index("ix_grants_compound_id_role", "compound_id", "role"),
)

chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),  # private, group, supergroup
    Column("place_id", BigInteger, ForeignKey("places.id")),
    Column("audience", String(16), nullable=False, server_default="residents"),  # residents, workers
    Column("moved_to", BigInteger),  # the supergroup that it became
    Column("present", Boolean, nullable=False, server_default=text("true")),
    Index("ix_chats_place_id_audience", "place_id", "audience"),
)

dialogues = Table(
    "dialogues",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("state", String(32), nullable=False),
    Column("data", Text, nullable=False),  # JSON of ids and choices, never words
    Column("until", Instant, nullable=False),
)

# --- cases -----------------------------------------------------------------------------------------------

cases = Table(
    "cases",
    metadata,
    _id(),
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
    UniqueConstraint("compound_id", "number"),
    Index("ix_cases_reporter_id", "reporter_id"),
    Index("ix_cases_handler_id_state", "handler_id", "state"),
)

entries = Table(
    "entries",
    metadata,
    _id(),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("action", String(16)),
    Column("words", LargeBinary, nullable=False),  # sealed under the author's key
    Column("at", Instant, nullable=False),
    Index("ix_entries_case_id", "case_id"),
)

media = Table(
    "media",
    metadata,
    _id(),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("file_id", LargeBinary, nullable=False),  # sealed
    Column("size", BigInteger),
    Column("stored", String(128)),  # name below the data folder's media/, once fetched
    Column("state", String(16), nullable=False),  # wanted, kept, refused, none
    Column("at", Instant, nullable=False),
    Index("ix_media_case_id", "case_id"),
)

albums = Table(
    "albums",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("album", String(64), primary_key=True),
    Column("person_id", BigInteger, ForeignKey("persons.id"), primary_key=True, autoincrement=False),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
)

# --- calls -----------------------------------------------------------------------------------------------

calls = Table(
    "calls",
    metadata,
    _id(),
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("creator_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("confirmed", Integer, nullable=False),
    Column("waiting", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
)

signups = Table(
    "signups",
    metadata,
    Column("call_id", BigInteger, ForeignKey("calls.id"), primary_key=True, autoincrement=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), primary_key=True, autoincrement=False),
    Column("seat", String(16), nullable=False),
    Column("turn", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_signups_call_id_seat_turn", "call_id", "seat", "turn"),
)

# --- what goes out ---------------------------------------------------------------------------------------

cards = Table(
    "cards",
    metadata,
    _id(),
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
    Column("route", String(16)),  # private, group, ephemeral, mention
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

# --- time, work, truth -----------------------------------------------------------------------------------

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
    _id(),
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
