"""The guide: entries, and questions that wait for a worker."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ROWS_CHANGE: frozenset[str] = frozenset()
"""Tables whose number of rows this revision means to change; any other change stops the upgrade."""

_TEXTS = ("title", "asks", "body", "category", "who", "place", "hours", "phone", "fee", "papers", "source")


def _id() -> sa.Column[int]:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("id", kind, autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "guide_revisions",
        _id(),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide_revisions")),
    )
    op.create_table(
        "guide_entries",
        _id(),
        sa.Column("compound_id", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("slug", sa.String(length=64), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _TEXTS),
        sa.Column("checked", sa.Date(), nullable=False),
        sa.Column("review", sa.Date(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["compound_id"], ["places.id"], name=op.f("fk_guide_entries_compound_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide_entries")),
    )
    op.create_index("ix_guide_entries_revision", "guide_entries", ["revision"])
    op.create_index("ix_guide_entries_compound_id", "guide_entries", ["compound_id"])
    op.create_table(
        "questions",
        _id(),
        sa.Column("compound_id", sa.BigInteger(), nullable=False),
        sa.Column("asker_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("lang", sa.String(length=16), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("hits", sa.Text(), nullable=False),
        sa.Column("shown", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("useful", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answered_by", sa.BigInteger(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["compound_id"], ["places.id"], name=op.f("fk_questions_compound_id")),
        sa.ForeignKeyConstraint(["asker_id"], ["persons.id"], name=op.f("fk_questions_asker_id")),
        sa.ForeignKeyConstraint(["answered_by"], ["persons.id"], name=op.f("fk_questions_answered_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
    )
    op.create_index("ix_questions_revision", "questions", ["revision"])
    op.create_index("ix_questions_asker_id", "questions", ["asker_id"])


def downgrade() -> None:
    op.drop_table("questions")
    op.drop_table("guide_entries")
    op.drop_table("guide_revisions")
