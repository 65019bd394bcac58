"""Inserts that know what to do when the row is there already, in the words that both databases speak."""

# PostgreSQL's construct: SQLite borrowed the clause from it, and its compiler understands this one too
# (not the other way round). A test compiles every such statement of ours for both.
from sqlalchemy.dialects.postgresql import Insert, insert

__all__ = ["Insert", "insert"]
