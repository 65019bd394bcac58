"""Homes: who lives in which household, and the codes that lead in."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROWS_CHANGE: frozenset[str] = frozenset()
"""Tables whose number of rows this revision means to change; any other change stops the upgrade."""


def own_id() -> sa.Column[int]:
    """Our 63-bit id, given by us."""
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("id", kind, autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "residencies",
        own_id(),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("household", sa.LargeBinary(), nullable=False),
        sa.Column("household_blind", sa.LargeBinary(), nullable=False),
        sa.Column("place_id", sa.BigInteger(), nullable=False),
        sa.Column("compound_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("by_code", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("verified_by", sa.BigInteger(), nullable=True),
        sa.Column("verified_at", sa.BigInteger(), nullable=True),
        sa.Column("left_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_residencies_person_id")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_residencies_place_id")),
        sa.ForeignKeyConstraint(["compound_id"], ["places.id"], name=op.f("fk_residencies_compound_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_residencies")),
        sa.UniqueConstraint(
            "person_id", "household_blind", name=op.f("uq_residencies_person_id_household_blind")
        ),
    )
    op.create_index("ix_residencies_household_blind", "residencies", ["household_blind"], unique=False)
    op.create_index("ix_residencies_compound_id", "residencies", ["compound_id"], unique=False)
    op.create_table(
        "home_codes",
        own_id(),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=True),
        sa.Column("household_id", sa.BigInteger(), nullable=True),
        sa.Column("compound_id", sa.BigInteger(), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["household_id"], ["places.id"], name=op.f("fk_home_codes_household_id")),
        sa.ForeignKeyConstraint(["compound_id"], ["places.id"], name=op.f("fk_home_codes_compound_id")),
        sa.ForeignKeyConstraint(["made_by"], ["persons.id"], name=op.f("fk_home_codes_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_codes")),
        sa.UniqueConstraint("digest", name=op.f("uq_home_codes_digest")),
    )


def downgrade() -> None:
    op.drop_table("home_codes")
    op.drop_index("ix_residencies_compound_id", table_name="residencies")
    op.drop_index("ix_residencies_household_blind", table_name="residencies")
    op.drop_table("residencies")
