"""What every table is made of: one metadata, instants, counters and ids."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    Integer,
    MetaData,
    TypeDecorator,
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


def own_id() -> Column[int]:
    """Our 63-bit id, given by us, ascending in time."""
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False)
