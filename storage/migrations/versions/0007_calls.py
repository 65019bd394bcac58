"""Calls with a time: offers, reminders, and who came."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ROWS_CHANGE: frozenset[str] = frozenset()
"""Tables whose number of rows this revision means to change; any other change stops the upgrade."""


def upgrade() -> None:
    op.add_column("calls", sa.Column("offered", sa.Integer(), server_default="0", nullable=False))
    for name in ("place_id", "chat_id", "thread_id", "starts_at", "ends_at"):
        op.add_column("calls", sa.Column(name, sa.BigInteger(), nullable=True))
    op.add_column("calls", sa.Column("round", sa.Integer(), server_default="0", nullable=False))
    op.add_column("signups", sa.Column("until", sa.BigInteger(), nullable=True))
    op.add_column("signups", sa.Column("came", sa.Boolean(), nullable=True))
    op.add_column("signups", sa.Column("minutes", sa.Integer(), nullable=True))
    op.create_index("ix_calls_compound_id_state", "calls", ["compound_id", "state"], unique=False)
    op.create_index("ix_signups_person_id", "signups", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_signups_person_id", table_name="signups")
    op.drop_index("ix_calls_compound_id_state", table_name="calls")
    for name in ("minutes", "came", "until"):
        op.drop_column("signups", name)
    for name in ("round", "ends_at", "starts_at", "thread_id", "chat_id", "place_id", "offered"):
        op.drop_column("calls", name)
