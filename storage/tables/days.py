"""What was said aloud in a group on one local day, and whom or what the day's own card stands for."""

from sqlalchemy import BigInteger, Column, ForeignKey, String, Table, UniqueConstraint

from storage.tables.kinds import metadata, own_id

group_days = Table(
    "group_days",
    metadata,
    own_id(),  # the subject of the day's card
    Column("chat_id", BigInteger, nullable=False),
    Column("day", String(10), nullable=False),  # the date in the group's own zone
    UniqueConstraint("chat_id", "day"),
)

day_notes = Table(
    "day_notes",
    metadata,
    Column("day_id", BigInteger, ForeignKey("group_days.id"), primary_key=True),
    Column("kind", String(8), primary_key=True),  # said or held: an outbox row; mail: a person; case
    Column("subject_id", BigInteger, primary_key=True),
)
