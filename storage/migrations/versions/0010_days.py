"""Days: how much was said aloud in a group, and what waits behind the day's card."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ROWS_CHANGE: frozenset[str] = frozenset()
"""Tables whose number of rows this revision means to change; any other change stops the upgrade."""


def upgrade() -> None:
    op.create_table(
        "group_days",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_days")),
        sa.UniqueConstraint("chat_id", "day", name=op.f("uq_group_days_chat_id_day")),
    )
    op.create_table(
        "day_notes",
        sa.Column("day_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["day_id"], ["group_days.id"], name=op.f("fk_day_notes_day_id")),
        sa.PrimaryKeyConstraint("day_id", "kind", "subject_id", name=op.f("pk_day_notes")),
    )


def downgrade() -> None:
    op.drop_table("day_notes")
    op.drop_table("group_days")
