"""People, places, roles, chats and what the bot waits for."""

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

persons = Table(
    "persons",
    metadata,
    own_id(),
    Column("telegram_id", BigInteger, unique=True),  # NULL once erased
    Column("name", LargeBinary),  # sealed display name
    Column("locale", String(16), nullable=False),
    Column("private_open", Boolean, nullable=False, server_default=text("false")),
    Column("chosen", Boolean, nullable=False, server_default=text("false")),  # the language, by the person
    Column("created_at", Instant, nullable=False),
    Column("no_follow_up", Boolean, nullable=False, server_default=text("false")),  # not asked weeks later
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
    own_id(),
    Column("parent_id", BigInteger, ForeignKey("places.id")),
    Column("compound_id", BigInteger, ForeignKey("places.id")),  # itself for a compound
    Column("level", String(16), nullable=False),
    Column("name", String(64), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("next_number", Integer, nullable=False, server_default="1"),
    Column("duty_body_id", BigInteger),
    Column("duty_person_id", BigInteger),
    Column("area", Integer),  # a household's floor, in hundredths of a square metre
    Column("words", String(64)),  # what a compound calls its levels
    Column("weekly", Boolean, nullable=False, server_default=text("true")),  # a compound's digest of the week
    Index("ix_places_parent_id", "parent_id"),
    Index("ix_places_compound_id_level", "compound_id", "level"),
    Index("ix_places_parent_id_level_name", "parent_id", "level", "name", unique=True),
)

bodies = Table(
    "bodies",
    metadata,
    own_id(),
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("name", String(64), nullable=False),
    Column("phone", String(32)),
    Column("retired", Boolean, nullable=False, server_default=text("false")),
)

grants = Table(
    "grants",
    metadata,
    own_id(),
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
    Column("deletes", Boolean, nullable=False, server_default=text("false")),  # the bot may delete there
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
