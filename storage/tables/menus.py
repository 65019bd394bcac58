"""Command menus: what the platform was told last, so that a restart tells it nothing."""

from sqlalchemy import Column, String, Table

from storage.tables.kinds import metadata

shelves = Table(
    "shelves",
    metadata,
    Column("name", String(64), primary_key=True),  # scope and language, or chat:<id>
    Column("digest", String(64), nullable=False),  # of the menu that stands there
)
