"""Menus: the language that somebody chose, the command menus that were set, attachments by their state."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None

ROWS_CHANGE: frozenset[str] = frozenset()
"""Tables whose number of rows this revision means to change; any other change stops the upgrade."""


def upgrade() -> None:
    op.add_column(
        "persons", sa.Column("chosen", sa.Boolean(), nullable=False, server_default=sa.text("false"))
    )
    op.create_table(
        "shelves",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_shelves"),
    )
    op.create_index(
        "ix_media_wanted",
        "media",
        ["id"],
        sqlite_where=sa.text("state = 'wanted'"),
        postgresql_where=sa.text("state = 'wanted'"),
    )


def downgrade() -> None:
    op.drop_index("ix_media_wanted", table_name="media")
    op.drop_table("shelves")
    op.drop_column("persons", "chosen")
