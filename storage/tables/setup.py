"""Setting a compound up: how far it is, groups to be bound, appointments, imports, trials of a group."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, text

from storage.tables.kinds import Instant, metadata, own_id


def _compound() -> Column[int]:
    return Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False)


def _person(name: str = "person_id") -> Column[int]:
    return Column(name, BigInteger, ForeignKey("persons.id"), nullable=False)


setups = Table(
    "setups",
    metadata,
    Column("compound_id", BigInteger, ForeignKey("places.id"), primary_key=True, autoincrement=False),
    Column("step", String(16), nullable=False),
    Column("draft", Text),  # the pattern of rooms that waits for a tap, as JSON
)

offers = Table(
    "offers",
    metadata,
    own_id(),
    Column("chat_id", BigInteger, nullable=False),  # the group that waits to be bound
    _person(),
    Column("name", String(64), nullable=False),  # what a new compound would be called
    Column("admin", Boolean, nullable=False),  # whether the platform called the asker an administrator
    Column("compound_id", BigInteger, ForeignKey("places.id")),  # the one chosen
    Column("made_at", Instant, nullable=False),
)

appointments = Table(
    "appointments",
    metadata,
    own_id(),
    _compound(),
    Column("place_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("role", String(16), nullable=False),
    _person("made_by"),
    Column("until", Instant, nullable=False),
    Column("used_by", BigInteger, ForeignKey("persons.id")),
)

imports = Table(
    "imports",
    metadata,
    own_id(),
    _compound(),
    _person(),
    Column("state", String(16), nullable=False),  # reading, ready, bad, done, dropped
    Column("households", Integer, nullable=False, server_default="0"),
    Column("known", Integer, nullable=False, server_default="0"),  # rooms that stand there already
    Column("standing", Integer, nullable=False, server_default="0"),  # places there when it was read
    Column("bad", Integer, nullable=False, server_default="0"),
    Column("problems", Text),  # JSON: the first bad lines and why
)

place_drafts = Table(
    "place_drafts",
    metadata,
    own_id(),  # the place's own, once it is one
    Column("import_id", BigInteger, ForeignKey("imports.id"), nullable=False),
    Column("parent_id", BigInteger, nullable=False),
    _compound(),
    Column("level", String(16), nullable=False),
    Column("name", String(64), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("area", Integer),
    Index("ix_place_drafts_import_id", "import_id"),
)

trials = Table(
    "trials",
    metadata,
    own_id(),
    Column("chat_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),  # whose messages count, as the platform names them
    _person(),
    Column("since", Instant, nullable=False),
    Column("seen", String(16), nullable=False, server_default=text("''")),  # ticks: m, a, p
    Column("ended", Boolean, nullable=False, server_default=text("false")),
)
