"""Cases: whose matter, for whom, where it was said; album parts that wait for the one that calls us."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ROWS_CHANGE: frozenset[str] = frozenset()
"""Tables whose number of rows this revision means to change; any other change stops the upgrade."""

FLAGS = ("stream_sure", "stream_settled", "shared")


def upgrade() -> None:
    op.add_column("cases", sa.Column("stream", sa.String(16), nullable=False, server_default="community"))
    op.add_column(
        "cases", sa.Column("stream_reason", sa.String(32), nullable=False, server_default="unknown")
    )
    for name in FLAGS:
        op.add_column("cases", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.add_column(
        "chats", sa.Column("deletes", sa.Boolean(), nullable=False, server_default=sa.text("false"))
    )
    op.create_index(
        "ix_cases_compound_id_state_due_at", "cases", ["compound_id", "state", "due_at"], unique=False
    )
    op.drop_index("ix_cases_handler_id_state", "cases")
    op.create_index(
        "ix_cases_handler_id_state",
        "cases",
        ["handler_id", "state"],
        unique=False,
        sqlite_where=sa.text("handler_id IS NOT NULL"),
        postgresql_where=sa.text("handler_id IS NOT NULL"),
    )
    op.create_index("ix_media_person_id", "media", ["person_id"], unique=False)
    op.create_table(
        "case_messages",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_messages_case_id")),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_case_messages")),
    )
    op.create_index("ix_case_messages_case_id", "case_messages", ["case_id"], unique=False)
    op.create_index(
        "ix_inbox_held",
        "inbox",
        ["received_at"],
        unique=False,
        sqlite_where=sa.text("state = 'held'"),
        postgresql_where=sa.text("state = 'held'"),
    )


def downgrade() -> None:
    op.drop_index("ix_inbox_held", "inbox")
    op.drop_table("case_messages")
    op.drop_index("ix_media_person_id", "media")
    op.drop_index("ix_cases_handler_id_state", "cases")
    op.create_index("ix_cases_handler_id_state", "cases", ["handler_id", "state"], unique=False)
    op.drop_index("ix_cases_compound_id_state_due_at", "cases")
    op.drop_column("chats", "deletes")
    for name in (*reversed(FLAGS), "stream_reason", "stream"):
        op.drop_column("cases", name)
