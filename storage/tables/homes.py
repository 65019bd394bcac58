"""Households: residencies and the codes that lead into them; a household is a row of `places`."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.tables.kinds import Instant, metadata, own_id

residencies = Table(
    "residencies",
    metadata,
    own_id(),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("household", LargeBinary, nullable=False),  # sealed: the household's id, and the code's while open
    Column("household_blind", LargeBinary, nullable=False),  # to look a household's people up by
    Column("place_id", BigInteger, ForeignKey("places.id"), nullable=False),  # the unit or building above it
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("kind", String(16)),  # owner, tenant, family; NULL until it is chosen
    Column("state", String(16), nullable=False),
    Column("by_code", Boolean, nullable=False, server_default=text("false")),
    Column("asked_at", Instant, nullable=False),
    Column("verified_by", BigInteger),
    Column("verified_at", Instant),
    Column("left_at", Instant),
    UniqueConstraint("person_id", "household_blind"),
    Index("ix_residencies_household_blind", "household_blind"),
    Index("ix_residencies_compound_id", "compound_id"),
)

home_codes = Table(
    "home_codes",
    metadata,
    own_id(),
    Column("digest", LargeBinary, nullable=False, unique=True),  # blind hash of the token
    Column("token", LargeBinary),  # sealed, for the link and its picture; NULL once used
    Column("household_id", BigInteger, ForeignKey("places.id")),  # NULL once used: it would name a home
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("made_by", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used", Boolean, nullable=False, server_default=text("false")),
)
