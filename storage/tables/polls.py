"""Polls, their options and ballots; a ballot is one key's, so that no order of taps makes two of it."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text

from storage.tables.kinds import Instant, metadata, own_id

polls = Table(
    "polls",
    metadata,
    own_id(),
    Column("compound_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("place_id", BigInteger, ForeignKey("places.id"), nullable=False),
    Column("creator_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("question", Text, nullable=False),
    Column("unit", String(16), nullable=False),  # person, household
    Column("most", Integer, nullable=False),  # options a voter
    Column("state", String(16), nullable=False),
    Column("closes_at", Instant, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("opened_at", Instant),
    Column("closed_at", Instant),
    Column("closed_before", Instant),  # the hour that the last extension moved
    Column("voters", Integer, nullable=False),
    Column("expected", Integer),  # households on the roll when it opened
    Column("chat_id", BigInteger),
    Column("thread_id", BigInteger),
    Column("reminded", Integer, nullable=False),
    Column("trouble", String(64), nullable=False),
    Index("ix_polls_compound_id_state", "compound_id", "state"),
)

poll_options = Table(
    "poll_options",
    metadata,
    Column("poll_id", BigInteger, ForeignKey("polls.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("cap", Integer),
    Column("votes", Integer, nullable=False),
)

ballots = Table(
    "ballots",
    metadata,
    Column("poll_id", BigInteger, ForeignKey("polls.id"), primary_key=True, autoincrement=False),
    Column("voter_key", String(40), primary_key=True),  # p<person>, or h and a blind index
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("options", String(64), nullable=False),  # places in the list, the last tapped last
    Column("at", Instant, nullable=False),
    Index("ix_ballots_poll_id_person_id", "poll_id", "person_id"),
)
